"""Wordings that are dates as a whole, also uncertain, approximate and open ones, read strictly into EDTF.

What cannot be read is not read: no wording is repaired, and no day is taken for a month because it looks likelier.
"""

from __future__ import annotations

import re
from functools import lru_cache

from archivegen.records.date_words import MONTHS
from archivegen.records.dates import bounds
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.date_pieces import Order
from archivegen.seeds.date_reading import read_day
from archivegen.seeds.date_signs import has_sign_of_date, may_have_date
from archivegen.seeds.months import ORDINALS
from archivegen.seeds.spelt_dates import read_spelt_date
from archivegen.seeds.times_of_day import without_time, without_weekday
from archivegen.seeds.wide_dates import read_wide_date

# Words of one letter each, with a space behind them, are the most.
_LONGEST, _MOST_WORDS = 80, 41
# The sign of a number, and the colon of a label or an address.
_IN_NO_DATE = re.compile(r"N[º°]|№|#|\bNo\.|[^\W\d_]:")
_WORDS_BEFORE = re.compile(
    r"^(?:(?:on|dated|this|den|am|d\.|le|el|il|em|a|dne|dnia|ngày|më|la|addì|lì|dana|på)\s|l['’])?(?:the\s)?",
    re.IGNORECASE,
)
# The blank of a form that was left empty: “___” May 1961.
_BLANK_DAY = re.compile(r"^[“\"«„]\s?_{1,9}\s?[”\"»“]\s?")
_DAY_IN_WORDS = re.compile(
    rf"^({'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b(?=\s(?:day\s)?of\s)", re.IGNORECASE
)
# The year of an era beside that of the calendar: the 31st year of Meiji is 1898, Juche 55 is 1966.
_ERA = re.compile(
    r",?\s(?:in\s)?(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[Yy]ear\sof\s(?:the\s)?[^\W\d_a-z][\w-]+(?:\s[\w-]+)?|[^\W\d_a-z][\w-]+\s\d{1,2})\s\((?P<year>1[5-9]\d\d|20\d\d)\)$"
)
_BRACKETS = ("[]", "()", "（）", "【】")
_UNDATED = re.compile(r"^undated,\s*", re.IGNORECASE)
_YEAR_SIGN_BEHIND = re.compile(
    r"(?:\.?\s|(?<=\d))(?:гг?\.?|року|рік|р\.?|года|году|godine|god\.?|g\.?|r\.?|roku)$|\s\(?N\.\s?S\.?\)?$"
    # The year of the document, for a day and month without one
    r"|,?\s(?:of\s)?(?:this|the current)\syear$|\s[ст]\.?\s?г\.?$|\sd\.\s?J\.?$"
)
_DOUBT_BEFORE = re.compile(r"^(?:probably|possibly|perhaps)\s(?P<rest>.+)$", re.IGNORECASE)
_DOUBT_BEHIND = re.compile(
    r"^(?P<rest>.+?)\s?(?:\?|\(\?\)|\[\?\]|[\[(](?:partially |partly )?illegible[\])])$", re.IGNORECASE
)
_CIRCA = re.compile(
    r"^(?:c\.|ca\.?|circa|about|around|approximately|approx\.|um|vers|около)\s?(?P<rest>.+)$", re.IGNORECASE
)
_OPEN_ENDED = re.compile(
    r"^(?P<side>before|until|till|up to|not after|not later than|no later than|after|since|not before|not earlier than"
    r"|no earlier than)\s(?P<rest>.+)$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"^from\s(?P<rest>.+?)\s(?:on|onwards?)$", re.IGNORECASE)
_OPEN_AT_END = ("after", "since", "not before", "not earlier than", "no earlier than")
_SPAN_OPENER = re.compile(r"^(?:from|du|vom|od|с|del|de)\s", re.IGNORECASE)
_SPAN = re.compile(r"\s(?:to|through|until)\s|\s?[–—]\s?|\s-\s", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-(?:0\d|1[0-2])-\d\d")
_ONE = re.compile(r"-?[\dX-]+")
# A year to see with whether a wording is a date at all; two digits at its end are a year of the century of most papers.
_ANY_YEAR = "2000"
_ENDS_WITH_SHORT_YEAR = re.compile(r"(?<!\d)(\d\d)\W{0,3}\Z")
_NUMERIC = re.compile(r"\d\]?\s?[./-]\s?\d")
# "3 May 1961", "May 3, 1961": most dates have these forms, which need no closer look.
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_PLAIN_DAY = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}}) (?P<month>{_MONTH})|(?P<month_first>{_MONTH}) (?P<day_behind>[0-9]{{1,2}}),?) "
    r"(?P<year>1[0-9]{3}|20[0-9]{2})"
)
_MONTH_NUMBERS = {name: f"{number:02}" for number, name in enumerate(MONTHS, 1)}


