"""All records of an archive, written as a sheet for review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.sheet_files import SHEET_TYPES, write_sheet
from archivegen.reading import survey
from archivegen.request import Request
from archivegen.review_sheet.cells import protected
from archivegen.review_sheet.files_read import files_read
from archivegen.review_sheet.table import COLUMNS, EDITED, Cells, rows_of
from archivegen.seed_reading import documents_folder
from archivegen.seeds.inventory.cells import MOST_ROWS


@dataclass(frozen=True, slots=True)
class Export:
    """How many documents and rows were written, and what is wrong with documents that are not among them."""

    documents: int
    rows: int
    problems: tuple[Problem, ...]


def export(request: Request, file: Path) -> Export:
    """Write a sheet of all records that can be read, the closed ones among them, with no redacted words.

    Raises:
        Refusal: the archive cannot be read, or the sheet cannot stand there.

    """
    ending = file.suffix.lower()
    if ending not in SHEET_TYPES:
        fix = f"let its name end in {', '.join(SHEET_TYPES)}"
        raise Refusal(_refused(file, f"“{ending}” is the ending of no sheet that can be written", fix))
    found = survey(request)
    documents = documents_folder(request.root, found.config)
    kept = [request.output, request.root / "static"]
    # In a bare folder the documents stand everywhere.
    kept += [documents] if documents.resolve() != request.root.resolve() else []
    if any(file.resolve().is_relative_to(folder.resolve()) for folder in kept):
        message = (
            "this sheet tells of closed documents, too, and must not lie where the site is made or made from"
        )
        raise Refusal(_refused(file, message, "put it elsewhere, for instance beside archive.yml"))
    rows = [
        row
        for each in files_read(found)
        for row in rows_of(each.record, each.id, with_missing=not each.is_version)
    ]
    if ending != ".csv" and len(rows) >= MOST_ROWS:
        raise Refusal(
            _refused(file, f"{len(rows)} rows are more than such a sheet can bear", "export it as .csv")
        )
    table = [COLUMNS, *(_cells(row, is_typed=ending != ".csv") for row in rows)]
    write_sheet(file, table)
    return Export(len(found.records), len(rows), found.problems)


def _cells(row: Cells, *, is_typed: bool) -> tuple[str, ...]:
    """Return the cells of a row; of what is only looked at, a program may make what it likes, but no formula."""
    return tuple(
        protected(row.get(column, ""), is_typed=is_typed or column not in EDITED) for column in COLUMNS
    )


def _refused(file: Path, message: str, fix: str) -> Problem:
    return Problem(path=str(file), code="sheet-not-written", message=message, fix=fix)
