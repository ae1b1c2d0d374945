"""The home page: what the archive is, how large, and the ways in by time, people and places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from archivegen.archive.archive import Document
from archivegen.archive.entities import Entity
from archivegen.pages.calendar_words import span_name
from archivegen.pages.links import relative_link
from archivegen.pages.list_parts import ChangeDay, ChangeRow
from archivegen.pages.listing import Desk
from archivegen.pages.markdown import markdown_html
from archivegen.pages.parts import FeedEntry, Link
from archivegen.pages.time_desk import TimeDesk, years_strip, years_ways
from archivegen.pages.time_parts import CollectionOpening, CountedLink
from archivegen.pages.versions import first_day, last_day
from archivegen.pages.views import HomeView

# So few documents are the home page themselves, all with their summaries.
_FEW = 12
_PEOPLE, _PLACES, _COLLECTIONS, _NEWS, _TO_BEGIN = 12, 8, 6, 5, 6
_SIZES = ("people", "places", "archives")
# In which fields somebody is when a document is theirs, and not only speaks of them.
_OWN_FIELDS = ("creators", "recipients", "participants")
_LINK = partial(relative_link, "")


def home_view(time: TimeDesk, feed: tuple[FeedEntry, ...]) -> HomeView:
    """Return the home page; `feed` are the latest changes, the last one first."""
    desk = time.desk
    config, documents = desk.archive.config, desk.archive.documents
    is_small = len(documents) <= _FEW
    return HomeView(
        address="",
        title=config.title,
        description=" ".join(config.lead.split())[:200],
        section="home",
        modified=max((last_day(document) for document in documents), default=""),
        lead=markdown_html(config.lead, _LINK),
        size=tuple(_size(time)),
        strip=years_strip(time),
        years=years_ways(time),
        collections=tuple(_collections(desk)),
        people=_counted(_most_named(desk, "people")[:_PEOPLE]),
        places=_counted(_most_named(desk, "places")[:_PLACES]),
        news=_news(desk, feed),
        is_small=is_small,
        rows=tuple(desk.row(document) for document in (documents if is_small else _to_begin_with(desk))),
    )


def _size(time: TimeDesk) -> Iterator[Link]:
    """Yield how large the archive is, in words that lead to what they count."""
    desk = time.desk
    documents = desk.archive.documents
    yield Link(desk.say("documents", count=len(documents)), "documents/")
    if span := span_in_words(desk):
        yield Link(span, "timeline/")
    if undated := time.undated_link():
        yield Link(desk.say("undated_documents", count=undated.count), undated.link.address)
    for index in _SIZES:
        count = sum(entity.has_page for entity in desk.archive.entities_in(index))
        if count:
            yield Link(desk.say(f"size_of.{index}", count=count), f"{index}/")


def span_in_words(desk: Desk) -> str:
    """Return from when to when the documents are; "" where none is dated."""
    dates = [document.record.principal_date for document in desk.archive.documents]
    return span_name(desk.say, [date.value for date in dates if date])


def _most_named(desk: Desk, index: str) -> list[Entity]:
    """Return what has a page in an index, what stands in most documents first."""
    return sorted(
        (entity for entity in desk.archive.entities_in(index) if entity.has_page),
        key=lambda entity: (-len(entity.document_ids), -len(entity.mentions), entity.sort_name),
    )


def _counted(entities: list[Entity]) -> tuple[CountedLink, ...]:
    return tuple(
        CountedLink(Link(entity.name, entity.address), len(entity.document_ids)) for entity in entities
    )


def _collections(desk: Desk) -> Iterator[CollectionOpening]:
    """Yield the collections that the archivist introduces, and then the largest of the others, with how each introduction begins."""
    introductions = desk.archive.introductions
    ordered = sorted(
        _most_named(desk, "collections"), key=lambda entity: not introductions.get(entity.key, "")
    )
    for entity in ordered[:_COLLECTIONS]:
        paragraphs = introductions.get(entity.key, "").split("\n\n")
        opening = next((each for each in paragraphs if each.strip() and not each.startswith("#")), "")
        count = len(entity.document_ids)
        yield CollectionOpening(Link(entity.name, entity.address), count, markdown_html(opening, _LINK))


def _news(desk: Desk, feed: tuple[FeedEntry, ...]) -> tuple[ChangeDay, ...]:
    """Return what is new since the first day of publication, on which everything was."""
    days = [day for document in desk.archive.documents if (day := first_day(document))]
    latest = [entry for entry in feed if entry.day > min(days, default="")][:_NEWS]
    return tuple(
        ChangeDay(
            day, desk.say.date(day), tuple(ChangeRow("", Link(each.title, each.address), each.text) for each in entries)
        )
        for day, entries in groupby(latest, key=lambda entry: entry.day)
    )  # fmt: skip


def _to_begin_with(desk: Desk) -> list[Document]:
    """Return, of each of the people named most, the earliest document of theirs that has a summary; in the order of time."""
    chosen: set[int] = set()
    for person in _most_named(desk, "people")[:_PEOPLE]:
        own = {mention.document_id for mention in person.mentions if mention.field in _OWN_FIELDS}
        places = sorted(desk.position_by_id[document_id] for document_id in own)
        fresh = (place for place in places if place not in chosen and _has_summary(desk, place))
        chosen |= {place for place in (next(fresh, None),) if place is not None}
        if len(chosen) == _TO_BEGIN:
            break
    return [desk.archive.documents[place] for place in sorted(chosen)]


def _has_summary(desk: Desk, place: int) -> bool:
    return bool(desk.archive.documents[place].record.text_of("summary"))
