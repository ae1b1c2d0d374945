"""What the parts of one date mean: the day and month that its numbers and words name, and the century of its year."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from archivegen.seeds.date_forms import EAST_ASIAN, MONTH_DAY_YEAR, forms_at
from archivegen.seeds.months import (
    NOT_AFTER_A_STOP,
    ROMAN_MONTHS,
    han_number,
    is_english_month,
    may_be_another_word,
    month_number,
)

Order = Literal["day_first", "month_first"]
ORDERS: tuple[Order, Order] = ("day_first", "month_first")


class Context(NamedTuple):
    """What else decides how a wording is read.

    `year` is that of the document, `order` that of day and month in its numeric dates. `alone` says that the wording
    has nothing beside it, so that forms can be read which mean something else within a sentence.
    """

    year: int | None = None
    order: Order | None = None
    alone: bool = False


def context_of(year: str | None, order: Order | None, *, alone: bool = False) -> Context:
    """Return what decides a reading; a year that is not exactly one year decides nothing."""
    is_one = year is not None and len(year) == 4 and year.isascii() and year.isdigit()
    return Context(int(year) if year and is_one else None, order, alone)


class Piece(NamedTuple):
    """One date as far as its wording goes: where it ends, the parts it has, and whether the editors doubt it."""

    end: int
    year: int | None
    month: int | None
    day: int | None
    is_doubtful: bool = False


_SPACED = len(" / ")
# A two-digit year this far from that of the document could be of either century.
_NEAR = 20
_FIRST_YEAR, _LAST_YEAR = 1000, 2099
_NEXT_WORD = re.compile(r"\s{1,20}\[?([^\W\d_]{3,12})")
_BEFORE_A_DAY = re.compile(r"\b(?:on|of|from|since|until|till|before|after|by|dated)\s\Z", re.IGNORECASE)


def piece_at(text: str, start: int, context: Context) -> Piece | None:
    """Return the date, or the month, that begins at a place of a text, or None."""
    if start >= len(text):
        return None
    for form in forms_at(text, start, alone=context.alone):
        match = form.match(text, start)
        if match and (piece := _understood(match, context)):
            return piece
    return None


def _understood(match: re.Match[str], context: Context) -> Piece | None:
    """Return the parts a match names; None where they name no month, or nothing decides between two meanings."""
    parts = match.groupdict()
    year = _year(parts, context)
    if parts.get("first"):
        if parts["short_year"] and parts["gap"] == "-" and not context.alone:
            return None
        month, day = _in_order(int(parts["first"] or 0), int(parts["second"] or 0), context.order)
    else:
        month, day = _month(match, parts, context), han_number(parts["day"]) if parts.get("day") else None
    has_unknown_year = year is None and (parts.get("year") or parts.get("short_year"))
    if has_unknown_year or (month is None and not (context.alone and match.re is EAST_ASIAN)):
        return None
    return Piece(match.end(), year, month, day, "?" in match.group())


def _year(parts: dict[str, str | None], context: Context) -> int | None:
    if wording := parts.get("year"):
        year = han_number(re.sub(r"[\[\]?]", "", wording))
        return year if _FIRST_YEAR <= year <= _LAST_YEAR else None
    if short_year := parts.get("short_year"):
        return full_year(int(short_year), context.year)
    return None


def full_year(last_two_digits: int, near: int | None) -> int | None:
    """Return the year with these last two digits, in the century that a year close to it decides, or None."""
    if near is None:
        return None
    years = [century * 100 + last_two_digits for century in range(near // 100 - 1, near // 100 + 2)]
    return next((year for year in years if abs(year - near) <= _NEAR), None)


def _month(match: re.Match[str], parts: dict[str, str | None], context: Context) -> int | None:
    if figure := parts.get("figure"):
        return han_number(figure)
    if parts.get("roman"):
        return _roman_month(match, parts, context)
    word = parts.get("month") or ""
    number = month_number(word)
    if number is None or (parts.get("stop") and word.rstrip(".").casefold() == NOT_AFTER_A_STOP):
        return None
    is_whole = bool(parts.get("day") and parts.get("year"))
    if not (is_whole or context.alone) and may_be_another_word(word):
        return None
    if match.re is not MONTH_DAY_YEAR:
        return number
    follows = None if parts["year"] else _NEXT_WORD.match(match.string, match.end())
    is_next_months_day = bool(follows and month_number(follows[1]))
    return number if is_english_month(word) and not is_next_months_day else None


def _roman_month(match: re.Match[str], parts: dict[str, str | None], context: Context) -> int | None:
    """Read a month in Roman numerals; without a year they may be letters or other numbers within a sentence."""
    numeral = (parts["roman"] or "").replace("Х", "X")
    is_spaced_off = match.string[match.start("roman") - 1].isspace()
    has_year = parts.get("year") or parts["short_year"]
    gaps = match.group().split(parts["roman"] or "")
    is_even = gaps[0][-_SPACED:] == gaps[1][:_SPACED]  # "5 / VIII / 1919"
    if has_year and gaps[0][-1].isspace() and ("/" in gaps[1] or "-" in gaps[1]) and not is_even:
        return None
    if (numeral.islower() and is_spaced_off) or not (
        has_year or context.alone or _is_dated_so(match, numeral)
    ):
        return None
    return ROMAN_MONTHS.get(numeral.upper())


def _is_dated_so(match: re.Match[str], numeral: str) -> bool:
    """Say whether "on 10 XI" stands in a sentence. One letter may be a word or a unit, as in "On 5 I called"."""
    start = match.start()
    before = _BEFORE_A_DAY.search(match.string, max(0, start - 10), start)
    return before is not None and (len(numeral) > 1 or numeral == "X")


def _in_order(first: int, second: int, order: Order | None) -> tuple[int | None, int | None]:
    """Return month and day of two numbers: one cannot be a month, both are equal, or the order is known."""
    day_first, month_first = (second, first), (first, second)
    if first == second or first > 12 or (second <= 12 and order == "day_first"):
        return day_first
    if second > 12 or order == "month_first":
        return month_first
    return None, None
