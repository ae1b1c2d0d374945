"""What can be wrong with what the archivist supplies, as problems."""

from __future__ import annotations

import difflib

from archivegen.problems import Problem
from archivegen.records.fields import Field
from archivegen.records.values import DateValue
from archivegen.storage.yaml_lines import YamlNode


def unknown_keys(unknown: list[tuple[str, YamlNode]], known: list[str], path: str) -> Problem:
    """Return the problem of keys that no field has, with the nearest that one has."""
    hints = []
    for key, _ in unknown:
        near = difflib.get_close_matches(key, known, n=1, cutoff=0.7)
        hints.append(f"“{key}”" + (f" (did you mean “{near[0]}”?)" if near else ""))
    # A misspelt "access" would publish what must not be seen: it rejects the document.
    is_about_access = any(
        difflib.get_close_matches(key.casefold(), ["access"], cutoff=0.7) for key, _ in unknown
    )
    are = "is no field" if len(hints) == 1 else "are no fields"
    return Problem(
        path=path,
        line=unknown[0][1].line,
        field=unknown[0][0],
        level="error" if is_about_access else "warning",
        code="unknown-field",
        message=f"{', '.join(hints)} {are} of a record",
        fix="what stands there is not published; the fields are listed in docs/fields.md",
    )


def too_many(field: Field, node: YamlNode, path: str) -> Problem:
    """Return the problem of several values for a field that has one."""
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="too-many-values",
        message=f"“{field.name}” has one value, and more are given",
        fix="keep one of them",
    )


def wrong_shape(field: Field, node: YamlNode, path: str) -> Problem:
    """Return the problem of an entry without a value."""
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="wrong-shape",
        message=f"“{field.name}” has no “value” here",
        fix="write the text itself, or a “value:” line",
    )


def unreadable(field: Field, text: str, node: YamlNode, path: str) -> Problem:
    """Return the problem of a text that cannot be a value of its field."""
    if field.kind is DateValue:
        return Problem(
            path=path,
            line=node.line,
            field=field.name,
            level="warning",
            code="date-unreadable",
            message=f"“{text}” is not a date that can be read; it is shown as it is, and sorts as undated",
            fix="write it as 1957-05-22, 1957-05, 1957, 1957-05-06/1957-05-29 or 22 May 1957",
        )
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        level="warning",
        code="not-supplied",
        message=f"“{field.name}” cannot be supplied in this version",
        fix="leave it out",
    )
