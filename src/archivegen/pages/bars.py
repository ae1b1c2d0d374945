"""A small drawing of bars side by side, made at build time: how many documents there are of each year, or month.

It is drawn on a grid of whole numbers and stretched to its place, so that it has no words of its own; these stand beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

# Columns of a drawing: of more years than these there is one for each ten of them, or hundred.
MOST_COLUMNS = 320
_WIDTH, _HEIGHT = 960, 100
_WIDEST_BAR, _LEAST_COLUMN = 14, 4
# A bar of a single document among thousands is seen; where no column has more than three, the drawing is a low one.
_LOWEST, _LOW = 2, 3


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
    """Bars side by side on a grid of `width` by `height`, low ones where there are few documents, and what stands at both ends."""

    bars: tuple[Bar, ...]
    width: int
    height: int
    is_low: bool
    first: str = ""
    last: str = ""


def years_together(first: int, last: int, most: int) -> int:
    """Return how many years have a column together where there are at most so many columns: 1, 10, 100 and so on."""
    size = 1
    while last // size - first // size + 1 > most:
        size *= 10
    return size


def strip_of(
    counts: dict[int, int],
    first: int,
    last: int,
    name: Callable[[int], tuple[str, str]],
    ends: tuple[str, str] = ("", ""),
) -> Strip:
    """Return the drawing of counts by the number of their column, from the first number to the last.

    `name` gives the title and the address of a column. With words at its ends it ends with the last bar.
    """
    peak = peak_of(counts.values())
    column = max(_LEAST_COLUMN, _WIDTH // (last - first + 1))
    width = min(_WIDEST_BAR, column * 3 // 4)
    bars = []
    for number, count in sorted(counts.items()):
        height = height_of(count, peak)
        title, address = name(number)
        bars.append(Bar((number - first) * column, _HEIGHT - height, width, height, title, address))
    whole = (last - first) * column + (width if any(ends) else column)
    return Strip(tuple(bars), whole, _HEIGHT, peak <= _LOW, *ends)


def height_of(count: int, peak: int) -> int:
    """Return how high, or long, a bar is in hundredths of the highest; one that counts anything can be seen."""
    return max(_LOWEST, round(_HEIGHT * count / peak))


def peak_of(counts: Iterable[int]) -> int:
    """Return the highest of some counts, and 1 where there are none."""
    return max(counts, default=1) or 1