def read_date(wording: str, year: str | None = None, *, order: Order | None = None) -> str | None:
    """Return the EDTF of a wording that is a date and nothing else, or None.

    `year` is that of the document: it completes a day and month without one and decides the century of a year with
    two digits. `order` is that of day and month in its numeric dates (see `decided_order`). Uncertain dates keep their
    sign (`1961?`, `1961~`), wide ones their form (`196X`, `18XX`, `1961-21` for a spring), open ones their open end
    (`../1961`).
    """
    if spelt := read_spelt_date(wording):
        return spelt
    words = wording.split(maxsplit=_MOST_WORDS)
    if len(words) > _MOST_WORDS:
        return None
    text = " ".join(words).strip(" .,;")
    if len(text) > _LONGEST:
        return None
    text = _ERA.sub(r" \g<year>", text) if text[-1:] == ")" else text
    if not may_have_date(text):
        return None
    if plain_day := _PLAIN_DAY.fullmatch(text):
        return _of_plain_day(plain_day)
    return None if _IN_NO_DATE.search(text) else _read(text, year, order)


def _of_plain_day(match: re.Match[str]) -> str | None:
    """Return the EDTF of a day whose month is a word and whose year is whole; None where there is no such day."""
    day, month, month_first, day_behind, year = match.groups()
    edtf_text = f"{year}-{_MONTH_NUMBERS[month or month_first]}-{day or day_behind:0>2}"
    return edtf_text if bounds(edtf_text) else None


def is_date(wording: str) -> bool:
    """Say whether a wording is a date and nothing else, though its year, its century or its order may not be known."""
    if not may_have_date(wording):
        return False
    short_year = _ENDS_WITH_SHORT_YEAR.search(wording[-_LONGEST:])
    year = f"19{short_year[1]}" if short_year else _ANY_YEAR
    if read_date(wording, year):
        return True
    return bool(_NUMERIC.search(wording)) and read_date(wording, year, order="day_first") is not None


@lru_cache(maxsize=8192)
def _read(text: str, year: str | None, order: Order | None) -> str | None:
    if not has_sign_of_date(text):
        return None
    text = _UNDATED.sub("", _without_brackets(text))
    edtf_text = (
        _plain(text, year, order) or _qualified_date(text, year, order) or _open_ended(text, year, order)
    )
    return edtf_text if edtf_text and bounds(edtf_text) else None


def _without_brackets(text: str) -> str:
    """Return a wording without brackets around the whole of it, or one that a line break has parted from its pair."""
    if text[0] + text[-1] in _BRACKETS and not set("".join(_BRACKETS)) & set(text[1:-1]):
        return text[1:-1].strip(" .,")
    return text[1:] if text.startswith("[") and "]" not in text else text


def _plain(text: str, year: str | None, order: Order | None) -> str | None:
    """Read a date that nothing qualifies; only a whole day has a time of day or a day of the week beside it."""
    edtf_text = _bare(text, year, order)
    if edtf_text:
        return edtf_text
    rest = without_weekday(without_time(without_weekday(_WORDS_BEFORE.sub("", text))))
    edtf_text = _bare(rest, year, order) if rest != text else None
    return edtf_text if edtf_text and _DAY.match(edtf_text) else None


def _bare(text: str, year: str | None, order: Order | None) -> str | None:
    """Read a date, whatever preposition, sign of a year or blank of a form stands beside it."""
    words = _BLANK_DAY.sub("", _WORDS_BEFORE.sub("", text))
    words = words if words[-1:].isdigit() else _YEAR_SIGN_BEHIND.sub("", words)
    words = _DAY_IN_WORDS.sub(lambda match: str(ORDINALS[in_small_letters(match[1])]), words)
    return read_day(words, year, order=order) or read_wide_date(words) or _span(words, year, order)


def _span(text: str, year: str | None, order: Order | None) -> str | None:
    """Read a span that opens with a preposition, or one of two dates of any width."""
    opener = _SPAN_OPENER.match(text)
    if opener:
        edtf_text = _plain(text[opener.end() :], year, order)
        return edtf_text if edtf_text and "/" in edtf_text else None
    parts = _SPAN.split(text)
    if len(parts) != 2:
        return None
    ends = [read_wide_date(part) or read_day(part, year, order=order) for part in parts]
    is_span = all(end and "/" not in end for end in ends) and ends[0] != ends[1]
    return f"{ends[0]}/{ends[1]}" if is_span else None


def _qualified_date(text: str, year: str | None, order: Order | None) -> str | None:
    """Read an approximate date, an uncertain one, or one that is both: "ca. 1961?"."""
    doubt = _DOUBT_BEHIND.match(text) or _DOUBT_BEFORE.match(text)
    rest = doubt["rest"] if doubt else text
    circa = _CIRCA.match(rest)
    if not doubt and not circa:
        return None
    edtf_text = _plain(circa["rest"] if circa else rest, year, order)
    sign = ("%" if doubt else "~") if circa else "?"
    return f"{edtf_text}{sign}" if edtf_text and _ONE.fullmatch(edtf_text) else None


def _open_ended(text: str, year: str | None, order: Order | None) -> str | None:
    match = _OPEN_ENDED.match(text) or _ONWARDS.match(text)
    day = _plain(match["rest"], year, order) if match else None
    if match is None or day is None or "/" in day:
        return None
    is_open_at_end = match.re is _ONWARDS or in_small_letters(match["side"]) in _OPEN_AT_END
    return f"{day}/.." if is_open_at_end else f"../{day}"
