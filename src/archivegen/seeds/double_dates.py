"""Double dates, of the Julian calendar and of the Gregorian: "11/22 February 1731/2" is 22 February 1732.

EDTF is Gregorian, and so is the later of the two days. Only days that lie as far apart as the calendars did are read.
"""

from __future__ import annotations

import re

from archivegen.records.dates import days_behind_julian
from archivegen.seeds.date_pieces import Piece
from archivegen.seeds.months import month_number

_WORD = r"[^\W\d_]{3,12}(?![^\W\d_])\.?"
_SPACE = r"\s{1,20}"
_DOUBLE = re.compile(
    rf"(?P<julian_day>\d{{1,2}})(?!\d)(?:{_SPACE}(?P<julian_month>{_WORD})(?:{_SPACE}(?P<julian_year>1\d{{3}})(?!\d))?)?"
    rf"\s?(?:/|(?P<bracket>\())\s?(?P<day>\d{{1,2}})(?!\d)(?P<closed>\))?{_SPACE}(?P<month>{_WORD})(?P<closed_later>\))?"
    rf",?{_SPACE}(?P<year>1\d{{3}})(?!\d)(?:/(?P<new_year>\d{{1,2}}|1\d{{3}})(?![\w/]))?"
)
# Russia and the Balkans were the last to leave the Julian calendar; "3/16 May 1961" is something else.
_FIRST, _LAST = 1582, 1930
# Until 1752 the year began on 25 March where it is written so.
_LAST_MONTH_OF_OLD_YEAR = 3


def double_date_at(text: str, start: int) -> Piece | None:
    """Return the Gregorian day of the double date that begins at a place of a text, or None.

    Where the two days are a day too near or too far apart one of them is miscounted, and the date is doubtful.
    """
    match = _DOUBLE.match(text, start)
    month = month_number(match["month"]) if match else None
    if match is None or month is None:
        return None
    julian_month = month_number(match["julian_month"]) if match["julian_month"] else month
    year = _year(int(match["year"]), match["new_year"], month)
    if julian_month is None or year is None or not _FIRST <= year <= _LAST:
        return None
    julian_year = int(match["julian_year"] or (year if julian_month <= month else year - 1))
    day = int(match["day"])
    difference = days_behind_julian((year, month, day), (julian_year, julian_month, int(match["julian_day"])))
    if difference is None or abs(difference) > 1:
        return None
    is_open = match["bracket"] and not (match["closed"] or match["closed_later"])
    end = match.end() + (1 if is_open and text[match.end() : match.end() + 1] == ")" else 0)
    return Piece(end, year, month, day, is_doubtful=difference != 0)


def _year(year: int, new_year: str | None, month: int) -> int | None:
    """Return the year by the new reckoning: of 1731/2 the latter, if it is the next and the month is an early one."""
    if new_year is None:
        return year
    is_next = str(year + 1).endswith(new_year) and month <= _LAST_MONTH_OF_OLD_YEAR
    return year + 1 if is_next else None
