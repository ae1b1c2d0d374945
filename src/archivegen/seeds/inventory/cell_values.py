"""What a cell gives a field: its text, divided where the field has several values, and dates in EDTF."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivegen.records.dates import bounds, day_by_number
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.values import DateValue
from archivegen.seeds.date_pieces import Order
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.inventory.cells import Cell

_SIGNS_BETWEEN = re.compile(r"\s*[;|]\s*")
# Notes are sentences, which have semicolons of their own.
_SIGNS_BETWEEN_SENTENCES = re.compile(r"\s*\|\s*")
_OF_SENTENCES = frozenset({"notes"})
_NUMERIC = re.compile(r"(?P<a>\d{1,2})([/.-])(?P<b>\d{1,2})\2(?P<year>\d{4})")
_ISO_WITH_ZEROS = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
# The parser of EDTF takes milliseconds to find that a text is none.
_MAY_BE_EDTF = re.compile(r"(?!\d{1,2}[/.-])[\dXYESTZ?~%/.,:\[\]{} -]+")
_NUMBER_OF_DAY = re.compile(r"\d{5}")
_FIRST_DAY_NUMBERED, _LAST_DAY_NUMBERED = 10_000, 80_000
# What a spreadsheet program makes of `1-2` or `Mar 61`, and what no catalogue numbers its papers with.
_DAY_OR_MONTH = re.compile(
    r"\d{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d\d"
)


# What lists have where no date is known.
_NOT_KNOWN = frozenset(
    ("unknown", "not known", "undated", "no date", "n.d.", "n. d.", "nd", "?", "-", "–", "unbekannt", "undatiert", "ohne datum", "o. d.",
     "o.d.", "o. j.", "sans date", "s.d.", "s. d.", "sin fecha", "s.f.", "senza data", "bez data", "б/д", "б.д.", "без даты")
)  # fmt: skip


class CellFault(NamedTuple):
    """Why a cell gives nothing, or what was made of it, by the code of the problem that it is."""

    code: str
    text: str


class ReadDate(NamedTuple):
    """A date of a cell: what stands for it, how it is written, and what is to be said of it."""

    value: str = ""
    as_written: str = ""
    fault: CellFault | None = None


def fault_of(cell: Cell, target: str, part: str = "") -> CellFault | None:
    """Return why a cell cannot be taken at its word, or None; `part` is what of a value it gives."""
    if cell.kind in ("error", "digits_lost", "year_lost", "not_computed"):
        return CellFault(cell.kind, cell.text)
    is_dated = part == "until" or (target in FIELD_BY_NAME and FIELD_BY_NAME[target].kind is DateValue)
    if not is_dated and (cell.kind == "date" or _DAY_OR_MONTH.fullmatch(cell.text)):
        return CellFault("made_a_date", cell.text)
    return None


def divided(text: str, target: str) -> list[str]:
    """Return the values of a cell: several only where the field may have several."""
    field = FIELD_BY_NAME.get(target)
    if target != "redact" and (field is None or not field.repeatable):
        return [text]
    signs = _SIGNS_BETWEEN_SENTENCES if target in _OF_SENTENCES else _SIGNS_BETWEEN
    return [part for part in signs.split(text) if part]


def read_dates(
    cell: Cell, order: Order | None, day_zero: int | None, *, is_approximate: bool
) -> list[ReadDate]:
    """Return the dates of a cell; `order` is that of day and month in its column, None where nothing decides it, and
    `day_zero` what is added to the number of a day, None where numbers are none.
    """
    texts = [cell.text] if cell.kind in ("date", "number") else divided(cell.text, "dates")
    dates = [_read_date(text, order, day_zero) for text in texts]
    if not is_approximate:
        return dates
    return [
        date._replace(value=f"{date.value}~", as_written=date.as_written or date.value)
        if bounds(date.value) and bounds(f"{date.value}~")
        else date
        for date in dates
    ]


def _read_date(text: str, order: Order | None, day_zero: int | None) -> ReadDate:
    if text.casefold() in _NOT_KNOWN:
        return ReadDate(fault=CellFault("date-not-known", text))
    if _MAY_BE_EDTF.fullmatch(text) and not text.startswith("0000") and bounds(text):
        return ReadDate(text)
    with_zeros = _with_zeros(text)
    if with_zeros == "":
        return ReadDate(fault=CellFault("date-not-known", text))
    if with_zeros:
        return ReadDate(with_zeros, text)
    if day_zero is not None and (day := numbered_day(text, day_zero)):
        return ReadDate(day, text, CellFault("day-by-number", f"{text}” was read as “{day}"))
    edtf = read_date(text, order=order)
    return ReadDate(edtf, text) if edtf else ReadDate(text)


def numbered_day(text: str, day_zero: int) -> str:
    """Return the day (ISO 8601) that a text is the number of, as spreadsheet programs number days; "" where it is none."""
    is_number = _NUMBER_OF_DAY.fullmatch(text) and _FIRST_DAY_NUMBERED <= int(text) <= _LAST_DAY_NUMBERED
    return day_by_number(int(text) + day_zero) if is_number else ""


def _with_zeros(text: str) -> str | None:
    """Return the EDTF of a date that has zeros where nothing is known: `06/00/1975` is a month. "" where the year is not
    known, None for any other date: a day of an unknown month is none that anybody writes, so the other number is the month.
    """
    numeric, iso = _NUMERIC.fullmatch(text), _ISO_WITH_ZEROS.fullmatch(text)
    match = numeric or iso
    if match is None:
        return None
    first, second = (numeric["a"], numeric["b"]) if numeric else match.group("month", "day")
    if match["year"] == "0000":
        return ""
    known = [int(number) for number in (first, second) if int(number)]
    if not known:
        return match["year"]
    return (
        f"{match['year']}-{known[0]:02}"
        if len(known) == 1 and known[0] <= 12 and (numeric or int(first))
        else None
    )
