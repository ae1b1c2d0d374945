"""The parts that pages are made of: links, rows of lists, fields of the panel."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.pages.block_view import BlockView
from archivegen.pages.citations import PassageCitation


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of the site; `address` counts from the site's root."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class BasisView:
    """Why a value is what it is: its mark, how sure it is, the rule in words, the words it was read from, where they
    stand, what was read otherwise, and who checked it.
    """

    mark: str
    certainty: str
    reason: str
    quote: str
    place: str
    otherwise: str
    confirmed: str


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value in the panel: its text, what it is (`detail`), where it leads, its basis if it is not stated, and the language
    of its text, "" where its script does not tell.
    """

    text: str
    detail: str
    address: str | None
    basis: BasisView | None
    status: str
    language: str


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field in the panel with its values; none means that it is not stated, and `why_empty` what was read instead."""

    name: str
    label: str
    help: str
    values: tuple[ValueView, ...]
    why_empty: BasisView | None


@dataclass(frozen=True, slots=True)
class AreaView:
    """A group of fields in the panel."""

    name: str
    label: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list: date first, then the title, then what kind it is and where it is kept."""

    date: str
    sort_date: str
    title: str
    address: str
    kind: str
    archive: str
    summary: str


@dataclass(frozen=True, slots=True)
class OriginalView:
    """The file of a document as it came: which version it is and in which format, its media type, where it is offered, its
    size in words, its digest, and whether it is all there is of the document.
    """

    label: str
    media_type: str
    address: str
    size: str
    sha256: str
    is_scan: bool


@dataclass(frozen=True, slots=True)
class TextView:
    """A text of a document: where it begins on the page, what version it is, "" where there is no other, its own title, who
    made it, what is said of it alone, its language and direction, its blocks in steps that stand beside those of another text, how
    a passage of it is cited.
    """

    anchor: str
    label: str
    title: str
    makers: str
    facts: tuple[tuple[str, str], ...]
    language: str
    direction: str
    steps: tuple[tuple[BlockView, ...], ...]
    passage_citation: PassageCitation


@dataclass(frozen=True, slots=True)
class TextRow:
    """Texts that stand side by side; `is_aligned` where their steps belong together."""

    texts: tuple[TextView, ...]
    is_aligned: bool


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a document: its day in words, its digest, and what had changed."""

    day: str
    digest: str
    text: str


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A change as the feed tells it; `id` is for ever, `day` in ISO 8601."""

    id: str
    day: str
    title: str
    address: str
    text: str
