"""Paragraphs divided into sentences, each with its place in the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_END, _END_AT_STOP = (re.compile(rf"{sign}[”\"’')\]]*\s+(?=[A-Z\[“\"(])") for sign in ("[.!?]", r"\."))
# A full stop after these ends a shortened word, not a sentence.
_SHORTENED = re.compile(
    r"(?:\b(?:[A-Z]|Yu|Ya|Ye|Yo|Kr|Iv|Wm|Hr|Vl|Gr|Zh|Kh|Ts|Ch|Sh|Gy|Gh|Sz|Cdes?|Coms?|Messrs|Mr|Mrs|Ms|Dr|St|Atty|Engr|Ing|Lic|Hon|Fr|Ir|No|Nos|cf|vol|pp?|f|op|d|ll?)|[ap]\.m)\.$"
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
    # One sign is found far sooner than one of several.
    end_of_sentence = _END if "?" in text or "!" in text else _END_AT_STOP
    for match in end_of_sentence.finditer(text):
        stop, end = match.span()
        is_longer = stop - start >= _LONGER and text[stop - _LONGER : stop].isalpha()
        if not is_longer and _SHORTENED.search(text[max(start, stop - _NEAR) : stop + 1]):
            continue
        yield Sentence(start, text[start:end].rstrip())
        start = end
    if text[start:].strip():
        yield Sentence(start, text[start:].rstrip())
