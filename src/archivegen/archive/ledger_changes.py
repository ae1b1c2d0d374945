"""What becomes of the ledger and its companion when a document moves or is withdrawn: pure decisions, with reasons."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from archivegen.archive.access import was_closed_when_recorded
from archivegen.archive.recorded_names import addresses_brought, without_names_of
from archivegen.archive.returned import sketch_kept
from archivegen.archive.withdrawal import remains_of
from archivegen.problems import Problem, Refusal
from archivegen.records.record import Record
from archivegen.records.redacted import covered
from archivegen.seeds.redacted_names import has_part, parts_of_names
from archivegen.storage.authority_files import Authority
from archivegen.storage.ids import is_fit, way_out
from archivegen.storage.ledger import LEDGER_NAME, EntityEntry, Ledger, LedgerEntry
from archivegen.storage.promises import Promises, with_names_in
from archivegen.storage.published import PublishedRecord


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the documents' folder holds: the source of every document by its id, published or draft, and the addresses
    of the entities that these documents name; and the records of the files that may not be seen.
    """

    source_by_id: Mapping[str, str]
    entity_addresses: frozenset[str] = frozenset()
    authorities: tuple[Authority, ...] = ()
    closed: tuple[Record, ...] = ()


def with_move(promises: Promises, holdings: Holdings, old_id: str, new_id: str, day: str) -> Promises:
    """Return the promises after a document has got another id, or after one that is gone leads to another document,
    which then answers for the names that both ever brought among the addresses.

    Raises:
        Refusal: the id is unknown, withdrawn or moved already; or the new one is unfit, used, or another document's.

    """
    ledger = promises.ledger
    old = _live(ledger, old_id, "moved")
    source = holdings.source_by_id.get(old_id)
    target = ledger.entry(new_id)
    if new_id == old_id:
        raise Refusal(_problem("id-unchanged", f"“{old_id}” is that id already", "give another one"))
    if target and target.state != "live":
        raise Refusal(_used(target))
    if source and (target or new_id in holdings.source_by_id):
        raise Refusal(_taken(old_id, source, new_id, holdings.source_by_id.get(new_id)))
    if target is None:
        target = _new_address(old, new_id, source or holdings.source_by_id.get(new_id), holdings)
    moved = replace(old, state="moved", on=day, moved_to=new_id)
    records = {record.id: record for record in promises.published}
    own = records.pop(old_id, None)
    if own and new_id in records:
        brought = addresses_brought((own,), ledger.entities, holdings.authorities)
        records[new_id] = replace(records[new_id], named=tuple(sorted(brought.union(records[new_id].named))))
    elif own:
        records[new_id] = replace(own, id=new_id)
    return replace(
        promises, ledger=ledger.with_entries((target, moved)), published=_in_order(records.values())
    )


def with_withdrawal(
    promises: Promises, holdings: Holdings, old_id: str, reason: str, day: str, *, conceal: bool
) -> Promises:
    """Return the promises after a document was withdrawn: its text and values go from the record, and where it is
    concealed its title, the path of its source and the names that no other document names go as well. What only versions said that may
    not be seen goes in any case.

    Raises:
        Refusal: the id is unknown, moved or withdrawn already, its file is still there, no reason is given, the
            reason has a name that is concealed, or the document is closed and would not be concealed.

    """
    ledger = promises.ledger
    reason = " ".join(reason.split())
    entry = ledger.entry(old_id)
    if not (entry and entry.state == "withdrawn" and conceal and not entry.concealed):
        entry = replace(_live(ledger, old_id, "withdrawn"), state="withdrawn", on=day)
    if not any(character.isalnum() for character in reason):
        raise Refusal(_problem("reason-missing", "no reason is given", 'give one: --reason "…"', "--reason"))
    if old_id in holdings.source_by_id:
        raise Refusal(_still_there(old_id, holdings.source_by_id[old_id]))
    own = next((record for record in promises.published if record.id == old_id), None)
    entry = replace(entry, reason=reason, concealed=conceal, sketch=sketch_kept(entry, own, conceal=conceal))
    if not conceal:
        return _withdrawn_openly(promises, holdings, entry, own)
    others = [record for record in promises.published if record.id != old_id]
    led_here = [other for other in ledger.entries if ledger.end_of(other.id) == old_id and other.id != old_id]
    hidden = [replace(entry, source=""), *(replace(other, source="", sha256="") for other in led_here)]
    named = without_names_of(own, ledger.entities, holdings.entity_addresses, holdings.authorities)
    _check_names(reason, own.title if own else "", ledger.entities, named)
    changed = ledger.with_entries(tuple(hidden))
    published = _in_order(with_names_in(named, others))
    return replace(promises, ledger=replace(changed, entities=named), published=published)


