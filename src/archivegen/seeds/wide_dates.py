"""Dates wider than a month: years, seasons, quarters, decades, centuries, and years before the common era."""

from __future__ import annotations

import re

from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.months import ORDINALS

_YEAR = r"(?:1\d{3}|20\d\d)"
_ANY_YEAR = re.compile(_YEAR)
_COMMON_ERA = re.compile(
    r"A\.?\s?D\.?\s(?P<before>\d{1,4})|(?P<behind>\d{1,4})\s?(?:A\.?\s?D\.?|C\.?\s?E\.?)"
)
_BEFORE_COMMON_ERA = re.compile(r"(?P<year>[1-9]\d{0,3})\s?B\.?\s?C\.?(?:\s?E\.?)?")
# "the 1960s", and as cataloguers write it: "196-".
_DECADE = re.compile(r"(?:the\s)?(?P<decade>1\d\d|20\d)(?:0['’]?s|-)", re.IGNORECASE)
_CENTURY_OPEN = re.compile(r"(?P<century>1\d|20)--")
_CENTURY = re.compile(
    rf"(?:the\s)?(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))[ -]century(?P<era>\sB\.?\s?C\.?(?:\s?E\.?)?)?",
    re.IGNORECASE,
)
_LAST_CENTURY = 21
_SEASON = re.compile(
    rf"(?:the\s)?(?P<season>spring|summer|autumn|fall|winter),?\s(?:of\s)?(?P<year>{_YEAR})", re.IGNORECASE
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_PART_OF_YEAR = re.compile(
    rf"(?:the\s)?(?P<part>first|second|third|fourth|1st|2nd|3rd|4th)\s(?P<size>quarter|half)\s(?:of\s)?(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_PARTS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_MONTHS_IN = {"quarter": 3, "half": 6}
_YEAR_AND_MONTH = re.compile(rf"(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])")
_YEARS = re.compile(rf"(?P<first>{_YEAR})(?P<joined>\s?[-–—/]\s?)(?P<last>\d\d|{_YEAR})")


def read_wide_date(text: str) -> str | None:
    """Return the EDTF of a wording that is a year, a season, a part of a year, a decade or a century, or None."""
    if _ANY_YEAR.fullmatch(text):
        return text
    if match := _DECADE.fullmatch(text):
        return f"{match['decade']}X"
    if match := _CENTURY_OPEN.fullmatch(text):
        return f"{match['century']}XX"
    if match := _SEASON.fullmatch(text):
        return f"{match['year']}-{_SEASONS[in_small_letters(match['season'])]}"
    if match := _CENTURY.fullmatch(text):
        return _century(match)
    if match := _BEFORE_COMMON_ERA.fullmatch(text):
        year = int(match["year"]) - 1
        return f"-{year:04}" if year else "0000"
    if match := _COMMON_ERA.fullmatch(text):
        year = int(match["before"] or match["behind"])
        return f"{year:04}" if 0 < year < _LAST_CENTURY * 100 else None
    if match := _PART_OF_YEAR.fullmatch(text):
        return _part_of_year(match)
    return _years(text)


def _century(match: re.Match[str]) -> str | None:
    number = int(match["number"]) if match["number"] else ORDINALS[in_small_letters(match["word"])]
    return f"{'-' if match['era'] else ''}{number - 1:02}XX" if 1 <= number <= _LAST_CENTURY else None


def _part_of_year(match: re.Match[str]) -> str | None:
    length = _MONTHS_IN[in_small_letters(match["size"])]
    last = _PARTS[in_small_letters(match["part"])] * length
    return f"{match['year']}-{last - length + 1:02}/{match['year']}-{last:02}" if last <= 12 else None


def _years(text: str) -> str | None:
    """Read a span of years; of `1907-08`, which may be a month or a span, nothing is read, of `1961-05` the month."""
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    first, last = match["first"], match["last"]
    full = last if len(last) == 4 else first[:2] + last
    month = _YEAR_AND_MONTH.fullmatch(text)
    if first < full:
        return None if month else f"{first}/{full}"
    return text if month and first > full else None
