"""Other ways of closing a document and of redacting words of it, in any language, and what is to be written instead.

Whoever writes them means to keep something from being seen, so they are never passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from archivegen.records.agents import folded
from archivegen.records.fields import FIELD_BY_KEY
from archivegen.records.values import ACCESS
from archivegen.seeds.closing_answers import (
    OPEN,
    YEAR,
    all_in,
    begins_with_closing_term,
    begins_with_no,
    closes,
    day_in,
    is_closing_term,
    is_day_to_come,
    is_for_few,
    is_given,
    is_no,
    not_to_be_shown,
    words_of,
)
from archivegen.seeds.closing_vocabulary import (
    FORBIDDEN,
    UNTIL,
    Meaning,
    denies,
    is_in_han,
    meaning_of,
    meanings_within,
    nearest,
)
from archivegen.seeds.supplied_values import day_of
from archivegen.storage.yaml_lines import YamlNode

REDACT_EXAMPLE = "redact: [{lines: 14, words: Jan Lind}]"
# Meanings of a key that asks for something unless what stands there says that it is given.
_IF_NOT_GIVEN: frozenset[Meaning] = frozenset({"permission"})
_A_YEAR = re.compile(r"2[01]\d\d")
_PARTS_OF_KEY = re.compile(r"(?<=[a-z])(?=[A-Z])|[\W_]+")


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody seems to want who wrote an entry that the program does not read, and what to write instead of it."""

    field: Literal["access", "redact"]
    instead: str

    @property
    def meant(self) -> str:
        """What the entry may be meant to do."""
        return "redact words" if self.field == "redact" else "say who may see the document"


def wish_of_entry(key: str, node: YamlNode) -> Wish | None:
    """Return what an entry seems to ask for whose key is no field's, or an entry within it; None where it is neither that
    a document be closed nor that words be redacted.
    """
    meanings = meanings_of(key)
    if _asks(key, meanings, tuple(_texts_of(node))):
        return wish_for(meanings, key, tuple(_texts_within(node)))
    parts = [*(node.entries or {}).items()]
    for child in node.items or ():
        parts += (child.entries or {}).items()
    within = (wish_of_entry(part, child) for part, child in parts)
    return next((wish for wish in within if wish), None)


def _asks(key: str, meanings: set[Meaning], texts: tuple[str, ...]) -> bool:
    """Say whether what stands behind a key of some meanings asks for something."""
    is_denied = bool(texts) and all(
        is_no(text) or all_in(words_of(text) or [""], FORBIDDEN) for text in texts
    )
    is_to_be_open = bool(meanings & OPEN)
    return (
        "access" in meanings
        or (bool(meanings - OPEN - _IF_NOT_GIVEN) and not is_denied)
        or (bool(meanings & _IF_NOT_GIVEN) and any(not is_given(text) for text in texts))
        or (is_to_be_open and (is_denied or any(is_for_few(text) for text in texts)))
        or ("open" in meanings and any(begins_with_no(text) for text in texts))
        or ("open" in meanings and any(day_of(text) or _A_YEAR.fullmatch(text.strip()) for text in texts))
        or (_words_of_key(key) == ["not", "before"] and any(day_of(text) for text in texts))
        or any(
            is_closing_term(text) or begins_with_closing_term(text) or is_day_to_come(text) for text in texts
        )
    )


def closes_or_redacts(entries: dict[str, YamlNode]) -> bool:
    """Say whether a file of corrections says who may see a document, or which words of it, in these words or others."""
    free = {key: node for key, node in entries.items() if key == "access" or key not in FIELD_BY_KEY}
    return any(wish_of_entry(key, node) for key, node in free.items())


def may_close_or_redact(key: str) -> bool:
    """Say whether a key may be one that closes a document or redacts words, whatever stands behind it."""
    return bool(meanings_of(key) - OPEN)


def _words_of_key(key: str) -> list[str]:
    return [word.casefold() for word in _PARTS_OF_KEY.split(unicodedata.normalize("NFC", key)) if word]


def may_be_about_access(key: str) -> bool:
    """Say whether a key may be one that says who may see a document, though what stands behind it closes nothing."""
    return bool(meanings_of(key) - {"opened", "redact", "leave_out"})


def meanings_of(key: str) -> set[Meaning]:
    """Return what the words of a key may be about; an open one with a “not” closes."""
    words = _words_of_key(key)
    together = ["_".join(pair) for pair in pairwise(words)]
    meanings = {meaning for word in (*words, *together) if (meaning := meaning_of(word))}
    meanings |= {meaning for word in words if is_in_han(word) for meaning in meanings_within(word)}
    return {"closed"} if meanings & OPEN and any(map(denies, words)) else meanings


def _texts_of(node: YamlNode) -> Iterator[str]:
    if node.text:
        yield node.text
    for child in node.items or ():
        yield from _texts_of(child)


def _texts_within(node: YamlNode) -> Iterator[str]:
    """Yield every text of an entry, those of its parts too."""
    if node.text:
        yield node.text
    for child in (*(node.items or ()), *(node.entries or {}).values()):
        yield from _texts_within(child)


def _last_day_named(texts: Iterable[str]) -> str:
    """Return the last day of the latest year that some texts name: no example may open a document before its time."""
    years = [year for text in texts for year in YEAR.findall(text)]
    return f"{max(years, default='2030')}-12-31"


def wish_to_embargo(text: str) -> Wish:
    """Return the wish that a document be closed until the day that a text names, or to the end of the latest year in it."""
    day = day_in(text.strip()) or _last_day_named((text,))
    return Wish("access", f"access: {{status: embargoed, until: {day}}}")


def wish_for(meanings: set[Meaning], key: str, texts: tuple[str, ...]) -> Wish:
    """Return a wish with the entry that says it: closed until the day that stands there, or in the term that is nearest."""
    if meanings & {"redact", "leave_out"}:
        return Wish("redact", REDACT_EXAMPLE)
    said = words_of(" ".join(texts))
    words = [*_words_of_key(key), *said]
    day = next((day for text in texts if (day := day_in(text.strip()))), None)
    if day or any(meaning_of(word) == "embargo" or folded(word) in UNTIL for word in words):
        return Wish("access", f"access: {{status: embargoed, until: {day or _last_day_named(texts)}}}")
    is_open = any(meaning_of(word) in OPEN for word in said) and not meanings - {"access"}
    is_open = is_open and not any(closes(word) for word in said) and not not_to_be_shown(said)
    near = [term for word in words for term in nearest(word, ACCESS, 0.82) if is_open or term != "open"]
    return Wish("access", f"access: {near[0] if near else 'open' if is_open else 'restricted'}")
