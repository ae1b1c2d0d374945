"""What the archivist supplies in a sidecar file or in front matter, as values that stand above what is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from archivegen.problems import Problem
from archivegen.records.dates import bounds
from archivegen.records.fields import FIELD_BY_KEY, Field
from archivegen.records.record import SaidId, SaidVersion
from archivegen.records.values import AccessValue, Confirmation, DateValue, LineRange, Value
from archivegen.seeds.collections import Collection, taken_from
from archivegen.seeds.confirmations import no_values_confirmed, nothing_confirmed, read_confirmation
from archivegen.seeds.conventions import CONVENTIONS
from archivegen.seeds.draft import Found
from archivegen.seeds.folder_defaults import defaults_without_fields
from archivegen.seeds.redactions import Redaction, read_redactions
from archivegen.seeds.redrawn import NOT_FIELDS, DrawnZone, read_drawn_zones
from archivegen.seeds.remarks import Remark, read_remarks
from archivegen.seeds.roles_by_key import field_of_role, in_role
from archivegen.seeds.said_versions import VERSION_KEYS, read_said_version
from archivegen.seeds.supplied_faults import (
    faulty_part,
    too_many,
    unknown_key,
    unknown_part,
    unreadable_date,
    wrong_shape,
)
from archivegen.seeds.supplied_values import PARTS, VALUE_KEYS, WrongPart, supplied_value, wrong_parts
from archivegen.storage.yaml_lines import YamlNode, YamlReading, read_yaml

_OTHER_KEYS = ("id", "redact", "recognise", "encoding", "editorial_conventions", "zones", "confirmed", "changes", *VERSION_KEYS)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Supplied:
    """The supplied values and id, the fields supplied as empty, and what was wrong. `recognise` that is `off` takes nothing
    for true but what is supplied; `encoding` is that of the document's bytes, `conventions` the name of what its editors' signs mean, `zones` what the archivist says of its lines,
    `changes` what has changed since the document was last published, `collection` what a folder is as a whole, `version` what version of a document it is, `said_id` where the id
    stands, `remarks` what stands in comments. What `is_default` gives way to what a document states; `defaults` are those of a folder.
    """

    found: tuple[Found, ...] = ()
    cleared: frozenset[str] = frozenset()
    supplied_id: str | None = None
    recognise: str | None = None
    encoding: str | None = None
    conventions: str | None = None
    zones: tuple[DrawnZone, ...] = ()
    changes: tuple[str, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    problems: tuple[Problem, ...] = ()
    collection: Collection | None = None
    version: SaidVersion | None = None
    said_id: SaidId = field(default_factory=SaidId)
    is_default: bool = False
    defaults: Supplied | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def gives(self) -> frozenset[str]:
        """The names of the fields that have a supplied value, and “redact” where words are redacted."""
        return frozenset(name for name, _ in self.found) | ({"redact"} if self.redactions else set())


def read_supplied(text: str, path: str, first_line: int = 1) -> Supplied:
    """Read supplied values from YAML text; `first_line` is where it begins in the file, for front matter."""
    reading = read_yaml(text, path, first_line)
    return replace(supplied_by(reading, path), remarks=read_remarks(reading, text, path, first_line))


@lru_cache(maxsize=64)
def read_folder(text: str, path: str) -> Supplied:
    """Read what a folder supplies for its documents, and what it is itself: its title and its introduction."""
    reading = read_yaml(text, path)
    remarks = read_remarks(reading, text, path)
    collection, faults = taken_from(reading.entries, path)
    node = reading.entries.pop("defaults", None)
    supplied = supplied_by(reading, path)
    defaults = None
    if node and node.entries is not None:
        defaults = replace(supplied_by(YamlReading(node.entries), path), is_default=True)
    elif node:
        faults = (*faults, defaults_without_fields(node, path))
    problems = (*supplied.problems, *faults)
    return replace(supplied, collection=collection, defaults=defaults, remarks=remarks, problems=problems)


def supplied_by(reading: YamlReading, path: str) -> Supplied:
    """Return what entries supply, however they are written down; `path` is the file that they stand in."""
    found: list[Found] = []
    problems = list(reading.problems)
    cleared: set[str] = set()
    for key, node in reading.entries.items():
        field = FIELD_BY_KEY.get(field_of_role(key) or key)
        if field is None:
            if key not in _OTHER_KEYS:
                problems.append(unknown_key(key, node, [*FIELD_BY_KEY, *_OTHER_KEYS], path))
            continue
        values = [in_role(each, key) for each in _values(field, node, path, problems)]
        if node.items == ():
            cleared.add(field.name)
        elif len(values) > 1 and not field.repeatable:
            problems.append(too_many(field, node, path))
        found.extend(Found(field.name, value) for value in values)
    zones = read_drawn_zones(reading.entries.get("zones"), path, problems)
    confirmation = read_confirmation(reading.entries.get("confirmed"), path, problems)
    if confirmation is not None:
        found = [_confirmed(each, confirmation) for each in found]
        zones = tuple(replace(zone, confirmed=confirmation) for zone in zones)
    if "confirmed" in reading.entries and not _names_values(reading.entries):
        problems.append(no_values_confirmed(reading.entries["confirmed"], path))
    texts = {key: reading.entries[key].text for key in _OTHER_KEYS if key in reading.entries}
    return Supplied(
        tuple(found),
        frozenset(cleared),
        texts.get("id"),
        texts.get("recognise"),
        texts.get("encoding"),
        _conventions(reading.entries.get("editorial_conventions"), path, problems),
        zones,
        reading.entries["changes"].texts() if "changes" in reading.entries else (),
        read_redactions(reading.entries.get("redact"), path, problems),
        version=read_said_version(reading.entries, path, problems),
        problems=tuple(sorted(problems, key=lambda problem: problem.line or 0)),
        said_id=_said_id(reading.entries.get("id"), path),
    )


def _confirmed(found: Found, confirmation: Confirmation) -> Found:
    return Found(found.field, replace(found.value, confirmed=found.value.confirmed or confirmation))


def _said_id(node: YamlNode | None, path: str) -> SaidId:
    return SaidId(path, node.line) if node and node.text else SaidId()


def _names_values(entries: dict[str, YamlNode]) -> bool:
    """Say whether a file gives a field a value, takes its values away, or says on which lines they stand."""
    zones = entries.get("zones")
    drawn = (zones.entries or {"": zones} if zones else {}).values()
    return any(key in FIELD_BY_KEY for key in entries) or any(zone.text not in NOT_FIELDS for zone in drawn)


def _values(field: Field, node: YamlNode, path: str, problems: list[Problem]) -> Iterator[Value]:
    nodes = node.items if node.items is not None else (node,)
    if not nodes and field.kind is AccessValue:
        problems.append(wrong_shape(field, node, path))
    for item in nodes:
        parts = _parts(field, item, path, problems)
        if not parts.get("value"):
            if "confirmed" in (item.entries or {}):
                problems.append(nothing_confirmed(field, item, path))
            elif (item.text is None and (item.entries or item.items)) or (
                field.kind is AccessValue and not (item.text or item.entries)
            ):
                problems.append(wrong_shape(field, item, path))
            continue
        value = supplied_value(field, parts, (LineRange(item.line, item.line),), path)
        if isinstance(value, DateValue) and bounds(value.value) is None:
            problems.append(unreadable_date(field, parts["value"], item, path))
        yield replace(
            value, confirmed=read_confirmation((item.entries or {}).get("confirmed"), path, problems)
        )


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


def _parts(field: Field, node: YamlNode, path: str, problems: list[Problem]) -> dict[str, str]:
    """Return the parts of an entry by key; those that its field does not have, and wrong ones, are problems."""
    entries = node.entries or {}
    beside = (*PARTS[field.kind], "confirmed")
    for part, entry in entries.items():
        if part not in (*VALUE_KEYS, *beside):
            problems.append(unknown_part(field, part, entry, beside, path))
        elif part in PARTS[field.kind] and (entry.items or entry.entries):
            problems.append(
                faulty_part(field, WrongPart(part, "a list", "write a single text"), path, entry.line)
            )
    parts = {
        key: entry.text
        for key, entry in entries.items()
        if key in (*VALUE_KEYS, *PARTS[field.kind]) and entry.text
    }
    for other_name in VALUE_KEYS[1:]:
        if other_name in parts:
            parts.setdefault("value", parts.pop(other_name))
    if node.entries is None:
        parts = {"value": node.text or ""}
    for wrong in wrong_parts(field, parts):
        problems.append(faulty_part(field, wrong, path, entries.get(wrong.part, node).line))
        parts.pop(wrong.part, None)
    return parts
