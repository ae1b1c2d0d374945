"""What the archivist supplies in a sidecar file or in front matter, as values that stand above what is read."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.problems import Problem
from archivegen.records.fields import FIELD_BY_KEY, Field
from archivegen.records.values import (
    DateValue,
    LineRange,
    Value,
)
from archivegen.seeds.conventions import CONVENTIONS
from archivegen.seeds.draft import Found
from archivegen.seeds.supplied_values import supplied_value
from archivegen.storage.yaml_lines import YamlNode, read_yaml

_OTHER_KEYS = ("id", "access", "recognise", "encoding", "editorial_conventions")
_PARTS = ("value", "name", "edtf", "type", "principal", "role", "office", "kind", "variant")


@dataclass(frozen=True, slots=True)
class Supplied:
    """The supplied values and id, the fields supplied as empty, and what was wrong. `access` other than `open`
    withholds the document; `recognise` that is `off` takes nothing for true but what is supplied; `encoding` is that of
    the document's bytes, `conventions` the name of what its editors' signs mean.
    """

    found: tuple[Found, ...] = ()
    cleared: frozenset[str] = frozenset()
    supplied_id: str | None = None
    access: str | None = None
    recognise: str | None = None
    encoding: str | None = None
    conventions: str | None = None
    problems: tuple[Problem, ...] = ()


def read_supplied(text: str, path: str, first_line: int = 1) -> Supplied:
    """Read supplied values from YAML text; `first_line` is where it begins in the file, for front matter."""
    reading = read_yaml(text, path, first_line)
    found: list[Found] = []
    problems = list(reading.problems)
    unknown: list[tuple[str, YamlNode]] = []
    cleared: set[str] = set()
    for key, node in reading.entries.items():
        field = FIELD_BY_KEY.get(key)
        if field is None:
            if key not in _OTHER_KEYS:
                unknown.append((key, node))
            continue
        unknown.extend(_other_parts(key, node))
        values = list(_values(field, node, path, problems))
        if node.items == ():
            cleared.add(field.name)
        elif len(values) > 1 and not field.repeatable:
            problems.append(_too_many(field, node, path))
        found.extend(Found(field.name, value) for value in values)
    if unknown:
        problems.append(_unknown_keys(unknown, path))
    conventions = _conventions(reading.entries.get("editorial_conventions"), path, problems)
    own = {key: reading.entries[key] for key in _OTHER_KEYS if key in reading.entries}
    return Supplied(
        tuple(found),
        frozenset(cleared),
        own["id"].text if "id" in own else None,
        own["access"].text or "" if "access" in own else None,
        own["recognise"].text if "recognise" in own else None,
        own["encoding"].text if "encoding" in own else None,
        conventions,
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
        value = supplied_value(field, parts, lines)
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


def _conventions(node: YamlNode | None, path: str, problems: list[Problem]) -> str | None:
    """Return the name of the conventions that are declared; one that is unknown is a problem, and nothing is declared."""
    if node is None or node.text in CONVENTIONS:
        return node.text if node else None
    problems.append(
        Problem(
            path=path,
            line=node.line,
            field="editorial_conventions",
            code="unknown-conventions",
            message=f"“{node.text or ''}” are no editorial conventions",
            fix=f"write {', '.join(CONVENTIONS)}",
        )
    )
    return None


def _parts(node: YamlNode) -> dict[str, str]:
    if node.entries is None:
        return {"value": node.text or ""}
    parts = {key: entry.text for key, entry in node.entries.items() if entry.text}
    for other_name in ("name", "edtf"):
        if other_name in parts:
            parts.setdefault("value", parts.pop(other_name))
    return parts


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


def _too_many(field: Field, node: YamlNode, path: str) -> Problem:
    return Problem(
        path=path,
        line=node.line,
        field=field.name,
        code="too-many-values",
        message=f"“{field.name}” has one value, and more are given",
        fix="keep one of them",
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
