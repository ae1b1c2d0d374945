"""The numbers that labels of a head give a paper, and the day beside them: `No.: 214, 9 October`, `Ref. 12/4`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import LineRange, Registration, Value
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_labels import HeadLabel, read_label
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.markings import read_marks
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.readers.head_numbers import DATES_OF
from archivegen.seeds.readers.letterhead import dated

# "Reference: Department's telegram 188", "Ref: your letter No. 4" is somebody else's number, and so is "Deptel 188".
_OF_OTHERS = re.compile(
    r"^(?:(?:[Yy]our|[Mm]y|[Oo]ur|[Tt]he|[Hh]is|[^\W\d_a-z][\w ]{2,30}['’]s?)\s[^\W\d_]|(?:Dep|Emb|Leg|Con|Re)(?:c?tel|circtel|des)\b)"
)
# "214, 9 October, 5 p.m."
_DAY_BEHIND_NUMBER = re.compile(r"^(?P<number>[\w/-]*\d[\w/-]*),\s(?P<day>[^\d,]*\d[^;]*)$")


def labelled_number(draft: Draft, label: HeadLabel, words: str, number: int, value: str) -> Iterator[Found]:
    """Yield the number behind a label on a line, and the day beside it; `words` are the label's.

    What a paper refers to is not its own: `Reference: your telegram 188`.
    """
    is_of_others = words.startswith("ref") and _OF_OTHERS.match(value)
    if is_of_others or not any(character.isdigit() for character in value):
        return
    with_day = _DAY_BEHIND_NUMBER.match(value)
    day = draft.date(with_day["day"]) if with_day else None
    line = number
    if with_day and day:
        yield Found(
            "dates", dated(day, with_day["day"], "created", "head_label", number, certainty="probable")
        )
        value = with_day["number"]
    else:
        day, line = _date_below(draft, number)
    is_whole = label.what or read_marks(value).number
    yield Found(
        "registrations",
        Registration(
            value=value if is_whole else f"No. {value}",
            kind=label.what if label.what in DATES_OF else "letterhead",
            rule="head_label",
            date=day,
            lines=(LineRange(number, line),),
        ),
    )
    yield from _dateline_beside(draft, number)


def _date_below(draft: Draft, number: int) -> tuple[str | None, int]:
    """Return the date that stands beside a number or on the next line of the head, labelled as one or alone, and its line."""
    below = next(
        (line for line in draft.paper.head if line.number > number or _is_date_beside(line, number)), None
    )
    label = read_label(below.text) if below and below.is_labelled else None
    wording = (
        label.value if label and label.label.what == "created" else below.text if below and not label else ""
    )
    date = draft.placed_date(wording.strip())[1] if wording else None
    return date, below.number if below and date else number


def _dateline_beside(draft: Draft, number: int) -> Iterator[Found]:
    """Yield the day and place that are set apart at the end of a number's line."""
    beside = next((line for line in draft.paper.head if _is_date_beside(line, number)), None)
    place, date = draft.placed_date(beside.text.strip()) if beside else (None, None)
    if beside and date:
        yield Found("dates", dated(date, beside.text.strip(), "created", "dateline", number))
    if place:
        here = (LineRange(number, number),)
        yield Found("place_of_creation", Value(value=place, rule="dateline_place", lines=here))


def _is_date_beside(line: HeadLine, number: int) -> bool:
    return line.number == number and not line.is_labelled and is_date_line(line.text)
