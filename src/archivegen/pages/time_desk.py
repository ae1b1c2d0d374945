"""The archive's chronology, laid out for the builders of pages: what stands where, and the small drawings of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from archivegen.archive.chronology import Chronology, Year, chronology_of
from archivegen.pages.bars import MOST_COLUMNS, Strip, height_of, peak_of, strip_of, years_together
from archivegen.pages.calendar_words import (
    MONTHS,
    UNDATED_ADDRESS,
    decade_name,
    month_address,
    month_name,
    year_address,
    year_name,
    years_name,
)
from archivegen.pages.listing import Desk
from archivegen.pages.messages import Messages
from archivegen.pages.paging import Groups, in_pages, page_address, weight_of
from archivegen.pages.parts import Link
from archivegen.pages.time_parts import CountedLink

# A list of years may be heavier than others: its rows are short, and a reader looks for a number in them.
_HEAVIEST_LIST_OF_YEARS = 110_000
_MOST_WAYS = 24


@dataclass(frozen=True, slots=True)
class TimeDesk:
    """The desk with its chronology, the pages of the index of years, decade by decade, and where each decade stands there."""

    desk: Desk
    chronology: Chronology
    pages_of_years: tuple[Groups[int, CountedLink], ...]
    address_of_decade: Mapping[int, str]

    def years_in_words(self, first: int, size: int) -> tuple[str, str]:
        """Return the name of some years from the first on, and where they are listed, "" if nothing of them is."""
        if size == 1:
            return year_name(self.desk.say, first), year_address(first)
        found = (decade for decade in range(first, first + size, 10) if decade in self.address_of_decade)
        address = self.address_of_decade.get(next(found, first), "")
        say = self.desk.say
        return (decade_name(say, first) if size == 10 else years_name(say, first, first + size - 1)), address

    def undated_link(self) -> CountedLink | None:
        """Return the way to the documents without a date, or None where there are none."""
        count = len(self.chronology.undated)
        return CountedLink(Link(self.desk.say("undated"), UNDATED_ADDRESS), count) if count else None


def lay_out_time(desk: Desk) -> TimeDesk:
    """Return the desk with the chronology of its archive."""
    chronology = chronology_of(desk.archive, desk.memory)
    decades: defaultdict[int, list[CountedLink]] = defaultdict(list)
    peak = peak_of(year.dated for year in chronology.years)
    for year in chronology.years:
        length = height_of(year.dated, peak) if year.dated else 0
        link = Link(year_name(desk.say, year.number), year_address(year.number))
        decades[year.number // 10 * 10].append(
            CountedLink(link, year.dated, length, "; ".join(besides(desk, year)))
        )
    pages = in_pages(decades.items(), _weight, _HEAVIEST_LIST_OF_YEARS)
    addresses = {
        decade: f"{page_address('years/', number)}#from-{decade}"
        for number, page in reversed(list(enumerate(pages, 1)))
        for decade, _ in page
    }
    return TimeDesk(desk, chronology, pages, addresses)


def _weight(row: CountedLink) -> int:
    return weight_of(row.link.text, row.link.address, row.note)


def besides(desk: Desk, year: Year) -> list[str]:
    """Return what a year has besides the documents that are of it alone, in words."""
    words = []
    if year.over:
        words.append(desk.say("time.over", count=len(year.over)))
    if year.otherwise:
        words.append(desk.say("time.otherwise", count=len(year.otherwise)))
    return words


def years_strip(time: TimeDesk) -> Strip | None:
    """Return the drawing of how many documents there are of each year; None where not two years have any of their own."""
    dated = [year for year in time.chronology.years if year.dated]
    if len(dated) < 2:
        return None
    first, last = dated[0].number, dated[-1].number
    size = years_together(first, last, MOST_COLUMNS)
    counts: Counter[int] = Counter()
    for year in dated:
        counts[year.number // size] += year.dated

    def name(number: int) -> tuple[str, str]:
        words, address = time.years_in_words(number * size, size)
        return time.desk.say(
            "time.column", when=words, documents=time.desk.say("documents", count=counts[number])
        ), address

    say = time.desk.say
    ends = (year_name(say, first), year_name(say, last))
    return strip_of(counts, first // size, last // size, name, ends)


def years_ways(time: TimeDesk) -> tuple[CountedLink, ...]:
    """Return the ways into the years, few of them: to years, or decades, or centuries."""
    dated = [year for year in time.chronology.years if year.dated]
    size = 1
    while len({year.number // size for year in dated}) > _MOST_WAYS:
        size *= 10
    counts: Counter[int] = Counter()
    for year in dated:
        counts[year.number // size * size] += year.dated
    return tuple(
        CountedLink(Link(*time.years_in_words(first, size)), count) for first, count in sorted(counts.items())
    )


def months_of(say: Messages, year: Year) -> tuple[CountedLink, ...]:
    """Return the twelve months of a year, in short and with their names, and their documents; one without any leads nowhere."""
    counts = {month: len(documents) for month, documents in year.by_month.items()}
    peak = peak_of(counts.values())
    return tuple(
        CountedLink(
            Link(say(f"short_month.{month}"), month_address(year.number, month) if month in counts else ""),
            counts.get(month, 0),
            height_of(counts[month], peak) if month in counts else 0,
            say(f"month.{month}"),
        )
        for month in MONTHS
    )


def months_strip(time: TimeDesk, year: Year) -> Strip | None:
    """Return the drawing of the months of a year; None where no document has a month."""

    def name(month: int) -> tuple[str, str]:
        documents = time.desk.say("documents", count=len(year.by_month[month]))
        words = time.desk.say(
            "time.column", when=month_name(time.desk.say, year.number, month), documents=documents
        )
        return words, month_address(year.number, month)

    counts = {month: len(documents) for month, documents in year.by_month.items()}
    return strip_of(counts, 1, len(MONTHS), name) if counts else None
