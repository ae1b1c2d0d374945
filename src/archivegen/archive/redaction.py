"""Words that must not be seen, kept out of what was published before, of file names, and of the indexes."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from archivegen.archive.entities import Entity
from archivegen.archive.revisions import digest_of
from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.records.redacted import covered
from archivegen.records.values import Value
from archivegen.seeds.redacted_names import parts_of_names, without_parts
from archivegen.storage.published import DIGEST_LENGTH, PublishedRecord


def without_redacted_words(published: PublishedRecord, record: Record) -> PublishedRecord:
    """Return what was published of a document with the words covered that have been redacted since.

    Whoever guesses the words can check the guess by a digest of a text that has them, so that every version but the one
    that is shown has a name in its place, made of nothing but which version it is.
    """
    words = record.redacted_words
    if not words:
        return published
    own = digest_of(record)
    return replace(
        published,
        title=covered(published.title, words),
        citation=covered(published.citation, words),
        versions=tuple(
            replace(
                version,
                digest=own if version.digest == own else name_of_version(published.id, number),
                changes=tuple(_without_names(change, record) for change in version.changes),
            )
            for number, version in enumerate(published.versions, 1)
        ),
    )


def _without_names(change: str, record: Record) -> str:
    """Return what was said to have changed without redacted words, and without parts of names in them unless a file of the
    document says the same now: then its archivist has been warned, and left it.
    """
    shown = covered(change, record.redacted_words)
    if change in record.changes_of_all:
        return shown
    return without_parts(shown, (part for words in record.redacted_words for part in parts_of_names(words)))


def without_withheld_words(published: PublishedRecord, record: Record) -> PublishedRecord:
    """Return what was published of a document without what its versions that may not be seen ever said had changed.

    A digest of a text with their words is named as it is where words are redacted.
    """
    if not record.withheld:
        return published
    closed = {change for version in record.withheld for change in version.record.changes}
    anchors = {version.anchor for version in record.withheld}

    def may_be_seen(said: tuple[str, str]) -> bool:
        change, voice = said
        return change in record.changes_of_all or not (change in closed or voice in anchors)

    own = digest_of(record)
    return replace(
        published,
        versions=tuple(
            replace(
                version.with_changes(filter(may_be_seen, version.said_changes())),
                digest=own if version.digest == own else name_of_version(published.id, number),
            )
            for number, version in enumerate(published.versions, 1)
        ),
    )


def name_of_version(document_id: str, number: int) -> str:
    """Return what stands in place of the digest of a version, made of nothing but which version it is."""
    return hashlib.sha256(f"{document_id} {number}".encode()).hexdigest()[:DIGEST_LENGTH]


def without_file_names(record: Record) -> Record:
    """Return a record that does not say what the files are called that it was read from, nor by which digest they are known."""

    def nameless(values: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(replace(value, lines=(), file=None) if value.file else value for value in values)

    return replace(
        record,
        source=replace(record.source, path="", sha256=""),
        fields={name: nameless(values) for name, values in record.fields.items()},
        other_readings={name: nameless(values) for name, values in record.other_readings.items()},
        problems=(),
    )


def redacted_names(entities: Iterable[Entity], record_by_id: Mapping[str, Record]) -> Iterator[Problem]:
    """Yield an error for every name that would be shown of an entity though each document that names it redacts it."""
    is_any_redacted = any(record.redacted_words for record in record_by_id.values())
    for entity in entities if is_any_redacted else ():
        naming = [record_by_id[document_id] for document_id in entity.document_ids]
        shown = (entity.name, entity.sort_name, *entity.spellings)
        for name in shown:
            if all(covered(name, record.redacted_words) != name for record in naming):
                yield Problem(
                    path=naming[0].source.path,
                    field="redact",
                    code="redacted-name",
                    message=f"“{name}” is redacted here, and the index would show it: another name in the document is "
                    "said to be the same",
                    fix="redact that name, too, or take both apart in the authority file",
                )
                break
