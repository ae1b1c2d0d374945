"""Where a reader may go on from a document: to those that belong with it, and to those before and after it."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.archive.relations import Reason, Relations
from archivegen.pages.document_parts import NeighbourRow, RelatedRow
from archivegen.pages.listing import Desk
from archivegen.pages.messages import Messages
from archivegen.pages.parts import DocumentRow
from archivegen.records.dates import UNDATED

_MOST_NAMES = 2
_FEWEST_WEEKS = 2


def related_rows(desk: Desk, relations: Relations, document: Document) -> tuple[RelatedRow, ...]:
    """Return the documents that belong with a document, the nearest first, each with its reasons in words."""
    return tuple(
        RelatedRow(
            desk.row(desk.document(relation.document_id)),
            tuple(_reason(desk.say, reason, relation.days_later) for reason in relation.reasons),
        )
        for relation in relations.of(document)
    )


def neighbour_rows(desk: Desk, relations: Relations, document: Document) -> tuple[NeighbourRow, ...]:
    """Return the documents before and after a document: in time, in its archival file, in its series and collections."""
    rows = [NeighbourRow(desk.say("neighbours.time"), "", *_in_time(desk, document))]
    for place in relations.orders.places(document.id, ("file", "part_of", "collection")):
        name = place.name if place.kind == "collection" else ""
        ends = (_row(desk, place.earlier), _row(desk, place.later))
        rows.append(NeighbourRow(desk.say(f"neighbours.{place.kind}"), name, *ends))
    return tuple(row for row in rows if row.earlier or row.later)


def _in_time(desk: Desk, document: Document) -> tuple[DocumentRow | None, DocumentRow | None]:
    """Return the documents before and after one that is dated; those without a date stand behind all others."""
    documents, place = desk.archive.documents, desk.position_by_id[document.id]
    ends = (
        documents[place - 1] if place else None,
        documents[place + 1] if place + 1 < len(documents) else None,
    )
    is_dated = document.bounds != UNDATED
    earlier, later = (desk.row(end) if is_dated and end and end.bounds != UNDATED else None for end in ends)
    return earlier, later


def _row(desk: Desk, document_id: str | None) -> DocumentRow | None:
    return desk.row(desk.document(document_id)) if document_id else None


def _reason(say: Messages, reason: Reason, days: int | None) -> str:
    if reason.kind != "people":
        return say(f"related.{reason.kind}")
    names = ", ".join(reason.people[:_MOST_NAMES])
    if len(reason.people) == _MOST_NAMES:
        names = say("related.two", first=reason.people[0], second=reason.people[1])
    elif len(reason.people) > _MOST_NAMES:
        names = say("related.more", names=names, count=len(reason.people) - _MOST_NAMES)
    return say("related.people", names=names, when=_when(say, days or 0))


def _when(say: Messages, days: int) -> str:
    """Return in words how much later, or earlier, something is."""
    if not days:
        return say("related.same_day")
    direction = "later" if days > 0 else "earlier"
    weeks = abs(days) // 7
    unit, count = ("weeks", weeks) if weeks >= _FEWEST_WEEKS else ("days", abs(days))
    return say(f"related.{unit}_{direction}", count=count)
