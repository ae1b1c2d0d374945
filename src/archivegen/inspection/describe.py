"""A whole record as text: the file with its zones, the fields with their reasons, and the corrections."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.inspection.corrections import corrections
from archivegen.inspection.margin import field_styles, rows_with_zones
from archivegen.inspection.screen import Paint, Piece, Row, beside, fold, painted, plain, row
from archivegen.inspection.values import rows_of_fields
from archivegen.records.record import Record

# A terminal at least this wide shows the fields beside the lines.
_WIDE = 140


def describe_record(record: Record, record_id: str, width: int | None = None, paint: Paint = plain) -> str:
    """Return a record as text: the file with its zones down the margin, the fields with why each value is what it
    is, the problems, and the corrections that would change what was inferred.

    `width` is that of the terminal; without one nothing is cut or folded. `paint` is given text and its style.
    """
    source = record.source
    title = row(
        Piece(source.path, "value"),
        f": {source.layout}, {source.encoding}, {len(source.text_lines)} {source.unit}s, id {record_id}",
    )
    parts = [
        painted([title], paint),
        *(painted(part, paint) for part in _lines_and_fields(record, width)),
        painted((row(Piece(problem.as_line(), problem.level)) for problem in record.problems), paint),
        corrections(record),
    ]
    return "\n\n".join(part for part in parts if part)


def _lines_and_fields(record: Record, width: int | None) -> Iterator[list[Row]]:
    """Yield the lines and the fields below each other, or both in one where they fit side by side."""
    is_wide = width is not None and width >= _WIDE
    left_width = width // 2 - 1 if width and is_wide else width
    right_width = width - width // 2 - 1 if width and is_wide else width
    lines = list(rows_with_zones(record, left_width))
    fields = [
        folded for one in rows_of_fields(record, field_styles(record)) for folded in fold(one, right_width)
    ]
    if is_wide and left_width:
        yield list(beside(lines, fields, left_width))
    else:
        yield lines
        yield fields
