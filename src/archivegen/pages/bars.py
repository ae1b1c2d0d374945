"""A small drawing of bars side by side, made at build time: how many documents there are of each year, or month.

It is drawn on a grid of whole numbers and stretched to its place, so that it has no words of its own; these stand beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Columns of a drawing: of more years than these there is one for each ten of them, or hundred.
MOST_COLUMNS = 200
_COLUMN, _BAR, _HEIGHT = 4, 3, 100
# A bar of a few documents is no taller than their number deserves, and one of a single document among thousands is seen.
_LEAST_PEAK, _LOWEST = 4, 4
_WIDEST_COLUMN = 24


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that leads to the documents it counts; `title` says which and how many."""

    x: int
    y: int
    width: int
    height: int
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Bars side by side on a grid of `columns` by `rows`, at most `width` pixels wide, and what stands at both ends."""

    bars: tuple[Bar, ...]
    columns: int
    rows: int
    width: int
    first: str
    last: str


def years_together(first: int, last: int, most: int) -> int:
    """Return how many years have a column together where there are at most so many columns: 1, 10, 100 …"""
    size = 1
    while last // size - first // size + 1 > most:
        size *= 10
    return size


def strip_of(
    counts: dict[int, int],
    first: int,
    last: int,
    name: Callable[[int], tuple[str, str]],
    ends: tuple[str, str],
) -> Strip:
    """Return the drawing of counts by the number of their column, from the first number to the last.

    `name` gives the title and the address of a column.
    """
    peak = max(_LEAST_PEAK, *counts.values()) if counts else _LEAST_PEAK
    bars = []
    for number, count in sorted(counts.items()):
        if not count:
            continue
        height = height_of(count, peak)
        title, address = name(number)
        bars.append(Bar((number - first) * _COLUMN, _HEIGHT - height, _BAR, height, title, address))
    columns = last - first + 1
    return Strip(tuple(bars), columns * _COLUMN - 1, _HEIGHT, columns * _WIDEST_COLUMN, *ends)


def height_of(count: int, peak: int) -> int:
    """Return how high, or long, a bar is in hundredths of the highest; one that counts anything can be seen."""
    return max(_LOWEST, round(_HEIGHT * count / peak))


def peak_of(counts: Iterable[int]) -> int:
    """Return the highest of some counts, and 1 where there are none."""
    return max(counts, default=1) or 1
