"""What the templates of time are given: the timeline, the lists of all documents, years and months."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from archivegen.pages.bars import Strip
from archivegen.pages.paging import PagerView
from archivegen.pages.parts import DocumentRow, Link
from archivegen.pages.time_parts import CountedLink, Drawing, Neighbours, TimeGroup, TimeRow, YearsGroup
from archivegen.pages.views import PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView(PageView):
    """The whole archive by year and month: the drawing, what its ways of drawing say, the same as a table, and the documents that
    are told one by one.
    """

    template: ClassVar[str] = "pages/timeline.html"
    count: int
    drawing: Drawing | None
    caption: tuple[str, ...]
    heads: tuple[str, ...]
    table: tuple[TimeRow, ...]
    has_rest: bool
    listed_label: str
    listed: tuple[DocumentRow, ...]
    undated: CountedLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsView(PageView):
    """All documents in the order of time; of more than a page holds, the decades with their years in the place of the groups."""

    template: ClassVar[str] = "pages/documents.html"
    count: int
    over: str
    strip: Strip | None
    groups: tuple[TimeGroup, ...]
    decades: tuple[YearsGroup, ...]
    undated: CountedLink | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearsView(PageView):
    """The index of years, decade by decade."""

    template: ClassVar[str] = "pages/years.html"
    decades: tuple[YearsGroup, ...]
    undated: CountedLink | None
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView(PageView):
    """The page of a year: its months, and its documents as far as it holds them."""

    template: ClassVar[str] = "pages/year.html"
    counts: tuple[str, ...]
    strip: Strip | None
    months: tuple[CountedLink, ...]
    groups: tuple[TimeGroup, ...]
    neighbours: Neighbours
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentListView(PageView):
    """A list of documents that have one thing in common, such as a month; `note` leads to what it leaves out."""

    template: ClassVar[str] = "pages/document_list.html"
    count: int
    rows: tuple[DocumentRow, ...]
    neighbours: Neighbours
    note: Link | None
    pager: PagerView | None
