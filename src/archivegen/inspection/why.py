"""Why a field says what it says: every value of it, the words it was read from, and what gave way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archivegen.inspection.margin import field_styles
from archivegen.inspection.screen import Paint, Piece, Row, fold, painted, plain, row
from archivegen.inspection.values import because, heading, manner, readings, what
from archivegen.records.fields import Field
from archivegen.records.record import Record
from archivegen.records.values import LineRange, Value

_MOST_LINES = 12
_LONGEST_TAG = 3


class QuotedLine(NamedTuple):
    """A line of a document with its number, divided at the words of a value; `found` is empty where they are not in it."""

    number: int
    before: str
    found: str
    after: str


def quoted_lines(record: Record, value: Value, lines: LineRange) -> tuple[QuotedLine, ...]:
    """Return the lines of a range of a document with the words of a value brought out where they first stand, also where
    these go on in the next line.
    """
    texts = [line.strip() for line in record.source.text_lines[lines.first - 1 : lines.last]]
    first, last = _place_of(value.as_written or value.value, "\n".join(texts))
    quoted = []
    for number, text in enumerate(texts, lines.first):
        start, end = (min(max(place, 0), len(text)) for place in (first, last))
        parts = (text[:start], text[start:end], text[end:]) if start < end else (text, "", "")
        quoted.append(QuotedLine(number, *parts))
        first, last = first - len(text) - 1, last - len(text) - 1
    return tuple(quoted)


def _place_of(wording: str, text: str) -> tuple[int, int]:
    """Return where words stand in a text, whatever white space is between them: as whole words, or inside others, unless
    they are as short as the tag of a language; behind its end where they are not in it.
    """
    words = r"\s+".join(map(re.escape, wording.split()))
    found = re.search(rf"(?<!\w){words}(?!\w)", text)
    if not found and (len(wording) > _LONGEST_TAG or not wording.isascii()):
        found = re.search(words, text)
    return found.span() if found and words else (len(text), len(text))


def describe_field(record: Record, field: Field, width: int | None = None, paint: Paint = plain) -> str:
    """Return all that is known of one field as text; `width` is that of the terminal, None where there is none."""
    values, others = readings(record, field.name)
    rows = [heading(field, field_styles(record)), row(Piece(field.help, "quiet"))]
    for value in values:
        rows += [(), what(value), *_reasons(record, value)]
    if not values:
        rows += [
            (),
            row(
                f"  Nothing was read for this field. To give it a value, write “{field.name}: …” into the file of corrections."
            ),
        ]
    if others:
        rows += [(), row(Piece("Gave way", "label"))]
    for value in others:
        rows += [(), what(value), *_reasons(record, value)]
    return painted((folded for one in rows for folded in fold(one, width)), paint)


def _reasons(record: Record, value: Value) -> Iterator[Row]:
    yield row("      ", *manner(value))
    yield row(f"      because {because(record, value)}")
    for lines in value.lines:
        if value.file not in (None, record.source.path):
            yield row(Piece("      the lines are those of the file of corrections", "quiet"))
        else:
            yield from _quoted(record, value, lines)


def _quoted(record: Record, value: Value, lines: LineRange) -> Iterator[Row]:
    """Yield the lines of a range with the words of the value brought out, and how many are left out."""
    quoted = quoted_lines(record, value, lines)
    for number, before, found, after in quoted[:_MOST_LINES]:
        yield row(Piece(f"{number:>10}", "quiet"), " │ ", before, Piece(found, "value"), after)
    if len(quoted) > _MOST_LINES:
        yield row(Piece(f"           … and {len(quoted) - _MOST_LINES} more lines", "quiet"))
