"""What was read from one document, as text for a terminal: its lines, its values with their reasons, and how to
correct them.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath

from archivegen.problems import printable
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record
from archivegen.records.rules import RULES
from archivegen.records.values import Value
from archivegen.seeds.supplied_values import may_be_supplied

_PARTS_ELSEWHERE = ("value", "status", "by", "rule", "lines", "as_written", "certainty", "kind")
_PARTS_TO_SUPPLY = ("type", "principal", "role", "office", "variant")
_MARGIN = 20
_ADVICE = "To correct what was inferred, keep the lines that should read otherwise in"


def describe_record(record: Record, record_id: str, width: int = 100) -> str:
    """Return a record as text: the file with its zones down the margin, the fields with why each value is what it
    is, and the corrections that would change what was inferred. `width` is that of the terminal, in characters.
    """
    parts = [
        f"{record.source.path}: {record.source.layout}, {len(record.source.text_lines)} lines, id {record_id}",
        _lines_with_zones(record, width),
        _fields(record),
        *(problem.as_line() for problem in record.problems),
        _corrections(record),
    ]
    return "\n\n".join(part for part in parts if part)


def _lines_with_zones(record: Record, width: int) -> str:
    rows = []
    for zone in record.zones:
        for number in range(zone.lines.first, zone.lines.last + 1):
            name = (zone.field or zone.kind) if number == zone.lines.first else ""
            text = printable(
                record.source.text_lines[number - 1].rstrip(), longest=max(20, width - _MARGIN - 8)
            )
            rows.append(f"{name:>{_MARGIN}} {number:>4} │ {text}".rstrip())
    rows.extend(f"{'joined':>{_MARGIN}} {seam.first:>4} with {seam.last}" for seam in record.body.joined)
    return "\n".join(rows)


def _fields(record: Record) -> str:
    rows = []
    for name, values in record.fields.items():
        rows.append(f"{FIELD_BY_NAME[name].label} ({name})")
        rows.extend(_value(value) for value in values)
    return "\n".join(rows)


def _value(value: Value) -> str:
    lines = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in value.lines)
    parts = [f"{name}: {part}" for name, part in value.as_json().items() if name not in _PARTS_ELSEWHERE]
    written = f" [written: {value.as_written}]" if value.as_written else ""
    named = f" ({', '.join(parts)})" if parts else ""
    where = f", lines {lines}" if lines else ""
    return (
        printable(f"  {value.value}{written}{named}", longest=None)
        + f"\n      {value.status} by the {value.by}, {value.certainty}: {RULES[value.rule]} (rule {value.rule}{where})"
    )


def _corrections(record: Record) -> str:
    """Return the sidecar lines that would stand in the place of what was inferred; nothing where all is stated."""
    rows = [
        f"{name}: {_supplied_list(values) if FIELD_BY_NAME[name].repeatable else _supplied(values[0])}"
        for name, values in record.fields.items()
        if any(value.status == "derived" for value in values) and may_be_supplied(FIELD_BY_NAME[name])
    ]
    if not rows:
        return ""
    sidecar = PurePosixPath(record.source.path).with_suffix(".yml").name
    return "\n".join([f"{_ADVICE} {sidecar}:", "", *rows])


def _supplied_list(values: tuple[Value, ...]) -> str:
    return f"[{', '.join(_supplied(value) for value in values)}]"


def _supplied(value: Value) -> str:
    """Return a value as a sidecar would give it."""
    parts = {name: part for name, part in value.as_json().items() if name in ("value", *_PARTS_TO_SUPPLY)}
    written = {name: json.dumps(part, ensure_ascii=False) for name, part in parts.items()}
    if list(written) == ["value"]:
        return written["value"]
    return "{" + ", ".join(f"{name}: {part}" for name, part in written.items()) + "}"
