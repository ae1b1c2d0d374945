"""The editors' signs in a text, each pair classed before it is used, as the declared convention has it.

Signs that do not close swallow nothing: they stay words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache

from archivegen.records.body import Inline, Mark, Text
from archivegen.records.redacted import REDACTED_WORD
from archivegen.seeds.conventions import DIGITAL_ARCHIVE, Convention
from archivegen.seeds.signs import has_any

_LONGEST = 600
_DEEPEST = 4
# How much of the text before a pair says what it is.
_NEAR = 120


def read_apparatus(text: str, convention: Convention = DIGITAL_ARCHIVE) -> tuple[Inline, ...]:
    """Return a text as words and classed marks; together they have exactly the words of the text."""
    pairs = _pairs(text, convention) if has_any(convention.opening, text) else None
    if not pairs:
        return (Text(text),) if text else ()
    return _Reader(text, convention, pairs, tuple(sorted(pairs))).read(0, len(text), 0)


def _pairs(text: str, convention: Convention) -> dict[int, int]:
    """Return where each sign that closes stands, with where it closes."""
    pairs: dict[int, int] = {}
    closing = {close: sign for sign, close in convention.signs}
    open_at: dict[str, list[int]] = {sign: [] for sign, _ in convention.signs}
    for sign in _signs(convention).finditer(text):
        position, character = sign.start(), sign.group()
        if character in open_at:
            open_at[character].append(position)
        elif character in closing and open_at[closing[character]]:
            start = open_at[closing[character]].pop()
            if position - start <= _LONGEST:
                pairs[start] = position
    return pairs


@lru_cache
def _signs(convention: Convention) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(sign) for pair in convention.signs for sign in pair))


class _Reader:
    """A text with the places of its pairs, read from the outside in."""

    def __init__(
        self, text: str, convention: Convention, pairs: dict[int, int], starts: tuple[int, ...]
    ) -> None:
        self.text, self.convention, self.pairs, self.starts = text, convention, pairs, starts

    def read(self, start: int, end: int, depth: int) -> tuple[Inline, ...]:
        """Return the content between two places of the text."""
        parts: list[Inline] = []
        word_start = start
        for position in self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            close = self.pairs[position]
            if position < word_start or close >= end:
                continue
            mark = self._mark(position, close, depth)
            if mark is None:
                continue
            if word_start < position:
                parts.append(Text(self.text[word_start:position]))
            parts.append(mark)
            word_start = close + 1
        if word_start < end:
            parts.append(Text(self.text[word_start:end]))
        return tuple(parts)

    def _mark(self, position: int, close: int, depth: int) -> Mark | None:
        text = self.text
        inside = text[position + 1 : close]
        is_link = text[position] == "[" and text.startswith("(", close + 1)
        if depth >= _DEEPEST or is_link or not inside.strip():
            return None
        before = text[max(0, position - _NEAR) : position]
        is_redacted = inside == REDACTED_WORD
        kind = "redacted" if is_redacted else self.convention.class_of(text[position], inside, before)
        if kind is None:
            return None
        is_double = inside.startswith("[") and text[position] == "["
        following = bisect_right(self.starts, position)
        has_inner = following < len(self.starts) and self.starts[following] < close
        if is_double or not has_inner:
            return Mark(kind, (Text(text[position : close + 1]),))
        inner = self.read(position + 1, close, depth + 1)
        return Mark(kind, _joined((Text(text[position]), *inner, Text(text[close]))))


def _joined(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    joined: list[Inline] = []
    for part in parts:
        if joined and isinstance(part, Text) and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + part.text)
        else:
            joined.append(part)
    return tuple(joined)
