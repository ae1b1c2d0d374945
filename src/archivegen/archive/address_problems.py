"""What can be wrong between the documents that are there and the addresses that were published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from archivegen.problems import Problem
from archivegen.records.record import Record, SaidId
from archivegen.seeds.line_lists import lines_in_words
from archivegen.storage.ids import is_fit, way_out
from archivegen.storage.ledger import LEDGER_NAME, LedgerEntry
from archivegen.storage.promises import is_bare

_LONGEST_TITLE = 60
_MOST_NAMED = 5


def other_id(record: Record, entry: LedgerEntry) -> Problem:
    """Return the problem with a supplied id that is not the published one."""
    supplied = record.supplied_id or ""
    move = f"; to change it for good: archivegen ids move {entry.id} {supplied}" if is_fit(supplied) else ""
    return _of_id(
        record,
        "id-differs-from-ledger",
        f"the id supplied is “{record.supplied_id}”, but this document was published as “{entry.id}”",
        f"write “{entry.id}”{move}" if record.said_id.column else f"write “id: {entry.id}”{move}",
    )


def bad_id(record: Record, new_id: str) -> Problem:
    """Return the problem with an id that no address can have."""
    return _of_id(
        record,
        "id-unusable",
        f"“{new_id}” cannot be part of an address",
        way_out(new_id),
    )


def redacted_id(record: Record, new_id: str, words: Sequence[str]) -> Problem:
    """Return the problem with an id that has words which its document redacts."""
    return _of_id(
        record,
        "redacted-address",
        f"the id “{new_id}” has words that are redacted here ({', '.join(words)})",
        "supply another “id:” without them, or none",
    )


def _of_id(record: Record, code: str, message: str, fix: str) -> Problem:
    """Return a problem with the id of a record, where that stands: in a cell of a sheet, in its file of corrections."""
    said = record.said_id
    return Problem(
        path=said.path or record.source.path,
        line=said.line,
        field="id",
        code=code,
        message=f"in the {said.column}, {message}" if said.column else message,
        fix=fix,
    )


def _claimants(records: Iterable[Record]) -> list[str]:
    """Return where the ids of records stand: the files of the documents, or the rows of a sheet that give them."""
    return [
        f"{said.path}:{said.line} (“{said.number or record.supplied_id}”)"
        if (said := record.said_id).column
        else record.source.path
        for record in records
    ]


# An id, the records that claim it, and the file of the document that has it.
Clash = tuple[str, list[Record], str | None]


def clash(new_id: str, claimants: list[Record], other: str | None) -> Problem:
    """Return the problem with an id that several documents claim."""
    paths = _claimants(claimants) + [path for path in (other,) if path]
    return _of_id(
        claimants[0],
        "id-clash",
        f"the id “{new_id}” is claimed by {', '.join(paths)}",
        "give each document its own, or call the column “identifiers”, if it is to give no addresses"
        if claimants[0].said_id.column
        else "supply another “id:” for all but one of them; if they are versions of one document, write “version_of:” with the "
        "path of the original into the file of corrections of the others",
    )


def clashes(claims: Iterable[Clash]) -> Iterator[Problem]:
    """Yield the problems with ids that several documents claim, in the order of their places; one for the rows of a sheet
    where many are claimed, which names all of them.
    """
    placed = [(new_id, sorted(claimants, key=_place_of), other) for new_id, claimants, other in claims]
    in_sheets: dict[str, list[tuple[Problem, list[Record]]]] = {}
    for new_id, claimants, other in sorted(placed, key=lambda claim: _place_of(claim[1][0])):
        problem = clash(new_id, claimants, other)
        said = claimants[0].said_id
        if not said.column:
            yield problem
        else:
            in_sheets.setdefault(f"{said.path} {said.column}", []).append((problem, claimants))
    for found in in_sheets.values():
        problems = [problem for problem, _ in found]
        if len(problems) <= _MOST_NAMED:
            yield from problems
        else:
            rows = lines_in_words(
                (_place_of(record)[1] for _, others in found[1:] for record in others), most=None
            )
            message = f"{problems[0].message} (likewise {len(problems) - 1} more ids in this column: {rows})"
            yield replace(problems[0], message=message)


def _place_of(record: Record) -> tuple[str, int, str]:
    return record.said_id.path, record.said_id.line or 0, record.source.path


def still_held(new_id: str, claimants: list[Record], source: str) -> Problem:
    """Return the problem with a published id that is claimed while its document is still there, in `source`."""
    return _of_id(
        claimants[0],
        "id-clash",
        f"the id “{new_id}” is claimed by {', '.join([*_claimants(claimants), source])}",
        f"it is the published address of {source}, which is still there: supply another “id:” here; or take {source} "
        "out of the folder, if this document is to stand at its address",
    )


def used_before(record: Record, entry: LedgerEntry) -> Problem:
    """Return the problem with a document that stands for one that was withdrawn, or claims an id that has moved."""
    was = f"“{entry.id}”, published on {entry.first_published}, was"
    is_withdrawn = entry.state == "withdrawn"
    said = record.said_id if record.supplied_id == entry.id else SaidId()
    return Problem(
        path=said.path or record.source.path,
        line=said.line,
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


def missing(entry: LedgerEntry, title: str, *, is_there: bool, is_closed: bool = False) -> Problem:
    """Return the problem with a published document that is not there, or is there and cannot be published; one that was
    closed can be withdrawn only if it is concealed.
    """
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
        f'archivegen ids withdraw {entry.id} --reason "…"{" --conceal" if is_closed else ""}',
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
