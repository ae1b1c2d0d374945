"""The pages at former addresses: what was withdrawn, where something moved, whom no document names now."""

from __future__ import annotations

from archivegen.archive.former import Redirect, Withdrawn
from archivegen.pages.listing import Desk
from archivegen.pages.parts import Link
from archivegen.pages.views import PageView, RedirectView, SilentView, WithdrawnView
from archivegen.storage.ledger import EntityEntry


def former_views(desk: Desk) -> tuple[PageView, ...]:
    """Return a page for every published address that is not a document's or an entity's own now."""
    former = desk.archive.former
    return (
        *(_withdrawn_view(desk, withdrawn) for withdrawn in former.withdrawn),
        *(_redirect_view(desk, redirect) for redirect in former.redirects),
        *(_silent_view(desk, entry) for entry in former.silent),
    )


def _withdrawn_view(desk: Desk, withdrawn: Withdrawn) -> WithdrawnView:
    day = desk.say.date(withdrawn.withdrawn_on)
    return WithdrawnView(
        address=withdrawn.address,
        title=withdrawn.title or desk.say("withdrawn.title"),
        trail=(desk.home_link(), Link(desk.say("section.documents"), "documents/")),
        section="documents",
        is_indexable=False,
        notice=desk.say("withdrawn.this", day=day)
        if withdrawn.title
        else desk.say("withdrawn.concealed", day=day),
        reason=withdrawn.reason,
        first_published=desk.say("withdrawn.first_published", day=desk.say.date(withdrawn.first_published))
        if withdrawn.first_published
        else "",
        citation=withdrawn.citation,
    )


def _redirect_view(desk: Desk, redirect: Redirect) -> RedirectView:
    is_closed = any(document.address == redirect.target for document in desk.archive.closed)
    return RedirectView(
        address=redirect.address,
        title=redirect.name or desk.say("closed.title" if is_closed else "withdrawn.title"),
        is_indexable=False,
        target=redirect.target,
    )


def _silent_view(desk: Desk, entry: EntityEntry) -> SilentView:
    index = entry.address.partition("/")[0]
    index_link = Link(desk.say(f"section.{index}"), f"{index}/")
    return SilentView(
        address=entry.address,
        title=entry.name,
        trail=(desk.home_link(), index_link),
        section=index,
        is_indexable=False,
        index=index_link,
    )
