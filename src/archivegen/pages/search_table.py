"""The table beside the full-text index, column by column: what narrows, counts, sorts and shows the documents of a search.

A column is a value that can be written as JSON; docs/search.md says what is in each. They are made one at a time, and each may
be forgotten as soon as it is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from archivegen.archive.archive import Archive, Document
from archivegen.pages.listing import Desk
from archivegen.pages.search_cards import card, citations
from archivegen.pages.search_columns import (
    FACETS,
    dates_column,
    facet_column,
    facet_values,
    names_column,
    words_column,
)
from archivegen.pages.search_numbers import numbers_column

# So many rows stand together in a file of cards, and of citations: a page of hits needs few of them.
CARDS, CITATIONS = 16, 50


def rows_of_table(archive: Archive) -> tuple[Document, ...]:
    """Return the documents that have a row: those that are open, in the order of time."""
    return tuple(document for document in archive.documents if document.is_open)


def table_columns(desk: Desk) -> Iterator[tuple[str, object]]:
    """Yield the name of every column with its content, but for `records`, which needs the index; facets without a value are
    left out.
    """
    documents = rows_of_table(desk.archive)
    yield "dates", dates_column(documents)
    for facet in FACETS:
        if values := facet_values(desk, facet, documents):
            yield facet, facet_column(values, len(documents))
    yield "names", names_column(desk, documents)
    yield "words", words_column(documents)
    yield "numbers", numbers_column(documents)
    yield from _in_parts("cards", card, CARDS, desk, documents)
    yield from _in_parts("citations", citations, CITATIONS, desk, documents)


def records_column(
    documents: Sequence[Document], hashes: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, object]]:
    """Return which row each record of the index is of: the rows as the first and then the steps to the next, and their hashes.

    `hashes` are those of the records by the names of shards and the addresses of documents; a record of a document that has no
    row is left out, and a shard of nothing else.
    """
    column: dict[str, dict[str, object]] = {}
    for shard, hash_by_address in sorted(hashes.items()):
        rows = [row for row, document in enumerate(documents) if document.address in hash_by_address]
        if not rows:
            continue
        steps = [*rows[:1], *(later - earlier for earlier, later in pairwise(rows))]
        column[shard] = {
            "rows": steps,
            "hashes": " ".join(hash_by_address[documents[row].address] for row in rows),
        }
    return column


def _in_parts(
    name: str,
    made: Callable[[Desk, Document], object],
    size: int,
    desk: Desk,
    documents: Sequence[Document],
) -> Iterator[tuple[str, object]]:
    for start in range(0, len(documents), size):
        part = [made(desk, document) for document in documents[start : start + size]]
        yield f"{name}/{start // size}", part
