"""What can be wrong with the zones an archivist draws, as problems."""

from __future__ import annotations

from collections.abc import Iterable

from archivegen.problems import Problem
from archivegen.records.values import LineRange
from archivegen.seeds.supplied_faults import did_you_mean

_FIELD = "zones"
_EXAMPLES = "for instance “40-41: summary”, “3: debris” or “12-60: body”"
_COUNT = "count the lines as “archivegen inspect” shows them, front matter included"


def no_zones(path: str, line: int) -> Problem:
    """Return the problem of a `zones:` that is no list of lines and what they are."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="no-zone",
        message="“zones” does not say which lines are what",
        fix=f"write a line below it for each zone, {_EXAMPLES}",
    )


def no_lines(wording: str, path: str, line: int) -> Problem:
    """Return the problem of a key that is no range of lines."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="no-zone",
        message=f"“{wording}” names no lines of a document",
        fix="write the number of a line, or the first and the last with a hyphen between: “3” or “40-41”",
    )


def no_part(wording: str, known: Iterable[str], path: str, line: int) -> Problem:
    """Return the problem of lines that are said to be what no part of a document is called, with the nearest name."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="no-zone",
        message=f"“{wording}”{did_you_mean(wording, known)} is no part of a document",
        fix=f"write the name of a field, “body” or “debris”, {_EXAMPLES}; the fields are listed in docs/fields.md",
    )


def beyond_the_end(lines: LineRange, last: int, path: str, line: int) -> Problem:
    """Return the problem of a zone that reaches below the last line of its document."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="no-zone",
        message=f"there is no line {lines.last}: the document ends with line {last}",
        fix=_COUNT,
    )


def in_front_matter(number: int, path: str, line: int) -> Problem:
    """Return the problem of a zone that begins in the front matter."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="no-zone",
        message=f"line {number} is front matter and no part of the document",
        fix=_COUNT,
    )


def overlap(number: int, path: str, line: int) -> Problem:
    """Return the problem of a line that two zones claim."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="zones-overlap",
        message=f"line {number} of the document is already in another zone",
        fix="give every line to one zone",
    )


def one_too_many(field: str, path: str, line: int) -> Problem:
    """Return the problem of a second zone for a field that has one value."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="too-many-values",
        message=f"“{field}” has one value, and another zone gives it already",
        fix=f"keep one of the zones, or write “{field}” and its value out and call the lines debris",
    )


def not_read(lines: LineRange, field: str, path: str, line: int) -> Problem:
    """Return the problem of lines whose words cannot be a value of their field."""
    return Problem(
        path=path,
        line=line,
        field=_FIELD,
        code="zone-not-read",
        message=f"what stands on lines {lines.first}-{lines.last} cannot be read as “{field}”",
        fix=f"write “{field}” and its value into the file of corrections, and leave the zone out",
    )
