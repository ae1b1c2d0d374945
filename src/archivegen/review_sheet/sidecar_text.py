"""Fields written into the text of a file of corrections, with everything else in it, comments too, as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from archivegen.problems import Problem, Refusal
from archivegen.records.fields import FIELD_BY_KEY, FIELD_BY_NAME
from archivegen.records.values import Value
from archivegen.review_sheet.table import BY, ON
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.supplied import read_supplied
from archivegen.seeds.supplied_values import PARTS
from archivegen.storage.yaml_lines import YamlNode, YamlReading, read_yaml
from archivegen.storage.yaml_text import as_yaml

Parts = Mapping[str, str]
Fields = Mapping[str, tuple[Parts, ...]]
_COMMENT = re.compile(r"(?:^|\s)#")
# Words in quotation marks where a value begins; in the middle of plain words such a mark is one of them.
_IN_QUOTES = re.compile(r"""(?<![^\s\[{,:-])(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')""")
_TEXT_BELOW = re.compile(r":\s*[|>][\d+-]*\s*$")


class Placement(NamedTuple):
    """Lines for a file of corrections: in the place of its lines `first` to `last`, counted from 1, or at its end where
    both are 0.
    """

    lines: tuple[str, ...]
    first: int = 0
    last: int = 0


class _Place(NamedTuple):
    """Where an entry stands: its key, its first line counted from 0, and that of the next entry if there is one."""

    key: str
    first: int
    next_one: int | None


def with_fields(text: str, fields: Fields, path: str) -> str:
    """Return a file of corrections with these values for these fields; those without a value are written as empty.

    Raises:
        Refusal: the file cannot be read, what stands there cannot be kept, or it would not say what is meant.

    """
    return _placed(text, fields, path)[1]


def placements(text: str, fields: Fields, path: str) -> tuple[Placement, ...]:
    """Return the lines that give each of these fields its values in a file of corrections, and where in it they go.

    Raises:
        Refusal: the file cannot be read, what stands there cannot be kept, or it would not say what is meant.

    """
    return tuple(_placed(text, fields, path)[0])


def _placed(text: str, fields: Fields, path: str) -> tuple[list[Placement], str]:
    before = read_yaml(text, path)
    if before.problems:
        raise Refusal(*before.problems)
    lines = text.splitlines()
    placements = []
    for name, values in fields.items():
        place = _standing(name, before, path)
        entry = entry_lines(name, values)
        placements.append(_instead(lines, place, entry, path) if place else Placement(tuple(entry)))
    # From the last to the first, so that the lines of those before it stay where they are.
    for each in sorted(placements, key=lambda each: -each.first):
        if each.first:
            lines[each.first - 1 : each.last] = each.lines
    lines += [line for each in placements if not each.first for line in each.lines]
    after = "".join(f"{line}\n" for line in lines)
    _check(before, after, fields, path)
    return placements, after


def entry_lines(name: str, values: tuple[Parts, ...]) -> list[str]:
    """Return the lines that give a field these values."""
    if not values:
        return [f"{name}: []"]
    if len(values) == 1:
        return [f"{name}: {_entry(values[0])}"]
    return [f"{name}:", *(f"- {_entry(value)}" for value in values)]


def _entry(parts: Parts) -> str:
    entries = {part: as_yaml(text) for part, text in parts.items() if part not in (BY, ON)}
    # A name that could be a body's is a person's only where that is said.
    if parts.get("kind") == "person" and not INSTITUTION.search(parts["value"]):
        del entries["kind"]
    if BY in parts or ON in parts:
        entries["confirmed"] = f"{{by: {as_yaml(parts.get(BY, ''))}, on: {as_yaml(parts.get(ON, ''))}}}"
    if list(entries) == ["value"]:
        return entries["value"]
    return "{" + ", ".join(f"{part}: {text}" for part, text in entries.items()) + "}"


def _standing(name: str, before: YamlReading, path: str) -> _Place | None:
    """Return where a file has an entry for a field, or None."""
    keys = [key for key in before.entries if (field := FIELD_BY_KEY.get(key)) and field.name == name]
    if not keys:
        return None
    first = before.entries[keys[0]].line
    if len(keys) > 1:
        both = " and ".join(f"“{key}”" for key in keys)
        fix = "write them as one, and import again"
        raise Refusal(_refused(path, first, f"{both} both give “{name}”", fix))
    later = [node.line for node in before.entries.values() if node.line > first]
    return _Place(keys[0], first - 1, min(later) - 1 if later else None)


def _instead(lines: list[str], place: _Place, entry: list[str], path: str) -> Placement:
    """Return an entry for the place of another one; comments on lines of their own go on standing above it."""
    key, first, next_one = place
    end = len(lines) if next_one is None else next_one
    # What stands between two entries belongs to the second.
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    own = lines[first:end]
    if not re.match(rf"[\"']?{re.escape(key)}[\"']?\s*:", own[0]):
        message = f"“{key}” is written in a form in which it cannot be replaced"
        raise Refusal(_refused(path, first + 1, message, _by_hand(entry)))
    has_text_below = bool(_TEXT_BELOW.search(own[0]))
    comments = [] if has_text_below else [line.strip() for line in own if line.lstrip().startswith("#")]
    rest = [] if has_text_below else [line for line in own if not line.lstrip().startswith("#")]
    if any(_COMMENT.search(_IN_QUOTES.sub('""', line)) for line in rest):
        message = f"a comment stands in the lines of “{key}”, and would be lost"
        raise Refusal(
            _refused(path, first + 1, message, f"put it on a line of its own, or {_by_hand(entry)}")
        )
    return Placement((*comments, *entry), first + 1, end)


def _by_hand(entry: list[str]) -> str:
    return f"write it by hand: {' '.join(entry)}"


def _check(before: YamlReading, after: str, fields: Fields, path: str) -> None:
    """Make sure that a new text says the new values, and says everything else as before.

    Raises:
        Refusal: it does not, or a value is faulty.

    """
    reading = read_yaml(after, path)
    supplied = read_supplied(after, path)
    if faults := [
        problem for problem in supplied.problems if problem.field in fields and problem.level == "error"
    ]:
        raise Refusal(*faults)
    own = {key for key, field in FIELD_BY_KEY.items() if field.name in fields}
    others = [
        {key: _told(node) for key, node in each.entries.items() if key not in own}
        for each in (before, reading)
    ]
    is_kept = not reading.problems and others[0] == others[1]
    for name, values in fields.items():
        read = [value for field, value in supplied.found if field == name]
        if not is_kept or [_said(value) for value in read] != [_meant(name, each, path) for each in values]:
            node = reading.entries.get(name)
            message = f"“{name}” cannot be written here so that it says what is meant"
            if "confirmed" in before.entries:
                message = f"this file is confirmed as a whole, and “{name}” would be, too"
            raise Refusal(
                _refused(path, node.line if node else None, message, _by_hand(entry_lines(name, values)))
            )


def _told(node: YamlNode) -> object:
    """Return what an entry says, without the lines it stands on."""
    if node.entries is not None:
        return {key: _told(each) for key, each in node.entries.items()}
    return [_told(each) for each in node.items] if node.items is not None else node.text


def _said(value: Value) -> tuple[object, ...]:
    """Return what a value says, without where it stands."""
    return (value.value, value.confirmed, *(getattr(value, part) for part in PARTS[type(value)]))


def _meant(name: str, parts: Parts, path: str) -> tuple[object, ...]:
    """Return what a value says that stands alone in a file."""
    alone = read_supplied("\n".join(entry_lines(name, (parts,))), path)
    return _said(alone.found[0].value) if alone.found else (FIELD_BY_NAME[name].name,)


def _refused(path: str, line: int | None, message: str, fix: str) -> Problem:
    return Problem(path=path, line=line, code="corrections-not-merged", message=message, fix=fix)
