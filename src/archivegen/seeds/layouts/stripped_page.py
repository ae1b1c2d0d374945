"""A saved page of an older site with its frame stripped: a date, an indented summary or citation, then the text.

The date can stand a second time, where the links of the citation were stripped away: then nothing need be indented. A
title may stand below it or be nowhere at all.
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
from archivegen.seeds.summary import PROSE_LINE, Voice, is_narrated, voice_of

NAME = "stripped_page"

_INDENTS = ("    ", "\t")
_MOST_IN_HEAD = 6


# How sure it is where only the place of the indented lines says that they are about a document.
_LIKELY, _ALMOST_SURE = 0.8, 0.95
_FAR_BELOW = 60


def score(source: SourceText) -> float:
    """Return how sure it is: a date on the first line, and below it lines that are about a document, which are indented
    or have the same date again below them.
    """
    head = _head(source)
    if head is None:
        return 0.0
    first, *below = (source.line(number).strip() for number in head)
    # A diary may have two entries of one day: only what is said of a document tells them apart.
    if first in below and any(_is_citation(line) or voice_of(line) is Voice.CATALOGUER for line in below):
        return _ALMOST_SURE
    about = [source.line(number).strip() for number in head if source.line(number).startswith(_INDENTS)]
    if any(_is_citation(line) or voice_of(line) is Voice.CATALOGUER for line in about):
        return 1.0
    is_about = any(map(_may_be_about, about))
    return _LIKELY if is_about and not _is_typed_with_indents(source, head[-1]) else 0.0


def _may_be_about(line: str) -> bool:
    """Say whether a line may speak of a document: “An account of what the pilots did” tells of the past, and does."""
    return voice_of(line) is Voice.EITHER and (line.startswith(("A ", "An ")) or not is_narrated(line))


def _is_typed_with_indents(source: SourceText, head_end: int) -> bool:
    """Say whether the paragraphs of the text itself are indented too."""
    below = source.lines[head_end : head_end + _FAR_BELOW]
    return any(line.startswith(_INDENTS) and len(line) >= PROSE_LINE for line in below)


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
    repeated = _date_repeated(source, filled)
    if repeated:
        return filled[: repeated + 1]
    has_title = not _belongs_to_head(source.line(below[0])) and len(below) > 1
    head = [filled[0], *below[:has_title]]
    for number in below[has_title:]:
        if not _belongs_to_head(source.line(number)):
            break
        head.append(number)
    return head if len(head) > 1 + has_title else None


def _date_repeated(source: SourceText, filled: list[int]) -> int:
    """Return where, among the filled lines, the date of the first stands again below a summary; 0 where it does not."""
    date = source.line(filled[0]).strip()
    for place in range(2, min(len(filled), _MOST_IN_HEAD)):
        if source.line(filled[place]).strip() == date:
            above = [source.line(number).strip() for number in filled[1:place]]
            return place if any(map(_is_about, above)) else 0
    return 0


def _is_about(line: str) -> bool:
    """Say whether a line ends as a sentence does and may speak of a document."""
    return line.endswith(".") and voice_of(line) is not Voice.DOCUMENT


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
    if source.line(number).startswith(_INDENTS) or _is_about(line):
        return [catalogued_summary(line, (here,))]
    return [catalogued_title(line, "page_heading", here)]
