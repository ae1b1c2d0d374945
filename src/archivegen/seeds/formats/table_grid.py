"""Tables whose cells take several columns and rows: which places of the grid each of them reaches into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from archivegen.records.body import COVERED, Cell, Scope

WIDEST = 100
Content = TypeVar("Content")


def placed(
    rows: Iterable[Sequence[tuple[Content, Cell]]],
) -> Iterator[list[tuple[Content | None, Cell]]]:
    """Yield rows with a cell at every place: none, and covered, where another reaches in from above or from the left."""
    reaching: dict[int, int] = {}
    for row in rows:
        places: list[tuple[Content | None, Cell]] = []
        for content, cell in row:
            _fill(places, reaching)
            column = len(places)
            width = max(min(cell.columns, WIDEST - column), 1)
            places.extend([(content, cell._replace(columns=width)), *([(None, COVERED)] * (width - 1))])
            reaching.update((column + place, cell.rows) for place in range(width) if cell.rows > 1)
        _fill(places, reaching)
        reaching = {column: height - 1 for column, height in reaching.items() if height > 1}
        yield places


def _fill(row: list[tuple[Content | None, Cell]], reaching: Mapping[int, int]) -> None:
    """Leave the places empty into which cells from above reach."""
    while reaching.get(len(row), 0) > 0 and len(row) < WIDEST:
        row.append((None, COVERED))


def scope_in(are_heads: Sequence[bool], place: int) -> Scope:
    """Return of what a cell is the head that bears no more than that it is one: of its column, where all of the row are."""
    if not are_heads[place]:
        return ""
    return "col" if all(are_heads) else "row"
