"""Dates in EDTF as a reader would write them."""

from __future__ import annotations

import re

from archivegen.records.date_words import MONTHS, DateWords, english

_ONE = re.compile(
    r"(?!-0000)(?P<sign>-?)(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4](?!-))(?:-(?P<day>\d\d))?)?(?P<doubt>[?~%]?)",
    re.ASCII,
)
_FIRST_PLAIN_YEAR = 1000
_NOWHERE = ("", "..")


def worded(edtf_text: str, say: DateWords = english) -> str:
    """Return the date as a reader would write it: `22 May 1957`, `6–29 May 1957`, `about 1963`, `spring 1961`; `say` gives the
    words of another language.

    What has no such wording is returned as it is.
    """
    ends = edtf_text.split("/")
    matches = [_ONE.fullmatch(end) for end in ends]
    if len(ends) == 2 and (ends[0] in _NOWHERE or ends[1] in _NOWHERE):
        before, match = ("until", matches[1]) if ends[0] in _NOWHERE else ("from", matches[0])
        return say(f"date.{before}", date=_worded_one(match, say)) if match else edtf_text
    first, last = matches[0], matches[-1]
    if len(ends) > 2 or first is None or last is None:
        return edtf_text
    return _worded_span(first, last, say) if len(ends) == 2 else _worded_one(first, say)


def _worded_one(match: re.Match[str], say: DateWords) -> str:
    words = _worded_year(match["sign"], match["year"], say)
    if match["month"] and not _month(match, say):
        words = say("date.season", season=say(f"season.{match['month']}"), year=words)
    elif match["day"]:
        words = say("date.day", day=int(match["day"]), month=_month(match, say), year=words)
    elif match["month"]:
        words = say("date.month", month=_month(match, say), year=words)
    if match["doubt"] in ("?", "%"):
        words = say("date.doubtful", date=words)
    if match["doubt"] in ("~", "%"):
        words = say("date.about_the" if "X" in match["year"] else "date.about", date=words)
    return words


def _month(match: re.Match[str], say: DateWords) -> str | None:
    month = int(match["month"] or 0)
    return say(f"month.{month}") if 1 <= month <= len(MONTHS) else None


def _worded_year(sign: str, year: str, say: DateWords) -> str:
    if year.endswith("XX"):
        words = say("date.century", rank=int(year[:2]) + 1)
    elif year.endswith("X"):
        words = say("date.decade", year=f"{int(year[:3])}0")
    elif sign or int(year) == 0:
        return say("date.before_the_era", year=int(year) + 1)
    else:
        words = year if int(year) >= _FIRST_PLAIN_YEAR else say("date.early_year", year=int(year))
    return say("date.before_the_era", year=words) if sign else words


def _worded_span(first: re.Match[str], last: re.Match[str], say: DateWords) -> str:
    """Word a span and name the year once, and the month, where both ends have the same."""
    end = _worded_one(last, say)
    month = _month(first, say)
    is_plain = not (first["doubt"] or last["doubt"]) and first["sign"] == last["sign"]
    if is_plain and month and _month(last, say) and first["year"] == last["year"]:
        if first["day"] and last["day"] and first["month"] == last["month"]:
            year = _worded_year(last["sign"], last["year"], say)
            return say("date.days", first=int(first["day"]), last=int(last["day"]), month=month, year=year)
        if bool(first["day"]) == bool(last["day"]):
            if first["day"]:
                return say("date.day_to", day=int(first["day"]), month=month, end=end)
            return say("date.month_to", month=month, end=end)
    return say("date.span", first=_worded_one(first, say), end=end)
