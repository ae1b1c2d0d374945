"""What the archivist says of a file as a version of a document: `version_of` and `version`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archivegen.problems import Problem
from archivegen.records.record import SaidVersion
from archivegen.records.values import VERSION_KINDS
from archivegen.storage.yaml_lines import YamlNode

VERSION_KEYS = ("version_of", "version")


def read_said_version(
    entries: Mapping[str, YamlNode], path: str, problems: list[Problem]
) -> SaidVersion | None:
    """Return what entries say of a file as a version, or None; what says nothing is added to the problems."""
    said: dict[str, YamlNode] = {}
    for key in VERSION_KEYS:
        node = entries.get(key)
        if node is None:
            continue
        if not node.text or (key == "version" and node.text.strip() not in VERSION_KINDS):
            problems.append(_unusable(key, node, path))
        else:
            said[key] = node
    if not said:
        return None
    of, kind = (said.get(key) for key in VERSION_KEYS)
    place = of or kind
    return SaidVersion(
        kind=(kind.text or "").strip() if kind else "",
        of=(of.text or "").strip() if of else "",
        path=path,
        line=place.line if place else None,
    )


def nearest_said(parts: Sequence[SaidVersion | None]) -> SaidVersion:
    """Return what is said of a file as a version, each thing by the nearest that says it, from the outermost on."""
    said = [part for part in parts if part]
    of = next((part for part in reversed(said) if part.of), None)
    kind = next((part for part in reversed(said) if part.kind), None)
    place = of or kind or SaidVersion()
    return SaidVersion(
        kind=kind.kind if kind else "",
        of=of.of if of else "",
        path=place.path,
        line=place.line,
        column=place.column,
    )


def _unusable(key: str, node: YamlNode, path: str) -> Problem:
    is_kind = key == "version"
    return Problem(
        path=path,
        line=node.line,
        field=key,
        code="version-unusable",
        message=f"“{node.text or ''}” is no kind of version" if is_kind else "this names no document",
        fix=f"write {', '.join(VERSION_KINDS[:-1])} or {VERSION_KINDS[-1]}"
        if is_kind
        else "write the path or the id of the document of which this file is a version",
    )
