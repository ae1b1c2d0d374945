"""The parts that only the page of a document has: the path of the paper, its citations, and where to read on."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from archivegen.pages.parts import DocumentRow


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step in the life of a paper: its date in words, "" where none is known, the day in ISO 8601 where it is one, what
    happened, and how sure that is where it is not certain.
    """

    date: str
    day: str
    words: str
    certainty: str


@dataclass(frozen=True, slots=True)
class StyledCitation:
    """A citation in the form of one style: what it is called, and the words before, in and behind what the style sets in
    italics.
    """

    label: str
    before: Markup
    italic: Markup
    after: Markup


@dataclass(frozen=True, slots=True)
class CitationViews:
    """The citations of a document: as this archive gives it, this very version of it, as it came with the source, in the
    forms of other styles, and for programs, each of these with its label. What there is none of is "".
    """

    ours: Markup
    version: Markup
    given: Markup
    styles: tuple[StyledCitation, ...]
    programs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NeighbourRow:
    """The documents before and after another one in an order: what orders them, and what they are in, if that has a name."""

    label: str
    name: str
    earlier: DocumentRow | None
    later: DocumentRow | None


@dataclass(frozen=True, slots=True)
class RelatedRow:
    """A document that belongs with another one, with the reasons in words."""

    row: DocumentRow
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseView:
    """What readers may do with a document: the rights in words, and whether anybody states them; those that the archive states
    for itself, where the document has none; how copies may be had, and where an error in it can be reported, "" where
    nothing is said.
    """

    rights: str
    is_stated: bool
    of_archive: str
    reproduction: str
    report: str
