"""All pages of the site, in the order of their addresses, and the data files beside them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial

from archivegen.archive.archive import Archive, Document
from archivegen.archive.former import Redirect
from archivegen.pages.about_page import about_view
from archivegen.pages.closed_pages import closed_views
from archivegen.pages.document_page import document_data, document_views
from archivegen.pages.entity_pages import entity_views
from archivegen.pages.former_pages import former_views
from archivegen.pages.home_page import home_view
from archivegen.pages.index_pages import index_views
from archivegen.pages.listing import Desk, lay_out
from archivegen.pages.look import Look
from archivegen.pages.originals import Copy, copies
from archivegen.pages.own_pages import own_page_view
from archivegen.pages.parts import FeedEntry
from archivegen.pages.search_help import search_help_view
from archivegen.pages.search_records import SearchRecord, records_of, search_shards
from archivegen.pages.search_shards import Shard
from archivegen.pages.search_table import rows_of_table, table_columns
from archivegen.pages.silences import silence_views, silences_of
from archivegen.pages.site_pages import not_found_view, search_view
from archivegen.pages.time_desk import lay_out_time
from archivegen.pages.time_pages import time_views
from archivegen.pages.unnamed_pages import unnamed_views
from archivegen.pages.versions import changes_views, feed_entries
from archivegen.pages.views import PageView
from archivegen.problems import Problem, Refusal
from archivegen.remembering import Memory


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is to be: its address, and its view, which is made when it is rendered and not kept."""

    address: str
    view: Callable[[], PageView]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the site will consist of: pages to render, data files by address, files to copy as they are, and what search and
    feed will tell. What is as long as the documents is made when it is asked for: all of it at once is too much for a memory.

    `single` are the pages of which each is made of little, as those of documents are; `all_pages` returns them with the lists
    among them, for which all documents are gone through: whoever wants one of the single pages need not wait for that.
    """

    desk: Desk
    single: tuple[Page, ...]
    all_pages: Callable[[], tuple[Page, ...]]
    feed: tuple[FeedEntry, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    copies: tuple[Copy, ...] = ()

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages, in the order of their addresses.

        Raises:
            Refusal: two of them would stand at one address.

        """
        return self.all_pages()

    def data_files(self) -> Iterator[tuple[str, Callable[[], str]]]:
        """Yield the address of the data file of every document, with what makes it."""
        for document in self.desk.archive.documents:
            yield f"{document.address}document.json", partial(_data_file, self.desk, document)

    def search_shards(self) -> tuple[tuple[Shard, Callable[[], Iterator[SearchRecord]]], ...]:
        """Return the shards of the search index, each with what yields its records in the order of time."""
        return tuple((shard, partial(records_of, self.desk, shard)) for shard in search_shards(self.desk))

    def rows_of_table(self) -> tuple[Document, ...]:
        """Return the documents that the table of the search has a row of, in their order."""
        return rows_of_table(self.desk.archive)

    def table_columns(self) -> Iterator[tuple[str, object]]:
        """Yield the columns of the table of the search by their names, but for that which needs the index."""
        return table_columns(self.desk)


def plan_site(archive: Archive, look: Look, memory: Memory | None = None) -> Plan:
    """Return the plan of the site for an archive and the pages that its archivist wrote. `memory` keeps what follows from single
    documents for whoever does this again.
    """
    desk = lay_out(archive, look.say, memory)
    feed = feed_entries(desk)
    kept: tuple[PageView, ...] = (*closed_views(desk), *former_views(desk))
    single = [Page(view.address, partial(_kept, view)) for view in kept]
    single += [Page(page.address, partial(own_page_view, desk, page)) for page in look.pages]
    single += [
        Page("search/", partial(search_view, desk)),
        Page("search/help/", partial(search_help_view, desk)),
        Page("404.html", partial(not_found_view, desk)),
    ]
    single += [Page(address, view) for address, view in document_views(desk)]
    return Plan(
        desk,
        tuple(single),
        cache(partial(_all_pages, desk, tuple(single), feed)),
        feed,
        archive.former.redirects,
        copies(archive),
    )


def _all_pages(desk: Desk, single: tuple[Page, ...], feed: tuple[FeedEntry, ...]) -> tuple[Page, ...]:
    pages = [*single, *(Page(address, view) for address, view in _lists(desk, feed))]
    addresses = Counter(page.address for page in pages)
    doubled = [address for address, count in addresses.items() if count > 1]
    if doubled:
        raise Refusal(*(_doubled(address) for address in doubled))
    return tuple(sorted(pages, key=lambda page: page.address))


def _lists(desk: Desk, feed: tuple[FeedEntry, ...]) -> Iterator[tuple[str, Callable[[], PageView]]]:
    """Yield the pages for which all documents are gone through, by address, each with what makes it."""
    time, silences = lay_out_time(desk), silences_of(desk)
    yield "", partial(home_view, time, feed)
    yield "about/", partial(about_view, time, silences)
    for view in changes_views(desk):
        yield view.address, partial(_kept, view)
    yield from time_views(time)
    yield from silence_views(desk, silences)
    yield from index_views(desk)
    yield from unnamed_views(desk)
    yield from entity_views(desk)


def _data_file(desk: Desk, document: Document) -> str:
    return f"{json.dumps(document_data(desk, document), ensure_ascii=False, indent=1)}\n"


def _kept(view: PageView) -> PageView:
    return view


def _doubled(address: str) -> Problem:
    return Problem(
        path=address,
        code="address-doubled",
        message="two pages would stand at this address",
        fix="this is a fault of the program; please report it",
    )
