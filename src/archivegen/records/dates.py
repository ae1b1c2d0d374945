"""Dates as EDTF text: their bounds and their order.

The form is the Library of Congress's Extended Date/Time Format (2019), levels 0 and 1. Days, months and years, nearly
all there are, are read here; the rest is left to the `edtf` package, which takes milliseconds for each. An open or
unknown end sorts at the earliest or latest possible day.
"""

from __future__ import annotations

import re
import time
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import edtf
from edtf.parser.edtf_exceptions import EDTFParseException

_DAY = re.compile(
    r"(?!-0000)(?P<year>-?\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?[?~%]?", re.ASCII
)
# The signs that the form has; it begins with no number of fewer than four figures.
_MAY_BE_EDTF = re.compile(r"(?!\d{1,3}(?![\d?~%X]))[\dXYSETZ:.,?~%/+\[\]{}\s-]+", re.ASCII)
_LONGEST = 80
_OPEN_START, _OPEN_END = "0000-01-01", "9999-12-31"
# The month and day of a day as text: what follows is its year.
_MONTH_AND_DAY = len("-01-01")
_EPOCH = date(1970, 1, 1).toordinal()
_DAYS_OF_400_YEARS = 146_097


class Bounds(NamedTuple):
    """The earliest and the latest day a date may mean, as ISO 8601 text."""

    earliest: str
    latest: str

    @property
    def in_time(self) -> tuple[tuple[int, str], tuple[int, str]]:
        """The two days in a form that sorts by time, also before the common era."""
        return in_time(self.earliest), in_time(self.latest)


EVER = Bounds(_OPEN_START, _OPEN_END)
UNDATED = Bounds("9999-99-99", "9999-99-99")


def year_of(day: str) -> str:
    """Return the year of a day that is given as ISO 8601 text."""
    return day[:-_MONTH_AND_DAY]


def in_time(day: str) -> tuple[int, str]:
    """Return a day (ISO 8601) in a form that sorts by time, also before the common era."""
    return int(year_of(day)), day[-_MONTH_AND_DAY:]


def day_number(day: str) -> int | None:
    """Return the number of a day (ISO 8601) in the row of all days; None of one before the common era or past its end."""
    return date.fromisoformat(day).toordinal() if 1 <= int(year_of(day)) <= 9998 else None


def days_since_1970(day: str) -> int:
    """Return how many days after 1 January 1970 a day (ISO 8601) is, in the Gregorian calendar carried back for ever; before it
    the number is negative.
    """
    # The calendar repeats itself every 400 years, and the library knows of none before the year 1.
    cycles, year = divmod(int(year_of(day)), 400)
    known = date.fromisoformat(f"{year + 2000:04}{day[-_MONTH_AND_DAY:]}")
    return known.toordinal() - _EPOCH + (cycles - 5) * _DAYS_OF_400_YEARS


def bounds(edtf_text: str) -> Bounds | None:
    """Return the days an EDTF date spans, or None where the text is not EDTF or names an impossible day."""
    return _bounds(edtf_text) if len(edtf_text) <= _LONGEST else None


def may_be_one(one: str, other: str) -> bool:
    """Say whether two dates may mean the same day; of one that is no EDTF nobody knows."""
    first, second = bounds(one), bounds(other)
    return not (first and second) or (first.earliest <= second.latest and second.earliest <= first.latest)


@lru_cache(maxsize=4096)
def _bounds(edtf_text: str) -> Bounds | None:
    # Of an end that is not known the package would say that it lies ten years off.
    ends = [end or ".." for end in edtf_text.split("/")] if edtf_text.strip("/") else []
    if (
        1 <= len(ends) <= 2
        and ends != ["..", ".."]
        and all(end == ".." or _DAY.fullmatch(end) for end in ends)
    ):
        first, last = _days_of(ends[0]), _days_of(ends[-1])
        if (first is None and ends[0] != "..") or (last is None and ends[-1] != ".."):
            return None
        span = Bounds(first.earliest if first else _OPEN_START, last.latest if last else _OPEN_END)
        return None if first and last and span.in_time[0] > span.in_time[1] else span
    if not _MAY_BE_EDTF.fullmatch(edtf_text):
        return None
    try:
        # The package reads no season with a qualifier, which says nothing of the span anyway.
        parsed = edtf.parse_edtf(re.sub(r"(-2[1-4])[?~%]$", r"\1", edtf_text))
        span = Bounds(_as_day(parsed.lower_strict(), _OPEN_START), _as_day(parsed.upper_strict(), _OPEN_END))
    # The package ends in a TypeError over an open end beside a decade.
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None
    # Of a day in any year nothing is known that has a place in time.
    return EVER if (year_of(span.earliest), year_of(span.latest)) == ("0000", "9999") else span


def _days_of(edtf_text: str) -> Bounds | None:
    """Return the bounds of a plain day, month or year, whatever sign of doubt it has; None if there is none such."""
    match = _DAY.fullmatch(edtf_text)
    if match is None:
        return None
    year, month, day = match["year"], match["month"], match["day"]
    if not month:
        return Bounds(f"{year}-01-01", f"{year}-12-31")
    length = monthrange(int(year), int(month))[1]
    if not day:
        return Bounds(f"{year}-{month}-01", f"{year}-{month}-{length:02}")
    return Bounds(*[f"{year}-{month}-{day}"] * 2) if 1 <= int(day) <= length else None


def _as_day(moment: time.struct_time | float, otherwise: str) -> str:
    if isinstance(moment, float):
        return otherwise
    year = f"{'-' if moment.tm_year < 0 else ''}{abs(moment.tm_year):04}"
    length = monthrange(moment.tm_year, moment.tm_mon)[1]
    if moment.tm_mday > length:
        raise ValueError
    return f"{year}-{moment.tm_mon:02}-{moment.tm_mday:02}"


def years(edtf_text: str) -> tuple[int, ...]:
    """Return every year the date touches; none for a date that is open at an end, begins before the common era or
    cannot be read.
    """
    span = bounds(edtf_text)
    if span is None or span.earliest.startswith(("-", "0000")) or span.latest.startswith("9999"):
        return ()
    return tuple(range(int(year_of(span.earliest)), int(year_of(span.latest)) + 1))


def days_behind_julian(gregorian: tuple[int, int, int], julian: tuple[int, int, int]) -> int | None:
    """Return how many days a date of the Gregorian calendar lies behind one of the Julian: none where both are the
    same day. Of an impossible date, or one before the Gregorian calendar, nothing is known.
    """
    year, month, day = julian
    century_year = year if month > 2 else year - 1
    shift = century_year // 100 - century_year // 400 - 2
    is_leap_day = month == 2 and day == 29 and year % 4 == 0
    if year < 1582 or not (
        1 <= month <= 12 and 1 <= day <= (29 if is_leap_day else monthrange(year, month)[1])
    ):
        return None
    try:
        return date(*gregorian).toordinal() - (date(year, month, 1).toordinal() + day - 1 + shift)
    except ValueError:
        return None


def day_by_number(number: int) -> str:
    """Return the day that spreadsheet programs know by a number, counted from 30 December 1899 (from March 1900 on)."""
    return date.fromordinal(date(1899, 12, 30).toordinal() + number).isoformat()
