"""Which way a paper went, by the words of stamps and the short forms of registries: `Incoming`, `Eingang Nr. 14`, `Исх. № 14`."""

from __future__ import annotations

import re

from archivegen.seeds.vocabulary import alternatives

# Words of stamps: the kind of number that each announces, and the type of the day beside it.
EVENTS = {
    "incoming": ("incoming", "received"), "inc.": ("incoming", "received"), "received": ("incoming", "received"),
    "rec’d": ("incoming", "received"), "rec'd": ("incoming", "received"), "arrived": ("incoming", "received"), "eingegangen": ("incoming", "received"),
    "outgoing": ("outgoing", "sent"), "sent": ("outgoing", "sent"), "dispatched": ("outgoing", "sent"), "despatched": ("outgoing", "sent"),
    "registered": ("stamp", "registered"), "entered": ("stamp", "registered"),
}  # fmt: skip
_WORDS = {
    way: [word for word, (kind, _) in EVENTS.items() if kind == way] for way in ("incoming", "outgoing")
}
# What registries write before a number, beside those words.
_INCOMING = (
    "Eingang", "Eing.", "Arrivée", "Entrada", "Entrante", "Arrivo", "Wpłynęło", "Wpływ", "Wpł.", "Došlo", "Érkezett", "Érk.", "Intrare",
    "Vkh", "Vkhod", "Vhod", "Вх", "Вход",
)  # fmt: skip
_OUTGOING = (
    "Ausgang", "Ausg.", "Départ", "Salida", "Saída", "Partenza", "Wych", "Wysłano", "Odesláno", "Ieșire", "Ieşire", "Ish", "Ishod",
    "Isch", "Ischod", "Iskh", "Iskhod", "Izh", "Izlaz", "Исх", "Изх", "Исход",
)  # fmt: skip
OF_REGISTRY = re.compile(
    rf"^\s*(?:(?P<incoming>{alternatives((*_WORDS['incoming'], *_INCOMING))})|(?P<outgoing>{alternatives((*_WORDS['outgoing'], *_OUTGOING))}))(?!\w)",
    re.IGNORECASE,
)
