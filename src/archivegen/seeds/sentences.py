"""Paragraphs divided into sentences, each with its place in the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_END = re.compile(r"[.!?][”\"’')\]]*\s+(?=[A-Z\[“\"(])")
# A full stop after these ends a shortened word, not a sentence.
_SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Yu|Ya|Ye|Zh|Kh|Ts|Ch|Sh|Gy|Gh|Sz|Cdes?|Coms?|Messrs|Mr|Mrs|Ms|Dr|St|Atty|Engr|Ing|Lic|Hon|Fr|Ir|No|Nos|cf|vol|pp?|f|op|d|ll?)|[ap]\.m)\.$"
)
# A word of so many letters is none of them.
_LONGER = 6
_NEAR = 11


class Sentence(NamedTuple):
    """A sentence and the offset of its first character."""

    start: int
    text: str


@lru_cache(maxsize=128)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph; together they have all its words."""
    return tuple(_sentences(text))


def first_sentence(text: str) -> Sentence | None:
    """Return the first sentence of a paragraph, or None where it has no words."""
    return next(_sentences(text), None)


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for match in _END.finditer(text):
        before = text[max(start, match.start() - _NEAR) : match.start() + 1]
        is_longer = len(before) > _LONGER and before[-_LONGER - 1 : -1].isalpha()
        if not is_longer and _SHORTENED.search(before):
            continue
        yield Sentence(start, text[start : match.end()].rstrip())
        start = match.end()
    if text[start:].strip():
        yield Sentence(start, text[start:].rstrip())
