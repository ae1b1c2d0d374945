"""What `publish` would record of an archive, and the record itself: documents as readers will have seen them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from archivegen import __version__
from archivegen.archive.access import recorded_as_closed
from archivegen.archive.archive import Archive, Document
from archivegen.archive.entity_addresses import entries_to_record
from archivegen.archive.offered_files import offered_digest
from archivegen.archive.passages import as_published
from archivegen.archive.revisions import Revision, digest_of
from archivegen.archive.value_changes import values_shown
from archivegen.problems import Problem
from archivegen.storage.ledger import EntityEntry, Ledger
from archivegen.storage.ledger_lines import ENTITY_INDEXES
from archivegen.storage.published import PublishedRecord, PublishedVersion


@dataclass(frozen=True, slots=True)
class Review:
    """What an archivist is shown before anything is recorded.

    `new` are documents without a recorded address, `revised` those that would show something otherwise, `unkept` those
    that were published before it was kept what they show; `moved` are sources that have another path now. `opened` and
    `closed` may or may not be seen now otherwise than when they were recorded. `names` are the recorded addresses of people,
    organisations, places and archives that would lead elsewhere, or have a page of their own again, and those that are new
    without any document being new or changed.
    """

    new: tuple[Document, ...] = ()
    revised: tuple[Document, ...] = ()
    unkept: tuple[Document, ...] = ()
    moved: tuple[tuple[Document, str], ...] = ()
    opened: tuple[Document, ...] = ()
    closed: tuple[Document, ...] = ()
    names: tuple[EntityEntry, ...] = ()

    def problems(self) -> tuple[Problem, ...]:
        """Return an error for every checked value that would change; no approval is enough for that."""
        return tuple(
            problem
            for document in self.revised
            if document.revision
            for problem in document.revision.problems()
        )


def review_of(archive: Archive, ledger: Ledger) -> Review:
    """Return what `publish` would record of an archive."""
    entries = {entry.id: entry for entry in ledger.entries}
    known = [document for document in archive.documents if not document.is_provisional and document.is_open]
    review = Review(
        new=tuple(document for document in archive.documents if document.is_provisional),
        revised=tuple(document for document in known if document.revision),
        unkept=tuple(document for document in known if document.published is None),
        moved=tuple(
            (document, entries[document.id].source)
            for document in known
            if entries[document.id].source not in ("", document.record.source.path)
        ),
        opened=tuple(document for document in known if document.turned == "opened"),
        closed=tuple(document for document in archive.not_open if document.turned == "closed"),
    )
    recorded = {entity.address for entity in ledger.entities}
    brings_names = bool(review.new or review.revised or review.unkept or review.opened)
    names = entries_to_record(archive.entities, ledger.entities, "")
    return replace(
        review, names=tuple(name for name in names if name.address in recorded or not brings_names)
    )


def published_archive(
    archive: Archive,
    ledger: Ledger,
    day: str,
    cite: Callable[[Document], str],
    words: Callable[[Revision], tuple[str, ...]],
) -> Archive:
    """Return an archive as it is when it has been published on a day: no address provisional, no value a draft.

    `ledger` is the one that will be recorded. `cite` gives a document's citation, `words` say what has changed where
    the archivist does not.
    """
    documents = []
    first_day = {entry.id: entry.first_published for entry in ledger.entries}
    named = _addresses_named(archive)
    for document in archive.documents:
        if not document.is_open:
            documents.append(replace(document, is_provisional=False, turned=""))
            continue
        record = _record(document, cite(document), named.get(document.id, set()))
        if record.versions == ():
            first = day if document.turned == "opened" else first_day[document.id]
            record = replace(record, versions=(_version(document, first),))
        elif document.revision:
            changes = _new_changes(document, record)
            version = _version(document, day, () if changes else words(document.revision))
            said = version.with_changes((each, _voice_of(each, document)) for each in changes)
            record = replace(record, versions=(*record.versions, said if changes else version))
        documents.append(replace(document, is_provisional=False, published=record, revision=None, turned=""))
    closed = tuple(replace(document, turned="") for document in archive.closed)
    return replace(archive, documents=tuple(documents), closed=closed)


def closed_records(archive: Archive, records: Mapping[str, PublishedRecord]) -> dict[str, PublishedRecord]:
    """Return what is to be kept of the closed documents of an archive, from what is kept of each document by its id."""
    return {
        document.id: recorded_as_closed(records[document.id])
        for document in archive.not_open
        if document.id in records
    }


def _addresses_named(archive: Archive) -> dict[str, set[str]]:
    """Return, for each document by its id, the recorded addresses of the entities that it names."""
    named: dict[str, set[str]] = {}
    for entity in archive.entities:
        if entity.has_page and entity.index in ENTITY_INDEXES:
            for document_id in entity.document_ids:
                named.setdefault(document_id, set()).add(entity.address)
    return named


def _record(document: Document, citation: str, named: set[str]) -> PublishedRecord:
    """Return what is to be kept of a document, without a version of today; the old record where nothing is otherwise."""
    source = document.record.source
    old = document.published
    record = PublishedRecord(
        id=document.id,
        title=document.title,
        citation=citation,
        source_sha256=source.sha256,
        supplied_sha256=document.record.supplied_sha256,
        offered_sha256=offered_digest(document.record),
        program=__version__,
        versions=old.versions if old else (),
        values=values_shown(document.record),
        passages=(*as_published(document.texts.shown), *document.texts.withheld),
        named=tuple(sorted(named.union(old.named if old else ()))),
        first_published=old.first_published if old else "",
        version_anchors=_anchors_of_closed(document),
    )
    return old if old and replace(record, program=old.program) == old else record


def _anchors_of_closed(document: Document) -> tuple[dict[str, str], ...]:
    """Return which anchors the versions have that were published and may not be seen now; nothing else gets them."""
    known = {each["anchor"] for each in document.published.other_versions} if document.published else set()
    return tuple(
        {
            "file": version.record.source.path,
            "kind": version.kind,
            "language": version.language,
            "anchor": version.anchor,
        }
        for version in document.record.withheld
        if version.anchor in known
    )


def _version(document: Document, day: str, changes: tuple[str, ...] = ()) -> PublishedVersion:
    return PublishedVersion(day, digest_of(document.record), changes)


def _voice_of(change: str, document: Document) -> str:
    """Return the anchor of the version whose file says that something has changed, "" where the document's own does."""
    joined = () if change in document.record.changes else document.record.joined
    return next((version.anchor for version in joined if change in version.record.changes), "")


def _new_changes(document: Document, record: PublishedRecord) -> tuple[str, ...]:
    """Return what the archivist says has changed, unless an earlier version says it already."""
    said = {version.changes for version in record.versions}
    return () if document.record.changes_of_all in said else document.record.changes_of_all
