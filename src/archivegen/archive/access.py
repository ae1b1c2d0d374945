"""Which documents may be seen on a day, and what a site’s copies of the record have of those that may not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from archivegen.archive.entities import Entity
from archivegen.archive.recorded_names import keys_named, with_those_leading_there
from archivegen.archive.redaction import without_redacted_words, without_withheld_words
from archivegen.archive.sketches import sketch
from archivegen.archive.value_changes import values_shown
from archivegen.archive.version_texts import without_versions
from archivegen.problems import Problem
from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.records.redacted import covered
from archivegen.records.worded_dates import worded
from archivegen.storage.ledger import Ledger, LedgerEntry
from archivegen.storage.promises import Promises
from archivegen.storage.published import PublishedRecord

# The mark of a closed document in what is kept of it; the name of no field.
_CLOSED = "closed"


def is_open(record: Record, day: str) -> bool:
    """Say whether a document may be seen on a day (ISO 8601); where nothing is said of it, it may."""
    return record.access is None or record.access.is_open_on(day)


def is_recorded_as_closed(published: PublishedRecord) -> bool:
    """Say whether a document was closed when it was last recorded, or never open."""
    return _CLOSED in published.values or not published.versions


def was_closed_when_recorded(published: PublishedRecord) -> bool:
    """Say whether a document was open once and closed when it was last recorded: what is kept of it has its title."""
    return _CLOSED in published.values


def recorded_as_closed(published: PublishedRecord) -> PublishedRecord:
    """Return what is kept of a document, with a mark that it is closed; without one where it was never open."""
    if not published.versions:
        return published
    return replace(published, values={**published.values, _CLOSED: ({"value": "yes"},)})


def hidden_names(
    promises: Promises, closed: AbstractSet[str], redacted_words: Iterable[str], entities: Iterable[Entity]
) -> frozenset[str]:
    """Return the recorded addresses of entities that closed documents or redacted words name and nobody else does.

    `closed` are the ids of documents that are not open, `entities` those that open ones name. The name is in such an
    address: as long as it may not be seen, nothing is there, and nothing leads there.
    """
    named_openly = {name_key(name) for entity in entities for name in (entity.name, *entity.spellings)}
    kept = [record for record in promises.published if record.id in closed]
    closed_keys = {key for record in kept for key in keys_named(record)}
    once_named = {address for record in kept for address in record.named}
    words = [name_key(redacted) for redacted in redacted_words]
    hidden: set[str] = set()
    for entry in promises.ledger.entities:
        key = name_key(entry.name)
        is_closed = entry.address in once_named or key in closed_keys
        is_closed |= any(key in redacted or redacted in key for redacted in words)
        if is_closed and key not in named_openly:
            hidden.add(entry.address)
    return with_those_leading_there(hidden, promises.ledger.entities)


def ledger_to_show(
    ledger: Ledger, closed: AbstractSet[str], hidden: AbstractSet[str], redacted: Mapping[str, Record]
) -> Ledger:
    """Return the ledger as the site may have it: of closed documents, by their ids, the address and its days alone, of
    withdrawn ones nothing by which their words are known, of those with redacted words no file name and no digest of the text that had them, and no names that may not be seen.
    """
    return replace(
        ledger,
        entries=tuple(
            _entry_to_show(entry, ledger.end_of(entry.id), closed, redacted) for entry in ledger.entries
        ),
        entities=tuple(entry for entry in ledger.entities if entry.address not in hidden),
    )


def _entry_to_show(
    entry: LedgerEntry, now: str, closed: AbstractSet[str], redacted: Mapping[str, Record]
) -> LedgerEntry:
    """Return an entry with what may be seen of its document, whose id is `now`."""
    if entry.state == "withdrawn":
        return replace(entry, sha256="" if entry.concealed else entry.sha256, sketch="")
    if now in closed:
        return replace(entry, source="", sha256="")
    if now in redacted:
        own = redacted[now].source.sha256
        return replace(entry, source="", sha256=own if entry.sha256 == own else "")
    return entry


def published_to_show(
    published: Iterable[PublishedRecord],
    closed: AbstractSet[str],
    redacted: Mapping[str, Record],
    withheld: Mapping[str, Record] | None = None,
) -> tuple[PublishedRecord, ...]:
    """Return the companion as the site may have it: nothing of closed documents; of those with redacted words, by their
    ids, no digest of a file with these words, and of values and passages what the document still shows; of those with
    versions that are `withheld`, no passages of these, and of values what is still shown.
    """
    shown = []
    for record in published:
        if now := (withheld or {}).get(record.id):
            record = _without_withheld(record, now)  # noqa: PLW2901
        record = replace(record, named=(), version_anchors=())  # noqa: PLW2901
        if record.id in redacted:
            shown.append(_covered_record(record, redacted[record.id]))
        elif record.id not in closed:
            shown.append(record)
    return tuple(shown)


def _covered_record(published: PublishedRecord, record: Record) -> PublishedRecord:
    """Return what may be seen of what is kept of a document with redacted words.

    What was made of these words before they were redacted is not among what the document shows now: only that stays. It
    takes no digest of a file to know it, so that a copy that was recovered, which has none, gives the same copy again.
    """
    values = {
        name: tuple(value for value in values if not _has_any(value, record.redacted_words))
        for name, values in _still_said(published, record).items()
    }
    sketches = {sketch(block.text) for text in record.texts for block in text.body.blocks}
    return replace(
        without_redacted_words(published, record),
        source_sha256="",
        supplied_sha256="",
        offered_sha256="",
        values={name: kept for name, kept in values.items() if kept},
        passages=tuple(
            passage if passage.sketch in sketches else replace(passage, sketch="")
            for passage in published.passages
        ),
    )


def _still_said(published: PublishedRecord, record: Record) -> dict[str, tuple[Mapping[str, Any], ...]]:
    """Return the published values that a document still shows."""
    said = {
        name: [_without_place(value) for value in values] for name, values in values_shown(record).items()
    }
    said[_CLOSED] = [{"value": "yes"}]
    return {
        name: tuple(value for value in values if _without_place(value) in said.get(name, ()))
        for name, values in published.values.items()
    }


def _without_withheld(published: PublishedRecord, record: Record) -> PublishedRecord:
    """Return what may be seen of what is kept of a document with versions that may not be seen.

    Its title is the one shown now, and its citation, which may name who made such a version, is left out until one is
    recorded that was made of nothing but what is shown.
    """
    values = _still_said(published, record)
    title = record.text_of("title") or published.id
    is_recorded_as_shown = published.title == title and values == published.values
    return replace(
        without_withheld_words(published, record),
        title=title,
        citation=published.citation if is_recorded_as_shown else "",
        supplied_sha256="",
        values={name: kept for name, kept in values.items() if kept},
        passages=without_versions(published.passages, (version.anchor for version in record.withheld)),
    )


def _without_place(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value without its lines: a remark above it moves them."""
    return {part: content for part, content in value.items() if part != "lines"}


def _has_any(value: Mapping[str, Any], redacted_words: Iterable[str]) -> bool:
    kept = json.dumps(value, ensure_ascii=False)
    return covered(kept, redacted_words) != kept


def notices_of_closed(records: Iterable[Record], day: str) -> Iterator[Problem]:
    """Yield a notice for each document that is not open on a day, and when it will be."""
    for record in records:
        access = record.access
        if access is None or access.is_open_on(day):
            continue
        until = f" until {worded(access.until)}" if access.value == "embargoed" and access.until else ""
        yield Problem(
            path=record.source.path,
            level="notice",
            field="access",
            code="withheld",
            message=f"this document is {'a draft' if access.value == 'draft' else access.value}{until}, and its text is not "
            "published",
            fix="the first build after that day opens it" if until else "to open it, write “access: open”",
        )