def _withdrawn_openly(
    promises: Promises, holdings: Holdings, entry: LedgerEntry, own: PublishedRecord | None
) -> Promises:
    ledger = promises.ledger.with_entries((entry,))
    if own is None:
        return replace(promises, ledger=ledger)
    if was_closed_when_recorded(own):
        raise Refusal(_closed(own.id))
    remains = remains_of(
        own, ledger.entities, holdings.entity_addresses, holdings.authorities, holdings.closed
    )
    _check_names(entry.reason, "", ledger.entities, remains.entities)
    records = (remains.record if record is own else record for record in promises.published)
    published = with_names_in(remains.entities, records)
    return replace(promises, ledger=replace(ledger, entities=remains.entities), published=published)


def _check_names(
    reason: str, title: str, entities: Iterable[EntityEntry], kept: Iterable[EntityEntry]
) -> None:
    """Refuse a reason with a name that goes with a concealed document: readers see the reason, and it stays for ever."""
    still_named = [entity.name for entity in kept]
    hidden = {entity.name for entity in entities} - set(still_named)
    named = [name for name in sorted(hidden) if covered(reason, (name,)) != reason]
    named += [part for name in sorted(hidden) for part in parts_of_names(name) if has_part(reason, part)]
    named += [
        part
        for part in parts_of_names(title)
        if has_part(reason, part) and not any(has_part(name, part) for name in still_named)
    ]
    if named:
        message = (
            f"the reason has “{named[0]}”, which is concealed with the document, and readers see the reason"
        )
        raise Refusal(_problem("reason-names", message, "write it without the name", "--reason"))


def near_miss(wanted: str, known: Iterable[str]) -> str:
    """Return “did you mean …?” for an id that is not known but like one that is; else an empty text."""
    near = difflib.get_close_matches(wanted, sorted(known), n=1)
    return f"did you mean “{near[0]}”? " if near else ""


def _live(ledger: Ledger, document_id: str, verb: str) -> LedgerEntry:
    entry = ledger.entry(document_id)
    if entry is None:
        hint = near_miss(document_id, ledger.by_id)
        fix = f"{hint}“archivegen ids list” shows every id"
        raise Refusal(_problem("id-unknown", f"“{document_id}” is not in the ledger", fix))
    if entry.state == "withdrawn":
        message = f"“{document_id}” was withdrawn on {entry.on} and cannot be {verb}"
        raise Refusal(_problem("id-withdrawn", message, "a withdrawn address stays what it is"))
    if entry.state == "moved":
        end = ledger.end_of(document_id)
        message = f"“{document_id}” was moved to “{entry.moved_to}” on {entry.on}"
        raise Refusal(_problem("id-moved", message, f"to have “{end}” {verb}, give that id"))
    return entry


def _new_address(old: LedgerEntry, new_id: str, source: str | None, holdings: Holdings) -> LedgerEntry:
    """Return the entry of a new id: of the document itself under another name, or of the draft that it has become."""
    if not is_fit(new_id):
        raise Refusal(_problem("id-unusable", f"“{new_id}” cannot be part of an address", way_out(new_id)))
    if source is None:
        hint = near_miss(new_id, holdings.source_by_id)
        message = f"the document “{old.id}” is gone, and there is none at “{new_id}” either"
        raise Refusal(_problem("id-unknown", message, f"{hint}give the id of a document that is there"))
    is_own = new_id not in holdings.source_by_id
    return replace(
        old, id=new_id, address=f"documents/{new_id}/", source=source, sha256=old.sha256 if is_own else ""
    )


def _used(target: LedgerEntry) -> Problem:
    became = f"moved to “{target.moved_to}”" if target.state == "moved" else "withdrawn"
    message = f"“{target.id}” was used from {target.first_published} until it was {became} on {target.on}"
    return _problem("id-used", message, "ids are never used again: give another one")


def _taken(old_id: str, source: str, new_id: str, other: str | None) -> Problem:
    message = f"“{new_id}” is another document ({other or 'whose file is gone'}), and “{old_id}” is still there ({source})"
    fix = "if both are one document, take the file that should go out of the folder first"
    return _problem("id-taken", message, fix)


def _still_there(document_id: str, source: str) -> Problem:
    return _problem(
        "document-still-there",
        f"the file of “{document_id}” is still there: {source}",
        "take it out of the folder first; to keep it there unseen, write “access: restricted” in its sidecar instead",
    )


def _closed(document_id: str) -> Problem:
    return _problem(
        "document-closed",
        f"“{document_id}” is closed, and where it is withdrawn readers would see its title and its citation again",
        "withdraw it with --conceal, which keeps neither",
    )


def _in_order(records: Iterable[PublishedRecord]) -> tuple[PublishedRecord, ...]:
    return tuple(sorted(records, key=lambda record: record.id))


def _problem(code: str, message: str, fix: str, path: str = LEDGER_NAME) -> Problem:
    """Return a problem with the ledger, or with what was said to the command."""
    return Problem(path=path, code=code, message=message, fix=fix)
