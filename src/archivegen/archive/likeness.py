"""Whether a source is the document that was published: what both say of themselves, compared part by part."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from sys import intern

from archivegen.archive.sketches import sketch, words_in
from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.records.values import AgentValue, Identifier
from archivegen.storage.ledger import LedgerEntry
from archivegen.storage.published import PublishedRecord

# Those who made a document or took part in what it records; whoever prepared its text prepared that of many.
_PEOPLE = ("creators", "issuing_body", "recipients", "participants", "people_mentioned")
# From this share of common words on, two texts are one in two states; two letters of one hand share a third.
_SAME_WORDS = 0.5
_ELSEWHERE, _IN_OTHER_FORM = 4, 5


@dataclass(frozen=True, slots=True)
class Traits:
    """What a document is recognised by. Parts that are not known are empty and say nothing.

    `id` is the one it has, or would have; `path` where its source is, or was; `sketches` those of its passages, `words`
    the hashes of single words in them. Of one that `is_closed` nobody would see what it was taken for.
    """

    id: str
    path: str
    number: str = ""
    title: str = ""
    date: str = ""
    people: frozenset[str] = frozenset()
    sketches: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    is_closed: bool = False

    @property
    def stem(self) -> str:
        """The path without its ending, which says only in which form the text is."""
        return posixpath.splitext(self.path)[0]


def traits_of_record(record: Record, made_id: str, *, is_closed: bool = False) -> Traits:
    """Return what a record that was read now is recognised by; `made_id` is the id it would have."""
    sketches = frozenset(sketch(block.text) for text in record.texts for block in text.body.blocks)
    numbers = [
        value.value for value in record.values_of("identifiers", Identifier) if value.kind == "record_number"
    ]
    principal = record.principal_date
    return Traits(
        id=made_id,
        path=record.source.path,
        number=next(iter(numbers), ""),
        title=name_key(record.text_of("title") or ""),
        date=principal.value if principal else "",
        people=frozenset(
            name_key(agent.value) for field in _PEOPLE for agent in record.values_of(field, AgentValue)
        ),
        sketches=sketches,
        words=_words(sketches),
        is_closed=is_closed,
    )


def traits_of_published(entry: LedgerEntry, record: PublishedRecord | None) -> Traits:
    """Return what a published document is recognised by: little, where only the ledger knows it."""
    if record is None:
        return Traits(id=entry.id, path=entry.source, number=entry.id if entry.id.isdigit() else "")
    dates = [value for value in record.values.get("dates", ()) if value.get("principal")]
    sketches = frozenset(passage.sketch for passage in record.passages if passage.sketch)
    numbers = [
        value for value in record.values.get("identifiers", ()) if value.get("kind") == "record_number"
    ]
    return Traits(
        id=entry.id,
        path=entry.source,
        number=str(numbers[0]["value"]) if numbers else (entry.id if entry.id.isdigit() else ""),
        title=name_key(record.title),
        date=str(dates[0]["value"]) if dates else "",
        people=frozenset(name_key(name) for name in _names_in(record)),
        sketches=sketches,
        words=_words(sketches),
    )


def _words(sketches: frozenset[str]) -> frozenset[str]:
    return frozenset(intern(word) for sketched in sketches for word in words_in(sketched))


def _names_in(record: PublishedRecord) -> Iterator[str]:
    for field in _PEOPLE:
        yield from (str(value["value"]) for value in record.values.get(field, ()))


def likeness(now: Traits, was: Traits) -> float:
    """Return how much speaks for a source being a published document; 0 where it cannot be, or nothing does.

    One part alone may be chance. In the same place a source is the document unless it is quite another; in the same
    place but for the form of its text from 5 on, and elsewhere from 4 on. Another text elsewhere is another document,
    though title, date and people agree: the address of one that is gone must not go to the next of its series.
    """
    if now.number and was.number:
        return 40 + (now.path == was.path) if now.number == was.number else 0
    words = _shared(now.words, was.words)
    agreeing = (
        (4 if now.id == was.id else 0)
        + (2 if now.title and now.title == was.title else 0)
        + (2 if now.date and now.date == was.date else 0)
        + 2 * _shared(now.people, was.people)
        + (12 * words if words >= _SAME_WORDS else 2 * words)
    )
    if now.path == was.path:
        return 0 if was.title and not is_alike(now, was) else 4 + agreeing
    if now.is_closed or (now.words and was.words and words < _SAME_WORDS):
        return 0
    if now.stem == was.stem:
        agreeing += 3
        return agreeing if agreeing >= _IN_OTHER_FORM else 0
    return agreeing if agreeing >= _ELSEWHERE else 0


def is_alike(now: Traits, was: Traits) -> bool:
    """Return whether a source may be a corrected state of what was published.

    Its text is, or its title and date are. Another text with another title or date is another document: those of a series
    have title and people in common.
    """
    if now.id == was.id or (now.title, now.date) == (was.title, was.date):
        return True
    if now.words and was.words:
        return has_same_words(now, was)
    return now.title == was.title or now.date == was.date or not now.people.isdisjoint(was.people)


def has_same_words(now: Traits, was: Traits) -> bool:
    """Return whether two texts are one in two states, by the share of their words that they have in common."""
    return words_shared(now, was) >= _SAME_WORDS


def words_shared(now: Traits, was: Traits) -> float:
    """Return the share of their words that two texts have in common, 0 where either is not known."""
    return _shared(now.words, was.words)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of what two sets have in common, 0 where either is not known."""
    return len(one & other) / len(one | other) if one and other else 0
