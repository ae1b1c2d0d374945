"""The record of a document with all its versions: what the document says goes before what a version says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archivegen.archive.access import is_open
from archivegen.archive.announcements import announced
from archivegen.archive.joining.faults import contradicting, redacted_elsewhere
from archivegen.config import SETTINGS_NAME
from archivegen.problems import Problem
from archivegen.records.dates import may_be_one
from archivegen.records.fields import FIELDS
from archivegen.records.record import JoinedVersion, Record
from archivegen.records.redacted import covered, texts_of
from archivegen.records.values import DateValue, Value
from archivegen.records.worded_dates import worded

# What is said of a version alone, and shown with it.
OF_A_VERSION = (
    "title", "title_in_document", "completeness", "extent", "published_in", "source_url", "identifiers", "citation",
    "credits", "funders", "access", "reproduction", "rights", "notes", "archivist_note", "versions",
)  # fmt: skip
# What all versions say together.
_OF_ALL = ("language", "contributors")
# Where two may not say different things of one document.
_ONE_FOR_ALL = ("form", "repository", "reference_code")


def joined_record(
    principal: Record, versions: Sequence[JoinedVersion], day: str
) -> tuple[Record, list[Problem]]:
    """Return the record of a document with its versions, as it may be seen on a day, and where these contradict it.

    Of a document that is not open there is nothing but the document, and of a version that is not nothing but its kind.
    """
    if not versions or not is_open(principal, day):
        return principal, []
    seen = tuple(version for version in versions if is_open(version.record, day))
    problems = [*_redacted_elsewhere([principal, *(version.record for version in seen)])]
    fields, others = dict(principal.fields), dict(principal.other_readings)
    for version in seen:
        record = version.record
        for name, values in record.fields.items():
            own = tuple(replace(value, file=value.file or record.source.path) for value in values)
            if name in _OF_ALL:
                fields[name] = _with_those_missing(fields.get(name, ()), own)
            elif name not in OF_A_VERSION and not (fields.get(name) or others.get(name)):
                fields[name] = own
        for name, value, standing in _contradictions(principal, record):
            others[name] = (*others.get(name, ()), replace(value, file=value.file or record.source.path))
            problems.append(contradicting(record, value, name, _in_words(value), _in_words(standing)))
    if title := _title_for_a_file_name(principal, seen):
        fields["title"] = (title,)
    every = (principal, *(version.record for version in seen))
    return replace(
        principal,
        fields={row.name: fields[row.name] for row in FIELDS if fields.get(row.name)},
        other_readings=others,
        supplied_sha256=_digest(principal, seen) if seen else principal.supplied_sha256,
        redacted_words=tuple(words for record in every for words in record.redacted_words),
        redacted_at=tuple(place for record in every for place in record.redacted_at),
        joined=seen,
        withheld=tuple(_without_words(version) for version in versions if version not in seen),
    ), problems


def in_language(record: Record, language: str) -> Record:
    """Return a record whose path says the language of its text, unless the archivist says it, too."""
    said = record.fields.get("language", ())
    if any(value.status == "supplied" for value in said):
        return record
    value = Value(value=language, rule="version_path", status="supplied", by="archivist", file=SETTINGS_NAME)
    fields = dict(record.fields) | {"language": (value,)}
    return replace(record, fields={row.name: fields[row.name] for row in FIELDS if row.name in fields})


def _with_those_missing(values: tuple[Value, ...], others: Iterable[Value]) -> tuple[Value, ...]:
    known = {(value.value, getattr(value, "role", None)) for value in values}
    return (*values, *(other for other in others if (other.value, getattr(other, "role", None)) not in known))


def _contradictions(principal: Record, version: Record) -> Iterator[tuple[str, Value, Value]]:
    """Yield each value of a version that the document contradicts, with the field and the value that stands."""
    for name in _ONE_FOR_ALL:
        standing, said = principal.first(name), version.first(name)
        if standing is None or said is None or "derived" in (standing.status, said.status):
            continue
        if standing.value.casefold() != said.value.casefold():
            yield name, said, standing
    first = principal.principal_date
    for date in version.values_of("dates", DateValue):
        if first and date.principal and date.type == first.type and not may_be_one(first.value, date.value):
            yield "dates", date, first


def _in_words(value: Value) -> str:
    return worded(value.value) if isinstance(value, DateValue) else value.value


def _title_for_a_file_name(principal: Record, versions: Iterable[JoinedVersion]) -> Value | None:
    """Return the title of a version for a document that has none but the name of its file, as scans have."""
    own = principal.first("title")
    if own and own.rule != "file_name_title":
        return None
    titles = ((version.record, version.record.first("title")) for version in versions)
    return next(
        (
            replace(title, file=title.file or record.source.path)
            for record, title in titles
            if title and title.rule != "file_name_title"
        ),
        None,
    )


def _redacted_elsewhere(records: Sequence[Record]) -> Iterator[Problem]:
    """Yield an error for the words that are redacted in one version and stand in another."""
    for record in records:
        for other in records:
            for words in other.redacted_words if other is not record else ():
                line = _line_with(words, record)
                if line is not None:
                    yield redacted_elsewhere(record, line or None, other)


def _line_with(words: str, record: Record) -> int | None:
    """Return the first line of a record that has some words, 0 where it is not in a line, None where there is none."""
    for block in record.body.blocks:
        if covered(block.text, (words,)) != block.text:
            return block.lines.first
    for values in (*record.fields.values(), *record.other_readings.values()):
        for value in values:
            if any(covered(text, (words,)) != text for text in texts_of(value).values()):
                return value.lines[0].first if value.lines and value.file is None else 0
    return None


def _digest(principal: Record, versions: Iterable[JoinedVersion]) -> str:
    """Return the digest of all that stands beside a document: what is supplied, and its versions with what is supplied
    beside them.
    """
    parts = [principal.supplied_sha256]
    parts += [f"{each.record.source.sha256} {each.record.supplied_sha256}" for each in versions]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _without_words(version: JoinedVersion) -> JoinedVersion:
    """Return a version that may not be seen: its kind, the language that it is in, and what it says has changed, which is
    to be recognised where it was published.
    """
    record = version.record
    languages = record.fields.get("language", ())
    nothing = replace(
        announced(record),
        fields={"language": languages} if languages else {},
        changes=record.changes,
        problems=(),
    )
    return replace(version, record=nothing)
