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
    """Yield the number and date that close a copy list: the typing pool's own registration."""
    for (number, line), (next_number, next_line) in zip(rows, [*rows[1:], (0, "")], strict=True):
        match = NUMBER.match(line.strip())
        if not match or COPY_ROW.match(line):
            continue
        date = draft.date(next_line)
        yield Found(
            "registrations", _registration(match["number"], date, number, next_number if date else number)
        )
        if date:
            yield Found(
                "dates", dated(date, next_line, "printed", "printing_note", next_number, status="derived")
            )


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
