"""Closed documents that are announced: what may be told of them, and nothing of what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from archivegen.archive.access import is_open
from archivegen.problems import Problem
from archivegen.records.body import Body
from archivegen.records.record import Record
from archivegen.records.values import Value

# What an announcement says: what the document is and where it is, and nothing of what is in it.
_ANNOUNCED = (
    "title",
    "form",
    "language",
    "original_language",
    "extent",
    "repository",
    "reference_code",
    "access",
    "rights",
)
_DERIVED_FROM = {"form": "title", "repository": "reference_code"}


def is_announced(record: Record) -> bool:
    """Say whether a document may be announced while it is closed."""
    return record.access is not None and record.access.announce


def unseen_on(day: str, records: Iterable[Record]) -> frozenset[str]:
    """Return the paths of the documents that are closed on a day and not announced."""
    return frozenset(
        record.source.path for record in records if not is_open(record, day) and not is_announced(record)
    )


def without_title(day: str, records: Iterable[Record]) -> Iterator[Problem]:
    """Yield an error for each closed document that is announced and has no title that may be announced."""
    for record in records:
        if is_open(record, day) or not is_announced(record):
            continue
        if not any(_is_said_outside(record, title) for title in record.fields.get("title", ())):
            yield Problem(
                path=record.source.path,
                field="title",
                code="announced-without-title",
                message="this closed document is announced and has no title but one made of its text or of its file’s name",
                fix="give it a title",
            )


def _is_said_outside(record: Record, value: Value) -> bool:
    """Say whether a value is the archivist's, or is stated by a catalogue outside of the text: of the text nothing may be
    told, and what a rule makes of it tells something.

    Where no line outside has a label, it is the place of the lines alone that speaks for a catalogue, and they may be text.
    """
    if value.by == "archivist":
        return True
    if value.by != "cataloguer" or not _has_label_outside(record):
        return False
    return not _is_in_text(record, value)


def _has_label_outside(record: Record) -> bool:
    return any(
        value.by == "cataloguer" and value.rule == "label" and not _is_in_text(record, value)
        for values in record.fields.values()
        for value in values
    )


def _is_in_text(record: Record, value: Value) -> bool:
    text = [zone.lines for zone in record.zones if zone.kind == "body"]
    return any(
        part.first <= lines.last and lines.first <= part.last for part in value.lines for lines in text
    )


def _is_of_what_is_told(name: str, value: Value, fields: Mapping[str, tuple[Value, ...]]) -> bool:
    """Say whether a value is stated, or derived from a catalogue's words that are told too and were not replaced."""
    if value.status != "derived":
        return True
    origins = fields.get(_DERIVED_FROM.get(name, ""), ())
    return any(origin.file is None and set(origin.lines) & set(value.lines) for origin in origins)


def announced(record: Record) -> Record:
    """Return the record of a closed document as it may be shown: announced where the archivist says so, else nothing.

    Neither its text nor the names in it are left, nor anything that was read from it or otherwise, nor the words of the
    source.
    """
    principal = record.principal_date
    announced_values = {
        **{name: record.fields.get(name, ()) for name in _ANNOUNCED},
        "dates": (principal,) if principal else (),
    }
    fields: dict[str, tuple[Value, ...]] = {}
    for name, values in announced_values.items() if is_announced(record) else ():
        told = [value for value in values if _is_said_outside(record, value)]
        if said := [value for value in told if _is_of_what_is_told(name, value, record.fields)]:
            fields[name] = tuple(replace(value, lines=(), file=None, as_written=None) for value in said)
    return replace(
        record,
        source=replace(record.source, text_lines=()),
        fields=fields,
        other_readings={},
        other_zones=(),
        body=Body(),
        zones=(),
        changes=(),
        problems=(),
        joined=(),
        withheld=(),
    )
