"""The lists of documents by time: all of them, by years, by months, and those without a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from archivegen.pages.calendar_words import (
    UNDATED_ADDRESS,
    decade_name,
    month_address,
    month_name,
    year_address,
    year_name,
)
from archivegen.pages.document_lists import list_views
from archivegen.pages.paging import (
    HEAVIEST,
    document_weight,
    page_address,
    pager,
)
from archivegen.pages.parts import DocumentRow, Link
from archivegen.pages.time_desk import TimeDesk, years_strip, years_ways
from archivegen.pages.time_parts import CountedLink, Neighbours, TimeGroup, YearsGroup
from archivegen.pages.time_views import DocumentsView, YearsView
from archivegen.pages.timeline_page import timeline_view
from archivegen.pages.year_pages import Pages, month_pages, year_pages

# Years in the list of all documents, where each is a short link.
_MOST_YEARS_LISTED = 900


def time_views(time: TimeDesk) -> Pages:
    """Yield the address of every page about time, with what makes it."""
    yield "timeline/", partial(timeline_view, time)
    yield "documents/", partial(_documents_view, time)
    for number in range(1, len(time.pages_of_years) + 1):
        yield page_address("years/", number), partial(_years_view, time, number)
    yield from _undated_pages(time)
    say, years = time.desk.say, time.chronology.years
    beside_year = _neighbours([(year_name(say, year.number), year_address(year.number)) for year in years])
    months = [(year.number, month) for year in years for month in year.by_month]
    beside_month = _neighbours([(month_name(say, *each), month_address(*each)) for each in months])
    for year in years:
        yield from year_pages(time, year, beside_year)
        for month, documents in year.by_month.items():
            yield from month_pages(time, year, month, documents, beside_month)


def _neighbours(places: list[tuple[str, str]]) -> dict[str, Neighbours]:
    links = [None, *(Link(*place) for place in places), None]
    return {
        address: Neighbours(links[number], links[number + 2]) for number, (_, address) in enumerate(places)
    }


def _documents_view(time: TimeDesk) -> DocumentsView:
    """Return all documents in the order of time; of more than a page holds, the years with how many each has."""
    desk = time.desk
    rows = [desk.row(document) for document in desk.archive.documents]
    is_light = sum(map(document_weight, rows)) <= HEAVIEST
    return DocumentsView(
        address="documents/",
        title=desk.say("section.documents"),
        trail=(desk.home_link(),),
        section="documents",
        count=len(rows),
        over=desk.say("time.over", count=len(time.chronology.over_years))
        if time.chronology.over_years
        else "",
        strip=years_strip(time),
        groups=tuple(_by_year(time) if is_light else _in_no_year(time)),
        decades=() if is_light else _decades(time),
        undated=time.undated_link(),
    )


def _by_year(time: TimeDesk) -> Iterator[TimeGroup]:
    """Yield the years with the documents that are listed under each: by its first year, or the one that is known of it.

    Those over too many years, and those without a date, come after them.
    """
    years: defaultdict[int, list[DocumentRow]] = defaultdict(list)
    for document in time.desk.archive.documents:
        standing = time.chronology.standing_by_id.get(document.id)
        if standing and standing.years:
            years[standing.years[0]].append(time.desk.row(document))
    for year, rows in sorted(years.items()):
        yield TimeGroup(year_name(time.desk.say, year), f"year-{year}", year_address(year), tuple(rows))
    yield from _in_no_year(time)
    if time.chronology.undated:
        undated = tuple(time.desk.row(document) for document in time.chronology.undated)
        yield TimeGroup(time.desk.say("undated"), "undated", UNDATED_ADDRESS, undated)


def _in_no_year(time: TimeDesk) -> Iterator[TimeGroup]:
    """Yield the documents over too many years to stand under one, if there are such."""
    if rows := tuple(time.desk.row(document) for document in time.chronology.in_no_year):
        yield TimeGroup(time.desk.say("time_heading.centuries"), "centuries", "", rows)


def _decades(time: TimeDesk) -> tuple[YearsGroup, ...]:
    """Return the decades with their years; where these are too many for a page, only the ways to them."""
    if len(time.chronology.years) > _MOST_YEARS_LISTED:
        return (YearsGroup("", "all-years", 0, years_ways(time)),)
    decades: defaultdict[int, list[CountedLink]] = defaultdict(list)
    for decade, rows in (group for page in time.pages_of_years for group in page):
        decades[decade] += rows
    return tuple(_years_group(time, decade, tuple(rows)) for decade, rows in decades.items())


def _years_group(time: TimeDesk, decade: int, rows: tuple[CountedLink, ...]) -> YearsGroup:
    return YearsGroup(
        decade_name(time.desk.say, decade), f"from-{decade}", sum(row.count for row in rows), rows
    )


def _years_view(time: TimeDesk, number: int) -> YearsView:
    """Return a page of the index of years."""
    desk, pages = time.desk, time.pages_of_years
    return YearsView(
        address=page_address("years/", number),
        title=desk.say("section.years"),
        trail=(desk.home_link(),),
        section="years",
        decades=tuple(_years_group(time, decade, rows) for decade, rows in pages[number - 1]),
        undated=time.undated_link(),
        pager=pager(desk.say, partial(page_address, "years/"), number, len(pages)),
    )


def _undated_pages(time: TimeDesk) -> Pages:
    desk, documents = time.desk, time.chronology.undated
    if documents:
        yield from list_views(
            desk,
            UNDATED_ADDRESS,
            title=desk.say("time.undated"),
            section="years",
            trail=(desk.home_link(), Link(desk.say("section.years"), "years/")),
            rows=tuple(desk.row(document) for document in documents),
        )
