"""Numbers of documents in the form in which they are found however they are typed: references, registrations, identifiers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from archivegen.archive.archive import Document
from archivegen.records.redacted import REDACTED
from archivegen.records.reference_words import PART_BY_WORD
from archivegen.records.values import ReferenceCode

_NUMBERED = ("reference_code", "registrations", "identifiers")
# The leaves of a reference are looked for one by one; so many of a span at most.
_LEAVES, _LEAF, _MOST_LEAVES = "leaves", "list", 200
_NUMBER_SIGN = re.compile(r"(?<![^\W_])(?:no\.?|n°)\s*(?=\d)")
_SPAN = re.compile(r"(?P<leaf>(?P<first>\d+)[a-z]?)(?:\s*[-–]\s*(?P<last>\d+)[a-z]?)?")

# The level of a reference that a word before a number says, as the keys of numbers name it.
LEVEL_BY_WORD = {word: _LEAF if part == _LEAVES else part for word, part in sorted(PART_BY_WORD.items())}


def number_key(text: str) -> str:
    """Return a number without all that is written now so and now otherwise: case, signs for “number”, spaces, hyphens, strokes."""
    small = unicodedata.normalize("NFKC", text.replace("№", " ")).lower()
    return "".join(filter(str.isalnum, _NUMBER_SIGN.sub("", small)))


def reference_keys(code: ReferenceCode) -> Iterator[str]:
    """Yield the keys of a reference: whole, without the archive, the code of its file, and each level that is known with its
    number, such as `fond:5`.
    """
    parts = dict(code.parts)
    yield number_key(code.value)
    yield number_key(code.value.replace(parts.pop("repository", ""), "", 1))
    if not (file := parts.get("file", "")).isdecimal():
        yield number_key(file)
    for number in _leaves(parts.pop(_LEAVES, "")):
        yield from _level_keys(_LEAF, number)
    for level, number in parts.items():
        yield from _level_keys(level, number_key(number))


def numbers_column(documents: Sequence[Document]) -> list[tuple[str, list[int]]]:
    """Return every key with the rows of the documents that have it, in the order of keys."""
    rows: dict[str, list[int]] = {}
    for row, document in enumerate(documents):
        for key in dict.fromkeys(_keys(document)):
            if any(map(str.isdigit, key)):
                rows.setdefault(key, []).append(row)
    return sorted(rows.items())


def _keys(document: Document) -> Iterator[str]:
    for name in _NUMBERED:
        for value in document.record.fields.get(name, ()):
            # Where words are covered, what is left is no number.
            if REDACTED in value.value:
                continue
            if isinstance(value, ReferenceCode):
                yield from reference_keys(value)
            else:
                yield number_key(value.value)


def _level_keys(level: str, number: str) -> Iterator[str]:
    """Yield a number as it is written, and without the noughts before it."""
    yield f"{level}:{number}"
    yield f"{level}:{number.lstrip('0') or number}"


def _leaves(written: str) -> Iterator[str]:
    """Yield every leaf of a list such as `3, 20-25`."""
    for span in _SPAN.finditer(written.lower()):
        yield span["leaf"]
        if span["last"]:
            first, last = int(span["first"]), int(span["last"])
            yield from map(str, range(first, min(last, first + _MOST_LEAVES - 1) + 1))
            yield span["last"]
