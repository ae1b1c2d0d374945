"""The letterhead: issuing body, classification, number, copy number and date, from the lines above the text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from archivegen.records.values import (
    Certainty,
    Classification,
    CopyValue,
    DateValue,
    LineRange,
    Lines,
    Value,
)
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_lines import read_head_lines
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.markings import read_marks
from archivegen.seeds.readers.head_numbers import (
    DATES_OF,
    direction_of,
    number_above,
    number_of,
    registration_of,
)
from archivegen.seeds.readers.letterhead_bodies import (
    body_named_so,
    is_name_of_body,
    is_of_state,
    is_office_that_writes,
    whole_body,
)
from archivegen.seeds.routing_marks import read_routing_mark
from archivegen.seeds.stamped_lines import loose_stamps, without_loose_stamps

_TELEGRAPHS_CENTURY = "1950"


def read_letterhead(draft: Draft) -> Iterator[Found]:
    """Yield what the letterhead states, and that of an enclosure below the text."""
    beside_stamps = {number for rows in loose_stamps(draft.paper.head) for number, _ in rows}
    yield from _read_lines(draft, without_loose_stamps(draft.paper.head), beside_stamps)
    end = draft.paper.text.first if draft.paper.text else 0
    for block in draft.blocks_of("letterhead"):
        if block.lines.first > end > 0:
            rows = enumerate(block.text.split("\n"), block.lines.first)
            yield from _read_lines(draft, read_head_lines(rows))


def _read_lines(
    draft: Draft, head: list[HeadLine], beside_stamps: Container[int] = frozenset()
) -> Iterator[Found]:
    """Yield what lines state; a marking on one that a stamp ran into may be the stamp's."""
    has_body = False
    lines = [line for line in head if not line.is_labelled]
    for position, line in enumerate(lines):
        marks = read_marks(line.text)
        here = (LineRange(line.number, line.number),)
        for mark in marks.secrecy if line.kind != "heading" else ():
            marking = classification_of(mark.words, "letterhead", here)
            is_sure = line.number not in beside_stamps
            yield Found("classification", marking if is_sure else replace(marking, certainty="probable"))
        for mark in marks.haste if line.kind != "heading" else ():
            yield Found("urgency", Value(value=mark.words, rule="letterhead", lines=here))
        if marks.copy_number:
            yield Found(
                "copies", CopyValue(value=marks.copy_number, rule="letterhead", lines=here, type="this_copy")
            )
        if total := "1" if marks.is_only_copy else marks.copies_in_all:
            yield Found("copies", CopyValue(value=total, rule="letterhead", lines=here, type="total"))
        if (
            not has_body
            and (
                is_name_of_body(marks.rest)
                if line.kind == "letterhead"
                else is_office_that_writes(line, position)
            )
            and not is_of_state(lines, position)
        ):
            has_body = True
            name, last = whole_body(marks.rest, lines, position)
            yield Found(
                "issuing_body", body_named_so(name, draft.running_text, (LineRange(line.number, last),))
            )
        number = number_of(line, marks.number)
        if number:
            yield Found("registrations", registration_of(draft, lines, position, number))
        if line.kind == "letterhead":
            yield from _date(draft, lines, position)


def _date(draft: Draft, lines: list[HeadLine], position: int) -> Iterator[Found]:
    """Yield the date of a line of the letterhead; beside a number below the heading it is the document's own, and beside
    the number of an incoming or outgoing paper the day on which it came or went.
    """
    line = lines[position]
    has_number = read_marks(line.text).number is not None
    wording = read_marks(line.text).rest if has_number else line.text
    routing = routing_dates(draft, line.text, line.number)
    if routing:
        yield from routing
        return
    place, date = draft.placed_date(wording.strip())
    if date:
        is_own = has_number and any(other.kind == "heading" for other in lines[:position])
        what, rule = ("created", "dateline") if is_own else ("letterhead", "letterhead")
        of_number = line if has_number else number_above(lines, position)
        what = DATES_OF.get(direction_of(of_number.text), what) if of_number else what
        yield Found("dates", dated(date, wording, what, rule, line.number))
    if place:
        here = (LineRange(line.number, line.number),)
        yield Found("place_of_creation", Value(value=place, rule="dateline_place", lines=here))


def routing_dates(draft: Draft, wording: str, number: int) -> list[Found]:
    """Return the days on which a telegram was sent and received, where a wording is its routing mark.

    Where no date of the paper decides the century it is taken for the twentieth, which is probable.
    """
    mark = read_routing_mark(wording, draft.year or _TELEGRAPHS_CENTURY)
    if mark is None:
        return []
    certainty: Certainty = "certain" if draft.year else "probable"
    days = ((mark.sent, "sent"), (mark.received, "received"))
    return [
        Found("dates", replace(dated(day, wording, what, "routing_mark", number), certainty=certainty))
        for day, what in days
    ]


def classification_of(words: str, place: str, lines: Lines) -> Classification:
    """Return a marking on the paper; one that the editors doubt is only probable."""
    value = marking_in_words(words)
    return Classification(
        value=value,
        as_written=words if words != value else None,
        rule=place,
        place=place,
        lines=lines,
        certainty="probable" if "[[" in words else "certain",
    )


def marking_in_words(marking: str) -> str:
    """Return a marking without the editors' brackets around doubtful words, white space folded."""
    return " ".join(re.sub(r"\[\[|\]\]", "", marking).split())


def dated(edtf: str, wording: str, date_type: str, rule: str, line: int, **parts: str) -> Value:
    """Return a date of the source itself, on one line; its status is `stated` unless said otherwise."""
    wording = wording.strip()
    return DateValue(
        value=edtf,
        type=date_type,
        rule=rule,
        as_written=wording if wording != edtf else None,
        lines=(LineRange(line, line),),
        **parts,  # type: ignore[arg-type]  # the callers give `status` and `certainty` only
    )
