"""Other ways of closing a document and of redacting words of it, in any language, and what is to be written instead.

Whoever writes them means to keep something from being seen, so they are never passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from archivegen.records.agents import folded
from archivegen.records.fields import FIELD_BY_KEY
from archivegen.records.values import ACCESS
from archivegen.seeds.closing_vocabulary import FORBIDDEN, NO, ONLY, UNTIL, Meaning, meaning_of, nearest
from archivegen.seeds.supplied_values import day_of
from archivegen.storage.yaml_lines import YamlNode

REDACT_EXAMPLE = "redact: [{lines: 14, words: Jan Lind}]"
CLOSING = frozenset({"embargo", "closed"})
OPEN = frozenset({"open", "opened"})
# What a longer value is about that begins with it; papers are called secret letters and drafts of minutes.
_BEGINNINGS = frozenset(
    "restrict restricted restriction restrictions closed confidential private sensitive hide hidden conceal concealed withhold "
    "withheld unpublished unlisted nobody sealed locked classified embargoed".split()
)
_MOST_WORDS = 7
# “Not to be made public”: so many words stand at most between the two.
_MOST_BETWEEN = 3
_YEAR = re.compile(r"(?<!\d)(?:19|2[01])\d\d(?!\d)")
_A_YEAR = re.compile(r"2[01]\d\d")
_WORD = re.compile(r"don['’]t\b|[^\W\d_]+")
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
    texts = tuple(_texts_of(node))
    is_denied = bool(texts) and all(
        is_no(text) or _all_in(words_of(text) or [""], FORBIDDEN) for text in texts
    )
    asks = (
        "access" in meanings
        or (bool(meanings - OPEN) and not is_denied)
        or (bool(meanings & OPEN) and is_denied)
        or ("open" in meanings and any(day_of(text) or _A_YEAR.fullmatch(text.strip()) for text in texts))
        or (bool(meanings & OPEN) and any(_is_for_few(text) for text in texts))
        or (_words_of_key(key) == ["not", "before"] and any(day_of(text) for text in texts))
        or any(is_closing_term(text) or _begins_with_closing_term(text) for text in texts)
    )
    if asks:
        return wish_for(meanings, key, tuple(_texts_within(node)))
    parts = [*(node.entries or {}).items()]
    for child in node.items or ():
        parts += (child.entries or {}).items()
    within = (wish_of_entry(part, child) for part, child in parts)
    return next((wish for wish in within if wish), None)


def closes_or_redacts(entries: dict[str, YamlNode]) -> bool:
    """Say whether a file of corrections says who may see a document, or which words of it, in these words or others."""
    free = {key: node for key, node in entries.items() if key == "access" or key not in FIELD_BY_KEY}
    return any(wish_of_entry(key, node) for key, node in free.items())


def may_close_or_redact(key: str) -> bool:
    """Say whether a key may be one that closes a document or redacts words, whatever stands behind it."""
    return bool(meanings_of(key) - OPEN)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def not_to_be_shown(words: list[str]) -> bool:
    """Say whether words are that something is not to be published: a “not”, and soon after it a word for being open."""
    for place, word in enumerate(words):
        if folded(word) not in NO:
            continue
        for following in words[place + 1 : place + 2 + _MOST_BETWEEN]:
            meaning = meaning_of(following)
            if meaning in OPEN:
                return True
            if meaning in CLOSING:
                break
    return False


def _words_of_key(key: str) -> list[str]:
    return [word.casefold() for word in _PARTS_OF_KEY.split(unicodedata.normalize("NFC", key)) if word]


def meanings_of(key: str) -> set[Meaning]:
    """Return what the words of a key may be about; an open one with a “not” closes."""
    words = _words_of_key(key)
    meanings = {meaning for word in words if (meaning := meaning_of(word))}
    return {"closed"} if meanings & OPEN and any(folded(word) in NO for word in words) else meanings


def _all_in(words: Iterable[str], known: frozenset[str]) -> bool:
    return all(folded(word) in known for word in words)


def is_no(text: str) -> bool:
    """Say whether a value is but a “no”."""
    words = words_of(text)
    return text.strip() in ("0", "-") or (bool(words) and _all_in(words, NO))


def _is_for_few(text: str) -> bool:
    return any(folded(word) in ONLY for word in words_of(text))


def is_closing_term(text: str) -> bool:
    """Say whether a value is but a word for being closed: restricted, draft."""
    return meaning_of(unicodedata.normalize("NFC", text).strip().casefold()) in CLOSING


def _begins_with_closing_term(text: str) -> bool:
    """Say whether a short value begins with such a word and says more of it: closed until 2040, hidden from visitors."""
    words = words_of(text)[: _MOST_WORDS + 1]
    if len(words) not in range(2, _MOST_WORDS + 1):
        return False
    says_until = any(folded(word) in UNTIL for word in words[1:])
    return words[0] in _BEGINNINGS or (says_until and meaning_of(words[0]) in CLOSING)


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
    years = [year for text in texts for year in _YEAR.findall(text)]
    return f"{max(years, default='2030')}-12-31"


def _day_in(text: str) -> str | None:
    """Return the day that a text is, or that stands behind a word such as “until” in it."""
    words = text.split()
    places = [place for place, word in enumerate(words, 1) if folded(word) in UNTIL]
    return day_of(" ".join(words[max(places, default=0) :]))


def wish_for(meanings: set[Meaning], key: str, texts: tuple[str, ...]) -> Wish:
    """Return a wish with the entry that says it: closed until the day that stands there, or in the term that is nearest."""
    if "redact" in meanings:
        return Wish("redact", REDACT_EXAMPLE)
    said = words_of(" ".join(texts))
    words = [*_words_of_key(key), *said]
    day = next((day for text in texts if (day := _day_in(text.strip()))), None)
    if day or any(meaning_of(word) == "embargo" or folded(word) in UNTIL for word in words):
        return Wish("access", f"access: {{status: embargoed, until: {day or _last_day_named(texts)}}}")
    is_open = any(meaning_of(word) in OPEN for word in said) and not meanings - {"access"}
    is_open = is_open and not any(meaning_of(word) in CLOSING for word in said) and not not_to_be_shown(said)
    near = [term for word in words for term in nearest(word, ACCESS, 0.82) if is_open or term != "open"]
    return Wish("access", f"access: {near[0] if near else 'open' if is_open else 'restricted'}")
