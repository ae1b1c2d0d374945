"""The parts that pages about time are made of."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from archivegen.pages.parts import DocumentRow, Link


@dataclass(frozen=True, slots=True)
class CountedLink:
    """A link with how many documents it leads to; `length` is that of its bar, in hundredths of the longest, and `note` what else
    there is.
    """

    link: Link
    count: int
    length: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class YearsGroup:
    """Years that are listed together, such as a decade: their name, the anchor of the list, the years."""

    label: str
    anchor: str
    count: int
    years: tuple[CountedLink, ...]


@dataclass(frozen=True, slots=True)
class TimeGroup:
    """Documents that are listed together: what they have in common, the anchor of the list, the page that the heading leads to, ""
    for none.
    """

    label: str
    anchor: str
    address: str
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The list before one in time and the list after it, where there are such."""

    earlier: Link | None = None
    later: Link | None = None


ALONE = Neighbours()


@dataclass(frozen=True, slots=True)
class Column:
    """A bar of the timeline, of pieces on each other, each with its tone; `x`, `top`, `width` and `reach` are the place that can be
    hit.
    """

    title: str
    address: str
    x: str
    top: str
    width: str
    reach: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: `tone` says how much is known of the dates it counts."""

    tone: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class SpanLine:
    """A document that is dated over years, as a line below the axis; `path` has arrows where an end is open."""

    title: str
    address: str
    path: str
    x: str
    y: str
    width: str
    is_doubtful: bool


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Words in the drawing, which lead to a page where they have an address."""

    text: str
    address: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The timeline as it is drawn, on a grid of `width` by `height`; `axis` is where time runs, `ticks` where the labels stand."""

    width: int
    height: int
    axis: str
    ticks: tuple[str, ...]
    columns: tuple[Column, ...]
    spans: tuple[SpanLine, ...]
    labels: tuple[AxisLabel, ...]
    peak: AxisLabel | None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row of the timeline's table: a year or a run of years, its documents, and those of each of its columns, None for none."""

    link: Link
    count: int
    cells: tuple[Link | None, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class CollectionOpening:
    """A collection as the home page has it: how many documents are in it, and how its introduction begins."""

    link: Link
    count: int
    opening: Markup


@dataclass(frozen=True, slots=True)
class CountsGroup:
    """How many documents have each value of a field, the most frequent first, and the way to the others, if there are more."""

    label: str
    rows: tuple[CountedLink, ...]
    others: Link | None


@dataclass(frozen=True, slots=True)
class StatusCounts:
    """How many values there are by status, of a field or of a voice; of a field also how many are checked, and how many documents
    have none.
    """

    label: str
    counts: tuple[int, ...]
    confirmed: int = 0
    empty: int = 0
