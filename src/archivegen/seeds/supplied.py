"""What the archivist supplies in a sidecar file or in front matter, as values that stand above what is read."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from archivegen.problems import Problem
from archivegen.records.dates import bounds
from archivegen.records.fields import FIELD_BY_KEY, Field
from archivegen.records.languages import tag_of
from archivegen.records.values import (
    AgentValue,
    DateValue,
    LineRange,
    Lines,
    NameVariant,
    ReferenceCode,
    Status,
    Value,
    Voice,
)
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Found
from archivegen.storage.yaml_lines import YamlNode, read_yaml

_OTHER_KEYS = ("id", "access")
_PARTS = ("value", "name", "edtf", "type", "principal", "role", "office", "kind", "variant")


class _SuppliedParts(TypedDict):
    """What every supplied value has in common."""

    value: str
    as_written: str | None
    status: Status
    by: Voice
    rule: str
    lines: Lines


@dataclass(frozen=True, slots=True)
class Supplied:
    """The supplied values, the supplied id, and what was wrong with either; `is_open` is false when it is withheld."""

    found: tuple[Found, ...] = ()
    supplied_id: str | None = None
    is_open: bool = True
    problems: tuple[Problem, ...] = ()


def read_supplied(text: str, path: str, first_line: int = 1) -> Supplied:
    """Read supplied values from YAML text; `first_line` is where it begins in the file, for front matter."""
    reading = read_yaml(text, path, first_line)
    found: list[Found] = []
    problems = list(reading.problems)
    unknown: list[tuple[str, YamlNode]] = []
    for key, node in reading.entries.items():
        field = FIELD_BY_KEY.get(key)
        if field is None:
            if key not in _OTHER_KEYS:
                unknown.append((key, node))
            continue
        unknown.extend(_other_parts(key, node))
        found.extend(Found(field.name, value) for value in _values(field, node, path, problems))
    if unknown:
        problems.append(_unknown_keys(unknown, path))
    access = reading.entries.get("access")
    supplied_id = reading.entries.get("id")
    return Supplied(
        tuple(found),
        supplied_id.text if supplied_id else None,
        access is None or access.text == "open",
        tuple(sorted(problems, key=lambda problem: problem.line or 0)),
    )


def _values(field: Field, node: YamlNode, path: str, problems: list[Problem]) -> Iterator[Value]:
    nodes = node.items if node.items is not None else (node,)
    for item in nodes:
        parts = _parts(item)
        lines = (LineRange(item.line, item.line),)
        if not parts.get("value"):
            if item.text is None and (item.entries or item.items):
                problems.append(_wrong_shape(field, item, path))
            continue
        value = _value(field, parts, lines)
        if value is None:
            problems.append(_unreadable(field, parts["value"], item, path))
        else:
            yield value


def _other_parts(key: str, node: YamlNode) -> Iterator[tuple[str, YamlNode]]:
    """Yield what stands inside a value and is no part of one, such as an author's year of birth."""
    for item in node.items if node.items is not None else (node,):
        for part, content in (item.entries or {}).items():
            if part not in _PARTS:
                yield f"{key}, {part}", content


def _parts(node: YamlNode) -> dict[str, str]:
    if node.entries is None:
        return {"value": node.text or ""}
    parts = {key: entry.text for key, entry in node.entries.items() if entry.text}
    for other_name in ("name", "edtf"):
        if other_name in parts:
            parts.setdefault("value", parts.pop(other_name))
    return parts


def _value(field: Field, parts: dict[str, str], lines: Lines) -> Value | None:
    """Return a supplied value of the field's type, or None where its text cannot be one."""
    text = parts["value"]
    if field.kind is DateValue:
        return _date(text, parts, lines)
    if field.kind is AgentValue:
        is_body = parts.get("kind") == "body" or field.name in ("issuing_body", "funders")
        return AgentValue(
            **_supplied(text, text, lines),
            role=parts.get("role"),
            office=parts.get("office"),
            kind="body" if is_body else "person",
        )
    if field.kind is NameVariant:
        return NameVariant(**_supplied(text, text, lines), variant=parts.get("variant", ""))
    if field.kind is ReferenceCode:
        return ReferenceCode(**_supplied(text, text, lines))
    if field.kind is not Value:
        return None
    tag = tag_of(text) if "languages" in field.indexes else None
    return Value(**_supplied(tag or text, text, lines))


def _date(text: str, parts: dict[str, str], lines: Lines) -> DateValue | None:
    edtf = text if bounds(text) else read_date(text)
    if edtf is None:
        return None
    return DateValue(
        **_supplied(edtf, text, lines),
        type=parts.get("type", "created"),
        principal=parts.get("principal") == "true",
    )


def _supplied(value: str, wording: str, lines: Lines) -> _SuppliedParts:
    return {
        "value": value,
        "as_written": wording if wording != value else None,
        "status": "supplied",
        "by": "archivist",
        "rule": "supplied",
        "lines": lines,
    }


def _unknown_keys(unknown: list[tuple[str, YamlNode]], path: str) -> Problem:
    known = [*FIELD_BY_KEY, *_OTHER_KEYS]
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


def _wrong_shape(field: Field, node: YamlNode, path: str) -> Problem:
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="wrong-shape",
        message=f"“{field.name}” has no “value” here",
        fix="write the text itself, or a “value:” line",
    )


def _unreadable(field: Field, text: str, node: YamlNode, path: str) -> Problem:
    if field.kind is DateValue:
        return Problem(
            path=path,
            line=node.line,
            field=field.name,
            code="date-unreadable",
            message=f"“{text}” is not a date that can be read",
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
