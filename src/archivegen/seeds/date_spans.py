"""One date of a text, or a span of them in which the last completes the first: "6 through 29 May 1957"."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivegen.records.dates import bounds
from archivegen.seeds.date_forms import DAY, MONTH, YEAR
from archivegen.seeds.date_pieces import Context, Piece, piece_at
from archivegen.seeds.double_dates import double_date_at
from archivegen.seeds.months import month_number

_TO_WORDS = ("through", "thru", "to", "until", "till", "bis", "au", "al", "do", "по", "до")
_EITHER = ("or", "oder", "ou", "или")
_AND_WORDS = ("and", "und", "et", "y", "i", "и", *_EITHER)
JOINING_WORDS = (*_TO_WORDS, *_AND_WORDS)
_TO = rf"(?:\s{{0,20}}[-–—]\s{{0,20}}|\s{{1,20}}(?i:{'|'.join(_TO_WORDS)})\s{{1,20}})"
_AND = rf"\s{{1,20}}(?:(?i:{'|'.join(_AND_WORDS)})|&)\s{{1,20}}"
_TO_AT = re.compile(_TO)
# Days before the one that has the month: "6 through 29 May", "30 and 31 May".
_DAYS_BEFORE = re.compile(
    rf"(?P<others>(?:\d{{1,2}}(?!\d),\s?){{0,6}}){DAY}(?:(?P<to>{_TO})|(?P<and>{_AND}))(?=[“\"«„\[]?(?P<last>\d{{1,2}})(?!\d))"
)
_DAY_AND_YEAR = re.compile(rf"{DAY}\s?,?\s{{0,20}}{YEAR}")
_MONTH_BEFORE = re.compile(MONTH + _TO)
SPAN_OF_MONTHS = re.compile(rf"(?<![\w./-]){MONTH}{_TO}\[?\Z")
# Behind these a figure is a number and not a day: "No. 3 May 1961", "item 4 - 12 May 1961", "file 12/5/1961".
_NUMBERED = re.compile(r"(?:\bN[ºo°r]\.?|№|#)\s{0,3}\Z", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:number|session|meeting|part|volume|vol|issue|document|item|copy|page|pp?|ll?|box|file|fond|f|op|ref)\b\.?\s{0,3}\Z",
    re.IGNORECASE,
)
_COUNT_WINDOW = 14
_FIGURES_JOINED = re.compile(r"\d{1,2}[./-]\d")


class Reading(NamedTuple):
    """What was read at a place of a text: where it ends, and its EDTF, or None for a wording that is not read."""

    end: int
    edtf: str | None


def date_or_span_at(text: str, start: int, context: Context) -> Reading | None:
    """Return the reading of the date, or of the span of dates, that begins at a place of a text, or None."""
    span = _from_days(text, start, context) or _from_months(text, start, context)
    if span:
        return span
    first = double_date_at(text, start) or piece_at(text, start, context)
    if first is None or _is_number(text, start):
        return None
    to = _TO_AT.match(text, first.end)
    last = (piece_at(text, to.end(), context) or _in_same_month(text, to.end(), first)) if to else None
    if last is None:
        return Reading(first.end, _edtf(first, context.year))
    if first.year and not last.year:
        return Reading(last.end, None)
    return _joined(first._replace(year=first.year or last.year), last, context)


def _is_number(text: str, start: int) -> bool:
    """Say whether what begins at a place with figures is, or begins with, the number of something."""
    if not text[start].isdigit():
        return False
    window = max(0, start - _COUNT_WINDOW)
    is_counted = _FIGURES_JOINED.match(text, start) and _COUNTED.search(text, window, start)
    return bool(is_counted or _NUMBERED.search(text, window, start))


def _from_days(text: str, start: int, context: Context) -> Reading | None:
    """Read days that take their month from the last; neighbouring days joined by "and" are a span as well."""
    days = _DAYS_BEFORE.match(text, start)
    last = piece_at(text, days.end(), context) if days else None
    if days is None or last is None or not last.month or last.day != int(days["last"]):
        return None
    window = max(0, start - _COUNT_WINDOW)
    if _COUNTED.search(text, window, start) or _NUMBERED.search(text, window, start):
        return None
    listed = [int(number) for number in re.findall(r"\d+", days["others"])] + [int(days["day"])]
    is_row = [*listed, last.day] == list(range(last.day - len(listed), last.day + 1))
    is_either = bool(days["and"]) and days["and"].strip().casefold() in _EITHER
    if (days["others"] or days["and"]) and (is_either or not is_row):
        return Reading(last.end, None)
    return _joined(last._replace(day=listed[0], is_doubtful="?" in days.group()), last, context)


def _from_months(text: str, start: int, context: Context) -> Reading | None:
    """Read a month that takes its year from the last: "May to July 1961"."""
    month = _MONTH_BEFORE.match(text, start)
    number = month_number(month["month"]) if month else None
    last = piece_at(text, month.end(), context) if month and number else None
    return None if last is None or last.day else _joined(last._replace(month=number), last, context)


def _in_same_month(text: str, start: int, first: Piece) -> Piece | None:
    """Read a day and year that take their month from the first date: "May 14-16, 1961"."""
    match = _DAY_AND_YEAR.match(text, start)
    if match is None or first.year or not first.day or "[" in match["year"]:
        return None
    return Piece(match.end(), int(match["year"]), first.month, int(match["day"]))


def _joined(first: Piece, last: Piece, context: Context) -> Reading:
    """Return the span of two dates; one whose first is not before its last is not read."""
    ends = [_edtf(piece, context.year) for piece in (first, last)]
    days = [(piece.year or context.year or 0, piece.month or 0, piece.day or 0) for piece in (first, last)]
    is_in_order = days[0] < days[1] and (days[0][:2] != days[1][:2] or days[0][2] > 0)
    return Reading(last.end, f"{ends[0]}/{ends[1]}" if all(ends) and is_in_order else None)


def _edtf(piece: Piece, context_year: int | None) -> str | None:
    """Return the EDTF of a date; None where its year is not known or there is no such day."""
    year = piece.year or context_year
    if year is None or (piece.month is not None and not 1 <= piece.month <= 12):
        return None
    parts = (f"{part:02}" for part in (piece.month, piece.day) if part is not None)
    edtf = "-".join((f"{year:04}", *parts)) + ("?" if piece.is_doubtful else "")
    return edtf if bounds(edtf) else None
