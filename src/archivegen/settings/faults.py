"""What can be wrong with a setting, as a problem."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from archivegen.problems import Level, Problem
from archivegen.storage.yaml_lines import YamlNode


def setting_fault(
    path: str, line: int | None, field: str, message: str, fix: str, *, level: Level = "error"
) -> Problem:
    """Return the problem of a setting: what is wrong on a line of the settings, and what to write."""
    return Problem(path=path, line=line, field=field, level=level, code="setting", message=message, fix=fix)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a question, with a space behind it, for the known word that is nearest to a word; "" where none is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f"did you mean “{near[0]}”? " if near else ""


def is_inside(path: str) -> bool:
    """Say whether a path leads to a place in the folder that it counts from, on every system."""
    return not (path.startswith(("/", "\\")) or ":" in path or ".." in path.replace("\\", "/").split("/"))


def unknown_keys(
    entries: dict[str, YamlNode], known: Iterable[str], field: str, path: str
) -> Iterable[Problem]:
    """Yield a problem for each key within a setting that the setting does not have."""
    known = tuple(known)
    for key, node in entries.items():
        if key not in known:
            fix = f"{nearest(key, known)}write {', '.join(known)}, or those of them that you need"
            yield setting_fault(path, node.line, field, f"“{key}” is not among the {field}", fix)
