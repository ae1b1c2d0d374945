"""Other words for closing a document and for redacting words of it, and what is to be written instead.

Whoever writes them means to keep something from being seen, so they are never passed over. To teach the program another
such word, add it here.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from archivegen.records.fields import FIELD_BY_KEY
from archivegen.records.values import ACCESS
from archivegen.seeds.supplied_values import day_of
from archivegen.storage.yaml_lines import YamlNode

Meaning = Literal["redact", "access", "embargo", "closed", "open", "opened"]

REDACT_EXAMPLE = "redact: [{lines: 14, words: Jan Lind}]"
_WORDS: dict[Meaning, str] = {
    "redact": "redact redacted redacting redaction redactions censor censored anonymise anonymised anonymize "
    "anonymized",
    "access": "access",
    "embargo": "embargo embargoed embargoes until",
    "closed": "restrict restricted restriction restrictions close closed closure confidential secret private sensitive hide "
    "hidden conceal concealed withhold withheld unpublished unlisted draft nobody sealed locked classified",
    "open": "open opens public publish publishes visible visibility available show release",
    "opened": "opened published publication shown released",
}
_MEANING_OF: dict[str, Meaning] = {
    word: meaning for meaning, words in _WORDS.items() for word in words.split()
}
_CLOSING = frozenset({"embargo", "closed"})
_OPEN = frozenset({"open", "opened"})
# Near to one of these words, and without its meaning.
_OTHERS = frozenset(
    """accession accessions accessioned accessed acres actress drafted drafter enclosure enclosures publisher reaction
    reactions redaktion reduction reductions rédaction relation relations retraction primate united
    seated scaled looked locker located""".split()
)
# What a longer value is about that begins with it; papers are called secret letters and drafts of minutes.
_BEGINNINGS = frozenset(_WORDS["closed"].split()) - {"secret", "draft", "close", "closure"} | {"embargoed"}
_MOST_WORDS = 7
_NOT_TO_BE_SHOWN = re.compile(
    r"\b(?:not|never)\s+(?:(?:for|to|be)\s+)*(?:publi|release|show|made\s+public)", re.IGNORECASE
)
_NO = frozenset("no not none never false off without".split())
_YEAR = re.compile(r"(?<!\d)(?:19|2[01])\d\d(?!\d)")
_YES = frozenset("yes true on".split())
_WORD = re.compile(r"[^\W\d_]+")
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
    meanings = _meanings_of(key)
    texts = tuple(_texts_of(node))
    is_no = bool(texts) and all(_is_no(text) for text in texts)
    asks = (
        "access" in meanings
        or (bool(meanings - _OPEN) and not is_no)
        or (bool(meanings & _OPEN) and is_no)
        or ("open" in meanings and any(day_of(text) for text in texts))
        or (bool(meanings & _OPEN) and any(_is_for_few(text) for text in texts))
        or (_words_of_key(key) == ["not", "before"] and any(day_of(text) for text in texts))
        or any(_is_closing_term(text) or _begins_with_closing_term(text) for text in texts)
    )
    if asks:
        return _wish(meanings, key, texts)
    parts = [*(node.entries or {}).items()]
    for child in node.items or ():
        parts += (child.entries or {}).items()
    within = (wish_of_entry(part, child) for part, child in parts)
    return next((wish for wish in within if wish), None)


def wish_of_line(key: str, text: str) -> Wish | None:
    """Return what a line `key: text` at the head of a text seems to ask for; None where it is the document's own.

    Papers have lines such as “Secret: No. 14” and “Draft: 3 May”, and catalogues say “Access: open to all readers”.
    """
    meanings = _meanings_of(key)
    words = _WORD.findall(text.casefold())
    has_no = bool(_NO & set(words))
    asks = (
        (bool(meanings & {"redact", "embargo"}) and not has_no)
        or ("access" in meanings and not has_no and any(_meaning_of(word) in _CLOSING for word in words))
        or ("closed" in meanings and bool(words) and (set(words) <= _YES or words[0] == "until"))
        or (bool(meanings & {"access", "closed"}) and bool(_NOT_TO_BE_SHOWN.search(text)))
        or (bool(meanings & _OPEN) and _is_no(text))
        or (key.casefold() == "status" and _is_closing_term(text))
    )
    return _wish(meanings, key, (text,)) if asks else None


def closes_or_redacts(entries: dict[str, YamlNode]) -> bool:
    """Say whether a file of corrections says who may see a document, or which words of it, in these words or others."""
    free = {key: node for key, node in entries.items() if key == "access" or key not in FIELD_BY_KEY}
    return any(wish_of_entry(key, node) for key, node in free.items())


def may_close_or_redact(key: str) -> bool:
    """Say whether a key may be one that closes a document or redacts words, whatever stands behind it."""
    return bool(_meanings_of(key) - _OPEN)


def _words_of_key(key: str) -> list[str]:
    return [word.casefold() for word in _PARTS_OF_KEY.split(key) if word]


def _meanings_of(key: str) -> set[Meaning]:
    words = _words_of_key(key)
    meanings = {meaning for word in words if (meaning := _meaning_of(word))}
    return {"closed"} if meanings & _OPEN and _NO & set(words) else meanings


@lru_cache(maxsize=4096)
def _meaning_of(word: str) -> Meaning | None:
    if word in _OTHERS:
        return None
    near = [] if word in _MEANING_OF else _near(word, _MEANING_OF, 0.82) or _near(word, ("access",), 0.7)
    return _MEANING_OF.get(near[0] if near and near[0][0] == word[0] else word)


def _near(word: str, known: Iterable[str], cutoff: float) -> list[str]:
    return difflib.get_close_matches(word, known, n=1, cutoff=cutoff)


def _is_no(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return text.strip() in ("0", "-") or (bool(words) and set(words) <= _NO)


def _is_for_few(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return "only" in words or "nobody" in words


def _is_closing_term(text: str) -> bool:
    """Say whether a value is but a word for being closed: restricted, draft."""
    return _meaning_of(text.strip().casefold()) in _CLOSING


def _begins_with_closing_term(text: str) -> bool:
    """Say whether a short value begins with such a word and says more of it: closed until 2040, hidden from visitors."""
    words = _WORD.findall(text.casefold())[: _MOST_WORDS + 1]
    return len(words) in range(2, _MOST_WORDS + 1) and words[0] in _BEGINNINGS


def _texts_of(node: YamlNode) -> Iterator[str]:
    if node.text:
        yield node.text
    for child in node.items or ():
        yield from _texts_of(child)


def _last_day_named(texts: Iterable[str]) -> str:
    """Return the last day of the latest year that some texts name: no example may open a document before its time."""
    years = [year for text in texts for year in _YEAR.findall(text)]
    return f"{max(years, default='2030')}-12-31"


def _wish(meanings: set[Meaning], key: str, texts: tuple[str, ...]) -> Wish:
    """Return a wish with the entry that says it: closed until the day that stands there, or in the term that is nearest."""
    if "redact" in meanings:
        return Wish("redact", REDACT_EXAMPLE)
    words = [*_words_of_key(key), *_WORD.findall(" ".join(texts).casefold())]
    day = next((day for text in texts if (day := day_of(text.rpartition("until")[2].strip()))), None)
    if day or "embargo" in {_meaning_of(word) for word in words}:
        return Wish("access", f"access: {{status: embargoed, until: {day or _last_day_named(texts)}}}")
    near = [term for word in words for term in _near(word, ACCESS, 0.82)]
    is_closed = meanings - {"access"} or any(_meaning_of(word) in _CLOSING for word in words)
    is_closed = is_closed or any(map(_NOT_TO_BE_SHOWN.search, texts))
    return Wish("access", f"access: {near[0] if near else 'restricted' if is_closed else 'open'}")
