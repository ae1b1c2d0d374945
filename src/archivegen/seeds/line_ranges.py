"""A range of lines as the archivist writes it: `14`, `40-41`."""

from __future__ import annotations

import re

from archivegen.records.values import LineRange

_RANGE = re.compile(r"^\s*(?P<first>\d+)\s*(?:[-–]\s*(?P<last>\d+)\s*)?$")


def read_line_range(text: str) -> LineRange | None:
    """Return a range of lines, or None where a text is none."""
    match = _RANGE.match(text)
    lines = LineRange(int(match["first"]), int(match["last"] or match["first"])) if match else None
    return lines if lines and 1 <= lines.first <= lines.last else None
