"""Words on a page put into rows, and rows into the order in which they are read: columns one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from archivegen.seeds.formats.pdf.printed_row import Row, row_of
from archivegen.seeds.formats.pdf.text_layer import Word

# A page is looked at in strips as wide as this; so many empty strips from top to bottom part two columns.
_STRIP = 2.0
_GUTTER = re.compile("0{4,}")
_FEWEST_ROWS = 4
_MOST_ROWS = 400
# What is wider than this is no sheet of paper but a damaged file.
_WIDEST = 10_000
# Rows of a column are mostly full and have some words: cells of a table are not read downward.
_FULL, _WORDS_IN_ROW = 0.6, 3


class Flow(NamedTuple):
    """Rows that are read one below the other: a page, or a column of it."""

    rows: tuple[Row, ...]
    is_column: bool


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Return words by the rows they stand in, from top to bottom, each from left to right."""
    rows: list[tuple[Word, list[Word]]] = []
    for word in sorted(words, key=lambda word: (-word.size, word.base, word.left)):
        home = next((own for tallest, own in rows if _are_level(tallest, word)), None)
        if home is None:
            rows.append((word, [word]))
        else:
            home.append(word)
    rows.sort(key=lambda row: row[0].base)
    return [sorted(own, key=lambda word: word.left) for _, own in rows]


def _are_level(one: Word, other: Word) -> bool:
    """Say whether two words stand beside each other: a raised number does so beside its word."""
    if abs(one.base - other.base) > one.size:
        return False
    top, bottom = max(_top(one), _top(other)), min(_bottom(one), _bottom(other))
    return bottom - top > 0.5 * min(_bottom(one) - _top(one), _bottom(other) - _top(other))


def _top(word: Word) -> float:
    return word.base - 0.7 * word.size


def _bottom(word: Word) -> float:
    return word.base + 0.2 * word.size


def flows_of(words: Iterable[Word], letters: frozenset[str] = frozenset()) -> Iterator[Flow]:
    """Yield what is read one below the other, in the order of reading; `letters` are those that mark notes."""
    for rows, is_column in _flows(list(words), is_column=False):
        yield Flow(tuple(row_of(row, letters) for row in rows), is_column)


def _flows(words: list[Word], *, is_column: bool) -> Iterator[tuple[list[list[Word]], bool]]:
    if not words:
        return
    rows = rows_of(words)
    start, end, gutter = _columns(rows)
    if gutter is None:
        yield rows, is_column
        return
    if start:
        yield rows[:start], is_column
    beside = [word for row in rows[start:end] for word in row]
    yield from _flows([word for word in beside if word.left < gutter], is_column=True)
    yield from _flows([word for word in beside if word.left >= gutter], is_column=True)
    yield from _flows([word for row in rows[end:] for word in row], is_column=is_column)


def _columns(rows: list[list[Word]]) -> tuple[int, int, float | None]:
    """Return the first rows that stand in columns, where they end, and what parts the first column from the rest."""
    if not _FEWEST_ROWS <= len(rows) <= _MOST_ROWS:
        return 0, 0, None
    edge = min(row[0].left for row in rows)
    width = max(word.right for row in rows for word in row) - edge
    if width > _WIDEST:
        return 0, 0, None
    masks = [_mask(row, edge) for row in rows]
    for start in range(len(rows)):
        found: tuple[int, int, float] | None = None
        covered = 0
        for end in range(start, len(rows)):
            if _longest(masks[end]) * _STRIP > 0.6 * width:
                break
            covered |= masks[end]
            place = _gutter(covered)
            if place is not None and end - start + 1 >= _FEWEST_ROWS:
                found = (start, end + 1, edge + place)
            elif place is None and len(f"{covered:b}".rstrip("0")) * _STRIP > 0.6 * width:
                break
        if found and (columns := _trimmed(rows, *found, width)):
            return columns
    return 0, 0, None


def _trimmed(
    rows: list[list[Word]], start: int, end: int, gutter: float, width: float
) -> tuple[int, int, float] | None:
    """Return columns without what stands below them, or None where these are none."""
    end = _end_of_columns(rows, start, end, gutter)
    are_columns = _are_columns([word for row in rows[start:end] for word in row], gutter, width)
    return (start, end, gutter) if are_columns else None


def _end_of_columns(rows: list[list[Word]], start: int, end: int, gutter: float) -> int:
    """Return where columns end: below the last row of one of them no more than the other's goes on, without a gap."""
    sides = [{word.left < gutter for word in row} for row in rows[start:end]]
    own = [start + place for place, side in enumerate(sides) if side & sides[-1]]
    gaps = [rows[below][0].base - rows[above][0].base for above, below in pairwise(own)]
    others_end = start + max(place for place, side in enumerate(sides) if side != sides[-1] or len(side) > 1)
    usual = median(gaps or [0.0])
    wide = (
        below for below, gap in zip(own[1:], gaps, strict=True) if below > others_end and gap > 1.6 * usual
    )
    return next(wide, end)


def _mask(row: list[Word], edge: float) -> int:
    """Return the strips of a page that a row covers, its spaces between words among them."""
    covered = 0
    reach = row[0].left
    for word in row:
        left = reach if word.left - reach < 0.8 * word.size else word.left
        first, last = int((left - edge) / _STRIP), int((word.right - edge) / _STRIP)
        covered |= ((1 << max(last - first, 0) + 1) - 1) << max(first, 0)
        reach = max(reach, word.right)
    return covered


def _longest(mask: int) -> int:
    return max(map(len, f"{mask:b}".split("0")))


def _gutter(mask: int) -> float | None:
    """Return where the widest gutter ends, from the left edge; None where there is none."""
    strips = f"{mask:b}".rstrip("0")[::-1]
    offset = mask.bit_length() - len(strips)
    gaps = [match.span() for match in _GUTTER.finditer(strips)]
    widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=None)
    return (widest[1] + offset) * _STRIP - 1.0 if widest else None


def _are_columns(words: list[Word], gutter: float, width: float) -> bool:
    for side in (
        [word for word in words if word.left < gutter],
        [word for word in words if word.left >= gutter],
    ):
        rows = rows_of(side)
        if len(rows) < _FEWEST_ROWS:
            return False
        widths = [max(word.right for word in row) - row[0].left for row in rows]
        is_full = median(widths) >= _FULL * max(widths) and max(widths) > 0.2 * width
        if not is_full or median(map(len, rows)) < _WORDS_IN_ROW:
            return False
    return True
