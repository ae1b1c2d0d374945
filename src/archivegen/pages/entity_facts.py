"""What the documents say of a person or a body, gathered: offices, places and days, company."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.archive.company import Company
from archivegen.archive.entities import Entity
from archivegen.pages.calendar_words import span_name
from archivegen.pages.list_parts import OfficeView, StayView
from archivegen.pages.listing import Desk
from archivegen.pages.parts import Link
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.values import AgentValue

_MOST_COMPANIONS = 12
_MOST_PLACES = 40
_MOST_DAYS = 12
# Who wrote a document or took part in what it records was where it was written, as far as the document tells.
_THERE = ("creators", "participants")
_AGENTS = ("people", "organisations")


def offices_of(desk: Desk, entity: Entity) -> tuple[OfficeView, ...]:
    """Return the offices that documents give a person, as they are worded, with the first and last day of these documents."""
    days: dict[str, list[Document]] = {}
    for mention in entity.mentions:
        if isinstance(mention.value, AgentValue) and mention.value.office:
            days.setdefault(mention.value.office, []).append(desk.document(mention.document_id))
    return tuple(OfficeView(office, _span(desk, documents)) for office, documents in days.items())


def stays_of(desk: Desk, entity: Entity) -> tuple[StayView, ...]:
    """Return where a person's documents were written, in the order of the first one, each place with its days."""
    if entity.index != "people":
        return ()
    ids = {mention.document_id for mention in entity.mentions if mention.field in _THERE}
    row = FIELD_BY_NAME["place_of_creation"]
    days: dict[Link, list[Link]] = {}
    for document in sorted(map(desk.document, ids), key=lambda each: desk.position_by_id[each.id]):
        place, date = document.record.first("place_of_creation"), document.record.principal_date
        if place and date:
            known = desk.entity_of(row, place, document.id)
            there = Link(place.value, known.address if known else "")
            days.setdefault(there, []).append(Link(desk.say.date(date.value), document.address))
    return tuple(
        StayView(place, tuple(links[:_MOST_DAYS]), max(0, len(links) - _MOST_DAYS))
        for place, links in list(days.items())[:_MOST_PLACES]
    )


def company_of(desk: Desk, entity: Entity, company: Company) -> tuple[tuple[Link, int], ...]:
    """Return with whom a person or body shares most documents, and how many."""
    if entity.index not in _AGENTS:
        return ()
    return tuple(
        (Link(desk.name_of(each), each.address), count)
        for each, count in company.of(entity, _MOST_COMPANIONS)
    )


def _span(desk: Desk, documents: list[Document]) -> str:
    dates = [document.record.principal_date for document in documents]
    return span_name(desk.say, [date.value for date in dates if date])
