"""The places of a text where a date may begin, found cheaply: every date has figures, most figures are no date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.seeds.date_spans import JOINING_WORDS, SPAN_OF_MONTHS
from archivegen.seeds.months import HAN_DIGITS, ORDINALS, ROMAN_MONTHS, month_number

# One set of signs stands first, so that all others are passed over quickly.
FIGURES = re.compile(rf"[\d{HAN_DIGITS}](?:(?<=\d)\d*|(?<=[{HAN_DIGITS}])[{HAN_DIGITS}]{{3}}(?=年))")
_MOST_FIGURES = 4
_YEARS_FIGURES = 4
_SIGNS_BEFORE_FIGURES = '[“"«„'
# How far before the figures their month is looked for, and a day before that month.
_MONTH_WINDOW = 24
_DAY_WINDOW = 50
_LAST_WORD = re.compile(r"[^\W\d_]+\.?\Z")
_NEXT_WORD = re.compile(r"(?i:\s?(?:st|nd|rd|th)\b|(?:er|d)\b|-?г?о\b|\.?[º°ª])?\W{0,24}(\w{1,12})")
# What may stand between a day and its month.
_WORDS_WITHIN = frozenset([*JOINING_WORDS, "of", "day", "de", "di", "tháng"])
# "31 June 1957", "the third of May 1961": a month and year behind a day that was not read are no date of their own.
_ENDS_WITH_DAY = re.compile(
    rf"(?:\d(?i:\s?(?:st|nd|rd|th))?[”\"]?\.?|\b(?i:{'|'.join(ORDINALS)}))\s{{1,20}}(?i:day\s)?(?i:of\s)?\[?\Z"
)


def places_of(text: str, figures: re.Match[str], past: int) -> Iterator[int]:
    """Yield where a date with these figures may begin: at its month, a bracket or sign, or the figures themselves.

    Nothing before `past` is looked at.
    """
    start, end = figures.span()
    if end - start > _MOST_FIGURES:
        return
    month = _month_before(text, start, past)
    is_year = end - start == _YEARS_FIGURES
    if month is not None and not (is_year and _is_behind_a_day(text, month)):
        span = SPAN_OF_MONTHS.search(text, max(past, month - _MONTH_WINDOW), month)
        if span and month_number(span["month"]):
            yield span.start()
        if month > past and text[month - 1] == "[":
            yield month - 1
        yield month
    if _may_go_on(text, end):
        if start > past and text[start - 1] in _SIGNS_BEFORE_FIGURES:
            yield start - 1
        yield start


def _month_before(text: str, figures: int, past: int) -> int | None:
    """Return where the month stands that is the last word before some figures, or None."""
    window = max(past, figures - _MONTH_WINDOW)
    before = text[window:figures].rstrip(' \t\n\xa0,[“"«„').split()[-1:]
    word = _LAST_WORD.search(before[0]) if before else None
    return text.rindex(word.group(), window, figures) if word and month_number(word.group()) else None


def _is_behind_a_day(text: str, start: int) -> bool:
    return bool(_ENDS_WITH_DAY.search(text, max(0, start - _DAY_WINDOW), start))


def _may_go_on(text: str, end: int) -> bool:
    """Say whether what stands behind some figures may be more of a date: figures, a month, a word between them."""
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return False
    word = match[1]
    return (
        word[0].isdigit()
        or word[0] in "年년"
        or word.casefold() in _WORDS_WITHIN
        or month_number(word) is not None
        or word.upper().replace("Х", "X") in ROMAN_MONTHS
    )
