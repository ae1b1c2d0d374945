"""The pages of names that do not say who is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from archivegen.archive.entities import Entity
from archivegen.pages.list_parts import UnnamedGroup, UnnamedRow
from archivegen.pages.list_views import UnnamedView
from archivegen.pages.listing import Desk
from archivegen.pages.paging import pager
from archivegen.pages.parts import Link
from archivegen.pages.unnamed_lists import unnamed_address


def unnamed_views(desk: Desk) -> Iterator[tuple[str, Callable[[], UnnamedView]]]:
    """Yield the address of every page of such names with what makes it."""
    for index, pages in desk.unnamed.items():
        for number, page in enumerate(pages, start=1):
            yield unnamed_address(index, number), partial(_view, desk, index, page, (number, len(pages)))


def _view(
    desk: Desk, index: str, page: tuple[tuple[str, tuple[Entity, ...]], ...], place: tuple[int, int]
) -> UnnamedView:
    number, count = place
    return UnnamedView(
        address=unnamed_address(index, number),
        title=desk.say("index.unnamed"),
        trail=(desk.home_link(), Link(desk.say(f"section.{index}"), f"{index}/")),
        section=index,
        is_indexable=False,
        groups=tuple(
            UnnamedGroup(
                name,
                tuple(UnnamedRow(entity.anchor, desk.rows(entity.document_ids)) for entity in entities),
            )
            for name, entities in page
        ),
        pager=pager(desk.say, lambda each: unnamed_address(index, each), number, count),
    )
