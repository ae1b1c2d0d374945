"""A sheet that comes back, whatever program saved it: its rows by the heads of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.sheet_files import SHEET_TYPES
from archivegen.review_sheet.cells import has_lost_its_year, unprotected
from archivegen.review_sheet.table import COLUMNS, MARK
from archivegen.seeds.inventory.cells import Cell, Row, Sheet
from archivegen.seeds.inventory.sheet_types import sheets_in

_LARGEST = 200_000_000
_NEEDED = ("source", "field")
_OF_INVENTORIES = "; no document that it may describe is published"
_SPOILT = {
    "error": "a formula that failed",
    "not_computed": "a formula without a result",
    "digits_lost": "a number whose digits the program gave up",
    "year_lost": "a day that the program made of something else",
}


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row as it came back: its number, its cells by their columns, and the columns whose cells say nothing for
    certain.
    """

    number: int
    cells: dict[str, str]
    spoilt: tuple[tuple[str, str], ...] = ()


def read_sheet(file: Path) -> tuple[EditedRow, ...]:
    """Return the rows of a sheet below its heads; a column that is gone is in no row.

    Raises:
        Refusal: it cannot be read, or it is not one that was exported.

    """
    path = str(file)
    ending = file.suffix.lower()
    if ending not in SHEET_TYPES:
        raise Refusal(
            _not_read(path, f"a sheet in “{ending}” cannot be read", f"save it as {', '.join(SHEET_TYPES)}")
        )
    if file.stat().st_size > _LARGEST:
        raise Refusal(_not_read(path, "this sheet is larger than 200 MB", "import it in parts"))
    try:
        sheets = sheets_in(file.read_bytes(), path)
    except Refusal as refusal:
        raise Refusal(*(_of_this_sheet(problem) for problem in refusal.problems)) from refusal
    for sheet in sheets:
        places = _places(sheet)
        if all(column in places for column in _NEEDED):
            return tuple(_edited_rows(sheet, places))
    needed = " and ".join(f"“{column}”" for column in _NEEDED)
    fix = "leave the first row of the sheet as it was exported"
    raise Refusal(_not_read(path, f"this sheet has no columns {needed}", fix))


def _places(sheet: Sheet) -> dict[str, int]:
    """Return the places of the columns in a sheet whose first row has their heads."""
    heads = [cell.text.casefold() for cell in sheet.rows[0].cells] if sheet.rows else []
    return {head: place for place, head in reversed(list(enumerate(heads))) if head in COLUMNS}


def _edited_rows(sheet: Sheet, places: dict[str, int]) -> Iterator[EditedRow]:
    for row in sheet.rows[1:]:
        cells = {column: unprotected(row.cell(place).text) for column, place in places.items()}
        yield EditedRow(row.number, cells, tuple(_spoilt(row, places)))


def _spoilt(row: Row, places: dict[str, int]) -> Iterator[tuple[str, str]]:
    for column, place in places.items():
        what = _what_spoilt(row.cell(place))
        if what and column != MARK:
            yield column, what


def _what_spoilt(cell: Cell) -> str:
    if cell.kind == "text" and has_lost_its_year(cell.text):
        return _SPOILT["year_lost"]
    return _SPOILT.get(cell.kind, "")


def _of_this_sheet(problem: Problem) -> Problem:
    """Return a problem of a file that can be an inventory as one of this sheet, which closes no document."""
    message = problem.message.removesuffix(_OF_INVENTORIES).replace("inventory", "sheet")
    fix = "save it as CSV in UTF-8" if problem.code.startswith("encoding") else problem.fix
    return replace(problem, code="sheet-not-read", message=message, fix=fix)


def _not_read(path: str, message: str, fix: str) -> Problem:
    return Problem(path=path, code="sheet-not-read", message=message, fix=fix)
