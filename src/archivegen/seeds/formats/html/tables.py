"""Tables of rows and columns, told from those that only lay a page out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from archivegen.seeds.formats.html.tree import Element

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
# What a cell of a table does not hold.
_OF_PAGES = frozenset("table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre article section hr".split())
_LONGEST_CELL, _MOST_PARAGRAPHS = 400, 2
_WIDEST = 100


@dataclass(slots=True)
class Row:
    """A row: its element, and its cells by column; None where one reaches in from above or from the left."""

    element: Element
    cells: list[Element | None] = field(default_factory=list)


def is_table(table: Element, parts: Collection[Element]) -> bool:
    """Say whether a table has rows and columns of its own, and does not just set things side by side."""
    if table.get("role") in ("presentation", "none"):
        return False
    rows = list(rows_of(table))
    cells = [[cell for cell in row.cells if cell] for row in rows]
    if any(row.element in parts for row in rows) or any(cell in parts for row in cells for cell in row):
        return False
    if len(cells) < 2 or max(map(len, cells)) < 2:
        return False
    return not any(_is_of_page(cell, parts) for row in cells for cell in row)


def rows_of(table: Element) -> Iterator[Row]:
    """Yield the rows of a table, its cells in their columns."""
    reaching: dict[int, int] = {}
    for element in _rows(table):
        row = Row(element)
        for cell in element.children:
            if not isinstance(cell, Element) or cell.name not in _CELLS:
                continue
            _fill(row, reaching)
            column = len(row.cells)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            row.cells.extend([cell, *([None] * (min(width, _WIDEST - column) - 1))])
            reaching.update((column + place, height) for place in range(width) if height > 1)
        _fill(row, reaching)
        reaching = {column: height - 1 for column, height in reaching.items() if height > 1}
        yield row


def _fill(row: Row, reaching: Mapping[int, int]) -> None:
    """Leave the columns empty into which cells from above reach."""
    while reaching.get(len(row.cells), 0) > 0 and len(row.cells) < _WIDEST:
        row.cells.append(None)


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element) and child.name == "tr":
            yield child
        elif isinstance(child, Element) and child.name in _GROUPS:
            yield from (row for row in child.children if isinstance(row, Element) and row.name == "tr")


def _span(cell: Element, attribute: str) -> int:
    match = re.match(r"\s*(\d{1,3})", cell.get(attribute))
    return min(max(int(match[1]), 1), _WIDEST) if match else 1


def _is_of_page(cell: Element, parts: Collection[Element]) -> bool:
    inside = [element for element in cell.elements() if element is not cell]
    paragraphs = sum(1 for element in inside if element.name == "p")
    return (
        any(element.name in _OF_PAGES or element in parts for element in inside)
        or paragraphs > _MOST_PARAGRAPHS
        or len(cell.text) > _LONGEST_CELL
    )
