"""All pages of the site, in the order of their addresses, and the data files beside them."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from archivegen.archive.archive import Archive
from archivegen.archive.former import Redirect
from archivegen.pages.closed_pages import closed_views
from archivegen.pages.document_page import document_data, document_views
from archivegen.pages.former_pages import former_views
from archivegen.pages.index_pages import chronology_view, entity_views, index_views
from archivegen.pages.listing import lay_out
from archivegen.pages.messages import Messages
from archivegen.pages.originals import Copy, copies
from archivegen.pages.parts import FeedEntry
from archivegen.pages.search_records import SearchRecord, search_records
from archivegen.pages.site_pages import about_view, home_view, not_found_view, search_view
from archivegen.pages.versions import changes_view, feed_entries
from archivegen.pages.views import PageView
from archivegen.problems import Problem, Refusal


@dataclass(frozen=True, slots=True)
class Plan:
    """What the site will consist of: pages to render, data files by address, files to copy as they are, and what search and
    feed will tell.
    """

    views: tuple[PageView, ...]
    data_files: tuple[tuple[str, str], ...]
    search_records: tuple[SearchRecord, ...]
    feed: tuple[FeedEntry, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    copies: tuple[Copy, ...] = ()


def plan_site(archive: Archive, say: Messages) -> Plan:
    """Return the plan of the site for an archive."""
    desk = lay_out(archive, say)
    records = search_records(desk)
    views: list[PageView] = [
        home_view(desk),
        chronology_view(desk),
        *document_views(desk),
        *closed_views(desk),
        *index_views(desk),
        *entity_views(desk),
        search_view(desk, records),
        changes_view(desk),
        about_view(desk),
        *former_views(desk),
        not_found_view(desk),
    ]
    data_files = tuple(
        (
            f"{document.address}document.json",
            json.dumps(document_data(desk, document), ensure_ascii=False, indent=1) + "\n",
        )
        for document in archive.documents
    )
    addresses = Counter(view.address for view in views)
    doubled = [address for address, count in addresses.items() if count > 1]
    if doubled:
        raise Refusal(*(_doubled(address) for address in doubled))
    return Plan(
        tuple(sorted(views, key=lambda view: view.address)),
        data_files,
        records,
        feed_entries(desk),
        archive.former.redirects,
        copies(archive),
    )


def _doubled(address: str) -> Problem:
    return Problem(
        path=address,
        code="address-doubled",
        message="two pages would stand at this address",
        fix="this is a fault of the program; please report it",
    )
