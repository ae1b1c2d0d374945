"""The numbers of a letterhead: whose they are, which way the paper went, and the date beside each."""

from __future__ import annotations

import re
from dataclasses import replace

from archivegen.records.values import LineRange, Registration
from archivegen.seeds.directions import OF_REGISTRY
from archivegen.seeds.dispatch_words import read_dispatch_line
from archivegen.seeds.draft import Draft
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.markings import BARE_NUMBER, NUMBER, read_marks
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.vocabulary import FORMS

# What the date beside a number is, by which way the paper went.
DATES_OF = {"incoming": "received", "outgoing": "sent"}
_TELEGRAM = re.compile(
    rf"\b(?:{'|'.join(word for word, form in FORMS.items() if form in ('telegram', 'cable'))})\b",
    re.IGNORECASE,
)
# "DECREE No. 118": the number of the paper stands directly behind its kind; that of minutes is the meeting's.
_NUMBERED_FORM = re.compile(
    rf"^\s*(?:decree|resolution|decision|order|law|ordinance|circular|directive|regulation|bulletin)\s+{NUMBER.pattern}",
    re.IGNORECASE,
)
# "Your telegram No. 12", "Reprinted from the newspaper, No. 12", "Source: …, File No. 4": of something else than the paper.
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:your|my)\s+(?:[\w-]+\s+){0,3}$|\b(?:in\s+)?(?:reply|answer|reference|further)\s+to\b[^;]*$|^\s*\[?(?:Source|Reprinted|Printed\s+in|Published\s+in|From\s+the\s+(?:newspaper|journal|magazine|gazette))\b|"
    r"\b(?:newspaper|gazette|magazine|periodical|weekly|daily|issue|room|hall|enclosure|annex|appendix)\b[^;]*$|[\"”»],?\s*$",
    re.IGNORECASE,
)


def number_of(line: HeadLine, number: str | None) -> str | None:
    """Return the number of a line; in headings only that of a telegram, or behind the kind of paper, is its own."""
    if line.kind == "heading":
        match = NUMBER.search(line.text) if _TELEGRAM.search(line.text) else _NUMBERED_FORM.match(line.text)
        return match["number"] if match else None
    if number and _OF_SOMETHING_ELSE.search(line.text[: line.text.find(number)]):
        return None
    bare = BARE_NUMBER.match(line.text.strip()) if line.kind == "letterhead" else None
    return number or (bare.group() if bare else None)


def registration_of(draft: Draft, lines: list[HeadLine], position: int, number: str) -> Registration:
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
        numbers |= {dates[0].number} if date else set()
    sent = (
        read_dispatch_line(lines[position + 1].text) if date is None and position + 1 < len(lines) else None
    )
    if sent and sent["sent"] and not sent["number"]:
        date = draft.date(sent["date"].strip(" ."))
        numbers.add(lines[position + 1].number)
    # A date above a number may be that of the letterhead.
    is_above = min(numbers) < line.number
    return Registration(
        value=number,
        rule="letterhead",
        kind=direction_of(line.text),
        date=date,
        lines=(LineRange(min(numbers), max(numbers)),),
        certainty="probable" if is_above else "certain",
    )


def _labelled_date_below(draft: Draft, line: HeadLine) -> list[HeadLine]:
    """Return the date on the line below a number, where a label calls it that."""
    below = next((other for other in draft.paper.head if other.number > line.number), None)
    label = read_label(below.text) if below and below.is_labelled else None
    if below is None or label is None or label.label.what not in ("created", "sent"):
        return []
    return [replace(below, text=label.value, kind="letterhead")]


def direction_of(line: str) -> str:
    """Return whether a number is of the papers that came in or went out, where its line says so."""
    direction = OF_REGISTRY.match(line)
    return direction.lastgroup or "letterhead" if direction else "letterhead"


def number_above(lines: list[HeadLine], position: int) -> HeadLine | None:
    """Return the line above if it has a number and no date of its own."""
    above = lines[position - 1] if position else None
    is_number = above is not None and read_marks(above.text).number is not None
    return above if is_number and above and not is_date_line(read_marks(above.text).rest) else None
