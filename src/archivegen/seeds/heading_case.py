"""Headings in ordinary letters: their words begin with capitals, as no sentence's do."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# Shorter words are written small in headings too.
_LONG_WORD, _FEWEST_WORDS = 4, 5
_SMALL_IN_HEADINGS = frozenset(
    "about after among around before between concerning during from into onto over regarding since through towards under upon with within without".split()
)
_MOST_SMALL = 0.15
_LONGEST, _LONGEST_IN_CAPITALS = 300, 160
_ENDS_STATEMENT = re.compile(r"[.!?;:…][)\]”\"'’]*\d{0,2}\s*$")


def is_in_headline_case(line: str) -> bool:
    """Say whether nearly all long words of a line begin with capitals, and it ends as no sentence does."""
    # So long a line in capitals is what a telegraph office printed.
    if (
        len(line) > (_LONGEST_IN_CAPITALS if line.isupper() else _LONGEST)
        or not line[:1].isupper()
        or " STOP " in line
        or _ENDS_STATEMENT.search(line)
    ):
        return False
    words = [
        word for word in _WORD.findall(line) if len(word) >= _LONG_WORD and word not in _SMALL_IN_HEADINGS
    ]
    if len(words) < _FEWEST_WORDS:
        return False
    small = [word for word in words if word[0].islower()]
    return len(small) <= _MOST_SMALL * len(words)
