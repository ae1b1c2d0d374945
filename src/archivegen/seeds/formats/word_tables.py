"""The tables of a Word document: the rows that are printed, and their cells by columns."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.seeds.formats.word_styles import child, is_on, number, tag, value
from archivegen.seeds.formats.xml_part import Element

# What was taken away by a revision, and what only describes.
_WITHOUT_CELLS = frozenset(
    "w:del w:moveFrom w:tcPr w:trPr w:tblPr w:tblPrEx w:tblGrid w:sdtPr w:sdtEndPr".split()
)
_OF_TEXT = ("w:p", "w:r", "w:t", "w:tbl")
# A table cannot have more columns.
_WIDEST = 63


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


def cells_of(row: Element) -> Iterator[Element | None]:
    """Yield the cells of a row by columns: None for a column that a merged cell covers, or that has none."""
    yield from [None] * _count(child(child(row, "w:trPr"), "w:gridBefore"))
    for cell in _within(row, "w:tc"):
        properties = child(cell, "w:tcPr")
        if child(properties, "w:cellDel") is not None:
            continue
        merged = child(properties, "w:vMerge")
        yield None if merged is not None and value(merged) != "restart" else cell
        yield from [None] * (_count(child(properties, "w:gridSpan")) - 1)


def _count(element: Element | None) -> int:
    return min(number(element) or 0, _WIDEST)
