"""Paragraphs divided into sentences, each with its place in the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[A-Z\[“\"(])")
# A full stop after these ends a shortened word, not a sentence.
_SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Yu|Ya|Ye|Zh|Kh|Ts|Ch|Sh|Gy|Sz|Cde|Coms?|Mr|Mrs|Ms|Dr|St|No|Nos|cf|vol|pp?|f|op|d|ll?)|[ap]\.m)\.$"
)


class Sentence(NamedTuple):
    """A sentence and the offset of its first character."""

    start: int
    text: str


@lru_cache(maxsize=128)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph; together they have all its words."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for match in _END.finditer(text):
        if _SHORTENED.search(text[start : match.start() + 1][-12:]):
            continue
        yield Sentence(start, text[start : match.end()].rstrip())
        start = match.end()
    if text[start:].strip():
        yield Sentence(start, text[start:].rstrip())
