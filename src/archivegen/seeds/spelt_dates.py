"""Days that are written in words, as oaths, deeds and treaties have them: `this third day of May, nineteen hundred and seventeen`,
`the 3d day of September, in the year of our Lord one thousand seven hundred and eighty-three`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archivegen.records.date_words import MONTHS
from archivegen.records.dates import bounds
from archivegen.seeds.months import ORDINALS, month_number
from archivegen.seeds.signs import has_any

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBERS = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
}
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_YEAR = rf"(?:{_NUMBER})(?:,?[\s-]+(?:and\s+)?(?:{_NUMBER}|hundred|thousand)\b)*"
_DAY = "|".join(re.escape(word).replace(r"\-", r"[\s-]") for word in sorted(ORDINALS, key=len, reverse=True))
_SPELT = re.compile(
    rf"\b(?P<day>{_DAY}|\d{{1,2}}(?:st|nd|rd|d|th)?)\s+(?:day\s+)?of\s+(?P<month>{'|'.join(MONTHS)})\b,?\s+"
    rf"(?:(?P<era>in\s+the\s+year(?:\s+of\s+(?:our\s+)?Lord)?|A\.\s?D\.),?\s+)?(?P<year>\d{{4}}\b|{_YEAR})",
    re.IGNORECASE,
)
# One of them stands in every such date that other rules do not read.
_SIGNS = ("hundred", "thousand", "the year", "day of", "A.D.", "A. D.")
_BEFORE = ("", "the ", "this ", "on the ", "on this ")
_LAST_YEAR = 2099


class SpeltDate(NamedTuple):
    """A day in words: where it begins and ends, and the day in EDTF."""

    start: int
    end: int
    edtf: str


def spelt_dates(text: str) -> Iterator[SpeltDate]:
    """Yield the days of a text whose day or year is written in words, in their order."""
    for match in _SPELT.finditer(text) if has_any(_SIGNS, text) else ():
        day, has_year = match["day"].casefold(), match["year"].isdigit()
        figure = re.match(r"\d+", day)
        if figure and has_year and not match["era"]:
            continue  # other rules read it
        year = int(match["year"]) if has_year else _year_of(match["year"])
        number = int(figure.group()) if figure else ORDINALS["-".join(day.split())]
        edtf = f"{year:04}-{month_number(match['month']):02}-{number:02}"
        if 1000 <= year <= _LAST_YEAR and bounds(edtf):
            yield SpeltDate(match.start(), match.end(), edtf)


def read_spelt_date(wording: str) -> str | None:
    """Return the EDTF of a wording that is a day in words and nothing else, or None."""
    words = wording.strip(" .,;")
    day = next(spelt_dates(words), None)
    return day.edtf if day and day.end == len(words) and words[: day.start].casefold() in _BEFORE else None


def _year_of(words: str) -> int:
    """Return the number that words write: `nineteen hundred and seventeen`; nothing near a year where no hundreds are in them."""
    whole = part = 0
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word == "thousand":
            whole, part = whole + 1000 * part, 0
        elif word == "hundred":
            part *= 100
        else:
            part += _NUMBERS.get(word, 0)
    return whole + part
