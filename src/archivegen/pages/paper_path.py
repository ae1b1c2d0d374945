"""The path of a paper, from the talk it records to whoever received a copy, as its dates, numbers and copies tell it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from archivegen.pages.document_parts import PathStep
from archivegen.pages.messages import Messages
from archivegen.records.dates import UNDATED, bounds, year_of
from archivegen.records.record import Record
from archivegen.records.values import CERTAINTIES, Certainty, CopyValue, DateValue, Registration

# What happens to a paper, in the order in which it usually does; the copies go out last.
_STAGES = (
    "event",
    "entry",
    "created",
    "signed",
    "letterhead",
    "printed",
    "sent",
    "received",
    "registered",
    "copies",
)
# A number is given when something happens to the paper: the type of the date on which it is given.
_TYPE_OF_KIND = {
    "letterhead": "letterhead",
    "printing": "printed",
    "outgoing": "sent",
    "incoming": "received",
}
_PLAIN = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?:/\d{4}-\d\d(?:-\d\d)?)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# A long list of receivers stands in the panel, whole.
_MOST_RECEIVERS = 8


class _Event(NamedTuple):
    """Something that happened to a paper; `date` is EDTF, "" where it is not known."""

    type: str
    date: str
    words: str
    certainty: Certainty


def paper_path(say: Messages, record: Record) -> tuple[PathStep, ...]:
    """Return the steps of a paper in the order of time, those without a date where a paper’s life puts them; none where
    the record knows fewer than two.
    """
    steps: list[PathStep] = []
    shown_year = ""
    for date, events in _grouped(_in_order([*_numbers(say, record), *_dates(say, record)])):
        year = _one_year(date)
        words = say.date(date) if date else ""
        steps.append(
            PathStep(
                date=words.removesuffix(f" {year}") if year and year == shown_year else words,
                day=date if _DAY.fullmatch(date) else "",
                words="; ".join(dict.fromkeys(event.words for event in events)),
                certainty=_doubt(say, events),
            )
        )
        shown_year = year if date else shown_year
    copies = _copies(say, record.values_of("copies", CopyValue))
    if copies:
        steps.append(PathStep("", "", copies, ""))
    return tuple(steps) if len(steps) > 1 else ()


def _in_order(events: list[_Event]) -> list[_Event]:
    """Return events by date; one without a date follows the last that usually comes before it, but parts no day."""
    ordered = sorted((event for event in events if event.date), key=_in_time)
    for event in sorted((event for event in events if not event.date), key=_stage):
        place = max((n for n, other in enumerate(ordered, 1) if _stage(other) <= _stage(event)), default=0)
        while 0 < place < len(ordered) and ordered[place - 1].date == ordered[place].date != "":
            place -= 1
        ordered.insert(place, event)
    return ordered


def _stage(event: _Event) -> int:
    return _STAGES.index(event.type)


def _in_time(event: _Event) -> tuple[tuple[tuple[int, str], ...], int]:
    return (bounds(event.date) or UNDATED).in_time, _stage(event)


def _grouped(events: list[_Event]) -> Iterator[tuple[str, list[_Event]]]:
    """Yield what happened at one date, or is of one kind and has none, with the date."""
    for (date, _), group in groupby(events, key=lambda event: (event.date, "" if event.date else event.type)):
        yield date, list(group)


def _one_year(date: str) -> str:
    """Return the year of a plain date below the year, or of a span inside one year; "" for any other date."""
    span = bounds(date) if _PLAIN.fullmatch(date) else None
    return year_of(span[0]) if span and year_of(span[0]) == year_of(span[1]) else ""


def _doubt(say: Messages, events: list[_Event]) -> str:
    """Return that a step is uncertain; what is probable is marked in the panel, where each value says why."""
    is_uncertain = any(event.certainty == "uncertain" for event in events)
    return say("certainty.uncertain") if is_uncertain else ""


def _numbers(say: Messages, record: Record) -> Iterator[_Event]:
    for number in record.values_of("registrations", Registration):
        happened = _TYPE_OF_KIND.get(number.kind, "registered")
        key = "path.numbered" if happened == "letterhead" else f"path.{happened}"
        words = say(f"{key}_by", office=number.office) if number.office else say(key)
        numbered = say("path.with_number", step=words, number=number.value)
        yield _Event(happened, number.date or "", numbered, number.certainty)


def _dates(say: Messages, record: Record) -> Iterator[_Event]:
    """Yield what the dates say that no number says already, each thing once."""
    numbered = {(event.type, event.date) for event in _numbers(say, record)}
    dates = [date for date in record.values_of("dates", DateValue) if date.type in _STAGES]
    written = {date.value for date in dates if date.type == "created"}
    entries = [date for date in dates if date.type == "entry"]
    if len(entries) > 1 and all(_DAY.fullmatch(date.value) for date in entries):
        days = sorted(date.value for date in entries)
        span = f"{days[0]}/{days[-1]}" if days[0] != days[-1] else days[0]
        yield _Event("entry", span, say("path.entries"), max(entries, key=_how_unsure).certainty)
        dates = [date for date in dates if date.type != "entry"]
    has_principal = any(date.principal and date.type == "created" for date in dates)
    for date in dates:
        is_other_reading = date.type == "created" and has_principal and not date.principal
        is_told = (date.type, date.value) in numbered or (date.type == "letterhead" and date.value in written)
        if not (is_other_reading or is_told):
            yield _Event(date.type, date.value, say(f"path.{date.type}"), date.certainty)


def _how_unsure(date: DateValue) -> int:
    return CERTAINTIES.index(date.certainty)


def _copies(say: Messages, copies: tuple[CopyValue, ...]) -> str:
    """Return which copy this is of how many and to whom they went; where the paper has two lists of copies, nobody knows
    which of them is about this one.
    """
    own = [copy.value for copy in copies if copy.type == "this_copy"]
    totals = {copy.value for copy in copies if copy.type == "total"}
    gone = [copy for copy in copies if copy.type == "distribution"]
    number = re.sub(r"^\D+(?=\d)", "", own[0]) if len(own) == 1 else ""
    total = next(iter(totals)) if len(totals) == 1 else ""
    parts = [_which_copy(say, number, total)]
    counted = Counter(copy.copy for copy in gone)
    receiver = next((copy for copy in gone if number and copy.copy == number and counted[number] == 1), None)
    if receiver:
        key = "path.copy_disposed" if receiver.disposition else "path.copy_to"
        parts = [say(key, copy=parts[0], receiver=receiver.value)]
    names = [copy.value for copy in gone if copy is not receiver and not copy.disposition]
    left = len(names) - _MOST_RECEIVERS
    if left > 1:
        names = [*names[:_MOST_RECEIVERS], say("path.more", count=left)]
    listed = ", ".join(dict.fromkeys(names))
    if listed and parts[0] and not number:
        parts = [say("path.copy_to", copy=parts[0], receiver=listed)]
    elif listed:
        parts.append(say("path.others_to" if receiver else "path.copies_to", receivers=listed))
    parts += [copy.value for copy in gone if copy is not receiver and copy.disposition]
    return "; ".join(dict.fromkeys(part for part in parts if part))


def _which_copy(say: Messages, number: str, total: str) -> str:
    if number.isdecimal() and total.isdecimal() and int(number) <= int(total):
        return say("path.copy_of", number=number, total=total)
    if number:
        return say("path.copy", number=number)
    return say("path.copies", count=int(total)) if total.isdecimal() else ""
