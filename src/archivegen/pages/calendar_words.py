"""Years and months in words, and where their pages stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

from archivegen.archive.chronology import standing_of
from archivegen.pages.messages import Messages
from archivegen.records.dates import bounds, in_time, year_of

UNDATED_ADDRESS = "years/undated/"
MONTHS = range(1, 13)
# Decades before the year 100 and beyond years of four figures have no name of their own.
_PLAIN_DECADES = range(100, 10_000)
_WHOLE_DAY = re.compile(r"-?\d{4}-\d\d-\d\d[?~%]?", re.ASCII)


def year_name(say: Messages, year: int) -> str:
    """Return a year in words: `1957`, `957 CE`, `44 BCE`; years are counted with a year 0 before the common era."""
    return say.date(f"-{-year:04}" if year < 0 else f"{year:04}")


def years_name(say: Messages, first: int, last: int) -> str:
    """Return a run of years in words: `1950–1959`, `9 BCE – 1 CE`."""
    if first == last:
        return year_name(say, first)
    names = year_name(say, first), year_name(say, last)
    if all(name.isdecimal() for name in names):
        return "–".join(names)
    return say("date.span", first=names[0], end=names[1])


def span_name(say: Messages, dates: Iterable[str]) -> str:
    """Return in words from when to when dates in EDTF are: by days where both ends are whole days, else by years; one date alone
    as it is worded. What says nothing of the calendar counts as none; "" where nothing is left.
    """
    dated = [(edtf, standing) for edtf in dict.fromkeys(dates) if (standing := standing_of(edtf))]
    if len(dated) < 2:
        return say.date(dated[0][0]) if dated else ""
    known: list[tuple[str, bool]] = []
    for edtf, standing in dated:
        span, ends = bounds(edtf), edtf.split("/")
        if span and standing.first is not None:
            known.append((span.earliest, _WHOLE_DAY.fullmatch(ends[0]) is not None))
        if span and standing.last is not None:
            known.append((span.latest, _WHOLE_DAY.fullmatch(ends[-1]) is not None))
    known.sort(key=lambda end: in_time(end[0]))
    names = [day if known[0][1] and known[-1][1] else year_of(day) for day, _ in (known[0], known[-1])]
    first, last = map(say.date, names)
    return say("date.span", first=first, end=last) if first != last else first


def decade_name(say: Messages, first: int) -> str:
    """Return a decade in words by its first year: `1950s`, `10 BCE – 1 BCE`."""
    if first in _PLAIN_DECADES:
        return say.date(f"{first // 10:03}X")
    return years_name(say, first, first + 9)


def month_name(say: Messages, year: int, month: int) -> str:
    """Return a month in words: `May 1957`."""
    return say("date.month", month=say(f"month.{month}"), year=year_name(say, year))


def year_address(year: int) -> str:
    """Return the address of the page of a year."""
    return f"years/{year}/" if year > 0 else f"years/{1 - year}-bce/"


def month_address(year: int, month: int) -> str:
    """Return the address of the page of a month."""
    return f"{year_address(year)}{month:02}/"
