"""The pages that the archivist wrote, within the frame of all others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from markupsafe import Markup

from archivegen.pages.links import relative_link
from archivegen.pages.listing import Desk
from archivegen.pages.look import OwnPage
from archivegen.pages.markdown import page_html
from archivegen.pages.views import PageView


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPageView(PageView):
    """A page that the archivist wrote."""

    template: ClassVar[str] = "pages/own.html"
    text: Markup


def own_page_view(desk: Desk, page: OwnPage) -> OwnPageView:
    """Return a page of the archive's own; its links count from the site's root."""
    return OwnPageView(
        address=page.address,
        title=page.title,
        trail=(desk.home_link(),),
        section=page.name,
        text=page_html(page.text, partial(relative_link, page.address)),
    )
