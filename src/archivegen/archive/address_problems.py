"""What can be wrong between the documents that are there and the addresses that were published."""

from __future__ import annotations

from collections.abc import Mapping

from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.storage.ids import is_fit
from archivegen.storage.ledger import LEDGER_NAME, LedgerEntry
from archivegen.storage.promises import is_bare

_LONGEST_TITLE = 60


def other_id(record: Record, entry: LedgerEntry) -> Problem:
    """Return the problem with a supplied id that is not the published one."""
    supplied = record.supplied_id or ""
    move = f"; to change it for good: archivegen ids move {entry.id} {supplied}" if is_fit(supplied) else ""
    return Problem(
        path=record.source.path,
        field="id",
        code="id-differs-from-ledger",
        message=f"the id supplied is “{record.supplied_id}”, but this document was published as “{entry.id}”",
        fix=f"write “id: {entry.id}”{move}",
    )


def bad_id(record: Record, new_id: str) -> Problem:
    """Return the problem with an id that no address can have."""
    return Problem(
        path=record.source.path,
        field="id",
        code="id-unusable",
        message=f"“{new_id}” cannot be part of an address",
        fix="supply an id of lower-case letters a to z, digits and hyphens",
    )


def clash(new_id: str, claimants: list[Record], other: str | None) -> Problem:
    """Return the problem with an id that several documents claim."""
    paths = [record.source.path for record in claimants] + [path for path in (other,) if path]
    return Problem(
        path=paths[0],
        field="id",
        code="id-clash",
        message=f"the id “{new_id}” is claimed by {', '.join(paths)}",
        fix="supply another “id:” for all but one of them; if they are versions of one document, write “version_of:” with the "
        "path of the original into the file of corrections of the others",
    )


def still_held(new_id: str, claimants: list[Record], source: str) -> Problem:
    """Return the problem with a published id that is claimed while its document is still there, in `source`."""
    paths = [record.source.path for record in claimants]
    return Problem(
        path=paths[0],
        field="id",
        code="id-clash",
        message=f"the id “{new_id}” is claimed by {', '.join([*paths, source])}",
        fix=f"it is the published address of {source}, which is still there: supply another “id:” here; or take {source} "
        "out of the folder, if this document is to stand at its address",
    )


def used_before(record: Record, entry: LedgerEntry) -> Problem:
    """Return the problem with a document that stands for one that was withdrawn, or claims an id that has moved."""
    was = f"“{entry.id}”, published on {entry.first_published}, was"
    is_withdrawn = entry.state == "withdrawn"
    return Problem(
        path=record.source.path,
        field="id",
        code="document-withdrawn" if is_withdrawn else "id-moved",
        message=f"{was} withdrawn on {entry.on}: {entry.reason}"
        if is_withdrawn
        else f"{was} moved to “{entry.moved_to}” on {entry.on}",
        fix="take this file out of the folder; if it is another document, supply an id of its own: “id: …”",
    )


def replaced(record: Record, entry: LedgerEntry, title: str) -> Problem:
    """Return the problem with a file that held a published document and now holds another."""
    was = f"“{title}”, the document published at" if title else "the document published at"
    return Problem(
        path=record.source.path,
        code="published-document-replaced",
        message=f"this file held {was} {entry.address} on {entry.first_published}, and now holds another, "
        f"“{record.text_of('title') or 'without a title'}”",
        fix="put the old file back and give the new document a file of its own; if it is the same document, say so "
        f"in its sidecar: “id: {entry.id}”",
    )


def doubtful(in_place: Record, elsewhere: Record, entry: LedgerEntry, title: str) -> Problem:
    """Return the problem with a published document that either of two sources may be."""
    named = f"“{title}”, the document published at" if title else "the document published at"
    return Problem(
        path=in_place.source.path,
        code="published-document-doubtful",
        message=f"{named} {entry.address} on {entry.first_published}, may be this file, where it lay, or "
        f"{elsewhere.source.path}, which is more like it",
        fix=f"say in the sidecar of the right one: “id: {entry.id}”; or take the other out of the folder",
    )


def missing(entry: LedgerEntry, title: str, *, is_there: bool) -> Problem:
    """Return the problem with a published document that is not there, or is there and cannot be published."""
    published = f"the document published at {entry.address} on {entry.first_published}"
    if title:
        published = (
            f"{published} (“{title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE] + '…'}”)"
        )
    if is_bare(entry):
        return _unknown(entry, published)
    return Problem(
        path=entry.source or LEDGER_NAME,
        code="published-document-missing",
        message=f"{published} {'cannot be published again' if is_there else 'is gone'}",
        fix="mend what is reported of this file and its corrections, or open it again"
        if is_there
        else f"put the file back; or lead its readers elsewhere: archivegen ids move {entry.id} NEW; or say why it is gone: "
        f'archivegen ids withdraw {entry.id} --reason "…"',
    )


def joined(entry: LedgerEntry, principals: Mapping[str, str], ids: Mapping[str, str]) -> Problem:
    """Return the problem with a published document whose file is a version of another document now; `principals` are the
    files of these by the paths of their versions, `ids` their ids.
    """
    principal = principals[entry.source]
    new_id = ids.get(principal, "")
    to_lead = f"archivegen ids move {entry.id} {new_id}" if new_id else "give that document an address first"
    return Problem(
        path=entry.source,
        field="version_of",
        code="published-document-joined",
        message=f"the document published at {entry.address} on {entry.first_published} is a version of {principal} now",
        fix=f"to lead its readers there: {to_lead}; or let it keep its address: write “version_of: {entry.source}” into the file of "
        f"corrections of {principal} instead",
    )


def _unknown(entry: LedgerEntry, published: str) -> Problem:
    return Problem(
        path=LEDGER_NAME,
        code="published-document-unknown",
        message=f"nothing is known of {published}: this ledger was restored from a site, where it was closed",
        fix=f"write “id: {entry.id}” into the sidecar of the document that it is; if it is gone, withdraw the id: "
        f'archivegen ids withdraw {entry.id} --reason "…"',
    )
