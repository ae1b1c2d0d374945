"""The pages of years and months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from archivegen.archive.archive import Document
from archivegen.archive.chronology import Year
from archivegen.pages.calendar_words import (
    month_address,
    month_name,
    year_address,
    year_name,
)
from archivegen.pages.document_lists import list_views
from archivegen.pages.paging import (
    HEAVIEST,
    Groups,
    PagerView,
    document_weight,
    in_pages,
    page_address,
    pager,
)
from archivegen.pages.parts import DocumentRow, Link
from archivegen.pages.time_desk import TimeDesk, besides, months_of, months_strip
from archivegen.pages.time_parts import Neighbours, TimeGroup
from archivegen.pages.time_views import YearView
from archivegen.pages.views import PageView

Pages = Iterator[tuple[str, Callable[[], PageView]]]


def month_pages(
    time: TimeDesk, year: Year, month: int, documents: tuple[Document, ...], beside: dict[str, Neighbours]
) -> Pages:
    """Yield the pages of a month, as many as its documents take."""
    desk, address = time.desk, month_address(year.number, month)
    own = Link(year_name(time.desk.say, year.number), year_address(year.number))
    rest = len(year.within)
    return list_views(
        desk,
        address,
        title=month_name(time.desk.say, year.number, month),
        section="years",
        trail=(desk.home_link(), Link(desk.say("section.years"), "years/"), own),
        rows=tuple(desk.row(document) for document in documents),
        neighbours=beside[address],
        note=Link(desk.say("time.no_month_of", count=rest, year=own.text), f"{own.address}#no-month")
        if rest
        else None,
    )


def year_pages(time: TimeDesk, year: Year, beside: dict[str, Neighbours]) -> Pages:
    """Yield the pages of a year: one with all its documents, or, where they are too many, its months and, on as many pages as it
    takes, the documents that are of none.
    """
    months, others = list(_month_groups(time, year)), list(_other_groups(time, year))
    weight = sum(document_weight(row) for group in (*months, *others) for row in group.rows)
    listed = [*months, *others] if weight <= HEAVIEST else others
    pages = in_pages(((group, group.rows) for group in listed), document_weight)
    address = year_address(year.number)
    for number, groups in enumerate(pages, 1):
        turn = pager(time.desk.say, partial(page_address, address), number, len(pages))
        make = partial(_year_view, time, year, groups, turn, beside[address])
        yield page_address(address, number), make


def _year_view(
    time: TimeDesk,
    year: Year,
    groups: Groups[TimeGroup, DocumentRow],
    turn: PagerView | None,
    beside: Neighbours,
) -> YearView:
    desk, address, number = time.desk, year_address(year.number), turn.number if turn else 1
    return YearView(
        address=page_address(address, number),
        title=year_name(desk.say, year.number),
        description=desk.say(
            "entity_description", name=year_name(desk.say, year.number), archive=desk.archive.config.title
        ),
        trail=(desk.home_link(), Link(desk.say("section.years"), "years/")),
        section="years",
        counts=tuple(_counts(time, year)),
        strip=months_strip(time, year) if number == 1 else None,
        months=months_of(desk.say, year) if number == 1 and year.by_month else (),
        groups=tuple(TimeGroup(group.label, group.anchor, group.address, rows) for group, rows in groups),
        neighbours=beside,
        pager=turn,
    )


def _counts(time: TimeDesk, year: Year) -> Iterator[str]:
    """Yield how many documents are of a year, and how many others bear it, in words."""
    if year.dated:
        yield time.desk.say("documents", count=year.dated)
    yield from besides(time.desk, year)


def _month_groups(time: TimeDesk, year: Year) -> Iterator[TimeGroup]:
    for month, documents in year.by_month.items():
        address = month_address(year.number, month)
        yield _group(time, time.desk.say(f"month.{month}"), f"month-{month}", documents, address)


def _other_groups(time: TimeDesk, year: Year) -> Iterator[TimeGroup]:
    say = time.desk.say
    for key, documents in (
        ("no-month", year.within),
        ("over", year.over),
        ("otherwise", year.otherwise),
    ):
        if documents:
            yield _group(time, say(f"time_heading.{key.replace('-', '_')}"), key, documents)


def _group(
    time: TimeDesk, label: str, anchor: str, documents: Iterable[Document], address: str = ""
) -> TimeGroup:
    return TimeGroup(label, anchor, address, tuple(time.desk.row(document) for document in documents))
