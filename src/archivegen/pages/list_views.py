"""What the templates of lists are given: indexes, the pages of what they list, the changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from archivegen.pages.list_parts import (
    ChangeDay,
    LetterGroup,
    OfficeView,
    RoleGroup,
    StayView,
    UnnamedGroup,
)
from archivegen.pages.map_parts import MapView, PositionView
from archivegen.pages.paging import PagerView
from archivegen.pages.parts import Link
from archivegen.pages.views import PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView(PageView):
    """An index: people, organisations, places, archives, collections, kinds, languages, subjects."""

    template: ClassVar[str] = "pages/index.html"
    index: str
    intro: str
    map: MapView | None
    rail: tuple[Link, ...]
    groups: tuple[LetterGroup, ...]
    unnamed: Link | None
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnnamedView(PageView):
    """Names that do not say who is meant, each with its document."""

    template: ClassVar[str] = "pages/unnamed.html"
    groups: tuple[UnnamedGroup, ...]
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityView(PageView):
    """The page of a person, an organisation, a place, an archive, a collection, a kind, a language, or a subject.

    `contents` are the headings of its lists where there are several, `stays` where documents of a person were written,
    `company` who shares most documents, `query` what finds every spelling in full-text search.
    """

    template: ClassVar[str] = "pages/entity.html"
    index: str
    index_label: str
    name: str
    introduction: Markup
    inner: tuple[Link, ...]
    spellings: tuple[str, ...]
    same_as: tuple[str, ...]
    offices: tuple[OfficeView, ...]
    position: PositionView | None
    contents: tuple[tuple[Link, int], ...]
    groups: tuple[RoleGroup, ...]
    stays: tuple[StayView, ...]
    company: tuple[tuple[Link, int], ...]
    note: str
    query: str
    pager: PagerView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView(PageView):
    """What was published and what changed, by day; `feed` is the address of the feed, "" where there is none."""

    template: ClassVar[str] = "pages/changes.html"
    days: tuple[ChangeDay, ...]
    feed: str
    pager: PagerView | None
