"""The search page, and the page for addresses that are not there."""

from __future__ import annotations

import json

from archivegen.pages.index_pages import INDEXES
from archivegen.pages.listing import Desk
from archivegen.pages.parts import Link
from archivegen.pages.search_columns import FACETS
from archivegen.pages.search_numbers import LEVEL_BY_WORD
from archivegen.pages.search_table import rows_of_table
from archivegen.pages.views import NotFoundView, SearchView

# Messages of dates by what the scripts call them.
_DATES = (
    ("day", "day"), ("month_of", "month"), ("from", "from"), ("until", "until"),
    ("span", "span"), ("early_year", "early_year"), ("before_the_era", "before_the_era"),
)  # fmt: skip


def search_view(desk: Desk) -> SearchView:
    """Return the search page, which leads to the indexes where there is no script."""
    return SearchView(
        address="search/",
        title=desk.say("section.search"),
        trail=(desk.home_link(),),
        section="search",
        messages=json.dumps(_messages(desk), ensure_ascii=False, sort_keys=True),
        count=len(rows_of_table(desk.archive)),
        ways=_ways_in(desk),
    )


def _messages(desk: Desk) -> dict[str, str]:
    """Return what the scripts of the search page say, by the keys that they have for it; the parts are filled in there."""
    texts = desk.say.text_by_key
    own = {key.partition(".")[2]: text for key, text in texts.items() if key.startswith("search.")}
    facets = (name for name in FACETS if name != "statuses")
    return own | {
        **{f"facet.{name}": desk.say(f"section.{name}") for name in facets},
        "facet.statuses": own["statuses"],
        **{f"month.{number}": desk.say(f"month.{number}") for number in range(1, 13)},
        **{f"leaf.{level}": desk.say(f"leaf.{level}") for level in sorted(set(LEVEL_BY_WORD.values()))},
        **{key: texts[f"date.{name}"] for key, name in _DATES},
        **{key: texts[f"pager.{key}"] for key in ("page", "before", "after")},
        "quoted": texts["quoted"],
    }


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
