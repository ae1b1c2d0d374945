"""What an open page is told: whether another state is shown, whether its address still leads anywhere, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Container

from archivegen.preview.showing import Shown
from archivegen.preview.site import PreviewSite, path_at
from archivegen.preview.words import PreviewWords

NEWS_ADDRESS = "/preview/news"
# More would hide the page; the terminal has all.
_MOST_LINES = 30


def _stands(site: PreviewSite, address: str) -> bool:
    """Say whether there is a page at an address; whoever asks for one of which it cannot be told hears why."""
    try:
        return site.has(path_at(address))
    except Exception:  # noqa: BLE001 -- whatever keeps the lists from being laid out, the page says it
        return True


def news_of(shown: Shown, address: str, run: str, words: PreviewWords, made: Container[str]) -> str:
    """Return the news for a page at an address as JSON on one line; `made` are the addresses of the preview's own pages.

    A page that stands for nothing, as when there is no site, is loaded again with everything that changes.
    """
    stands = not shown.site or address in made or _stands(shown.site, address)
    now = "" if stands else shown.now_at(address)
    lines, more = list(shown.lines[:_MOST_LINES]), len(shown.lines) - _MOST_LINES
    if more > 0:
        lines.append(words.say("preview.more", count=more))
    return json.dumps(
        {
            "pages": f"{run}-{shown.pages}",
            "index": shown.index,
            "stands": stands,
            "gone": "" if stands else words.say("preview.moved" if now else "preview.gone"),
            "now": f"/{now}" if now else "",
            "search": words.of_search(shown),
            "heading": words.heading(shown),
            "isOpen": bool(shown.refused),
            # Without a site the problems are the page.
            "problems": lines if shown.site else [],
        },
        ensure_ascii=False,
    )
