"""What the site says of documents that may not be seen now."""

from __future__ import annotations

from archivegen.archive.archive import Document
from archivegen.pages.listing import Desk
from archivegen.pages.parts import Link
from archivegen.pages.views import ClosedView


def closed_views(desk: Desk) -> tuple[ClosedView, ...]:
    """Return the page of every document that was published and may not be seen now."""
    return tuple(
        ClosedView(
            address=document.address,
            title=desk.say("closed.title"),
            trail=(desk.home_link(), Link(desk.say("section.documents"), "documents/")),
            section="documents",
            is_indexable=False,
        )
        for document in desk.archive.closed
    )


def closed_line(desk: Desk, document: Document) -> str:
    """Return why the text of a document that is announced is not here; "" for an open one."""
    access = document.record.access
    if document.is_open or access is None:
        return ""
    until = desk.say.date(access.until) if access.value == "embargoed" and access.until else ""
    words = desk.say("closed.until", day=until) if until else desk.say("closed.announced")
    return f"{words} {access.reason}" if access.reason else words
