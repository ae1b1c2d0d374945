"""What was read from one document, as text for a terminal: every value with its status, voice, rule and lines."""

from __future__ import annotations

from archivegen.problems import printable
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record
from archivegen.records.values import Value

_PARTS_ELSEWHERE = ("value", "status", "by", "rule", "lines", "as_written", "certainty")


def describe_record(record: Record, record_id: str) -> str:
    """Return a record as lines of text: fields, body and zones."""
    lines = [
        f"{record.source.path}: {record.source.layout}, {len(record.source.text_lines)} lines",
        f"id: {record_id}",
    ]
    for name, values in record.fields.items():
        lines.append(f"\n{FIELD_BY_NAME[name].label} ({name})")
        lines.extend(_describe_value(value) for value in values)
    body = record.body.lines
    lines.append(
        f"\nBody: lines {body.first}–{body.last}, {len(record.body.blocks)} blocks" if body else "\nNo body"
    )
    lines.extend(f"  joined across lines {seam.first}–{seam.last}" for seam in record.body.joined)
    lines.append("\nZones")
    lines.extend(
        f"  {zone.lines.first:>5}–{zone.lines.last:<5} {zone.kind} {zone.field or ''}".rstrip()
        for zone in record.zones
    )
    lines.extend(problem.as_line() for problem in record.problems)
    return "\n".join(lines)


def _describe_value(value: Value) -> str:
    where = ", ".join(
        str(first) if first == last else f"{first}–{last}" for first, last in value.lines
    )  # fmt: skip
    parts = [f"{name}: {part}" for name, part in value.as_json().items() if name not in _PARTS_ELSEWHERE]
    written = f" [written: {value.as_written}]" if value.as_written else ""
    basis = f"{value.status} by {value.by}, {value.certainty}, rule {value.rule}, lines {where or 'none'}"
    return printable(
        f"  {value.value}{written}" + (f" ({', '.join(parts)})" if parts else "") + f"  -- {basis}"
    )
