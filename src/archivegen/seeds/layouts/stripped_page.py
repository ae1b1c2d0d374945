"""A saved page of an older site with its frame stripped: a date, an indented summary or citation, then the text."""

from __future__ import annotations

from archivegen.records.record import Zone
from archivegen.records.values import LineRange
from archivegen.seeds.catalogued import catalogued_citation, catalogued_date, catalogued_summary
from archivegen.seeds.citation import quoted_title
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.summary import is_summary

NAME = "stripped_page"

_INDENT = "    "


def score(source: SourceText) -> float:
    """Return how sure it is: a date on the first line, and indented lines below it that are about a document."""
    head = _head(source)
    if head is None:
        return 0.0
    about = [source.line(number) for number in head[1:] if not read_date(source.line(number))]
    return 0.7 if any(is_summary(line) or quoted_title(line.strip()) for line in about) else 0.0


def read(source: SourceText) -> Sheet:
    """Read the date, the summary and the citation; the body begins with the first line that is not indented."""
    head = _head(source) or [1]
    here = LineRange(head[0], head[0])
    wording = source.line(head[0]).strip()
    found = [catalogued_date(read_date(wording) or "", wording, "page_heading", here)]
    zones = [Zone(here, "field", "dates")]
    for number in head[1:]:
        values = _read_indented(source.line(number).strip(), LineRange(number, number))
        found.extend(values)
        zones.append(Zone(LineRange(number, number), "field", values[0].field if values else "dates"))
    text = [number for number in range(head[-1] + 1, len(source.lines) + 1) if source.line(number).strip()]
    return Sheet(tuple(found), tuple(zones), LineRange(text[0], text[-1]) if text else None)


def _head(source: SourceText) -> list[int] | None:
    """Return the line of the date and those of the indented lines below it, or None."""
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    if not filled or not read_date(source.line(filled[0])):
        return None
    head = [filled[0]]
    for number in filled[1:]:
        if not source.line(number).startswith(_INDENT):
            break
        head.append(number)
    return head if len(head) > 1 else None


def _read_indented(line: str, here: LineRange) -> list[Found]:
    """Return what an indented line says; a date alone is what a lost citation left."""
    if quoted_title(line):
        return list(catalogued_citation(line, here))
    return [] if read_date(line) else [catalogued_summary(line, here)]
