"""The tables of a Word document: the rows that are printed, and their cells by columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from archivegen.records.body import COVERED, Cell, Scope
from archivegen.seeds.formats.word_styles import child, is_on, number, tag, value
from archivegen.seeds.formats.xml_part import Element

# What was taken away by a revision, and what only describes.
_WITHOUT_CELLS = frozenset(
    "w:del w:moveFrom w:tcPr w:trPr w:tblPr w:tblPrEx w:tblGrid w:sdtPr w:sdtEndPr".split()
)
_OF_TEXT = ("w:p", "w:r", "w:t", "w:tbl")
# A table cannot have more columns.
_WIDEST = 63
_MOST_ROWS = 100_000


def _within(container: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, whatever they are wrapped in."""
    for element in container:
        found = tag(element)
        if found == name:
            yield element
        elif found not in _WITHOUT_CELLS and found not in _OF_TEXT:
            yield from _within(element, name)


def strays_of(table: Element) -> Iterator[Element]:
    """Yield what stands in a table outside of its cells, where no program writes anything: below the table it is not lost."""
    for element in table:
        name = tag(element)
        if name in _OF_TEXT or (name == "w:tc" and tag(table) != "w:tr"):
            yield element
        elif name != "w:tc" and name not in _WITHOUT_CELLS:
            yield from strays_of(element)


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table but for those that were deleted or are hidden."""
    for row in _within(table, "w:tr"):
        properties = child(row, "w:trPr")
        if child(properties, "w:del") is None and not is_on(child(properties, "w:hidden")):
            yield row


def grid_of(rows: list[Element]) -> list[list[tuple[Element | None, Cell]]]:
    """Return the cells of rows by columns with what each is: no element for a column that a merged cell covers, or that has
    none. Cells that are merged with those below take as many rows as go on with them.
    """
    grid = [list(_cells_of(row)) for row in rows]
    for place, row in enumerate(grid):
        for column, (element, form) in enumerate(row):
            if form.rows > 1:
                row[column] = (element, form._replace(rows=1 + _height(grid[place + 1 :], column)))
    return [[(None, COVERED) if _goes_on(cell) else cell for cell in row] for row in grid]


def _height(below: list[list[tuple[Element | None, Cell]]], column: int) -> int:
    """Return how many rows go on with a cell above them."""
    return sum(1 for _ in takewhile(lambda row: column < len(row) and _goes_on(row[column]), below))


def _goes_on(cell: tuple[Element | None, Cell]) -> bool:
    return cell[1].rows == 0


def _cells_of(row: Element) -> Iterator[tuple[Element | None, Cell]]:
    """Yield the cells of a row: as many rows as there may be for one with which others below are merged, none for these."""
    properties = child(row, "w:trPr")
    scope: Scope = "col" if is_on(child(properties, "w:tblHeader")) else ""
    yield from [(None, Cell())] * _count(child(properties, "w:gridBefore"))
    for cell in _within(row, "w:tc"):
        own = child(cell, "w:tcPr")
        if child(own, "w:cellDel") is not None:
            continue
        merged = child(own, "w:vMerge")
        goes_on = merged is not None and value(merged) != "restart"
        width = max(_count(child(own, "w:gridSpan")), 1)
        if goes_on:
            yield None, Cell(0, 0)
        else:
            yield cell, Cell(width, 1 if merged is None else _MOST_ROWS, scope)
        yield from [(None, COVERED)] * (width - 1)


def _count(element: Element | None) -> int:
    return min(number(element) or 0, _WIDEST)
