"""The values of a record with everything that is known of them, and those that gave way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archivegen.inspection.screen import Piece, Row, row
from archivegen.records.fields import FIELDS, Field
from archivegen.records.record import Record
from archivegen.records.rules import RULES
from archivegen.records.values import Value

_PARTS_ELSEWHERE = (
    "value",
    "status",
    "by",
    "rule",
    "lines",
    "file",
    "as_written",
    "certainty",
    "kind",
    "confirmed",
)
_GAVE_WAY = "gave way: "


def rows_of_fields(record: Record, styles: Mapping[str, str]) -> Iterator[Row]:
    """Yield rows for every field that has values or had some; `styles` are those of the fields that have lines."""
    for field in FIELDS:
        values, others = readings(record, field.name)
        if values or others:
            yield heading(field, styles)
        for value, before in (*((value, "") for value in values), *((value, _GAVE_WAY) for value in others)):
            yield what(value, before)
            yield row("      ", *manner(value), f": {because(record, value)}")


def readings(record: Record, name: str) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Return the values of a field, and those that gave way."""
    return tuple(record.fields.get(name, ())), tuple(record.other_readings.get(name, ()))


def heading(field: Field, styles: Mapping[str, str]) -> Row:
    """Return the name of a field, in the style its lines have in the margin."""
    return row(Piece(field.label, styles.get(field.name, "label")), Piece(f" ({field.name})", "quiet"))


def what(value: Value, before: str = "") -> Row:
    """Return what a value says: itself, the wording of the source, and its parts."""
    parts = [
        name if part is True else f"{name}: {_in_words(part)}"
        for name, part in value.as_json().items()
        if name not in _PARTS_ELSEWHERE
    ]
    written = f" [written: {value.as_written}]" if value.as_written else ""
    named = f" ({', '.join(parts)})" if parts else ""
    return row(
        "  ", Piece(before, "quiet"), Piece(value.value, "" if before else "value"), f"{written}{named}"
    )


def _in_words(part: object) -> str:
    """Return a part as words: of a reference `fond 5, opis 2`."""
    return (
        ", ".join(f"{name} {words}" for name, words in part.items()) if isinstance(part, dict) else str(part)
    )


def manner(value: Value) -> Iterator[str | Piece]:
    """Yield how a value came to be: its status, whose voice it is, how certain it is, and who confirmed it."""
    yield f"{value.status} by the {value.by}, "
    yield Piece(value.certainty, value.certainty)
    if value.confirmed:
        yield ", "
        yield Piece(f"confirmed by {value.confirmed.by} on {value.confirmed.on}", "confirmed")


def because(record: Record, value: Value) -> str:
    """Return the sentence of the rule that read a value, its name, the lines, and of which file where it is another."""
    lines = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in value.lines)
    is_one = len(value.lines) == 1 and value.lines[0].first == value.lines[0].last
    unit = "line" if value.file else record.source.unit
    where = f", {unit if is_one else f'{unit}s'} {lines}" if lines else ""
    file = f" of {value.file}" if lines and value.file else ""
    return f"{RULES[value.rule]} (rule {value.rule}{where}{file})"
