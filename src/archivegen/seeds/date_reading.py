"""The days of a text, read strictly into EDTF: day and month are told apart only where something decides it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archivegen.seeds.date_pieces import Context, Order, context_of
from archivegen.seeds.date_places import FIGURES, places_of
from archivegen.seeds.date_spans import Reading, date_or_span_at
from archivegen.seeds.months import HAN_DIGITS
from archivegen.seeds.spelt_dates import spelt_dates

# What stands directly beside a date and makes both a part of something else.
_JOINED_BEFORE = re.compile(r"[\w./-]\Z|\d[,–—]\Z")
_JOINED_BEHIND = re.compile(
    r"\w|-|/(?!\d{1,2}[:.]\d\d)|[–—:]\d|,\d{3}(?!\d)|(?<!\d{4})\.\d|\s?\(?O\.\s?S\.|\s\(?[Oo]ld [Ss]tyle"
)
_EAST_ASIAN_SIGNS = "年년月월日号號일"


class FoundDate(NamedTuple):
    """A date in a text: where it stands, its wording, and what it means in EDTF."""

    start: int
    end: int
    wording: str
    edtf: str


def read_day(wording: str, year: str | None = None, *, order: Order | None = None) -> str | None:
    """Return the EDTF of a wording that is a day, a month or a span of days and nothing else, or None.

    `year` completes a day and month without one and decides the century of a year with two digits; `order` is that of
    day and month in numeric dates where the wording does not tell it.
    """
    if not FIGURES.search(wording):
        return None
    read = _date_at(wording, 0, context_of(year, order, alone=True))
    return read.edtf if read and not wording[read.end :].strip(" .,]") else None


def find_dates(text: str, year: str | None = None, *, order: Order | None = None) -> Iterator[FoundDate]:
    """Yield the dates of a text in their order; one that names an impossible day is passed over.

    `year` completes a day and month without one; without it they are passed over too. `order` is as for `read_day`.
    """
    spelt = list(spelt_dates(text))
    if spelt:
        in_figures = _in_figures(text, year, order)
        apart = (
            found
            for found in in_figures
            if all(found.end <= day.start or found.start >= day.end for day in spelt)
        )
        in_words = (FoundDate(day.start, day.end, text[day.start : day.end], day.edtf) for day in spelt)
        yield from sorted((*apart, *in_words))
    else:
        yield from _in_figures(text, year, order)


def _in_figures(text: str, year: str | None, order: Order | None) -> Iterator[FoundDate]:
    context = context_of(year, order)
    past = 0
    for figures in FIGURES.finditer(text):
        if figures.start() < past:
            continue
        for start in places_of(text, figures, past):
            read = _date_at(text, start, context)
            if read:
                past = read.end
                if read.edtf:
                    yield FoundDate(start, past, text[start:past], read.edtf)
                break


def _date_at(text: str, start: int, context: Context) -> Reading | None:
    """Return what was read at a place; None where no date begins there, or what stands there is part of more."""
    if text[start] not in HAN_DIGITS and _JOINED_BEFORE.search(text, max(0, start - 2), start):
        return None
    read = date_or_span_at(text, start, context)
    if read is None:
        return None
    end = _end_of_words(text, start, read.end)
    is_closed = text[end - 1] in _EAST_ASIAN_SIGNS
    is_part = not is_closed and _JOINED_BEHIND.match(text, end)
    is_balanced = text.count("[", start, end) == text.count("]", start, end)
    return Reading(end, read.edtf) if is_balanced and not is_part else None


def _end_of_words(text: str, start: int, end: int) -> int:
    """Return the end of a date without the full stop of its sentence and the bracket of the words around it."""
    while text[end - 1] == "." or (
        text[end - 1] == "]" and text.count("[", start, end) < text.count("]", start, end)
    ):
        end -= 1
    return end
