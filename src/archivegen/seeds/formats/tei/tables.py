"""The rows of a table in TEI, their cells by columns, and of what they are the heads."""

from __future__ import annotations

from archivegen.records.body import Cell
from archivegen.seeds.formats.table_grid import WIDEST, placed, scope_in
from archivegen.seeds.formats.tei.elements import children
from archivegen.seeds.formats.xml_part import Element

Places = list[tuple[Element | None, Cell]]


def grid_of(table: Element) -> dict[Element, Places]:
    """Return the cells of each row by columns with what each is: none where another reaches in from above or from the left."""
    rows = children(table, "row")
    return dict(zip(rows, placed(map(_cells, rows)), strict=True))


def _cells(row: Element) -> list[tuple[Element, Cell]]:
    cells = children(row, "cell")
    is_of_heads = row.get("role") == "label"
    are_heads = [is_of_heads or cell.get("role") == "label" for cell in cells]
    return [
        (cell, Cell(_count(cell, "cols"), _count(cell, "rows"), scope_in(are_heads, place)))
        for place, cell in enumerate(cells)
    ]


def _count(cell: Element, attribute: str) -> int:
    said = str(cell.get(attribute, "")).strip()
    return min(max(int(said), 1), WIDEST) if said.isascii() and said.isdigit() and len(said) < 5 else 1
