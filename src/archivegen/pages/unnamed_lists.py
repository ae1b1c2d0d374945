"""Names that do not say who is meant, on lists of their own: each with the one document that it stands in."""

from __future__ import annotations

from itertools import groupby

from archivegen.archive.archive import Archive
from archivegen.archive.entities import Entity
from archivegen.pages.paging import in_pages, weight_of

# The pages of a list, each with the entities on it, those of one name together.
Lists = dict[str, tuple[tuple[tuple[str, tuple[Entity, ...]], ...], ...]]


def unnamed_lists(archive: Archive) -> Lists:
    """Return the entities without a page of every index that has any, by name, divided into pages."""
    titles = {document.id: document.title for document in archive.documents}
    found: dict[str, list[Entity]] = {}
    for entity in archive.entities:
        if not entity.has_page:
            found.setdefault(entity.index, []).append(entity)
    return {
        index: in_pages(
            ((name, tuple(group)) for name, group in groupby(entities, key=lambda entity: entity.name)),
            lambda entity: 2 * weight_of(*(titles[each] for each in entity.document_ids)),
        )
        for index, entities in found.items()
    }


def unnamed_address(index: str, number: int = 1) -> str:
    """Return the address of a page of such a list, which are counted from 1; they are not permanent."""
    return f"{index}/unnamed{f'-{number}' if number > 1 else ''}.html"


def places_of_unnamed(lists: Lists) -> dict[tuple[str, str], str]:
    """Return where each such name stands, by its index and slug."""
    return {
        (index, entity.slug): f"{unnamed_address(index, number)}#{entity.anchor}"
        for index, pages in lists.items()
        for number, page in enumerate(pages, start=1)
        for _, entities in page
        for entity in entities
    }
