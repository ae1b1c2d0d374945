"""The layouts, and which of them a file has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from archivegen.seeds.draft import Sheet
from archivegen.seeds.layouts import (
    catalogue_head,
    cover_sheet,
    edited_letter,
    edition_document,
    flattened_cover,
    labelled_page,
    listing,
    old_page_capture,
    page_capture,
    plain_text,
    stripped_page,
    transcript,
)
from archivegen.seeds.source_text import SourceText


@dataclass(frozen=True, slots=True)
class Layout:
    """A way in which source files are laid out.

    To add one: write a module with `NAME`, `score(source)` (0 to 1) and `read(source)`, and put it in the list.
    """

    name: str
    score: Callable[[SourceText], float]
    read: Callable[[SourceText], Sheet]


PLAIN_TEXT = Layout(plain_text.NAME, plain_text.score, plain_text.read)
AS_IT_STANDS = Layout("as_it_stands", plain_text.score, plain_text.read_as_it_stands)
LAYOUTS = (
    Layout(listing.NAME, listing.score, listing.read),
    Layout(catalogue_head.NAME, catalogue_head.score, catalogue_head.read),
    Layout(old_page_capture.NAME, old_page_capture.score, old_page_capture.read),
    Layout(stripped_page.NAME, stripped_page.score, stripped_page.read),
    Layout(flattened_cover.NAME, flattened_cover.score, flattened_cover.read),
    Layout(cover_sheet.NAME, cover_sheet.score, cover_sheet.read),
    Layout(labelled_page.NAME, labelled_page.score, labelled_page.read),
    Layout(edited_letter.NAME, edited_letter.score, edited_letter.read),
    Layout(edition_document.NAME, edition_document.score, edition_document.read),
    Layout(page_capture.NAME, page_capture.score, page_capture.read),
    Layout(transcript.NAME, transcript.score, transcript.read),
    PLAIN_TEXT,
)

_LEAST_SURE = 0.35


def recognise(source: SourceText) -> Layout:
    """Return the layout that is surest of the file, of those as sure the first; plain text where none is sure enough."""
    best, surest = 0.0, PLAIN_TEXT
    for layout in LAYOUTS:
        score = layout.score(source)
        if score > best:
            best, surest = score, layout
        # None is surer than wholly sure.
        if best == 1.0:
            break
    return surest if best >= _LEAST_SURE else PLAIN_TEXT
