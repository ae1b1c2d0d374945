"""Tables of rows and columns, told from those that only lay a page out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from archivegen.records.body import Cell, Scope
from archivegen.seeds.formats.html.tree import Element
from archivegen.seeds.formats.table_grid import WIDEST, placed, scope_in

_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
# What a cell of a table does not hold.
_OF_PAGES = frozenset("table ul ol dl h1 h2 h3 h4 h5 h6 blockquote pre article section hr".split())
_LONGEST_CELL, _MOST_PARAGRAPHS = 400, 2
_SCOPES: tuple[Scope, ...] = ("col", "row", "colgroup", "rowgroup")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its element, its cells by column, None where one reaches in from above or from the left, and what each is."""

    element: Element
    cells: tuple[Element | None, ...]
    forms: tuple[Cell, ...]


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
    elements = list(_rows(table))
    for element, row in zip(elements, placed(map(_cells, elements)), strict=True):
        yield Row(element, tuple(cell for cell, _ in row), tuple(form for _, form in row))


def _cells(row: Element) -> list[tuple[Element, Cell]]:
    """Return the cells of a row with what each is."""
    cells = [cell for cell in row.children if isinstance(cell, Element) and cell.name in _CELLS]
    are_heads = [cell.name == "th" for cell in cells]
    return [
        (
            cell,
            Cell(_span(cell, "colspan"), _span(cell, "rowspan"), _scope(cell) or scope_in(are_heads, place)),
        )
        for place, cell in enumerate(cells)
    ]


def _scope(cell: Element) -> Scope:
    said = cell.get("scope").strip().lower()
    return next((scope for scope in _SCOPES if scope == said and cell.name == "th"), "")


def _rows(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element) and child.name == "tr":
            yield child
        elif isinstance(child, Element) and child.name in _GROUPS:
            yield from (row for row in child.children if isinstance(row, Element) and row.name == "tr")


def _span(cell: Element, attribute: str) -> int:
    match = re.match(r"\s*(\d{1,3})", cell.get(attribute))
    count = int(match[1]) if match else 1
    # A cell that takes no rows takes all that are left.
    return min(count, WIDEST) if count or attribute == "colspan" else WIDEST


def _is_of_page(cell: Element, parts: Collection[Element]) -> bool:
    inside = [element for element in cell.elements() if element is not cell]
    paragraphs = sum(1 for element in inside if element.name == "p")
    return (
        any(element.name in _OF_PAGES or element in parts for element in inside)
        or paragraphs > _MOST_PARAGRAPHS
        or len(cell.text) > _LONGEST_CELL
    )
