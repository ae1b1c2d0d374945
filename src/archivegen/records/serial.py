"""A record as JSON: the form that `inspect --json` prints and each document's data file holds."""

from __future__ import annotations

from archivegen.records.body import Body, Mark, marks_in, plain
from archivegen.records.record import Record, Zone


def record_as_json(record: Record, record_id: str) -> dict[str, object]:
    """Return a record as a tree of JSON values: fields with all parts of their values, blocks, zones, problems."""
    lines = record.body.lines
    return {
        "id": record_id,
        "source": {
            "path": record.source.path,
            "sha256": record.source.sha256,
            "layout": record.source.layout,
            "encoding": record.source.encoding,
        },
        "fields": {name: [value.as_json() for value in values] for name, values in record.fields.items()},
        "other_readings": {
            name: [value.as_json() for value in values] for name, values in record.other_readings.items()
        },
        "body": {
            "first_line": lines.first if lines else None,
            "last_line": lines.last if lines else None,
            "joined": [list(seam) for seam in record.body.joined],
            "blocks": _blocks(record.body),
        },
        "zones": _zones(record.zones),
        "other_zones": _zones(record.other_zones),
        "problems": [problem.as_json() for problem in record.problems],
    }


def _zones(zones: tuple[Zone, ...]) -> list[dict[str, object]]:
    return [{"lines": list(zone.lines), "zone": zone.kind, "field": zone.field} for zone in zones]


def _mark(mark: Mark) -> dict[str, str]:
    said = {"kind": mark.kind, "text": plain(mark.content)}
    return said | ({mark.kind: mark.label} if mark.kind in ("language", "direction") else {})


def _blocks(body: Body) -> list[dict[str, object]]:
    return [
        {
            "kind": block.kind,
            "lines": list(block.lines),
            "text": block.text,
            **({"level": block.level} if block.level > 1 else {}),
            **({"label": block.label} if block.label else {}),
            **({"language": block.language} if block.language else {}),
            **({"direction": block.direction} if block.direction else {}),
            **({"cells": [cell._asdict() for cell in block.cells]} if block.cells else {}),
            "marks": [_mark(mark) for mark in marks_in(block.content)],
        }
        for block in body.blocks
    ]
