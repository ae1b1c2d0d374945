"""The letterhead: issuing body, classification, number, copy number and date, from the lines above the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.values import (
    AgentValue,
    Certainty,
    Classification,
    CopyValue,
    DateValue,
    LineRange,
    Lines,
    Registration,
    Value,
)
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.head_lines import read_head_lines
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.markings import BARE_NUMBER, NUMBER, read_marks
from archivegen.seeds.names import body_in_ordinary_case
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.routing_marks import read_routing_mark
from archivegen.seeds.stamped_lines import without_loose_stamps
from archivegen.seeds.vocabulary import FORMS

# The heads of printed forms name no body.
_FORM_OF_AN_OFFICE = re.compile(r"\b(?:INFORMATION|RECORDS?|FORM|SHEET|NUMBER|FILE|INDEX)\b")
# The name of an office broken over two lines.
_DIRECTION = re.compile(r"^\s*(?P<direction>Incoming|Outgoing)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"^\s*(?:in|of|for|at|to|IN|OF|FOR|AT|TO)\s+(?:the\s+|THE\s+)?[^\W\d_a-z][\w\s]{2,60}$")
_TELEGRAPHS_CENTURY = "1950"
_TELEGRAM = re.compile(
    rf"\b(?:{'|'.join(word for word, form in FORMS.items() if form in ('telegram', 'cable'))})\b",
    re.IGNORECASE,
)


def read_letterhead(draft: Draft) -> Iterator[Found]:
    """Yield what the letterhead states, and that of an enclosure below the text."""
    yield from _read_lines(draft, without_loose_stamps(draft.paper.head))
    end = draft.paper.text.first if draft.paper.text else 0
    for block in draft.blocks_of("letterhead"):
        if block.lines.first > end > 0:
            rows = enumerate(block.text.split("\n"), block.lines.first)
            yield from _read_lines(draft, read_head_lines(rows))


def _read_lines(draft: Draft, head: list[HeadLine]) -> Iterator[Found]:
    has_body = False
    lines = [line for line in head if not line.is_labelled]
    for position, line in enumerate(lines):
        marks = read_marks(line.text)
        here = (LineRange(line.number, line.number),)
        for mark in marks.secrecy if line.kind != "heading" else ():
            yield Found("classification", classification_of(mark.words, "letterhead", here))
        for mark in marks.haste if line.kind != "heading" else ():
            yield Found("urgency", Value(value=mark.words, rule="letterhead", lines=here))
        if marks.copy_number:
            yield Found(
                "copies", CopyValue(value=marks.copy_number, rule="letterhead", lines=here, type="this_copy")
            )
        if marks.is_only_copy:
            yield Found("copies", CopyValue(value="1", rule="letterhead", lines=here, type="total"))
        if not has_body and line.kind == "letterhead" and is_name_of_body(marks.rest):
            has_body = True
            after = lines[position + 1] if position + 1 < len(lines) else None
            goes_on = after is not None and after.number == line.number + 1 and _GOES_ON.match(after.text)
            name = f"{marks.rest} {after.text.strip()}" if after and goes_on else marks.rest
            last = after.number if after and goes_on else line.number
            yield Found("issuing_body", _body(name, draft.running_text, (LineRange(line.number, last),)))
        number = _number(line, marks.number)
        if number:
            yield Found("registrations", _registration(draft, lines, position, number))
        if line.kind == "letterhead":
            is_below = any(other.kind == "heading" for other in lines[:position])
            yield from _date(
                draft, line, marks.rest if marks.number else line.text, is_below_heading=is_below
            )


def _number(line: HeadLine, number: str | None) -> str | None:
    """Return the number of a line; of headings only those of telegrams are the paper's own."""
    if line.kind == "heading":
        match = NUMBER.search(line.text) if _TELEGRAM.search(line.text) else None
        return match["number"] if match else None
    bare = BARE_NUMBER.match(line.text.strip()) if line.kind == "letterhead" else None
    return number or (bare.group() if bare else None)


def is_name_of_body(words: str) -> bool:
    """Say whether the words of a letterhead name an office."""
    has_only_words = not re.search(r"[^\w\s,.’'()-]|\d(?!\d{0,2}(?:st|nd|rd|th)\b)", words, re.IGNORECASE)
    return bool(INSTITUTION.search(words)) and has_only_words and not _FORM_OF_AN_OFFICE.search(words)


def _body(words: str, running_text: str, lines: Lines) -> AgentValue:
    value = body_in_ordinary_case(words, running_text) if is_in_capitals(words, 2) else words
    return AgentValue(
        value=value,
        kind="body",
        rule="letterhead_line",
        lines=lines,
        as_written=words if words != value else None,
    )


def _date(draft: Draft, line: HeadLine, wording: str, *, is_below_heading: bool) -> Iterator[Found]:
    """Yield the date of a line of the letterhead; beside a number below the heading it is the document's own."""
    routing = routing_dates(draft, line.text, line.number)
    if routing:
        yield from routing
        return
    place, date = draft.placed_date(wording.strip())
    if date:
        is_own = is_below_heading and wording != line.text
        what, rule = ("created", "dateline") if is_own else ("letterhead", "letterhead")
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


def _registration(draft: Draft, lines: list[HeadLine], position: int, number: str) -> Registration:
    """Return a number with the date that stands on its line, or on the line below it, or else above it."""
    line = lines[position]
    rest = read_marks(line.text).rest
    near = [
        *_labelled_date_below(draft, line),
        *lines[position + 1 : position + 2],
        *lines[max(0, position - 1) : position],
    ]
    dates = [
        other
        for other in near
        if is_date_line(other.text)
        and (other.kind == "letterhead" or (other.kind == "dateline" and 0 < other.number - line.number <= 2))
    ]
    _, date = draft.placed_date(rest) if rest else (None, None)
    numbers = {line.number}
    if date is None and dates:
        _, date = draft.placed_date(dates[0].text.strip())
        numbers.add(dates[0].number)
    return Registration(
        value=number,
        rule="letterhead",
        kind=_direction_of(line.text),
        date=date,
        lines=(LineRange(min(numbers), max(numbers)),),
    )


def _labelled_date_below(draft: Draft, line: HeadLine) -> list[HeadLine]:
    """Return the date on the line below a number, where a label calls it that."""
    below = next((other for other in draft.paper.head if other.number > line.number), None)
    label = read_label(below.text) if below and below.is_labelled else None
    if below is None or label is None or label.label.what != "created":
        return []
    return [replace(below, text=label.value, kind="letterhead")]


def _direction_of(line: str) -> str:
    """Return whether a number is of the papers that came in or went out, where its line says so."""
    direction = _DIRECTION.match(line)
    return direction["direction"].casefold() if direction else "letterhead"


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
