"""The columns of the search table that narrow a search: days, people, places and whatever else documents are listed under.

Rows are the open documents in the order of time, counted from 0; nothing of a closed one is in any column.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from archivegen.archive.archive import Document
from archivegen.archive.chronology import standing_of
from archivegen.archive.entities import Entity
from archivegen.pages.listing import Desk
from archivegen.pages.text_languages import texts_by_language
from archivegen.records.agents import folded
from archivegen.records.dates import bounds, days_since_1970

FACETS = (
    "people", "organisations", "places", "archives", "kinds", "languages", "collections", "subjects", "statuses",
)  # fmt: skip
# The facets whose values are asked for by name.
_NAMED = ("people", "organisations", "places", "archives", "collections")
_UNDATED = "none"
_WORD = re.compile(r"[^\W\d_]+")
# Scripts without spaces between words, by the first words of the names of their letters: a run of them is no word.
_WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")


class FacetValue(NamedTuple):
    """A value of a facet: its address is that of its page, "" where it has none; `rows` are in their order."""

    slug: str
    name: str
    address: str
    rows: tuple[int, ...]


def dates_column(documents: Sequence[Document]) -> dict[str, list[int | None]]:
    """Return the first and the last day that each document may be from, in days since 1970, and which of them are dated."""
    first: list[int | None] = []
    last: list[int | None] = []
    dated: list[int | None] = []
    for document in documents:
        principal = document.record.principal_date
        standing = standing_of(principal.value) if principal else None
        span = bounds(principal.value) if principal and standing else None
        has_first = span and standing and standing.first is not None
        has_last = span and standing and standing.last is not None
        first.append(days_since_1970(span.earliest) if span and has_first else None)
        last.append(days_since_1970(span.latest) if span and has_last else None)
        dated.append(int(span is not None))
    return {"first": first, "last": last, "dated": dated}


def facet_column(values: Sequence[FacetValue], count: int) -> dict[str, list[object]]:
    """Return the values of a facet and, for each of so many rows, the numbers of those that it has."""
    numbers: list[list[int]] = [[] for _ in range(count)]
    for number, value in enumerate(values):
        for row in value.rows:
            numbers[row].append(number)
    return {"values": [value[:3] for value in values], "rows": list(numbers)}


def facet_values(desk: Desk, facet: str, documents: Sequence[Document]) -> list[FacetValue]:
    """Return the values that rows have of a facet, those of most documents first."""
    if facet == "statuses":
        values = _statuses(desk, documents)
    elif facet == "languages":
        values = _languages(desk, documents)
    else:
        values = _entities(desk, facet, documents)
    return sorted(values, key=lambda value: (-len(value.rows), folded(value.name), value.slug))


def names_column(desk: Desk, documents: Sequence[Document]) -> list[tuple[str, str, list[str]]]:
    """Return every spelling of whoever and whatever rows name, the name first, with its index and slug."""
    row_by_id = _row_by_id(documents)
    return [
        (index, entity.slug, list(dict.fromkeys((entity.name, *entity.spellings))))
        for index in _NAMED
        for entity in desk.archive.entities_in(index)
        if entity.has_page and not row_by_id.keys().isdisjoint(entity.document_ids)
    ]


def words_column(documents: Sequence[Document]) -> list[tuple[str, int]]:
    """Return the words of titles, in small letters, with the number of documents that have each."""
    counts: Counter[str] = Counter()
    for document in documents:
        titles = (text.text_of("title") or "" for text in document.record.texts)
        written = unicodedata.normalize("NFC", " ".join((document.title, *titles))).lower()
        counts.update({word for word in _WORD.findall(written) if _is_word(word)})
    return sorted(counts.items())


def _is_word(run: str) -> bool:
    return run.isascii() or not unicodedata.name(run[0], "").startswith(_WITHOUT_SPACES)


def _row_by_id(documents: Sequence[Document]) -> Mapping[str, int]:
    return {document.id: row for row, document in enumerate(documents)}


def _entities(desk: Desk, index: str, documents: Sequence[Document]) -> list[FacetValue]:
    """Return the values of an index. Names that do not say who is meant are left out: as a value, one would be many."""
    row_by_id, values = _row_by_id(documents), []
    for entity in desk.archive.entities_in(index):
        rows = sorted(row_by_id[each] for each in entity.document_ids if each in row_by_id)
        if rows and entity.has_page:
            values.append(FacetValue(entity.slug, desk.name_of(entity), entity.address, tuple(rows)))
    return values


def _languages(desk: Desk, documents: Sequence[Document]) -> list[FacetValue]:
    """Return the languages of the texts that rows have: of a translated document also that of the translation; none where
    nobody says in which language a text is.
    """
    rows: dict[str, list[int]] = {}
    for row, document in enumerate(documents):
        for language, texts in texts_by_language(document, desk.archive.config.language).items():
            if any(record.text_of("language") for record, _ in texts):
                rows.setdefault(language, []).append(row)
    entities: dict[str, Entity] = {entity.key: entity for entity in desk.archive.entities_in("languages")}
    return [
        FacetValue(
            language,
            desk.say.name_of_language(language),
            entities[language].address if language in entities else "",
            tuple(has),
        )
        for language, has in rows.items()
    ]


def _statuses(desk: Desk, documents: Sequence[Document]) -> list[FacetValue]:
    """Return how the dates of rows were found."""
    rows: dict[str, list[int]] = {}
    for row, document in enumerate(documents):
        principal = document.record.principal_date
        rows.setdefault(principal.status if principal else _UNDATED, []).append(row)
    return [
        FacetValue(
            status,
            desk.say("undated") if status == _UNDATED else desk.say(f"status_name.{status}"),
            "",
            tuple(has),
        )
        for status, has in rows.items()
    ]
