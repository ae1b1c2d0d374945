"""What the typing pool noted below a list of copies: the number of its own register, and the day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.values import LineRange, Registration
from archivegen.seeds.copy_rows import COPY_ROW
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.markings import NUMBER
from archivegen.seeds.readers.letterhead import dated

_TYPIST = re.compile(r"^\s*Typed\b", re.IGNORECASE)


def printing_of(draft: Draft, rows: list[tuple[int, str]]) -> Iterator[Found]:
    """Yield the number and date that close a copy list: the typing pool's own registration. The typist may stand between."""
    for place, (number, line) in enumerate(rows):
        match = None if COPY_ROW.match(line) else NUMBER.match(line.strip())
        if match is None:
            continue
        below = [*rows[place + 1 : place + 3], (0, ""), (0, "")]
        is_parted = _TYPIST.match(below[0][1]) is not None
        day_number, wording = below[1] if is_parted else below[0]
        date = draft.date(wording)
        beside = None if is_parted else date
        last = day_number if beside else number
        yield Found("registrations", _registration(match["number"], beside, number, last))
        if date:
            day = dated(date, wording, "printed", "printing_note", day_number, status="derived")
            yield Found("dates", day)


def typists_number(draft: Draft) -> Iterator[Found]:
    """Yield the number below the typist's name, where there is no list of copies."""
    rows = draft.foot
    for (_, line), (number, next_line) in pairwise(rows):
        match = NUMBER.match(next_line.strip())
        if match and _TYPIST.match(line):
            yield Found("registrations", _registration(match["number"], None, number, number))


def _registration(number: str, date: str | None, first: int, last: int) -> Registration:
    return Registration(
        value=number,
        rule="printing_note",
        status="derived",
        kind="printing",
        date=date,
        lines=(LineRange(first, last),),
    )
