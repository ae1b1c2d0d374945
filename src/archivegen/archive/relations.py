"""Which documents belong with a document, and why: one meeting, one paper, one file, one series, the same people."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal, NamedTuple

from archivegen.archive.archive import Archive, Document, named_id
from archivegen.archive.entities import Entity
from archivegen.archive.meeting_days import days_of, meeting_days
from archivegen.archive.orders import Orders, orders_of
from archivegen.records.redacted import REDACTED
from archivegen.remembering import Memory

ReasonKind = Literal["related", "meeting", "part_of", "file", "title", "people"]
# The nearest reasons first: what a reason weighs against the others that a document has.
_WEIGHTS: dict[ReasonKind, int] = {
    "related": 64, "meeting": 32, "part_of": 16, "file": 8, "title": 4, "people": 2,
}  # fmt: skip
_OF_AN_ORDER: dict[str, ReasonKind] = {"part_of": "part_of", "file": "file", "title": "title"}
MOST_RELATED = 8
# Two documents of the same people belong together within a month.
_MONTH = 31
_FEWEST_PEOPLE = 2
# Whoever is in very many documents says little of two of them: only the nearest in time are looked at, and of many people
# those who are rarest. So a document costs the same however large the archive is.
_NEAREST = 16
_MOST_PEOPLE = 24
_WITH_A_PART = frozenset({"creators", "recipients", "participants"})


class Reason(NamedTuple):
    """Why two documents belong together; `people` are whom they have in common."""

    kind: ReasonKind
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A document that belongs with another one: its reasons, the weightiest first, and how many days later it is, None
    where either day is not known.
    """

    document_id: str
    reasons: tuple[Reason, ...]
    days_later: int | None


