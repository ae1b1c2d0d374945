"""All records as the rows of one sheet: one row for each value, with everything that is known of it.

A row has a mark, made of what may be edited in it. A row that still agrees with its mark was not touched, whatever has
become of the archive in the meantime; one that does not was edited, and its mark says what value was meant.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from archivegen.records.fields import FIELDS
from archivegen.records.record import Record
from archivegen.records.redacted import covered
from archivegen.records.values import Value
from archivegen.review_sheet.cells import as_cell
from archivegen.seeds.supplied_values import PARTS, day_of

_KEYS = ("id", "source", "field", "number")
PART_COLUMNS = tuple(dict.fromkeys(part for parts in PARTS.values() for part in parts))
BY, ON = "confirmed_by", "confirmed_on"
EDITED = ("value", *PART_COLUMNS, BY, ON)
_LOOKED_AT = ("as_written", "status", "voice", "rule", "certainty", "where", "words")
MARK = "mark"
COLUMNS = (*_KEYS, *EDITED, *_LOOKED_AT, MARK)
YES = "yes"
_TRUE = "true"
_MOST_WORDS = 300
_MARK_LENGTH = 12

Cells = Mapping[str, str]


def rows_of(record: Record, record_id: str, *, with_missing: bool = True) -> Iterator[Cells]:
    """Yield a row for each value of a record, and one without a value for each core field that has none, unless what is
    missing stands elsewhere.

    Redacted words stand in none of them.
    """
    path = source_cell(record)
    for field in FIELDS:
        values = record.fields.get(field.name, ())
        for number, value in enumerate(values, 1):
            edited = edited_cells(value, record)
            row = {"id": record_id, "source": path, "field": field.name, "number": str(number), **edited}
            row |= _looked_at(record, value)
            row[MARK] = mark_of(path, field.name, edited)
            yield {column: covered(text, record.redacted_words) for column, text in row.items()}
        if with_missing and field.core and not values:
            yield {"id": covered(record_id, record.redacted_words), "source": path, "field": field.name}


def source_cell(record: Record) -> str:
    """Return what a row says of the file of its document."""
    return covered(as_cell(record.source.path), record.redacted_words)


def edited_cells(value: Value, record: Record) -> dict[str, str]:
    """Return what may be edited of a value of a record, by its columns; empty ones are left out."""
    parts = parts_of(value)
    if value.confirmed:
        parts |= {BY: value.confirmed.by, ON: value.confirmed.on}
    words = record.redacted_words
    return {
        column: covered(as_cell(YES if text == _TRUE else text), words)
        for column, text in parts.items()
        if text
    }


def parts_of(value: Value) -> dict[str, str]:
    """Return a value and what stands beside it, as a file of corrections gives them."""
    parts = {part: text for part, text in value.as_json().items() if part in ("value", *PARTS[type(value)])}
    return {part: _TRUE if text is True else str(text) for part, text in parts.items()}


def part_of(column: str, cell: str) -> str:
    """Return a cell as the part of a value that it gives."""
    if column == ON:
        return day_of(cell) or cell
    return _TRUE if column in ("principal", "announce") and cell.casefold() in (YES, _TRUE) else cell


def mark_of(path: str, field: str, edited: Cells) -> str:
    """Return the mark of a row. It begins with a letter, so that no program takes it for a number."""
    told = [path, field, *(f"{column}={edited[column]}" for column in EDITED if edited.get(column))]
    return "m" + hashlib.sha256("\n".join(told).encode()).hexdigest()[:_MARK_LENGTH]


def where(record: Record, value: Value) -> str:
    """Return the lines or paragraphs that a value stands on, and of which file where it is another; empty where none."""
    ranges = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in value.lines)
    if not ranges:
        return ""
    unit = "line" if value.file else record.source.unit
    return f"{value.file} {unit} {ranges}" if value.file else f"{unit} {ranges}"


def _looked_at(record: Record, value: Value) -> dict[str, str]:
    words = " … ".join(record.source.quote(lines) for lines in value.lines) if value.file is None else ""
    words = covered(as_cell(words), record.redacted_words)
    return {
        "as_written": as_cell(value.as_written or ""),
        "status": value.status,
        "voice": value.by,
        "rule": value.rule,
        "certainty": value.certainty,
        "where": where(record, value),
        "words": words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…",
    }
