"""A saved page of an older site with its frame stripped: a date, an indented summary or citation, then the text.

The date can stand a second time, where the links of the citation were stripped away; a title may stand below it or
be nowhere at all.
"""

from __future__ import annotations

from archivegen.records.record import Zone
from archivegen.records.values import LineRange
from archivegen.seeds.catalogued import (
    catalogued_citation,
    catalogued_date,
    catalogued_summary,
    catalogued_title,
)
from archivegen.seeds.citation import parse_citation, without_address
from archivegen.seeds.credit_line import CREDIT_LINE, read_credit_line
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.summary import Voice, voice_of

NAME = "stripped_page"

_INDENTS = ("    ", "\t")


def score(source: SourceText) -> float:
    """Return how sure it is: a date on the first line, and indented lines below it that are about a document."""
    head = _head(source)
    if head is None:
        return 0.0
    about = [source.line(number).strip() for number in head if source.line(number).startswith(_INDENTS)]
    return 1.0 if any(_is_citation(line) or voice_of(line) is Voice.CATALOGUER for line in about) else 0.0


def read(source: SourceText) -> Sheet:
    """Read the date, the summary and the citation; the body begins with the first line that is not indented."""
    head = _head(source) or []
    found: list[Found] = []
    zones: list[Zone] = []
    for number in head:
        values = _read_line(source, number, is_first=number == head[0])
        found.extend(values)
        zones.append(Zone(LineRange(number, number), "field", values[0].field if values else "dates"))
    start = head[-1] if head else 0
    text = [number for number in range(start + 1, len(source.lines) + 1) if source.line(number).strip()]
    return Sheet(tuple(found), tuple(zones), LineRange(text[0], text[-1]) if text else None)


def _head(source: SourceText) -> list[int] | None:
    """Return the lines of the date, of a title below it, and of the indented lines, or None."""
    first = next((line for line in source.lines if line.strip()), "")
    if not read_date(first):
        return None
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    if len(filled) < 2:
        return None
    below = filled[1:]
    has_title = not _belongs_to_head(source.line(below[0])) and len(below) > 1
    head = [filled[0], *below[:has_title]]
    for number in below[has_title:]:
        if not _belongs_to_head(source.line(number)):
            break
        head.append(number)
    return head if len(head) > 1 + has_title else None


def _belongs_to_head(line: str) -> bool:
    return line.startswith(_INDENTS) or bool(CREDIT_LINE.match(line))


def _is_citation(line: str) -> bool:
    return parse_citation(without_address(line)[0]) is not None


def _read_line(source: SourceText, number: int, *, is_first: bool) -> list[Found]:
    """Return what a line of the head says; a date below the first is what a lost citation left."""
    here = LineRange(number, number)
    line = source.line(number).strip()
    edtf = read_date(line)
    if edtf:
        return [catalogued_date(edtf, line, "page_heading", here)] if is_first else []
    if CREDIT_LINE.match(line):
        return list(read_credit_line(line, number))
    if _is_citation(line):
        return list(catalogued_citation(line, here))
    if source.line(number).startswith(_INDENTS):
        return [catalogued_summary(line, (here,))]
    return [catalogued_title(line, "page_heading", here)]