@dataclass(frozen=True, slots=True)
class Relations:
    """What tells which documents belong together, by the ids of documents and the addresses of people.

    `days` are those of the documents whose date is no longer than a month; `people` are those in a document, who has a part
    in it before those who are spoken of; `meetings` are the documents that record a meeting on a day with a person, in the
    order of the archive, `dated` the days and documents of a person in the order of time.
    """

    orders: Orders
    positions: Mapping[str, int]
    days: Mapping[str, int]
    people: Mapping[str, Sequence[str]]
    participants: Mapping[str, Sequence[str]]
    meetings: Mapping[tuple[str, str], Sequence[str]]
    dated: Mapping[str, Sequence[tuple[int, str]]]
    name_by_address: Mapping[str, str]

    def of(self, document: Document) -> tuple[Relation, ...]:
        """Return the documents that belong with a document, the nearest first, at most eight."""
        reasons: defaultdict[str, list[Reason]] = defaultdict(list)
        steps: dict[str, int] = {}
        for other in self._supplied(document):
            reasons[other].append(Reason("related"))
        for other, people in self._met(document).items():
            reasons[other].append(Reason("meeting", people))
        for (kind, _), other, away in self.orders.near(document.id, MOST_RELATED):
            if kind in _OF_AN_ORDER:
                reasons[other].append(Reason(_OF_AN_ORDER[kind]))
                steps[other] = min(away, steps.get(other, away))
        for other, people in self._same_people(document).items():
            reasons[other].append(Reason("people", people))
        related = [self._relation(document, other, each) for other, each in reasons.items()]

        def nearness(relation: Relation) -> tuple[int, ...]:
            days = relation.days_later
            in_common = max(len(reason.people) for reason in relation.reasons)
            return (
                -sum(_WEIGHTS[reason.kind] for reason in relation.reasons),
                -in_common,
                10**7 if days is None else abs(days),
                steps.get(relation.document_id, 0),
                abs(self.positions[relation.document_id] - self.positions[document.id]),
                self.positions[relation.document_id],
            )

        return tuple(sorted(related, key=nearness)[:MOST_RELATED])

    def _relation(self, document: Document, other: str, reasons: list[Reason]) -> Relation:
        by_kind = {reason.kind: reason for reason in reversed(reasons)}
        ordered = tuple(by_kind[kind] for kind in _WEIGHTS if kind in by_kind)
        day, other_day = self.days.get(document.id), self.days.get(other)
        return Relation(other, ordered, None if day is None or other_day is None else other_day - day)

    def _supplied(self, document: Document) -> list[str]:
        """Return the documents that the archivist names as related by their ids or their addresses."""
        named = [named_id(value.value) for value in document.record.fields.get("related", ())]
        return [other for other in named if other in self.positions and other != document.id]

    def _met(self, document: Document) -> dict[str, tuple[str, ...]]:
        """Return the documents that record a meeting on the same day with two of the same participants at least."""
        common: defaultdict[str, list[str]] = defaultdict(list)
        days, place_of = meeting_days(document), self.positions.__getitem__
        for person in self.participants.get(document.id, ()):
            met: set[str] = set()
            for row in (self.meetings.get((day, person), ()) for day in days):
                place = bisect_left(row, place_of(document.id), key=place_of)
                met.update(row[max(0, place - _NEAREST) : place + _NEAREST])
            for other in sorted(met, key=place_of):
                common[other].append(person)
        return self._enough(document, common)

    def _same_people(self, document: Document) -> dict[str, tuple[str, ...]]:
        """Return the documents of a month before and after that have two people at least in common with a document."""
        day = self.days.get(document.id)
        common: defaultdict[str, list[str]] = defaultdict(list)
        people = self.people.get(document.id, ()) if day is not None else ()
        for person in sorted(people, key=lambda one: (len(self.dated[one]), one))[:_MOST_PEOPLE]:
            row = self.dated[person]
            place = bisect_left(row, self.positions[document.id], key=lambda dated: self.positions[dated[1]])
            for other_day, other in row[max(0, place - _NEAREST) : place + _NEAREST]:
                if abs(other_day - (day or 0)) <= _MONTH:
                    common[other].append(person)
        return self._enough(document, common)

    def _enough(self, document: Document, common: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
        order = {person: place for place, person in enumerate(self.people.get(document.id, ()))}
        return {
            other: tuple(self.name_by_address[person] for person in sorted(people, key=order.__getitem__))
            for other, people in common.items()
            if other != document.id and len(people) >= _FEWEST_PEOPLE
        }


def relations_in(archive: Archive, memory: Memory | None = None) -> Relations:
    """Return what tells which documents of an archive belong together. `memory` keeps what is known of each document.

    It is made of what the site shows alone: of a document that is announced no people are known, a closed one is not
    there, and a name with covered words is nobody's.
    """
    memory = memory or Memory()
    documents = [
        memory.alike((relations_in, document.id), document, _described) for document in archive.documents
    ]
    days = [(document.id, memory.recall(days_of, document)) for document in documents]
    return memory.recall(_related, archive.entities, orders_of(documents, memory), days)


def _described(document: Document) -> tuple[object, ...]:
    """Return all that tells where a document belongs, in its order."""
    return tuple(document.record.fields.items())


def _related(
    entities: tuple[Entity, ...],
    orders: Orders,
    days_by_id: list[tuple[str, tuple[int | None, tuple[str, ...]]]],
) -> Relations:
    """Return what relates documents, of each of which there are its id and its days."""
    known_days = dict(days_by_id)
    days = {document_id: day for document_id, (day, _) in known_days.items() if day is not None}
    persons = [entity for entity in entities if _is_somebody(entity)]
    people: defaultdict[str, list[str]] = defaultdict(list)
    spoken_of: defaultdict[str, list[str]] = defaultdict(list)
    participants: defaultdict[str, list[str]] = defaultdict(list)
    for entity in persons:
        for document_id, fields in _fields_by_document(entity).items():
            if fields & _WITH_A_PART:
                people[document_id].append(entity.address)
            elif "people_mentioned" in fields:
                spoken_of[document_id].append(entity.address)
            if "participants" in fields:
                participants[document_id].append(entity.address)
    meetings: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    dated: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for document_id, (_, days_met) in known_days.items():
        people[document_id] += spoken_of[document_id]
        for met, person in product(days_met, participants[document_id]):
            meetings[met, person].append(document_id)
        for person in people[document_id] if document_id in days else ():
            dated[person].append((days[document_id], document_id))
    return Relations(
        orders,
        {document_id: place for place, document_id in enumerate(known_days)},
        days,
        people,
        participants,
        meetings,
        dated,
        {entity.address: entity.name for entity in persons},
    )


def _fields_by_document(entity: Entity) -> Mapping[str, set[str]]:
    fields: defaultdict[str, set[str]] = defaultdict(set)
    for mention in entity.mentions:
        fields[mention.document_id].add(mention.field)
    return fields


def _is_somebody(entity: Entity) -> bool:
    return entity.index == "people" and entity.has_page and REDACTED not in entity.name
