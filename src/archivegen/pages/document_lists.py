"""Lists of documents that have one thing in common, on as many pages as it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from archivegen.pages.listing import Desk
from archivegen.pages.paging import document_weight, in_pages, page_address, pager
from archivegen.pages.parts import DocumentRow, Link
from archivegen.pages.time_parts import ALONE, Neighbours
from archivegen.pages.time_views import DocumentListView


def list_views(
    desk: Desk,
    address: str,
    *,
    title: str,
    section: str,
    trail: tuple[Link, ...],
    rows: tuple[DocumentRow, ...],
    neighbours: Neighbours = ALONE,
    note: Link | None = None,
) -> Iterator[tuple[str, Callable[[], DocumentListView]]]:
    """Yield the address of each page of a list of documents, with what makes it; `note` leads to what the list leaves out."""

    def view(number: int, shown: tuple[DocumentRow, ...]) -> DocumentListView:
        return DocumentListView(
            address=page_address(address, number),
            title=title,
            description=desk.say("entity_description", name=title, archive=desk.archive.config.title),
            trail=trail,
            section=section,
            count=len(rows),
            rows=shown,
            neighbours=neighbours,
            note=note,
            pager=pager(desk.say, address, number, len(pages)),
        )

    pages = in_pages([("", rows)], document_weight)
    for number, groups in enumerate(pages, 1):
        shown = tuple(row for _, rows_shown in groups for row in rows_shown)
        yield page_address(address, number), partial(view, number, shown)
