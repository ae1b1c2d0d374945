"""The address of every document: what the ledger holds for it, what is supplied, its record number, or minted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from archivegen.archive.access import was_closed_when_recorded
from archivegen.archive.address_problems import (
    doubtful,
    joined,
    missing,
    other_id,
    replaced,
    used_before,
)
from archivegen.archive.announcements import announced
from archivegen.archive.made_ids import made_id
from archivegen.archive.new_ids import Claims, new_ids
from archivegen.archive.recognition import Recognition, recognise
from archivegen.archive.returned import Withdrawn
from archivegen.problems import Problem
from archivegen.records.record import Record, is_among
from archivegen.records.values import Identifier
from archivegen.remembering import Memory
from archivegen.storage.ledger import Ledger
from archivegen.storage.promises import Promises


@dataclass(frozen=True, slots=True)
class Addresses:
    """The id of each record by its source path, the ids not yet in the ledger, and what is wrong with either.

    `without_id` are the paths of the new documents that get none: no address can have the one they ask for, or several of them
    claim it. `unsettled` says which; no other address is touched by them.
    """

    id_by_path: dict[str, str] = field(default_factory=dict)
    provisional: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    without_id: frozenset[str] = frozenset()
    unsettled: tuple[Problem, ...] = ()


def mint(record: Record, *, by_record_number: bool = True) -> str:
    """Return the id a record would have if no ledger knew it: claimed by itself, or made by rule 1."""
    return _claimed_id(record, by_record_number=by_record_number) or made_id(record)


def _claimed_id(record: Record, *, by_record_number: bool) -> str | None:
    """Return the id that is supplied, or the record number that the document's own address ends in."""
    numbers = [
        identifier.value
        for identifier in record.values_of("identifiers", Identifier)
        if identifier.kind == "record_number" and by_record_number
    ]
    return record.supplied_id or next(iter(numbers), None)


def _id_of_closed(record: Record) -> str:
    """Return the id of a closed document: the one supplied, or one made of what may be announced."""
    return record.supplied_id or made_id(announced(record))


def _possible_ids(record: Record, *, by_record_number: bool) -> tuple[str, str]:
    """Return the id that a record would have if it was open when it was published, and if it was closed."""
    return mint(record, by_record_number=by_record_number), _id_of_closed(record)


def assign(
    records: Iterable[Record],
    promises: Promises,
    *,
    by_record_number: bool = True,
    not_read: frozenset[str] = frozenset(),
    closed: frozenset[str] = frozenset(),
    unseen: frozenset[str] = frozenset(),
    principals: Mapping[str, str] | None = None,
    memory: Memory | None = None,
) -> Addresses:
    """Give every record its id; a source that was renamed or edited keeps the one it was published under.

    `not_read` are the paths of sources that are there and were rejected, `closed` those of documents that are closed, and
    `unseen` of those the ones that are not announced: they keep an address they have and get no new one, which would give
    away that they exist. `principals` are the paths of the documents that other files are versions of, by the paths of
    these: what was published from such a file gives its address to nobody by itself. `memory` keeps the ids that are made for
    whoever does this again.
    """
    records = sorted(records, key=lambda record: record.source.path)
    ledger = promises.ledger
    principals = principals or {}
    ids_of = partial(_possible_ids, by_record_number=by_record_number)
    known = recognise(records, promises, ids_of, closed, not_read | principals.keys())
    problems = []
    id_by_path = {path: entry.id for path, entry in known.entry_by_path.items()}
    new = []
    for record in records:
        entry = known.entry_by_path.get(record.source.path)
        if entry is None and record.source.path not in (known.set_aside | unseen):
            new.append(record)
        elif entry and record.supplied_id not in (None, entry.id) and not record.said_id.number:
            problems.append(other_id(record, entry))
    claims, used = _claims(new, ledger, closed, memory or Memory(), by_record_number=by_record_number)
    given = new_ids(claims, ledger, id_by_path)
    ids = id_by_path | given.id_by_path
    problems += _without_document(promises, known, not_read, principals, ids)
    found = (*used, *given.problems, *problems)
    return Addresses(ids, frozenset(given.id_by_path.values()), found, given.without_id, given.unsettled)


def _without_document(
    promises: Promises,
    known: Recognition,
    not_read: frozenset[str],
    principals: Mapping[str, str],
    ids: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield what is wrong with published addresses that no document has for certain."""
    held = {*(entry.id for entry in known.entry_by_path.values()), *known.disputed_ids}
    titles = {record.id: record.title for record in promises.published}
    closed = {record.id for record in promises.published if was_closed_when_recorded(record)}
    yield from (replaced(record, entry, titles.get(entry.id, "")) for record, entry in known.replaced)
    yield from (doubtful(*each, titles.get(each[2].id, "")) for each in known.doubtful)
    for entry in promises.ledger.entries:
        if entry.state != "live" or entry.id in held:
            continue
        if entry.source in principals:
            yield joined(entry, principals, ids)
        else:
            is_there, is_closed = is_among(entry.source, not_read), entry.id in closed
            yield missing(entry, titles.get(entry.id, ""), is_there=is_there, is_closed=is_closed)


def _claims(
    records: Iterable[Record],
    ledger: Ledger,
    closed: frozenset[str],
    memory: Memory,
    *,
    by_record_number: bool,
) -> tuple[Claims, list[Problem]]:
    """Return which records that were never published claim which id, and which claim one that was used before.

    Of `closed` ones an id is made of what may be announced.
    """
    problems: list[Problem] = []
    claims: Claims = defaultdict(list)
    withdrawn = Withdrawn(ledger)
    for record in records:
        is_closed = record.source.path in closed
        claimed = record.supplied_id if is_closed else _claimed_id(record, by_record_number=by_record_number)
        own_id = _id_of_closed(record) if is_closed else claimed or memory.recall(made_id, record)
        earlier = withdrawn.same_file(record) or ledger.entry(own_id)
        if earlier is None and claimed is None:
            earlier = withdrawn.same_words(record)
        is_used = earlier is not None and (
            earlier.state == "withdrawn" or (earlier.state == "moved" and claimed is not None)
        )
        if earlier and is_used:
            problems.append(used_before(record, earlier))
        else:
            claims[own_id, claimed is None].append(record)
    return claims, problems
