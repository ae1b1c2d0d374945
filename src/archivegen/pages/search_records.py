"""What full-text search knows of a document: one small HTML page each, with its text, its names and its spellings.

The pages a reader sees carry no search marks; these records are fed to the indexer and never published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archivegen.archive.archive import Document
from archivegen.pages.listing import Desk
from archivegen.pages.search_names import names_of, parts_inside
from archivegen.pages.search_shards import SearchText, Shard, letters_of, shards_of
from archivegen.pages.search_text import IndexedText, indexed_texts, parted
from archivegen.pages.text_languages import Text, texts_by_indexed_language
from archivegen.records.dates import UNDATED, days_since_1970


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """A document in one language as the indexer sees it: `shard` is the one it goes into, which is its language tag; `names` are
    spellings, and `inside` parts of words, that need not stand in the text.
    """

    shard: str
    address: str
    title: str
    summary: str
    names: str
    inside: str
    texts: tuple[IndexedText, ...]


def search_shards(desk: Desk) -> tuple[Shard, ...]:
    """Return the shards of the search index by their names, with the texts that go into each, in the order of time."""
    return shards_of(
        SearchText(
            document.id,
            language,
            _first_day(document),
            sum(letters_of(block.text) for record, _ in texts for block in record.body.blocks),
            place,
        )
        for place, document in enumerate(desk.archive.documents)
        if document.is_open
        for language, texts in texts_by_indexed_language(document, desk.archive.config.language).items()
    )


def records_of(desk: Desk, shard: Shard) -> Iterator[SearchRecord]:
    """Yield the search records of a shard in their order, each made when it is asked for."""
    for text in shard.texts:
        document = desk.document(text.document_id)
        texts = texts_by_indexed_language(document, desk.archive.config.language)[shard.language]
        yield _record(desk, document, shard, texts)


def _first_day(document: Document) -> int | None:
    return None if document.bounds == UNDATED else days_since_1970(document.bounds.earliest)


def _record(desk: Desk, document: Document, shard: Shard, texts: Sequence[Text]) -> SearchRecord:
    """Return what search knows of a document in one language: by the title that it has in that language."""
    title = parted(texts[0][0].text_of("title") or document.title)
    summary = parted(document.record.text_of("summary") or "")
    names = names_of(desk, document, shard.language)
    blocks = tuple(block for _, passages in texts for block in indexed_texts(passages))
    return SearchRecord(
        shard=shard.name,
        address=document.address,
        title=title,
        summary=summary,
        names=", ".join(names),
        inside=" ".join(parts_inside((title, summary, *(block.words for block in blocks)), names)),
        texts=blocks,
    )
