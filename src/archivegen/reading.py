"""An archive's folder, read: settings, ledger and documents, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from archivegen.archive.access import is_open
from archivegen.archive.announcements import announced, unseen_on
from archivegen.archive.archive import Archive, assemble
from archivegen.archive.authorities_shown import authorities_to_show
from archivegen.archive.joining.bonds import principals_of
from archivegen.archive.joining.joining import Joining, join
from archivegen.archive.joining.known import known_of
from archivegen.archive.permalinks import Addresses, assign
from archivegen.archive.recorded_names import brought_by_none, keys_shown
from archivegen.archive.redacted_addresses import redacted_addresses
from archivegen.archive.redaction import redacted_names
from archivegen.archive_faults import told_of, why_nothing
from archivegen.config import SETTINGS_NAME, Config
from archivegen.document_reading import Documents, notices_of_no_row, read_documents
from archivegen.kept_out import kept_out_of
from archivegen.ledger_reading import promises_at
from archivegen.look.own_look import own_look
from archivegen.pages.look import Look
from archivegen.pages.text_languages import undivided
from archivegen.problems import Problem, Refusal
from archivegen.publish.indexer import divides_words
from archivegen.reading_room.room import ReadingRoom
from archivegen.records.record import Record
from archivegen.request import Request
from archivegen.seed_reading import config_at, documents_folder, introductions_of
from archivegen.seeds.find import Seed
from archivegen.storage.authority_files import Authority, authorities_beside
from archivegen.storage.ledger import Ledger
from archivegen.storage.promises import Promises
from archivegen.storage.published import PublishedRecord
from archivegen.storage.record_cache import RecordCache
from archivegen.theme import without_place


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from an archive's folder, before anything is written. `unsettled` says which documents were rejected for
    the ids that they ask for: nothing is recorded as long as there are any.
    """

    config: Config
    ledger: Ledger
    archive: Archive
    problems: tuple[Problem, ...]
    rejected: int
    look: Look
    authorities: tuple[Authority, ...] = ()
    published: tuple[PublishedRecord, ...] = ()
    unsettled: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Survey:
    """What is in an archive's folder and what was published from it, whether or not both agree.

    `not_read` are the paths of sources that are there and were rejected, `read` the records of all files, rejected or not,
    before those of one document were joined, `principals` the paths of the documents that files are versions of, by theirs. `astray` are files that close a document
    that is not there: nothing is published as long as there are any.
    """

    config: Config
    promises: Promises
    seeds: tuple[Seed, ...]
    records: tuple[Record, ...]
    addresses: Addresses
    problems: tuple[Problem, ...]
    rejected: int
    not_read: frozenset[str]
    authorities: tuple[Authority, ...]
    astray: tuple[Problem, ...] = ()
    collections: tuple[Path, ...] = ()
    read: tuple[Record, ...] = ()
    principals: Mapping[str, str] = field(default_factory=dict)


def read_archive(request: Request) -> Reading:
    """Read settings, ledger and documents into an archive; one bad document costs one document.

    Raises:
        Refusal: the settings or the ledger cannot be read, a published document is gone, or published addresses clash.

    """
    look = own_look(request.root, config_at(request.root, request.base_url, is_needed=request.needs_settings))
    found = survey(request)
    config, promises, unsettled = found.config, found.promises, found.addresses.unsettled
    said = (*look.problems, *found.problems, *unsettled)
    if refused := (*found.astray, *found.addresses.problems):
        raise Refusal(*said, *refused)
    parts = (config, found.records, found.addresses, _authorities_to_show(found, request.day), promises)
    archive = assemble(*parts, day=request.day, memory=request.memory)
    archive = replace(archive, introductions=introductions_of(found.collections))
    names = (
        *redacted_names(archive.entities, {each.id: each.record for each in archive.documents}),
        *redacted_addresses(archive.documents),
        *brought_by_none(promises, {entity.address for entity in archive.entities}),
    )
    if names:
        raise Refusal(*said, *names)
    said += _undivided(request, archive) if request.with_search else ()
    if not archive.documents and not promises.ledger.entries:
        folder = documents_folder(request.root, config)
        raise Refusal(*said, *why_nothing(request.root, folder, found.seeds, said))
    return Reading(
        config,
        promises.ledger,
        archive,
        said,
        found.rejected + len(found.addresses.without_id),
        look,
        found.authorities,
        promises.published,
        unsettled,
    )


def _undivided(request: Request, archive: Archive) -> tuple[Problem, ...]:
    return undivided(archive, divides_words=divides_words(), memory=request.memory)


def survey(request: Request) -> Survey:
    """Read settings, ledger and documents, and give every document its address.

    Raises:
        Refusal: the settings, the ledger or an authority file cannot be read.

    """
    config = config_at(request.root, request.base_url, is_needed=request.needs_settings)
    promises = promises_at(request.ledger, request.output, request.memory)
    found, joining = _read(request, config, promises)
    kept_out = kept_out_of(found, joining, request.root, request.day)
    records = [record for record in joining.records if record.source.path not in kept_out]
    not_read = found.not_read | joining.rejected | kept_out.keys()
    addresses = assign(
        records,
        promises,
        by_record_number=config.id_from == "record_number",
        not_read=not_read,
        closed=frozenset(record.source.path for record in records if not is_open(record, request.day)),
        unseen=unseen_on(request.day, records),
        principals=joining.principals,
        memory=request.memory,
    )
    without_row = notices_of_no_row(found, joining.principals)
    said = (*promises.notices, *found.problems, *without_row, *joining.problems, *kept_out.values())
    return Survey(
        config=config,
        promises=promises,
        seeds=found.seeds,
        collections=found.collections,
        read=(*found.records, *found.unsound),
        principals=joining.principals,
        records=tuple(records),
        addresses=addresses,
        problems=(*said, *told_of(records, joining.closed, request.day), *without_place(request.root)),
        rejected=found.rejected + len(joining.rejected) + len(kept_out),
        not_read=not_read,
        authorities=authorities_beside(request.root),
        astray=found.astray,
    )


def _read(request: Request, config: Config, promises: Promises) -> tuple[Documents, Joining]:
    """Read every file, and join those that are versions of one document."""
    root, folder = request.root, documents_folder(request.root, config)
    known = known_of(config, promises.ledger, folder.relative_to(root).as_posix())
    found = read_documents(folder, root, config, _room(request), partial(principals_of, known=known))
    request.watch.begin("addresses")
    known = replace(known, not_read=found.not_read)
    return found, join(found.records, known, promises.published, request.day)


def _authorities_to_show(found: Survey, day: str) -> tuple[Authority, ...]:
    records = [record for record in found.records if record.source.path not in found.addresses.without_id]
    shown = [record for record in records if is_open(record, day)]
    told = [announced(record) for record in records if not is_open(record, day)]
    files = {text.source.path for record in shown for text in record.texts}
    unseen = [record for record in found.read if record.source.path not in files]
    ids = found.addresses.id_by_path
    open_records = {ids[path]: record for record in shown if (path := record.source.path) in ids}
    redacted_words = [words for record in shown for words in record.redacted_words]
    known = keys_shown(found.promises, open_records, redacted_words, found.authorities)
    return authorities_to_show(found.authorities, (*shown, *told), unseen, known)


def _room(request: Request) -> ReadingRoom:
    # A folder without settings is somebody's: nothing is put into it but what they publish.
    root = request.root if request.keeps_records and (request.root / SETTINGS_NAME).is_file() else None
    return ReadingRoom(request.jobs, RecordCache(root), request.watch, request.memory)
