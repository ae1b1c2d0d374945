"""Datelines: the date that stands alone above the text, and those of the entries of a journal; and the place alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import DateValue, LineRange, Value
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import JOURNAL, headings
from archivegen.seeds.newspapers import is_newspaper
from archivegen.seeds.placed_dates import place_of, read_placed_date
from archivegen.seeds.readers.heading import FROM_A_JOURNAL
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.stamped_lines import loose_stamps

# How much of the text may say on which day the meeting was.
_OPENING = 200
_MEETING = re.compile(r"\b(?:conversation|talk|meeting|minutes)\b", re.IGNORECASE)

_RECEIVED = re.compile(r"\(Rec(?:eived|[’']d)\s(?P<day>[^()]{3,40}?)\.?\)")


def read_datelines(draft: Draft) -> Iterator[Found]:
    """Yield the date that stands alone above the text: the entry's own date where a journal covers a period, and the day
    of the meeting where the record of it has another date in its letterhead.
    """
    head = {line.number for line in draft.paper.head}
    # Beside the letterhead a dateline is but a part of its line.
    apart = {line.number: line.text.strip() for line in draft.paper.head if line.kind == "dateline"}
    last = draft.paper.text.last if draft.paper.text else 0
    is_journal = _is_journal(draft)
    stamped = {number for rows in loose_stamps(draft.paper.head) for number, _ in rows}
    for block in draft.blocks_of("dateline"):
        is_entry = is_journal and block.lines.first <= last
        if (block.lines.first not in head and not is_entry) or block.lines.first in stamped:
            continue
        number = block.lines.last
        wording = apart.get(number) or block.text.split("\n")[-1].strip()
        dates = (
            read_placed_date(wording, year, order=draft.paper.order) for year in _years_to_try(draft, wording)
        )
        place, edtf = next((found for found in dates if found[1]), (None, None))
        place = place or (_place_above(draft, number, wording) if edtf else None)
        if edtf and is_journal and _stands_in_letterhead(draft, block.lines.first):
            yield Found("dates", dated(edtf, wording, "letterhead", "letterhead", number))
        elif edtf and is_journal:
            yield Found("dates", dated(edtf, wording, "entry", "entry_dateline", number, status="derived"))
        elif edtf and _is_of_the_meeting(draft, block.lines.first, edtf):
            yield Found(
                "dates", dated(edtf, wording, "event", "dateline_of_meeting", number, status="derived")
            )
        elif edtf:
            # Right below the name of an office a date may be that of the letterhead.
            certainty = (
                "probable" if place is None and _touches_letterhead(draft, block.lines.first) else "certain"
            )
            yield Found("dates", dated(edtf, wording, "created", "dateline", number, certainty=certainty))
            yield from _received(wording, edtf, number)
            yield from _received_below(draft, edtf, number)
        if place := place or (None if edtf else place_of(wording)):
            yield _written_at(place, number)


def _written_at(place: str, number: int) -> Found:
    """Return what stands before a day: where the paper was written, or the newspaper that it was printed in."""
    here = (LineRange(number, number),)
    if is_newspaper(place):
        return Found("published_in", Value(value=place, rule="newspaper_line", lines=here))
    return Found("place_of_creation", Value(value=place, rule="dateline_place", lines=here))


def _place_above(draft: Draft, number: int, wording: str) -> str | None:
    """Return the place of a dateline that goes on over lines: `British Vice-Consulate, Mossamedes,` above the day."""
    above = draft.source.lines[number - 2].strip() if number > 1 else ""
    is_head = above.endswith(",") and any(line.number == number - 1 for line in draft.paper.head)
    return read_placed_date(f"{above} {wording}", draft.year)[0] if is_head else None


def _received(wording: str, written: str, number: int) -> Iterator[Found]:
    """Yield the day on which the paper came in, behind that on which it was written: `(Received October 23.)`."""
    match = _RECEIVED.search(wording)
    day = next(find_dates(match["day"], written[:4]), None) if match else None
    if match and day and day.edtf >= written:
        yield Found("dates", dated(day.edtf, match.group().strip("()"), "received", "dateline", number))


def _received_below(draft: Draft, written: str, number: int) -> Iterator[Found]:
    """Yield the day on which the paper came in, where the line below the dateline says nothing else."""
    below = draft.source.lines[number].strip() if number < len(draft.source.lines) else ""
    if _RECEIVED.match(below):
        yield from _received(below, written, number + 1)


def _is_journal(draft: Draft) -> bool:
    has_period = any(value.rule == "period_in_heading" for _, value in draft.found)
    title = draft.first("title")
    groups = headings(draft.paper.head)
    words = " ".join([*(line.text for group in groups for line in group), title.value if title else ""])
    is_excerpt = any(FROM_A_JOURNAL.match(lines[0].text) for lines in groups[-1:])
    return is_excerpt or (has_period and bool(JOURNAL.search(words)))


def _stands_in_letterhead(draft: Draft, line: int) -> bool:
    """Say whether a date stands above the heading of a journal, and so dates the whole of it and no entry."""
    return any(line < heading[0].number for heading in headings(draft.paper.head))


def _touches_letterhead(draft: Draft, line: int) -> bool:
    """Say whether the line above is one of the letterhead, or its place."""
    return any(
        other.number == line - 1 and other.kind in ("letterhead", "place") and not other.is_labelled
        for other in draft.paper.head
    )


def _is_of_the_meeting(draft: Draft, line: int, edtf: str) -> bool:
    """Say whether a date below the heading of a record of a meeting is its day: the letterhead has a later one."""
    above = [other for group in headings(draft.paper.head) for other in group if other.number < line]
    if not above or not _MEETING.search(" ".join(other.text for other in above)):
        return False
    dates = draft.values_of("dates", DateValue)
    opening = next((block.text[:_OPENING] for block in draft.blocks_of("paragraph")), "")
    is_earlier = any(date.type == "letterhead" and date.value > edtf for date in dates)
    return is_earlier and any(found.edtf == edtf for found in find_dates(opening, edtf[:4]))


def _years_to_try(draft: Draft, wording: str) -> list[str | None]:
    """Return the years that may complete a day and month: those of the period in which the day then falls, or else
    that of the first date.
    """
    periods = [date for date in draft.values_of("dates", DateValue) if date.type == "period_covered"]
    for period in periods:
        start, _, end = period.value.partition("/")
        for year in dict.fromkeys((start[:4], end[:4])):
            _, day = read_placed_date(wording, year)
            if day and start <= day[: len(start)] and day[: len(end)] <= end:
                return [year]
    return [None] if periods and read_placed_date(wording, None)[1] else [draft.year]
