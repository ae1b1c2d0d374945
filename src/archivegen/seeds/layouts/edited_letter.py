"""A letter of an edited correspondence: the editors' heading names writer, addressee and day; the letter stands below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from archivegen.records.record import Zone
from archivegen.records.values import AgentValue, DateValue, LineRange
from archivegen.seeds.address_forms import greets_nobody, salutation_of, salutation_run_in
from archivegen.seeds.catalogued import catalogued_title
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.letter_heading import RULE, LetterHeading, read_letter_heading
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.source_text import SourceText

NAME = "edited_letter"

_SURE = 0.9
_OPENING = 12


def score(source: SourceText) -> float:
    """Return how sure it is: a heading that names persons for sure, or one above a dateline or a greeting."""
    number, heading = _heading(source)
    if heading is None:
        return 0.0
    below = islice(filter(str.strip, source.lines[number:]), _OPENING)
    return _SURE if heading.is_sure or any(map(_is_of_a_letter, below)) else 0.0


def read(source: SourceText) -> Sheet:
    """Take the heading for the title, and for what it says; the rest is the letter."""
    number, heading = _heading(source)
    here = LineRange(number, number)
    filled = [line for line in range(number + 1, len(source.lines) + 1) if source.line(line).strip()]
    body = LineRange(filled[0], filled[-1]) if filled else None
    found = tuple(_values(heading, here)) if heading else ()
    return Sheet(found, (Zone(here, "field", "title"),) if heading else (), body)


def _heading(source: SourceText) -> tuple[int, LetterHeading | None]:
    """Return the first line that has words, and the heading that it is, if it is one."""
    first = next((number for number, line in enumerate(source.lines, 1) if line.strip()), 0)
    return first, read_letter_heading(source.line(first)) if first else None


def _is_of_a_letter(line: str) -> bool:
    return (
        is_date_line(line)
        or salutation_of(line) is not None
        or salutation_run_in(line) is not None
        or greets_nobody(line)
    )


def _values(heading: LetterHeading, here: LineRange) -> Iterator[Found]:
    yield catalogued_title(heading.title, RULE, here)
    if heading.date:
        is_written = heading.date_wording != heading.date
        date = DateValue(
            value=heading.date,
            as_written=heading.date_wording if is_written else None,
            type="created",
            rule=RULE,
            by="cataloguer",
            status="derived",
            lines=(here,),
        )
        yield Found("dates", date)
    yield from named_by(heading, here)


def named_by(heading: LetterHeading, here: LineRange) -> Iterator[Found]:
    """Yield the writers and the addressees that a heading names."""
    for field, names in (("creators", heading.writers), ("recipients", heading.addressees)):
        for name in names:
            yield Found(
                field, AgentValue(value=name, rule=RULE, by="cataloguer", status="derived", lines=(here,))
            )
