"""What full-text search knows of a document: one small HTML page each, with its text, its names and its spellings.

The pages a reader sees carry no search marks; these records are fed to the indexer and never published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archivegen.archive.archive import Document
from archivegen.archive.passages import Passage
from archivegen.pages.block_view import BlockView
from archivegen.pages.body import block_views
from archivegen.pages.listing import Desk
from archivegen.pages.search_indexes import index_of_each
from archivegen.records.agents import SPELT_OUT, folded
from archivegen.records.fields import FIELDS
from archivegen.records.record import Record

_BRACKETED_WORD = re.compile(r"\w*(?:\[\w+\]\w+|\w+\[\w+\])\w*")

_Text = tuple[Record, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A document in one language as the indexer sees it: `index` is the one it goes into; `names` are spellings that need not
    stand in the text.
    """

    index: str
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
    """Yield the search records of every document, one for each language that it has a text in, in the order of time."""
    indexes = _indexes(desk)
    for document in desk.archive.documents:
        for language, texts in texts_by_language(desk, document).items():
            yield _record(desk, document, language, texts, indexes[document.id, language])


def search_indexes(desk: Desk) -> list[str]:
    """Return the names of all indexes that documents are in."""
    return sorted(set(_indexes(desk).values()))


def _indexes(desk: Desk) -> dict[tuple[str, str], str]:
    return index_of_each(
        {
            (document.id, language): sum(
                len(block.text) for record, _ in texts for block in record.body.blocks
            )
            for document in desk.archive.documents
            for language, texts in texts_by_language(desk, document).items()
        }
    )


def texts_by_language(desk: Desk, document: Document) -> dict[str, list[_Text]]:
    """Return the texts of a document by language; of one without words, its own where there is no other."""
    texts: dict[str, list[_Text]] = {}
    own = (document.record, document.texts.own)
    versions = [
        (text.version.record, text.passages) for text in document.texts.versions if text.version.has_text
    ]
    for text in (own, *versions) if document.record.body.blocks or not versions else versions:
        texts.setdefault(desk.language_of(text[0]).split("-")[0], []).append(text)
    return texts


def _record(
    desk: Desk, document: Document, language: str, texts: Sequence[_Text], index: str
) -> SearchRecord:
    """Return what search knows of a document in one language: by the title that it has in that language."""
    row = desk.row(document)
    principal = document.record.principal_date
    return SearchRecord(
        index=index,
        address=document.address,
        language=language,
        title=texts[0][0].text_of("title") or document.title,
        date=desk.say.date(principal.value) if principal else desk.say("undated"),
        kind=row.kind,
        archive=row.archive,
        summary=document.record.text_of("summary") or "",
        names=", ".join(_names(desk, document)),
        blocks=block_views(
            (passage for _, passages in texts for passage in passages if passage.block),
            with_references=False,
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
    for name in (text.text_of("title") for text in document.record.texts[1:]):
        names |= {name: None} if name else {}
    for block in (block for text in document.record.texts for block in text.body.blocks):
        for match in _BRACKETED_WORD.finditer(block.text):
            names[re.sub(r"[\[\]]", "", match.group())] = None
        # The indexer folds letters with marks, but not those that are letters of their own, such as ł and đ.
        for word in re.findall(r"\w+", block.text):
            if word.casefold().translate(SPELT_OUT) != word.casefold():
                names[folded(word)] = None
    for name in list(names):
        names[folded(name)] = None
    return list(names)
