"""A saved page of a document site: date, title and credit above the text, a summary and details below it.

Paragraphs may be kept or lost, values of details may be missing, and a paragraph that stands before the date
belongs to another record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Value
from archivegen.seeds.catalogued import catalogued_date
from archivegen.seeds.closing_summary import Closing, closing_summary
from archivegen.seeds.credit_line import CREDIT_LINE, read_credit_line
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.page_details import read_detail, read_details, zone_of
from archivegen.seeds.summary import is_summary

NAME = "page_capture"

_CHROME = re.compile(r"^\s*Skip to (?:main )?content\s*$", re.IGNORECASE)
_HEAD_LINES = 8


def score(source: SourceText) -> float:
    """Return how sure it is: a date and a title in the first lines, and the labels of details in the last."""
    head = _head(source)
    if head is None:
        return 0.0
    details = {detail.label for detail in read_details(source)}
    has_chrome = any(_CHROME.match(line) for line in source.lines[:3])
    return min(1.0, 0.2 * has_chrome + 0.25 * len(details)) if "document information" in details else 0.0


def read(source: SourceText) -> Sheet:
    """Take the head, the summary and the details off; the rest is the body."""
    details = read_details(source)
    head = _head(source)
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    first_detail = details[0].lines.first if details else len(source.lines) + 1
    found: list[Found] = []
    zones: list[Zone] = []
    text_start = 1
    if head:
        for value, zone in _read_head(source, *head):
            found.extend(value)
            zones.append(zone)
            text_start = zone.lines.last + 1
    text = [number for number in filled if text_start <= number < first_detail]
    summary = _summary(source, text, has_title=head is not None)
    if summary:
        is_alone = summary.lines.first == text[0]
        found.append(summary.found(source, "scan_summary" if is_alone else "page_summary"))
        zones.append(summary.zone)
        text = [number for number in text if number < summary.lines.first]
    for detail in details:
        found.extend(read_detail(detail))
        zones.append(zone_of(detail))
    return Sheet(tuple(found), tuple(zones), LineRange(text[0], text[-1]) if text else None)


def _head(source: SourceText) -> tuple[int, int] | None:
    """Return the lines of the date and of the title that follow each other near the top, or None."""
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()][:_HEAD_LINES]
    for position, number in enumerate(filled[:-1]):
        if read_date(source.line(number)):
            return number, filled[position + 1]
    return None


def _read_head(source: SourceText, date_line: int, title_line: int) -> Iterator[tuple[list[Found], Zone]]:
    for number in range(1, date_line):
        line = source.line(number)
        if line.strip():
            here = LineRange(number, number)
            is_chrome = bool(_CHROME.match(line))
            yield (
                [] if is_chrome else [_foreign(line, here)],
                Zone(here, "debris" if is_chrome else "field", None if is_chrome else "notes"),
            )
    here = LineRange(date_line, date_line)
    wording = source.line(date_line).strip()
    date = catalogued_date(read_date(wording) or "", wording, "page_heading", here)
    yield [date], Zone(here, "field", "dates")
    here = LineRange(title_line, title_line)
    title = Value(
        value=" ".join(source.line(title_line).split()), rule="page_heading", by="cataloguer", lines=(here,)
    )
    yield [Found("title", title)], Zone(here, "field", "title")
    following = next(
        (n for n in range(title_line + 1, len(source.lines) + 1) if source.line(n).strip()), None
    )
    if following and CREDIT_LINE.match(source.line(following)):
        yield (
            list(read_credit_line(source.line(following), following)),
            Zone(LineRange(following, following), "field", "credits"),
        )


def _foreign(line: str, here: LineRange) -> Found:
    note = Value(
        value=" ".join(line.split()),
        rule="leading_paragraph",
        status="derived",
        by="cataloguer",
        lines=(here,),
        certainty="uncertain",
    )
    return Found("notes", note)


def _summary(source: SourceText, text: list[int], *, has_title: bool) -> Closing | None:
    """Return the summary: the last paragraph before the details, or the only one of a page without text."""
    if len(text) == 1 and has_title and is_summary(source.line(text[0])):
        return Closing(LineRange(text[0], text[0]), "certain")
    return closing_summary(source, text, has_details=True)
