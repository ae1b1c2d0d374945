"""The versions of documents in words: on the document's page, on the page of changes, and in its feed."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from archivegen.archive.archive import Document
from archivegen.archive.redaction import without_withheld_words
from archivegen.archive.revisions import Revision, count_of
from archivegen.pages.list_parts import ChangeDay, ChangeRow
from archivegen.pages.list_views import ChangesView
from archivegen.pages.listing import Desk
from archivegen.pages.messages import Messages
from archivegen.pages.paging import in_pages, page_address, pager, weight_of
from archivegen.pages.parts import FeedEntry, Link, VersionRow
from archivegen.storage.published import PublishedVersion

# Readers of feeds ask often: older changes stand on the page.
_ENTRIES_IN_FEED = 100


def change_words(revision: Revision, say: Messages) -> tuple[str, ...]:
    """Return what has changed in a document, in words: the fields, then the paragraphs, then the file."""
    labels = dict.fromkeys(say.within_a_sentence(say(f"field.{change.field}")) for change in revision.values)
    counts: list[str] = []
    for change in ("corrected", "added", "removed"):
        count = count_of(revision.passages, change)
        if count:
            counts.append(say(f"change.{change}" if counts else f"change.paragraphs_{change}", count=count))
    if revision.is_reordered:
        counts.append(say("change.reordered"))
    file = say("change.file") if revision.file else ""
    return tuple(part for part in (", ".join(labels), ", ".join(counts), file) if part)


def version_line(desk: Desk, document: Document) -> str:
    """Return which version a page shows and when its document was first published; "" for one that never was."""
    versions = _versions(document)
    if not versions:
        return ""
    first, last = desk.say.date(versions[0].on), desk.say.date(versions[-1].on)
    return (
        desk.say("version.first", day=first)
        if len(versions) == 1
        else desk.say("version.latest", day=last, first=first)
    )


def version_rows(desk: Desk, document: Document) -> tuple[VersionRow, ...]:
    """Return the versions of a document, the latest first; none where there is one only."""
    versions = _versions(document)
    rows = tuple(
        VersionRow(desk.say.date(version.on), version.digest, "; ".join(version.changes))
        for version in versions[1:]
    )
    first = tuple(
        VersionRow(desk.say.date(version.on), version.digest, desk.say("version.is_first"))
        for version in versions[:1]
    )
    return tuple(reversed((*first, *rows))) if rows else ()


def versions_as_json(document: Document) -> list[dict[str, object]]:
    """Return the published versions of a document, the first one first, as its data file holds them."""
    return [
        {"on": version.on, "digest": version.digest, "changes": version.changes}
        for version in _versions(document)
    ]


def draft_line(desk: Desk, document: Document) -> str:
    """Return in which way a page is a draft: its address is, or it shows what is not published; "" if it is none."""
    if document.is_provisional:
        return desk.say("draft")
    if document.revision:
        return desk.say("draft_differs", day=desk.say.date(_versions(document)[-1].on))
    return ""


def shown_version(document: Document) -> PublishedVersion | None:
    """Return the version that a page shows; None for a draft."""
    versions = _versions(document)
    return versions[-1] if versions and not document.revision else None


def first_day(document: Document) -> str:
    """Return the day on which a document was first published in ISO 8601; "" where it never was."""
    versions = _versions(document)
    return versions[0].on if versions else ""


def last_day(document: Document) -> str:
    """Return the day of the last version of a document in ISO 8601; "" where none is published."""
    versions = _versions(document)
    return versions[-1].on if versions else ""


def changes_views(desk: Desk) -> Iterator[ChangesView]:
    """Yield the pages of what was published and changed, the latest day first; there is at least one."""
    rows: defaultdict[str, list[ChangeRow]] = defaultdict(list)
    for document in desk.archive.documents:
        for version, is_first in _numbered(document):
            label = desk.say("changes.new") if is_first else desk.say("changes.changed")
            rows[version.on].append(
                ChangeRow(label, Link(document.title, document.address), "; ".join(version.changes))
            )
    days = sorted(rows, reverse=True)
    pages = in_pages(
        ((day, rows[day]) for day in days),
        lambda row: weight_of(row.link.text, row.link.address, row.text),
    )
    address_of = partial(page_address, "changes/")
    for number, page in enumerate(pages, start=1):
        yield ChangesView(
            address=address_of(number),
            title=desk.say("section.changes"),
            trail=(desk.home_link(),),
            section="changes",
            is_indexable=number == 1,
            modified=days[0] if days else "",
            days=tuple(ChangeDay(day, desk.say.date(day), changes) for day, changes in page),
            feed="changes.xml" if days and desk.archive.config.base_url else "",
            pager=pager(desk.say, address_of, number, len(pages)),
        )


def feed_entries(desk: Desk) -> tuple[FeedEntry, ...]:
    """Return the latest changes as entries of the feed. Their ids follow from what the ledger keeps for ever."""
    entries = [
        FeedEntry(
            id=uuid.uuid5(uuid.NAMESPACE_URL, f"{document.address}#{version.on}-{version.digest}").urn,
            day=version.on,
            title=document.title,
            address=document.address,
            text=desk.say("changes.new") if is_first else "; ".join(version.changes),
        )
        for document in desk.archive.documents
        for version, is_first in _numbered(document)
    ]
    return tuple(sorted(entries, key=lambda entry: entry.day, reverse=True)[:_ENTRIES_IN_FEED])


def _versions(document: Document) -> tuple[PublishedVersion, ...]:
    if document.published is None:
        return ()
    return without_withheld_words(document.published, document.record).versions


def _numbered(document: Document) -> Iterator[tuple[PublishedVersion, bool]]:
    """Yield the versions of a document, the latest first, and whether each is the first."""
    versions = _versions(document)
    for place in reversed(range(len(versions))):
        yield versions[place], place == 0
