"""A record put together again from what is intact and a copy, and what would be lost by that: pure decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from archivegen.problems import Refusal
from archivegen.storage.ledger import EntityEntry, Ledger, LedgerEntry
from archivegen.storage.ledger_lines import ENTITY_INDEXES, readable_values
from archivegen.storage.promises import Promises, promise_texts, with_names_in
from archivegen.storage.published import PublishedRecord

# Of a file that cannot be read as a whole, every id that its lines still name counts.
_ID_IN_LINE = re.compile(r'^\{"id": "([^"\\]+)"', re.MULTILINE)
_INDEXES = tuple(f"{index}/" for index in ENTITY_INDEXES)


@dataclass(frozen=True, slots=True)
class Own:
    """What is there: the texts of both halves, and what each is by itself; None where it is missing or damaged."""

    ledger_text: str | None
    companion_text: str | None
    ledger: Ledger | None
    published: tuple[PublishedRecord, ...] | None


def recovered(own: Own, copy: Promises) -> Promises:
    """Return what is known after a recovery: what is intact, with of the copy only what is needed and goes with it."""
    for candidate in _candidates(own, copy):
        try:
            promise_texts(candidate)
        except Refusal:
            continue
        return candidate
    return Promises(copy.ledger, _records_for(copy.ledger, copy)) if copy.published else copy


def lost_of_ledger(own: Own, after: Ledger) -> Iterator[str]:
    """Yield what the ledger here holds and another does not, or holds in an earlier state; a damaged one is read as far
    as it goes.
    """
    if own.ledger is None:
        yield from sorted(set(_lost_of_lines((own.ledger_text or "").split("\n"), after)))
        return
    yield from (entry.id for entry in own.ledger.entries if not _keeps(after.entry(entry.id), entry))
    kept = {entity.address for entity in after.entities}
    yield from (entity.address for entity in own.ledger.entities if entity.address not in kept)


def _lost_of_lines(lines: Iterable[str], after: Ledger) -> Iterator[str]:
    addresses = {entity.address for entity in after.entities}
    for values in map(readable_values, lines):
        if document_id := values.get("id"):
            other = after.entry(document_id)
            if other is None or any(
                values.get(key, said) != said for key, said in _what_became(other).items()
            ):
                yield document_id
        elif values.get("address", "").startswith(_INDEXES) and values["address"] not in addresses:
            yield values["address"]


def _what_became(entry: LedgerEntry) -> dict[str, str]:
    return {"state": entry.state, "moved_to": entry.moved_to, "concealed": "yes" if entry.concealed else ""}


def _keeps(other: LedgerEntry | None, entry: LedgerEntry) -> bool:
    return other is not None and _what_became(other) == _what_became(entry)


def lost_of_companion(own: Own, after: Promises) -> Iterator[str]:
    """Yield the ids of which the companion here holds a line, or versions, that another does not."""
    records = {each.id: each for each in after.published}
    if own.published is None:
        yield from sorted(set(_ID_IN_LINE.findall(own.companion_text or "")) - records.keys())
        return
    for each in own.published:
        other = records.get(each.id)
        if other is None or len(other.versions) < len(each.versions):
            yield each.id


def _candidates(own: Own, copy: Promises) -> Iterator[Promises]:
    """Yield what may be there after the recovery, that which leaves most as it is first."""
    if own.ledger is not None and own.published is not None:
        yield Promises(own.ledger, own.published)
        ledger = own.ledger.with_entries((), tuple(_lost_names(own.ledger, copy.ledger)))
        yield Promises(ledger, own.published)
        yield Promises(ledger, with_names_in(ledger.entities, own.published))
    if own.ledger is not None and copy.published:
        yield Promises(own.ledger, _records_for(own.ledger, copy))
    if own.published is not None:
        ledger = _ledger_for(own.published, copy.ledger)
        yield Promises(ledger, with_names_in(ledger.entities, own.published))


def _lost_names(own: Ledger, copy: Ledger) -> Iterator[EntityEntry]:
    """Yield the entities that a copy has and a ledger has not; none where the ledger conceals a document: the copy may be
    older, and nothing tells a name that was lost from one that was taken out.
    """
    known = {entity.address for entity in own.entities}
    if not own.conceals:
        yield from (entity for entity in copy.entities if entity.address not in known)


def _records_for(ledger: Ledger, copy: Promises) -> tuple[PublishedRecord, ...]:
    """Return the records of a copy with one for each document that was closed when it was made: a line that says nothing,
    so that a lost one is missed, and that the document is asked about before it opens.

    Whoever is in the ledger and not in the copy may be named by these documents alone, and is not to be shown as long as
    they are closed.
    """
    records = {each.id: each for each in copy.published}
    closed = [entry.id for entry in copy.ledger.entries if entry.state == "live" and not entry.sha256]
    shown = {entity.address for entity in copy.ledger.entities}
    named = tuple(entity.address for entity in ledger.entities if entity.address not in shown)
    bare = {key: PublishedRecord(key, "", "", named=named) for key in closed if ledger.entry(key)}
    records = bare | records
    return tuple(records[key] for key in sorted(records))


def _ledger_for(published: tuple[PublishedRecord, ...], copy: Ledger) -> Ledger:
    """Return the ledger of a copy with the digests that the companion knows, which no site shows of closed documents."""
    digests = {each.id: each.source_sha256 for each in published}
    return copy.with_entries(
        tuple(
            replace(entry, sha256=digests.get(entry.id, ""))
            for entry in copy.entries
            if entry.state == "live" and not entry.sha256
        )
    )
