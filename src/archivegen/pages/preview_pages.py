"""What the preview adds to pages, and what it shows where there is none: nothing of it is in a site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from archivegen.pages.views import PageView

_HEAD_ENDS = "</head>"
_ADDED = Markup(
    '<link rel="stylesheet" href="/preview/live.css">\n'
    '<script src="/preview/live.js" data-pages="{pages}" data-index="{index}" data-missing="{missing}" defer></script>\n'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsView(PageView):
    """The page that stands where one cannot be made, or as long as there is no site; the problems are listed below it."""

    template: ClassVar[str] = "pages/problems.html"
    text: str
    problems: tuple[str, ...]


def followed(html: str, pages: str, index: int, *, is_missing: bool = False) -> str:
    """Return a page with the script by which it follows the archive: `pages` says which state of it is shown, `index` which one
    of the search index, `is_missing` that the page stands for one that is not there.
    """
    before, end, after = html.partition(_HEAD_ENDS)
    added = _ADDED.format(pages=pages, index=index, missing="yes" if is_missing else "")
    # A template of an archive's own may have no such end; the script is found anywhere.
    return f"{before}{added}{end}{after}" if end else f"{added}{html}"
