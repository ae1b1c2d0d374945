"""The value that a row of a sheet means, and the parts that it gives it."""

from __future__ import annotations

from collections.abc import Mapping

from archivegen.records.dates import bounds
from archivegen.records.fields import Field
from archivegen.records.record import Record
from archivegen.records.values import DateValue, Value
from archivegen.review_sheet.cells import is_same
from archivegen.review_sheet.opening import EditedRow
from archivegen.review_sheet.table import BY, EDITED, MARK, ON, YES, edited_cells, mark_of, part_of, parts_of
from archivegen.seeds.inventory.cell_values import divided
from archivegen.seeds.supplied_values import PARTS, day_of, wrong_parts

Parts = dict[str, str]


def place_of(row: EditedRow, values: tuple[Value, ...], record: Record) -> int | None:
    """Return the place of the value that a row was made of, or None where there is none such now.

    A sheet that was imported already finds the value that it gave.
    """
    source, name = row.cells["source"], row.cells["field"]
    number = row.cells.get("number", "")
    expected = int(number) - 1 if number.isdecimal() else -1
    cells = [edited_cells(value, record) for value in values]
    is_there = 0 <= expected < len(cells)
    mark = row.cells.get(MARK)
    if not mark:
        return expected if is_there else None
    marked = [place for place, each in enumerate(cells) if mark_of(source, name, each) == mark]
    # What it was may stand a second time in the field.
    if expected in marked or (is_there and says(row, values[expected], cells[expected])):
        return expected
    return marked[0] if marked else None


def says(row: EditedRow, value: Value, cells: Mapping[str, str]) -> bool:
    """Say whether a value is what a row gives, however it is written there."""
    given = {column: row.cells[column] for column in EDITED if row.cells.get(column)}
    return "value" in given and all(is_said(column, given, value, cells) for column in given)


def is_said(column: str, given: Mapping[str, str], value: Value, before: Mapping[str, str]) -> bool:
    """Say whether a value says what a cell gives, in these words or in those in which an archivist gave it: `German` of a
    language, or that a date is the principal one which cannot be read, and so is none.

    Words that the document itself has are no value of an archivist's: that they are given is a correction.
    """
    cell = given.get(column, "")
    if is_same(cell, before.get(column, "")):
        return True
    if value.status != "supplied":
        return False
    if column != "principal":
        return column == "value" and cell == value.as_written
    is_of_an_unread_date = isinstance(value, DateValue) and bounds(value.value) is None
    is_kept = "value" not in given or is_said("value", given, value, before)
    return is_of_an_unread_date and is_kept and part_of(column, cell) == part_of(column, YES)


def written(value: Value) -> Parts:
    """Return all that a file of corrections says of a value that stays as it is."""
    confirmed = {BY: value.confirmed.by, ON: value.confirmed.on} if value.confirmed else {}
    return {**parts_of(value), **confirmed}


def changed(parts: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]) -> Parts:
    """Return the parts of a value with what was changed; what was not stays as it was, to the letter."""
    changed = dict(parts)
    for column in EDITED:
        if after.get(column) != before.get(column):
            changed[column] = part_of(column, after.get(column, ""))
    return {column: text for column, text in changed.items() if text}


def may_be_several(
    known: Field, before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[str, str] | None:
    """Return what to say of a new value that an inventory would divide, and what to do; None of any other. In this sheet each
    value has a row, and what stands between words is of the value.
    """
    value = after["value"]
    if value == before.get("value") or len(divided(value, known.name)) == 1:
        return None
    return f"“{value}” is taken as one value of “{known.name}”", "if it is several, write a row for each"


def fault_of(after: Mapping[str, str], known: Field) -> tuple[str, str] | None:
    """Return what is wrong with the cells of a value, and what to do; None where nothing is."""
    beside = (*PARTS[known.kind], BY, ON)
    foreign = next((column for column in after if column not in ("value", *beside)), None)
    if foreign is not None:
        fix = f"empty that cell; beside the value may stand {', '.join(beside)}"
        return f"“{known.name}” has no “{foreign}”", fix
    if (BY in after) != (ON in after) or day_of(after.get(ON, "2000-01-01")) is None:
        fix = f"write a name into “{BY}” and a day, as 2026-03-01, into “{ON}”, or empty both"
        return "this does not say who confirmed the value, or on which day", fix
    parts = {column: part_of(column, cell) for column, cell in after.items()}
    wrong = next(iter(wrong_parts(known, parts)), None)
    return (f"“{wrong.text}” cannot be the “{wrong.part}” of “{known.name}”", wrong.fix) if wrong else None
