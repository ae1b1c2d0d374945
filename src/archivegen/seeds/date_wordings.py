"""Wordings that are dates as a whole, also uncertain, approximate and wide ones, read strictly into EDTF.

What cannot be read is not read: no wording is repaired, and no day is taken for a month because it looks likelier.
"""

from __future__ import annotations

import re

from archivegen.records.dates import bounds
from archivegen.seeds.date_reading import read_day
from archivegen.seeds.months import MONTH_NUMBER, ROMAN_MONTHS, month_pattern

_LONGEST = 80
_YEAR = r"1[0-9]\d\d|20\d\d"
_MONTH = rf"(?i:{month_pattern()})"
_TIME_BEFORE = re.compile(r"^\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?\s?m\.?,?\s+", re.IGNORECASE)
_WORDS_BEFORE = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:(?:the|on|den|le|el|il)\s+)?", re.IGNORECASE
)
_UNDATED = re.compile(r"^undated,\s*", re.IGNORECASE)
_YEAR_SIGN_AFTER = re.compile(r"\s*(?:г\.?|года|hs)\s*$")
_CIRCA = re.compile(r"^(?:c\.|ca\.?|circa|about|around|approximately)\s*(?P<rest>.+)$", re.IGNORECASE)
_OPEN_ENDED = re.compile(r"^(?P<side>before|after|until|since)\s+(?P<rest>.+)$", re.IGNORECASE)
_YEAR_ONLY = re.compile(rf"^(?:{_YEAR})$")
_DECADE = re.compile(r"^(?:the\s+)?(?P<decade>1[0-9]\d|20\d)0['’]?s$")
_CENTURY = re.compile(r"^(?:the\s+)?(?P<number>1\d|20|21)(?:st|nd|rd|th)[ -]century$", re.IGNORECASE)
_SEASON = re.compile(
    rf"^(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<year>{_YEAR})$", re.IGNORECASE
)
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ROMAN = re.compile(rf"^(?P<day>[0-3]?\d)[ .](?P<month>{'|'.join(ROMAN_MONTHS)})[ .](?P<year>{_YEAR})$")
_YEARS = re.compile(rf"^(?P<first>{_YEAR})\s*[-–—/]\s*(?P<last>\d\d|{_YEAR})$")
_MONTHS = re.compile(
    rf"^(?P<first>{_MONTH})\.?\s*(?:to|through|[-–—])\s*(?P<last>{_MONTH})\.?,?\s+(?P<year>{_YEAR})$"
)
_SPAN = re.compile(r"\s+(?:to|through|until)\s+|\s*[–—]\s*|\s+-\s+")


def read_date(wording: str, year: str | None = None) -> str | None:
    """Return the EDTF of a wording that is a date and nothing else, or None.

    `year` completes a day and month without one. Uncertain dates keep their sign (`1961?`, `1961~`), wide ones their
    form (`196X`, `18XX`, `1961-21` for a spring), open ones their open end (`../1961`).
    """
    text = _UNDATED.sub("", " ".join(wording.split()).strip(" .,"))
    if not text or len(text) > _LONGEST:
        return None
    edtf_text = _uncertain(text, year) or _plain(text, year)
    return edtf_text if edtf_text and bounds(edtf_text) else None


def _plain(text: str, year: str | None) -> str | None:
    text = _YEAR_SIGN_AFTER.sub("", _WORDS_BEFORE.sub("", _TIME_BEFORE.sub("", text)))
    return read_day(text, year) or _wide(text) or _span(text, year)


def _uncertain(text: str, year: str | None) -> str | None:
    """Read a date in brackets or with a question mark, an approximate one, or one with an open end."""
    bare = text[1:-1] if text.startswith("[") and text.endswith("]") else text
    if bare.endswith("?"):
        return _qualified(_plain(bare[:-1].strip(), year), "?")
    if bare != text:
        return _plain(bare, year)
    circa = _CIRCA.match(text)
    if circa:
        return _qualified(_plain(circa["rest"], year), "~")
    open_ended = _OPEN_ENDED.match(text)
    if open_ended:
        day = _plain(open_ended["rest"], year)
        is_before = open_ended["side"].casefold() in ("before", "until")
        return (f"../{day}" if is_before else f"{day}/..") if day and "/" not in day else None
    return None


def _qualified(edtf_text: str | None, sign: str) -> str | None:
    return f"{edtf_text}{sign}" if edtf_text and re.fullmatch(r"[\d-]+", edtf_text) else None


def _wide(text: str) -> str | None:
    """Read a year, a decade, a century, a season, or a day with its month in Roman numerals."""
    if _YEAR_ONLY.match(text):
        return text
    if match := _DECADE.match(text):
        return f"{match['decade']}X"
    if match := _CENTURY.match(text):
        return f"{int(match['number']) - 1}XX"
    if match := _SEASON.match(text):
        return f"{match['year']}-{_SEASONS[match['season'].casefold()]}"
    if match := _ROMAN.match(text):
        return f"{match['year']}-{ROMAN_MONTHS[match['month']]:02}-{int(match['day']):02}"
    return None


def _span(text: str, year: str | None) -> str | None:
    """Read a span of years or months, or of two dates; the first must not be later than the last."""
    if match := _YEARS.match(text):
        last = match["last"] if len(match["last"]) == 4 else match["first"][:2] + match["last"]
        return f"{match['first']}/{last}" if match["first"] < last else None
    if match := _MONTHS.match(text):
        first, last = (MONTH_NUMBER[match[part].casefold()] for part in ("first", "last"))
        return f"{match['year']}-{first:02}/{match['year']}-{last:02}" if first < last else None
    parts = _SPAN.split(text)
    if len(parts) != 2:
        return None
    ends = [read_day(part, year) or _wide(part) for part in parts]
    if not all(end and "/" not in end for end in ends):
        return None
    return f"{ends[0]}/{ends[1]}" if (ends[0] or "") < (ends[1] or "") else None
