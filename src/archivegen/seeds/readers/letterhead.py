"""The letterhead: issuing body, classification, number, copy number and date, from the lines above the text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from archivegen.records.values import (
    AgentValue,
    Certainty,
    Classification,
    CopyValue,
    DateValue,
    LineRange,
    Lines,
    Value,
)
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_lines import read_head_lines
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import read_marks
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.readers.head_numbers import (
    DATES_OF,
    direction_of,
    number_above,
    number_of,
    registration_of,
)
from archivegen.seeds.routing_marks import read_routing_mark
from archivegen.seeds.stamped_lines import loose_stamps, without_loose_stamps

# "GOVERNMENT OF INDIA" above "MINISTRY OF WATERS"
_GOVERNMENT = re.compile(
    r"^\s*(?:(?:the|royal|imperial|his\s+majesty[’']s)\s+)*(?:[\w-]+\s+){0,2}government(?:\s+of\b[\w\s’'-]*)?\s*$",
    re.IGNORECASE,
)
# The heads of printed forms name no body.
_FORM_OF_AN_OFFICE = re.compile(r"\b(?:INFORMATION|RECORDS?|FORM|SHEET|NUMBER|FILE|INDEX)\b")
# "FROM THE EMBASSY IN BELGRADE": whom a telegram comes from, and no letterhead.
_SENT_BY = re.compile(r"^\s*(?:from|to|by|on|about|re|concerning|regarding)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^The\s+(?=[^\W\d_a-z])")
# In capitals at the head of a paper these are offices too; elsewhere they are words.
_OFFICE_IN_CAPITALS = re.compile(
    r"\b(?:BOARD|GROUP|CENT(?:ER|RE)|SECTION|TRUST|FUND|BANK|COURT|POLICE|TRIBUNAL|SENATE|GENERAL STAFF|CONGRESS|CABINET|MUNICIPALITY|"
    r"ADMIRALTY|RESIDENCY|CHANCERY|COLLEGE|INSPECTORATE|PROCURACY|WORKS|MILL|YARD|COLLEGIUM|REGISTRY)\b"
)
_GOES_ON = re.compile(r"^\s*(?:in|of|for|at|to|IN|OF|FOR|AT|TO)\s+(?:the\s+|THE\s+)?[^\W\d_a-z][\w\s]{2,60}$")
_BREAKS_OFF = re.compile(r"(?:[’']S|\b(?:OF|THE|AND|FOR|IN))$")
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
            and line.kind == "letterhead"
            and is_name_of_body(marks.rest)
            and not _is_of_state(lines, position)
        ):
            has_body = True
            after = lines[position + 1] if position + 1 < len(lines) else None
            rest = _rest_of_body(marks.rest, after) if after and after.number == line.number + 1 else ""
            name = f"{marks.rest} {rest}".rstrip()
            last = line.number + 1 if rest else line.number
            yield Found("issuing_body", _body(name, draft.running_text, (LineRange(line.number, last),)))
        number = number_of(line, marks.number)
        if number:
            yield Found("registrations", registration_of(draft, lines, position, number))
        if line.kind == "letterhead":
            yield from _date(draft, lines, position)


def _rest_of_body(name: str, after: HeadLine) -> str:
    """Return the words of the next line with which the name of an office goes on: `in Ghana`, or what a broken name lacks."""
    if _GOES_ON.match(after.text):
        return after.text.strip()
    rest = read_marks(after.text).rest if _BREAKS_OFF.search(name) else ""
    return rest if is_in_capitals(rest, 3) else ""


def _is_of_state(lines: list[HeadLine], position: int) -> bool:
    """Say whether a line names but the government whose office the next line names."""
    line, below = lines[position], lines[position + 1 : position + 2]
    return (
        bool(_GOVERNMENT.match(line.text))
        and bool(below)
        and below[0].number <= line.number + 2
        and below[0].kind == "letterhead"
        and is_name_of_body(read_marks(below[0].text).rest)
    )


def is_name_of_body(words: str) -> bool:
    """Say whether the words of a letterhead name an office."""
    has_only_words = not re.search(r"[^\w\s,.’'()-]|\d(?!\d{0,2}(?:st|nd|rd|th)\b)", words, re.IGNORECASE)
    is_sender = bool(_SENT_BY.match(words))
    return (
        bool(INSTITUTION.search(words) or _OFFICE_IN_CAPITALS.search(words))
        and has_only_words
        and not (is_sender or _FORM_OF_AN_OFFICE.search(words))
    )


def _body(words: str, running_text: str, lines: Lines) -> AgentValue:
    value = body_in_ordinary_case(words, running_text) if is_in_capitals(words, 2) else words
    value = _ARTICLE.sub("", value)
    return AgentValue(
        value=value,
        kind="body",
        rule="letterhead_line",
        lines=lines,
        as_written=words if words != value else None,
    )


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
