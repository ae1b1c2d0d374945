"""Rows of text for a screen: pieces with a style each, cut and folded by the columns they take, and painted at last."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from archivegen.problems import printable

Paint = Callable[[str, str], str]


class Piece(NamedTuple):
    """Words of one style; what a style looks like is the painter's to know."""

    text: str
    style: str = ""


Row = tuple[Piece, ...]


def plain(text: str, _style: str) -> str:
    """Paint nothing."""
    return text


def row(*pieces: str | Piece) -> Row:
    """Return a row in which no character can steer the terminal."""
    return tuple(
        Piece(printable(text.expandtabs(4), longest=None), style)
        for text, style in (piece if isinstance(piece, Piece) else Piece(piece) for piece in pieces)
    )


def painted(rows: Iterable[Row], paint: Paint) -> str:
    """Return rows as lines of text without spaces at their ends; neighbours of one style are painted in one."""
    lines = []
    for pieces in rows:
        line = [
            Piece("".join(piece.text for piece in group), style)
            for style, group in groupby(pieces, key=lambda piece: piece.style)
        ]
        while line and not line[-1].text.strip():
            line.pop()
        if line:
            line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
        lines.append("".join(paint(text, style) if style else text for text, style in line))
    return "\n".join(lines)


def columns(text: str) -> int:
    """Return how many columns of a screen a text takes: wide East Asian characters take two, joined marks none."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(character) else 1 + (unicodedata.east_asian_width(character) in "WF")
        for character in text
    )


def cut(text: str, width: int) -> str:
    """Return a text that takes no more than `width` columns, with an ellipsis where it was longer."""
    if columns(text) <= width:
        return text
    taken = 0
    for place, character in enumerate(text):
        taken += columns(character)
        if taken > width - 1:
            return text[:place] + "…"
    return text


def fold(pieces: Row, width: int | None) -> Iterator[Row]:
    """Yield a row as rows of at most `width` columns, divided between words; later ones stand four columns further in.

    A word longer than a row has a row of its own and stands out.
    """
    if width is None:
        yield pieces
        return
    first = pieces[0].text if pieces else ""
    start = len(first) - len(first.lstrip(" "))
    later = start + 4
    line: list[Piece] = []
    taken = 0
    for text, style in pieces:
        for number, word in enumerate(text.split(" ")):
            spaced = f" {word}" if number else word
            if number and taken > start and taken + columns(spaced) > width:
                yield tuple(line)
                line, taken, start, spaced = [Piece(" " * later)], later, later, word
            line.append(Piece(spaced, style))
            taken += columns(spaced)
    yield tuple(line)


def beside(left: Sequence[Row], right: Sequence[Row], left_width: int) -> Iterator[Row]:
    """Yield rows of two columns; rows on the left are at most `left_width` columns wide."""
    for one, other in zip_longest(left, right, fillvalue=()):
        taken = sum(columns(piece.text) for piece in one)
        yield (*one, Piece(" " * (left_width - taken) + "  "), *other)
