"""The days of a text, read strictly into EDTF: day and month are told apart only where something decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.dates import bounds
from archivegen.seeds.months import MONTH_NUMBER, han_number, month_pattern

_MONTH = rf"(?P<month>(?i:{month_pattern()})\.?)"
_LAST_MONTH = _MONTH.replace("<month>", "<last_month>")
_DAY = r"[“\"«]?(?P<day>[0-3]?\d)[”\"»]?(?:\s?(?:st|nd|rd|th))?\.?"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)"
_OPEN, _CLOSE = r"\[?", r"\]?"
_TO = r"\s*(?:through|to|until|[-–—])\s*"

# Each form of a date as sources write it, the longest first. Brackets are the editors' around a supplied part.
_FORMS = tuple(
    re.compile(rf"(?<![\w./-]){pattern}(?![\w/-])")
    for pattern in (
        rf"{_DAY}\s+{_MONTH},?\s+{_YEAR}{_TO}(?P<last_day>[0-3]?\d)\.?\s+{_LAST_MONTH},?\s+(?P<last_year>1[0-9]\d\d|20\d\d)",
        rf"{_DAY}{_TO}(?P<last_day>[0-3]?\d)\.?\s+{_OPEN}{_MONTH}{_CLOSE},?\s+{_OPEN}{_YEAR}{_CLOSE}",
        rf"{_DAY}\s+{_MONTH}{_TO}(?P<last_day>[0-3]?\d)\.?\s+{_LAST_MONTH},?\s+{_YEAR}",
        rf"{_DAY}\s*(?:of\s+)?{_OPEN}{_MONTH}{_CLOSE},?\s*{_OPEN}{_YEAR}{_CLOSE}",
        rf"{_MONTH}\s+{_DAY}{_TO}{_LAST_MONTH}\s+(?P<last_day>[0-3]?\d),?\s*{_OPEN}{_YEAR}{_CLOSE}",
        rf"{_MONTH}\s+{_DAY}{_TO}(?P<last_day>[0-3]?\d),?\s*{_OPEN}{_YEAR}{_CLOSE}",
        rf"{_MONTH}\s+{_DAY},?\s*{_OPEN}{_YEAR}{_CLOSE}",
        rf"{_DAY}\s+(?:of\s+)?{_OPEN}{_MONTH}{_CLOSE}",
        rf"{_MONTH},?\s+{_OPEN}{_YEAR}{_CLOSE}",
        r"(?P<year>1[0-9]\d\d|20\d\d)-(?P<month>0\d|1[0-2])-(?P<day>[0-3]\d)",
        r"(?P<first>[0-3]?\d)\.(?P<second>[0-3]?\d)\.(?P<year>1[0-9]\d\d|20\d\d)",
        r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
        r"(?P<year>[〇○零一二三四五六七八九]{4})年(?P<month>[一二三四五六七八九十]{1,2})月(?P<day>[一二三四五六七八九十]{1,3})日",
    )
)
# Stands in the place of a date that was read, so that no shorter form reads a part of it again.
# "31 June 1957": a month and year after a day that does not exist are no date of their own.
_ENDS_WITH_DAY = re.compile(r"\d(?:st|nd|rd|th)?\.?\s+(?:of\s+)?\[?$")
_TAKEN = "\x00"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: where it stands, its wording, and what it means in EDTF."""

    start: int
    end: int
    wording: str
    edtf: str


def read_day(wording: str, year: str | None = None) -> str | None:
    """Return the EDTF of a wording that is a day, a month or a span of days and nothing else, or None.

    `year` completes a day and month without one.
    """
    for found in find_dates(wording, year):
        if found.start == 0 and wording[found.end :].strip(" .,]") == "":
            return found.edtf
    return None


def find_dates(text: str, year: str | None = None) -> Iterator[FoundDate]:
    """Yield the dates of a text in their order; one that names an impossible day is passed over.

    `year` completes a day and month without one; without it they are passed over too.
    """
    taken: list[FoundDate] = []

    def take(match: re.Match[str]) -> str:
        edtf_text = _edtf(match.groupdict(), year)
        is_part = not match.groupdict().get("day") and _ENDS_WITH_DAY.search(text, 0, match.start())
        if edtf_text is None or is_part or bounds(edtf_text) is None:
            return match.group()
        taken.append(FoundDate(match.start(), match.end(), text[match.start() : match.end()], edtf_text))
        return _TAKEN * len(match.group())

    rest = text
    for form in _FORMS:
        rest = form.sub(take, rest)
    yield from sorted(taken, key=lambda found: found.start)


def _edtf(parts: dict[str, str | None], context_year: str | None) -> str | None:
    year = parts.get("year") or context_year
    if year is None:
        return None
    year = str(han_number(year))
    if parts.get("first"):
        return _numeric(year, int(parts["first"] or 0), int(parts["second"] or 0))
    month = _month(parts["month"] or "")
    day = parts.get("day")
    if day is None:
        return f"{year}-{month:02}"
    start = f"{year}-{month:02}-{han_number(day):02}"
    last_day = parts.get("last_day")
    if last_day is None:
        return start
    last_month = _month(parts["last_month"] or "") if parts.get("last_month") else month
    end = f"{parts.get('last_year') or year}-{last_month:02}-{int(last_day):02}"
    return f"{start}/{end}" if start < end else None


def _month(wording: str) -> int:
    return MONTH_NUMBER.get(wording.rstrip(".").casefold()) or han_number(wording)


def _numeric(year: str, first: int, second: int) -> str | None:
    """Read 22.05.1957 and 05.22.1957, where only one number can be a month; 03.05.1961 stays unread."""
    if first > 12 >= second > 0:
        return f"{year}-{second:02}-{first:02}"
    if second > 12 >= first > 0:
        return f"{year}-{first:02}-{second:02}"
    return f"{year}-{first:02}-{second:02}" if first == second else None
