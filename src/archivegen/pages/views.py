"""What templates are given: plain values, chosen and worded; a template formats them and decides nothing.

Each page view names its template. A test compares the fields of every view with the names its template uses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from archivegen.pages.bars import Strip
from archivegen.pages.document_parts import CitationViews, NeighbourRow, PathStep, RelatedRow, UseView
from archivegen.pages.list_parts import ChangeDay
from archivegen.pages.parts import (
    AreaView,
    BasisView,
    DocumentRow,
    Link,
    OriginalView,
    TextRow,
    VersionRow,
)
from archivegen.pages.review_parts import ChoiceView, InferredGroup, PasteView
from archivegen.pages.time_parts import (
    CollectionOpening,
    CountedLink,
    CountsGroup,
    StatusCounts,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """What every page has: address, title, description, the way up, and the day (ISO 8601) of its last change."""

    template: ClassVar[str]
    address: str
    title: str
    description: str = ""
    trail: tuple[Link, ...] = ()
    section: str = ""
    is_indexable: bool = True
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView(PageView):
    """The home page; `rows` are all documents where the archive is small, else some to begin with."""

    template: ClassVar[str] = "pages/home.html"
    lead: Markup
    size: tuple[Link, ...]
    strip: Strip | None
    years: tuple[CountedLink, ...]
    collections: tuple[CollectionOpening, ...]
    people: tuple[CountedLink, ...]
    places: tuple[CountedLink, ...]
    news: tuple[ChangeDay, ...]
    is_small: bool
    rows: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView(PageView):
    """The page of a document."""

    template: ClassVar[str] = "pages/document.html"
    kind: Link | None
    date: str
    place: str
    provenance: str
    title_basis: BasisView | None
    title_language: str
    summary: str
    summary_voice: str
    summary_basis: BasisView | None
    rows: tuple[TextRow, ...]
    version_links: tuple[Link, ...]
    marks: tuple[str, ...]
    areas: tuple[AreaView, ...]
    lines_otherwise: str
    path: tuple[PathStep, ...]
    citations: CitationViews
    use: UseView
    version: str
    versions: tuple[VersionRow, ...]
    neighbours: tuple[NeighbourRow, ...]
    related: tuple[RelatedRow, ...]
    data_address: str
    originals: tuple[OriginalView, ...]
    draft: str
    access: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedView(PageView):
    """The page of a document that was published and may not be seen now: that it was, and nothing of it."""

    template: ClassVar[str] = "pages/closed.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView(PageView):
    """The search page; `messages` are what its scripts say, as JSON, and `count` how many documents they can find."""

    template: ClassVar[str] = "pages/search.html"
    messages: str
    count: int
    ways: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView(PageView):
    """About the archive: its own words, its coverage, what it lacks, and how its values were found."""

    template: ClassVar[str] = "pages/about.html"
    about: Markup
    facts: tuple[tuple[str, str], ...]
    strip: Strip | None
    years: tuple[CountedLink, ...]
    groups: tuple[CountsGroup, ...]
    silences: tuple[CountedLink, ...]
    closed: tuple[str, ...]
    statuses: tuple[tuple[str, int, str], ...]
    confirmed: str
    voices: tuple[StatusCounts, ...]
    rules: tuple[tuple[str, int], ...]
    fields: tuple[StatusCounts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView(PageView):
    """Inferred values, the least certain first, with what confirms them; a page of the preview, and of no site.

    `faults` say why there is no list, `whole` confirms all that was asked for where it is one document's; `by` and `within` are what the form was filled in with.
    """

    template: ClassVar[str] = "pages/review.html"
    left: str
    unlisted: str
    faults: tuple[str, ...]
    by: str
    within: str
    certainties: tuple[ChoiceView, ...]
    fields: tuple[ChoiceView, ...]
    folders: tuple[str, ...]
    asked: str
    whole: PasteView | None
    groups: tuple[InferredGroup, ...]
    pages: tuple[tuple[Link, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundView(PageView):
    """The page a host shows for an address that is not there; `home` is empty where the host is not known."""

    template: ClassVar[str] = "pages/not_found.html"
    home: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnView(PageView):
    """The page of a document that was withdrawn; of a concealed one only the notice and the reason."""

    template: ClassVar[str] = "pages/withdrawn.html"
    notice: str
    reason: str
    first_published: str
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView(PageView):
    """The page at an address that leads to another; `title` is what is found there."""

    template: ClassVar[str] = "pages/redirect.html"
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentView(PageView):
    """The page of a person, an organisation, a place or an archive that no document names now."""

    template: ClassVar[str] = "pages/silent.html"
    index: Link
