"""Names of persons and bodies, and titles, that are written in capitals, as running text would write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.seeds.alphabet import UPPER
from archivegen.seeds.initials import INITIAL
from archivegen.seeds.vocabulary import ABBREVIATIONS, SMALL_WORDS

_SHORTEST_WORD = 3
_SHORT_FORM, _LONGER = re.compile(rf"\b[{UPPER}]{{2,6}}\b"), 7
# What may stand directly before and behind a word.
_SIGNS = ".,;:()[]“”\"‘’'„«»"
# Those that are no names of another language: “VAN” is one in Vietnamese.
_PARTICLES = frozenset("DE DA DOS DAS DEL DELLA VON DER DEN DU".split())
# Forms of address without a vowel.
_ADDRESS = frozenset(("MR", "MRS", "DR", "ST", "MLLE", "CDE"))
# “O’BRIEN”, “MCLANE” and “McLANE”
_NAME_IN_PARTS = re.compile(rf"^(?P<first>[OD]['’]|M[Cc])(?P<rest>[{UPPER}]{{3,}})$")
CAPITALS = re.compile(rf"^[{UPPER}][{UPPER}'’-]+$")
_VOWEL = re.compile(r"[AEIOUYÀ-ÆÈ-ÏÒ-ÖØ-ÝĂĄĘĚİŐŮŰƠƯẠ-Ỹ]")
_SMALL_IN_HEADINGS = SMALL_WORDS.union(
    "between about concerning regarding during into or as through da das de del della der des do dos du".split()
)
_ORDINAL = re.compile(r"^\d+(?:ST|ND|RD|TH)$")


def name_in_ordinary_case(name: str) -> str:
    """Return a name whose capitals are the letterhead's in the case of running text: `A. M. Puzanov`."""
    return " ".join(
        word.casefold()
        if place and word in _PARTICLES
        else "-".join(_capitalized(part, frozenset()) for part in word.split("-"))
        if word.isupper() and (CAPITALS.match(word) or _is_digraph(word))
        else word
        for place, word in enumerate(name.split())
    )


def _is_digraph(word: str) -> bool:
    """Say whether a word is an initial of more than one letter, as `YU.` is."""
    return len(word) > 2 and word.count(".") == 1 and bool(INITIAL.match(word))


def body_in_ordinary_case(name: str, text: str) -> str:
    """Return a body's name from a heading in capitals as running text would write it.

    A word stays in capitals when the document's own text writes it so, or when it has no vowel to be read with.
    """
    # What the text does not have anywhere, it does not write in capitals either.
    is_in_text = any(
        word in text
        for position, word in enumerate(name.split())
        if len(word) < _LONGER and not (position and word.casefold() in SMALL_WORDS)
    )
    abbreviations = ABBREVIATIONS.union(_short_forms(text)) if is_in_text else ABBREVIATIONS
    return " ".join(
        _written_small(word, abbreviations, begins=not position) for position, word in enumerate(name.split())
    )


def _short_forms(text: str) -> Iterator[str]:
    """Yield the short words that a text has in capitals; longer ones only where it never writes them otherwise."""
    for word in set(_SHORT_FORM.findall(text)):
        is_word = len(word) > _SHORTEST_WORD and (word.capitalize() in text or word.casefold() in text)
        if not is_word:
            yield word


def _written_small(word: str, abbreviations: frozenset[str], *, begins: bool) -> str:
    """Return a word of a name in capitals as running text writes it; `begins` says that it is the first."""
    core = word.strip(_SIGNS)
    if not core or (len(core) == 1 and INITIAL.match(word)):
        return word
    before, behind = word[: word.index(core)], word[word.index(core) + len(core) :]
    if core.casefold() in _SMALL_IN_HEADINGS and not begins:
        core = core.casefold()
    elif _ORDINAL.match(core):
        core = core.lower()
    elif core in _ADDRESS or _is_digraph(word):
        core = core.capitalize()
    elif (core not in abbreviations and _VOWEL.search(core)) or _NAME_IN_PARTS.match(core):
        is_large = CAPITALS.match(core) or _NAME_IN_PARTS.match(core)
        core = _capitalized(core, abbreviations) if is_large else core
    return f"{before}{core}{behind}"


def _capitalized(word: str, abbreviations: frozenset[str]) -> str:
    """Return a word with its first letter large: `USSR-TRAINED` is `USSR-trained`; that of O’BRIEN and MCLANE in its parts."""
    if parts := _NAME_IN_PARTS.match(word):
        return f"{parts['first'].capitalize()}{parts['rest'].capitalize()}"
    first, *rest = word.split("-")
    parts_of_word = [first if first in abbreviations else first.capitalize()]
    return "-".join([*parts_of_word, *(part if part in abbreviations else part.lower() for part in rest)])
