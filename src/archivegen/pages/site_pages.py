"""The search page, and the page for addresses that are not there."""

from __future__ import annotations

import json

from archivegen.pages.index_pages import INDEXES
from archivegen.pages.listing import Desk
from archivegen.pages.parts import Link
from archivegen.pages.search_records import search_shards
from archivegen.pages.views import NotFoundView, SearchView


def search_view(desk: Desk) -> SearchView:
    """Return the search page, which leads to the indexes where there is no script."""
    texts = desk.say.text_by_key
    messages = {key.split(".", 1)[1]: text for key, text in texts.items() if key.startswith("search.")}
    return SearchView(
        address="search/",
        title=desk.say("section.search"),
        trail=(desk.home_link(),),
        section="search",
        messages=json.dumps(messages, ensure_ascii=False, sort_keys=True),
        indexes=" ".join(shard.name for shard in search_shards(desk)),
        ways=_ways_in(desk),
    )


def not_found_view(desk: Desk) -> NotFoundView:
    """Return the page for addresses that are not there; its links need the site's own address."""
    return NotFoundView(
        address="404.html",
        title=desk.say("not_found.title"),
        is_indexable=False,
        home=desk.archive.config.base_url,
    )


def _ways_in(desk: Desk) -> tuple[tuple[Link, str], ...]:
    ways = [(Link(desk.say("section.documents"), "documents/"), str(len(desk.archive.documents)))]
    for index in ("years", *INDEXES):
        entries = [entity for entity in desk.archive.entities_in(index) if entity.has_page]
        if not entries:
            continue
        ways.append((Link(desk.say(f"section.{index}"), f"{index}/"), str(len(entries))))
    return tuple(ways)
