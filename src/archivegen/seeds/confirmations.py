"""An archivist's word that a value was checked: who, and on which day."""

from __future__ import annotations

from archivegen.problems import Problem
from archivegen.records.dates import bounds
from archivegen.records.fields import Field
from archivegen.records.values import Confirmation
from archivegen.storage.yaml_lines import YamlNode


def read_confirmation(node: YamlNode | None, path: str, problems: list[Problem]) -> Confirmation | None:
    """Return what a `confirmed: {by: …, on: …}` says; one without a name or a day is added to the problems."""
    if node is None:
        return None
    parts = node.entries or {}
    by, on = (parts[part].text if part in parts else None for part in ("by", "on"))
    span = bounds(on or "")
    if by and on and span and span.earliest == span.latest:
        return Confirmation(by, on)
    problems.append(
        Problem(
            path=path,
            line=node.line,
            field="confirmed",
            code="confirmation",
            message="this does not say who checked the value, or on which day",
            fix="write it as “confirmed: {by: Anna Lindqvist, on: 2026-03-01}”",
        )
    )
    return None


def nothing_confirmed(field: Field, node: YamlNode, path: str) -> Problem:
    """Return the problem of a confirmation without the value that was checked: it could not keep it from changing."""
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="nothing-confirmed",
        message=f"“{field.name}” is confirmed here, but the value that was checked is missing",
        fix="write it beside “confirmed”, as “value:”; archivegen inspect prints the line",
    )


def no_values_confirmed(node: YamlNode, path: str) -> Problem:
    """Return the problem of a file that is confirmed as a whole and gives no value that could be kept."""
    return Problem(
        path=path,
        line=node.line,
        field="confirmed",
        code="nothing-confirmed",
        message="this confirms the values of this file, and the file gives none",
        fix="write the fields that were checked beside it, with their values as “archivegen inspect” shows them",
    )
