"""What full-text search knows of a document: one small HTML page each, with its text, its names and its spellings.

The pages a reader sees carry no search marks; these records are fed to the indexer and never published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.archive.archive import Document
from archivegen.pages.block_view import BlockView
from archivegen.pages.body import block_views
from archivegen.pages.listing import Desk
from archivegen.records.agents import SPELT_OUT, folded
from archivegen.records.dates import worded
from archivegen.records.fields import FIELDS

_BRACKETED_WORD = re.compile(r"\w*(?:\[\w+\]\w+|\w+\[\w+\])\w*")


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A document as the indexer sees it; `names` are spellings that need not stand in the text."""

    address: str
    language: str
    title: str
    date: str
    kind: str
    archive: str
    summary: str
    names: str
    blocks: tuple[BlockView, ...]


def search_records(desk: Desk) -> Iterator[SearchRecord]:
    """Yield the search record of every document, in the order of time."""
    return (_record(desk, document) for document in desk.archive.documents)


def search_language(desk: Desk, document: Document) -> str:
    """Return the language of the index that a document is in."""
    return desk.language_of(document).split("-")[0]


def _record(desk: Desk, document: Document) -> SearchRecord:
    row = desk.row(document)
    principal = document.record.principal_date
    return SearchRecord(
        address=document.address,
        language=search_language(desk, document),
        title=document.title,
        date=worded(principal.value) if principal else desk.say("undated"),
        kind=row.kind,
        archive=row.archive,
        summary=document.record.text_of("summary") or "",
        names=", ".join(_names(desk, document)),
        blocks=block_views(
            (passage for passage in document.passages if passage.block), with_references=False
        ),
    )


def _names(desk: Desk, document: Document) -> list[str]:
    """Return every spelling of whoever and whatever the record names, its reference, its numbers, and the words
    of the text that editors' brackets break, written whole.
    """
    names: dict[str, None] = {}
    for row in FIELDS:
        for value in document.record.fields.get(row.name, ()):
            entity = desk.entity_of(row, value, document.id)
            if entity and entity.index in ("people", "organisations", "places"):
                names.update(dict.fromkeys((entity.name, *entity.spellings)))
            elif row.name in ("reference_code", "registrations", "identifiers"):
                names[value.value] = None
    for block in document.record.body.blocks:
        for match in _BRACKETED_WORD.finditer(block.text):
            names[re.sub(r"[\[\]]", "", match.group())] = None
        # The indexer folds letters with marks, but not those that are letters of their own, such as ł and đ.
        for word in re.findall(r"\w+", block.text):
            if word.casefold().translate(SPELT_OUT) != word.casefold():
                names[folded(word)] = None
    for name in list(names):
        names[folded(name)] = None
    return list(names)
