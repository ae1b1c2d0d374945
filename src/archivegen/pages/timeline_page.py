"""The timeline: the whole archive by year and month, drawn, and as a table of the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.archive.chronology import Year
from archivegen.pages.calendar_words import MONTHS, month_address, year_address, year_name
from archivegen.pages.messages import Messages
from archivegen.pages.parts import Link
from archivegen.pages.time_desk import TimeDesk
from archivegen.pages.time_parts import TimeRow
from archivegen.pages.time_scale import Scale
from archivegen.pages.time_views import TimelineView
from archivegen.pages.timeline_drawing import MOST_LINES, scale_of, timeline_drawing

# So few documents are told one by one.
_FEW = 12
# Bytes of the table: the page with its drawing stays below 150 KB.
_HEAVIEST_TABLE = 45_000
_CELL, _EMPTY_CELL, _ROW = 50, 10, 90


def timeline_view(time: TimeDesk) -> TimelineView:
    """Return the page of the timeline."""
    desk, chronology = time.desk, time.chronology
    scale = scale_of(time)
    is_small = len(desk.archive.documents) <= _FEW
    table = () if is_small else _table(time)
    has_lines = 0 < len(chronology.over_years) <= MOST_LINES
    label, listed = desk.say("time_heading.centuries"), chronology.in_no_year
    if is_small:
        label, listed = desk.say("time.all_listed"), desk.archive.documents
    elif has_lines:
        label, listed = desk.say("time_heading.over_years"), chronology.over_years
    return TimelineView(
        address="timeline/",
        title=desk.say("section.timeline"),
        trail=(desk.home_link(),),
        section="timeline",
        count=len(desk.archive.documents),
        drawing=timeline_drawing(time, scale) if scale else None,
        caption=tuple(_caption(time, scale)) if scale else (),
        heads=tuple(_heads(desk.say, table)),
        table=table,
        has_rest=any(row.rest for row in table),
        listed_label=label,
        listed=tuple(desk.row(document) for document in listed),
        undated=time.undated_link(),
    )


def _caption(time: TimeDesk, scale: Scale) -> Iterator[str]:
    """Yield what the ways of drawing say that are in the drawing."""
    say, standings = time.desk.say, time.chronology.standing_by_id
    unit = "month" if scale.has_months else "year" if scale.size == 1 else "years"
    yield say(f"time_caption.{unit}")
    if any(year.within for year in time.chronology.years):
        yield say("time_caption.band" if scale.has_months else "time_caption.pale")
    if any(standing.is_doubtful for standing in standings.values()):
        yield say("time_caption.doubtful")
    if time.chronology.over_years:
        yield say(f"time_caption.{'lines' if len(time.chronology.over_years) <= MOST_LINES else 'hanging'}")


def _table(time: TimeDesk) -> tuple[TimeRow, ...]:
    """Return the table: years by months, or decades by years where that would be too long, or nothing where both are."""
    years = [year for year in time.chronology.years if year.dated]
    cells = sum(len(year.by_month) for year in years)
    if (
        cells * _CELL + (len(years) * len(MONTHS) - cells) * _EMPTY_CELL + len(years) * _ROW
        <= _HEAVIEST_TABLE
    ):
        return tuple(_year_row(time, year) for year in years)
    # Before the common era the years of a decade do not end in the figures of its columns.
    if len(years) * (_CELL + _EMPTY_CELL) > _HEAVIEST_TABLE or years[0].number < 0:
        return ()
    return tuple(_decade_rows(time, years))


def _year_row(time: TimeDesk, year: Year) -> TimeRow:
    cells = [
        Link(f"{len(year.by_month[month]):,}", month_address(year.number, month))
        if month in year.by_month
        else None
        for month in MONTHS
    ]
    link = Link(year_name(time.desk.say, year.number), year_address(year.number))
    return TimeRow(link, year.dated, tuple(cells), f"{len(year.within):,}" if year.within else "")


def _decade_rows(time: TimeDesk, years: list[Year]) -> Iterator[TimeRow]:
    by_number = {year.number: year for year in years}
    for decade in sorted({year.number // 10 * 10 for year in years}):
        own = [by_number.get(number) for number in range(decade, decade + 10)]
        cells = [Link(f"{year.dated:,}", year_address(year.number)) if year else None for year in own]
        count = sum(year.dated for year in own if year)
        yield TimeRow(Link(*time.years_in_words(decade, 10)), count, tuple(cells), "")


def _heads(say: Messages, table: tuple[TimeRow, ...]) -> Iterator[str]:
    """Yield the heads of the columns: months, or the last figures of years."""
    if table and len(table[0].cells) == len(MONTHS):
        yield from (say(f"short_month.{month}") for month in MONTHS)
    elif table:
        yield from (str(figure) for figure in range(10))
