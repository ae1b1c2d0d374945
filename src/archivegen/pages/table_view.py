"""The rows of a table as the page shows them: cells that take several columns and rows, and those that head others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from markupsafe import Markup

from archivegen.records.body import Cell, Inline, Mark, Text, plain

_CELL_END = "\t"


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell: its HTML, how many columns and rows it takes, and of what it is the head (as HTML has it), "" where of nothing."""

    html: Markup
    columns: int = 1
    rows: int = 1
    scope: str = ""


def cells_of(rows: Sequence[tuple[Sequence[Markup], tuple[Cell, ...]]]) -> Iterator[tuple[CellView, ...]]:
    """Yield the cells of each row, given as the HTML at every place of it and what the format says of the places.

    A cell takes only places that are there and empty: a row below may have been removed, or words been corrected. Columns
    in which none begins are none.
    """
    grid = _Grid(rows)
    found = [list(grid.cells(row)) for row in range(len(rows))]
    begun = {column for row in found for column, _ in row}
    for row in found:
        yield tuple(
            replace(cell, columns=len(begun.intersection(range(column, column + cell.columns))))
            for column, cell in row
        )


def contents_of(content: tuple[Inline, ...]) -> list[tuple[Inline, ...]]:
    """Return the content of each cell of a row, which tabs part, also within marks: these end with a cell and begin anew."""
    cells: list[list[Inline]] = [[]]
    for part in content:
        first, *others = _pieces(part)
        cells[-1].extend(first)
        cells.extend([*piece] for piece in others)
    return [tuple(cell) for cell in cells]


def _pieces(part: Inline) -> list[list[Inline]]:
    if isinstance(part, Text):
        return [[Text(words)] for words in part.text.split(_CELL_END)]
    inside = contents_of(part.content)
    if len(inside) == 1:
        return [[part]]
    return [[Mark(part.kind, each, part.label)] if plain(each).strip() else [*each] for each in inside]


class _Grid:
    """The places of a table, of which cells have taken some."""

    def __init__(self, rows: Sequence[tuple[Sequence[Markup], tuple[Cell, ...]]]) -> None:
        self._rows = [
            list(zip(html, said if len(said) == len(html) else [Cell()] * len(html), strict=True))
            for html, said in rows
        ]
        self._taken: set[tuple[int, int]] = set()

    def cells(self, row: int) -> Iterator[tuple[int, CellView]]:
        """Yield the cells that begin in a row, and in which column each does."""
        for column, (html, cell) in enumerate(self._rows[row]):
            if (row, column) not in self._taken:
                columns = range(column, column + self._width(row, column))
                height = self._height(row, columns)
                self._taken |= {(row + down, each) for down in range(height) for each in columns}
                scope = cell.scope if html.striptags().strip() else ""
                yield column, CellView(html, len(columns), height, scope)

    def _width(self, row: int, column: int) -> int:
        places = range(column + 1, column + self._rows[row][column][1].columns)
        return 1 + sum(1 for _ in takewhile(lambda place: self._is_free(row, place), places))

    def _height(self, row: int, columns: range) -> int:
        below = range(row + 1, row + self._rows[row][columns[0]][1].rows)
        return 1 + sum(
            1 for _ in takewhile(lambda place: all(self._is_free(place, each) for each in columns), below)
        )

    def _is_free(self, row: int, column: int) -> bool:
        """Say whether another cell reaches into a place."""
        if row >= len(self._rows) or column >= len(self._rows[row]) or (row, column) in self._taken:
            return False
        html, cell = self._rows[row][column]
        return cell.columns == 0 and not html.strip()
