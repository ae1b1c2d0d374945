"""The sheet of an inventory: the file opened by its ending, its sheet chosen, the row of heads found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from archivegen.problems import Problem, Refusal
from archivegen.seeds.inventory.cells import LARGEST_INVENTORY, Row, Sheet, damaged
from archivegen.seeds.inventory.columns import NUMBER, Column, Columns, read_columns
from archivegen.seeds.inventory.sheet_types import SHEET_TYPES, sheets_in
from archivegen.settings.inventory import InventorySettings

# Titles and dates of the sheet itself may stand above the heads.
_MOST_ABOVE_HEADS = 10


@dataclass(frozen=True, slots=True)
class Table:
    """The sheet that is the inventory, its columns, and the rows below their heads; and what was left out of the file."""

    sheet: Sheet
    columns: Columns
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()


def read_bytes(file: Path, path: str, within: Path) -> bytes:
    """Return the bytes of an inventory.

    Raises:
        Refusal: it is no regular file, a link that leads out of the folder `within`, or too large.

    """
    if not file.exists() and not file.is_symlink():
        fix = "put it there, or name it in archive.yml as it is"
        raise Refusal(damaged(path, "there is no such inventory", fix=fix))
    if not file.is_file() or not file.resolve().is_relative_to(within.resolve()):
        fix = "put the file itself here"
        raise Refusal(
            damaged(path, "this is a link that leads out of the folder, or no regular file", fix=fix)
        )
    if file.stat().st_size > LARGEST_INVENTORY:
        fix = "divide it, one inventory in each folder of documents"
        raise Refusal(damaged(path, "this inventory is larger than 20 MB", fix=fix))
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal(damaged(path, "this file cannot be opened", fix="see who may read it")) from error


def read_table(
    content: bytes, path: str, settings: InventorySettings, own: Mapping[str, tuple[str, str]]
) -> Table:
    """Read the sheet that the settings name, or where they name none the one that has columns which describe documents.

    `own` is what the settings say of columns.

    Raises:
        Refusal: the file cannot be read, or which sheet is the inventory is not clear.

    """
    ending = PurePosixPath(path).suffix.lower()
    if ending not in SHEET_TYPES:
        fix = f"save it as {', '.join(SHEET_TYPES)}"
        raise Refusal(damaged(path, f"an inventory in “{ending}” cannot be read", fix=fix))
    try:
        sheets = [sheet for sheet in sheets_in(content, path, settings.encoding) if sheet.rows]
    except Refusal as refusal:
        raise Refusal(*(_as_damage(problem) for problem in refusal.problems)) from refusal
    name = settings.sheet
    if not sheets:
        raise Refusal(damaged(path, "this inventory is empty", fix="fill it, or remove it"))
    named = [sheet for sheet in sheets if sheet.name == name] if name and ending != ".csv" else sheets
    if not named:
        names = ", ".join(f"“{sheet.name}”" for sheet in sheets)
        raise Refusal(damaged(path, f"there is no sheet “{name}” here", fix=f"name one of {names}"))
    has_others = len(sheets) > 1
    tables = [
        table for sheet in named if (table := _table(sheet, own, path, sheet.name if has_others else ""))
    ]
    if not tables:
        fix = "write names of fields (docs/fields.md) above the columns, or say in archive.yml what their heads mean"
        raise Refusal(damaged(path, "no column of this inventory has a head that is known", fix=fix))
    if len(tables) > 1:
        names = " and ".join(f"“{table.sheet.name}”" for table in tables)
        fix = f"say which one is meant: “inventory: {{sheet: {tables[0].sheet.name}}}” in archive.yml"
        raise Refusal(damaged(path, f"the sheets {names} may each be the inventory", fix=fix))
    return tables[0]


def _as_damage(problem: Problem) -> Problem:
    """Return a problem of a file's text as what it is for an inventory."""
    if problem.code == "inventory-not-read":
        return problem
    fix = problem.fix
    if problem.code.startswith("encoding"):
        fix = "save it as CSV in UTF-8, or write “inventory: {encoding: windows-1252}” into archive.yml, if it is that one"
    return damaged(problem.path, problem.message, problem.line, fix)


def _table(sheet: Sheet, own: Mapping[str, tuple[str, str]], path: str, name: str) -> Table | None:
    """Return a sheet below the row that has the most known heads, or None where no row has any; `name` is how its columns
    are named, "" where there is no other sheet.
    """
    candidates = [read_columns(row, own) for row in sheet.rows[:_MOST_ABOVE_HEADS]]
    known = [sum(bool(column.target) for column in columns.all) for columns in candidates]
    if not max(known):
        return None
    columns = candidates[known.index(max(known))]
    below = tuple(row for row in sheet.rows if row.number > columns.head_row)
    counted = [column for column in columns.of("id") if _counts_rows(column, below)]
    all_columns = tuple(
        replace(each, target=NUMBER if each in counted else each.target, sheet=name) for each in columns.all
    )
    notices = (_no_address(path, columns.head_row, column) for column in counted)
    return Table(sheet, replace(columns, all=all_columns), below, (*sheet.problems, *notices))


def _counts_rows(column: Column, rows: tuple[Row, ...]) -> bool:
    """Say whether a column has nothing but the numbers of the rows: when the sheet is sorted or grows, they are others'."""
    texts = [row.cell(column.place).text for row in rows]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]


def _no_address(path: str, line: int, column: Column) -> Problem:
    return Problem(
        path=path,
        line=line,
        level="warning",
        code="id-counts-rows",
        message=f"the column “{column.head}” counts the rows; no address is made of that",
        fix="call it “number” if the files are called so, or give ids that stay with their documents",
    )
