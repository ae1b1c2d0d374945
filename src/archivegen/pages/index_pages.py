"""The indexes: every value of a facet field leads to its documents, and each index has all that its field names."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from functools import partial

from archivegen.archive.entities import Entity
from archivegen.pages.entity_pages import ALPHABETICAL, roles_of
from archivegen.pages.list_parts import EntityRow, LetterGroup
from archivegen.pages.list_views import IndexView
from archivegen.pages.listing import Desk
from archivegen.pages.map import absence, map_view
from archivegen.pages.paging import in_pages, page_address, pager, weight_of
from archivegen.pages.parts import Link
from archivegen.pages.unnamed_lists import unnamed_address
from archivegen.records.agents import filed_name, name_key

INDEXES = (
    "people",
    "organisations",
    "places",
    "archives",
    "collections",
    "kinds",
    "languages",
    "subjects",
)
# Fewer names than this are seen at a glance, and a rail of letters would only be in the way.
_FEWEST_FOR_A_RAIL = 40
_HAN, _NO_LETTER = "漢", "#"


def index_views(desk: Desk) -> Iterator[tuple[str, Callable[[], IndexView]]]:
    """Yield the address of every page of every index with what makes it; an index without entries says so and is still a
    page.
    """
    for index in INDEXES:
        letters = _letters(desk, index)
        pages = in_pages(letters, lambda row: weight_of(row.name, row.address, row.spellings, row.roles))
        rail = _rail(
            index, [[letter for letter, _ in page] for page in pages], sum(len(rows) for _, rows in letters)
        )
        for number, page in enumerate(pages, start=1):
            yield (
                page_address(f"{index}/", number),
                partial(_index_view, desk, index, page, rail, (number, len(pages))),
            )


def _index_view(
    desk: Desk,
    index: str,
    page: tuple[tuple[str, tuple[EntityRow, ...]], ...],
    rail: tuple[Link, ...],
    place: tuple[int, int],
) -> IndexView:
    number, count = place
    is_first = number == 1
    unnamed = sum(not entity.has_page for entity in desk.archive.entities_in(index)) if is_first else 0
    return IndexView(
        address=page_address(f"{index}/", number),
        title=desk.say(f"section.{index}"),
        trail=(desk.home_link(),),
        section=index,
        is_indexable=is_first,
        index=index,
        intro=desk.say(f"intro.{index}") if is_first else "",
        map=map_view(desk) if index == "places" and is_first else None,
        rail=rail,
        groups=tuple(LetterGroup(letter, _letter_anchor(letter), rows) for letter, rows in page),
        unnamed=Link(desk.say("index.unnamed_link", count=unnamed), unnamed_address(index))
        if unnamed
        else None,
        pager=pager(desk.say, partial(page_address, f"{index}/"), number, count),
    )


def _letters(desk: Desk, index: str) -> tuple[tuple[str, tuple[EntityRow, ...]], ...]:
    """Return the rows of an index below their letters; below none where the index is not alphabetical."""
    rows: dict[str, list[EntityRow]] = {}
    for entity in desk.archive.entities_in(index):
        if entity.has_page:
            # The signs of a script need not stand together in the order of signs, as those of Chinese do not.
            rows.setdefault(_letter(index, entity), []).append(_row(desk, entity))
    return tuple((letter, tuple(group)) for letter, group in rows.items())


def _letter(index: str, entity: Entity) -> str:
    """Return the letter that an entity is filed under; Chinese names, which have no letters, are below one sign, and below
    another what does not begin with a letter.
    """
    if index not in ALPHABETICAL:
        return ""
    first = name_key(entity.sort_name)[:1].upper()
    if not first.isalpha():
        return _NO_LETTER
    return _HAN if unicodedata.name(first, "").startswith("CJK") else first


def _letter_anchor(letter: str) -> str:
    """Return the anchor of a letter, "" where the index has none."""
    if not letter:
        return ""
    is_plain = letter.isascii() and letter.isalpha()
    return f"letter-{letter.lower()}" if is_plain else f"letter-{ord(letter[0]):x}"


def _rail(index: str, letters_of_pages: list[list[str]], count: int) -> tuple[Link, ...]:
    """Return the letters of a long index with the place where each begins."""
    places: dict[str, str] = {}
    for number, letters in enumerate(letters_of_pages, start=1):
        for letter in letters:
            places.setdefault(letter, f"{page_address(f'{index}/', number)}#{_letter_anchor(letter)}")
    is_needed = len(places) > 1 and count >= _FEWEST_FOR_A_RAIL
    return tuple(Link(letter, place) for letter, place in places.items()) if is_needed else ()


def _row(desk: Desk, entity: Entity) -> EntityRow:
    roles = roles_of(entity) if entity.index in ("people", "organisations", "languages") else []
    return EntityRow(
        name=filed_name(entity.name) if entity.index == "people" else desk.name_of(entity),
        address=entity.address,
        spellings=", ".join(entity.spellings),
        roles=", ".join(desk.say.or_words(f"role.{role}", role) for role in roles),
        count=len(entity.document_ids),
        remark=absence(desk, entity),
    )
