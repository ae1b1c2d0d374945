"""The parts that lists are made of: rows of indexes, headings of documents, days of changes."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.pages.parts import DocumentRow, Link


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A document that was published or changed: which of the two, where it is, and what had changed."""

    label: str
    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class ChangeDay:
    """What was published and changed on a day, which is given in ISO 8601 and in words."""

    date: str
    day: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class EntityRow:
    """An entity in an index: its name, its other spellings, what it is to the documents, how many there are, and what else is
    to be said of it.
    """

    name: str
    address: str
    spellings: str
    roles: str
    count: int
    remark: str


@dataclass(frozen=True, slots=True)
class LetterGroup:
    """The entities of an index under one letter, with the letter's anchor; no letter where the index is not alphabetical."""

    letter: str
    anchor: str
    rows: tuple[EntityRow, ...]


@dataclass(frozen=True, slots=True)
class UnnamedRow:
    """A name that identifies nobody: its anchor, and the document it stands in."""

    anchor: str
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class UnnamedGroup:
    """Names that are written alike and identify nobody."""

    name: str
    rows: tuple[UnnamedRow, ...]


@dataclass(frozen=True, slots=True)
class RoleHeading:
    """What an entity is to documents, or where in an archive they lie: in words, its anchor, and the number of documents."""

    label: str
    anchor: str
    count: int


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """Documents below the heading that they have on the page of an entity."""

    heading: RoleHeading
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office as documents word it, and the days of these documents; "" where none is dated."""

    office: str
    days: str


@dataclass(frozen=True, slots=True)
class StayView:
    """A place that documents of a person were written in, without an address where it has no page; their days, each leading to
    the document; and how many days more there are.
    """

    place: Link
    days: tuple[Link, ...]
    more: int
