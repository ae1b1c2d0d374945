"""The head of a saved page: words of the host, date, title, and a line of thanks.

A paragraph that stands before the date belongs to another record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Value
from archivegen.seeds.catalogued import catalogued_date, catalogued_title
from archivegen.seeds.credit_line import CREDIT_LINE, read_credit_line
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Found
from archivegen.seeds.layouts.page_details import Detail
from archivegen.seeds.source_text import SourceText

_CHROME = re.compile(
    r"^\s*(?:Skip to (?:main )?content|Digital Archive|International History Declassified)\s*$", re.IGNORECASE
)
_HEAD_LINES = 8
_LONGEST_TITLE = 350
_SHORTEST_FOREIGN, _MOST_FOREIGN = 40, 2


@dataclass(slots=True)
class PageHead:
    """What stands above the text of a page: the values, their places, and which marks of a page were seen."""

    found: list[Found] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)

    @property
    def last_line(self) -> int:
        """The last line of the head, 0 where there is none."""
        return max((zone.lines.last for zone in self.zones), default=0)

    def take(self, number: int, mark: str, *found: Found) -> None:
        """Take a line into the head, with what it says; one that says nothing is the host's."""
        here = LineRange(number, number)
        self.zones.append(Zone(here, "field", found[0].field) if found else Zone(here, "debris"))
        self.found.extend(found)
        self.marks.add(mark)


def read_head(source: SourceText, details: tuple[Detail, ...]) -> PageHead:
    """Return the head of a page: up to the title, or the line of thanks below it, and above the details in any case.

    Without a date the title is known by the line of thanks below it, or by the words of the host above it.
    """
    above = source.lines[: details[0].lines.first - 1] if details else source.lines
    filled = list(islice((number for number, line in enumerate(above, 1) if line.strip()), _HEAD_LINES + 2))
    date_at = _place_of_date(source, filled)
    credit_at = next((at for at, number in enumerate(filled) if CREDIT_LINE.match(source.line(number))), None)
    chrome = sum(1 for number in filled[:3] if _CHROME.match(source.line(number)))
    head = PageHead()
    if date_at is None and credit_at is None and not chrome:
        return head
    title_at = date_at + 1 if date_at is not None else chrome if credit_at is None else credit_at - 1
    for at, number in enumerate(filled[: title_at + 2]):
        line, here = source.line(number), LineRange(number, number)
        if at == date_at:
            wording = line.strip()
            head.take(
                number, "date", catalogued_date(read_date(wording) or "", wording, "page_heading", here)
            )
        elif at == credit_at and at > 0 and filled[at - 1] == head.last_line:
            head.take(number, "credit", *read_credit_line(line, number))
        elif at == title_at and len(line) <= _LONGEST_TITLE:
            head.take(number, "title", catalogued_title(line, "page_heading", here))
        elif at < title_at and _CHROME.match(line):
            head.take(number, "chrome")
        elif at < title_at:
            head.take(number, "foreign", _foreign(line, here))
    return head


def _place_of_date(source: SourceText, filled: list[int]) -> int | None:
    """Return the place of the date among the filled lines: above it stand words of the host and a paragraph only.

    Below the lines of a letterhead a date is the document's own.
    """
    foreign = 0
    for at, number in enumerate(filled[:_HEAD_LINES]):
        line = source.line(number)
        if read_date(line):
            return at
        if not _CHROME.match(line):
            foreign += 1
            if foreign > _MOST_FOREIGN or len(line) < _SHORTEST_FOREIGN:
                return None
    return None


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
