"""The head of a saved page: words of the host, date, title, and a line of thanks.

A paragraph that stands before the date belongs to another record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Value
from archivegen.seeds.catalogued import catalogued_date, catalogued_title
from archivegen.seeds.credit_line import CREDIT_LINE, read_credit_line
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found

_CHROME = re.compile(
    r"^\s*(?:Skip to (?:main )?content|Digital Archive|International History Declassified)\s*$", re.IGNORECASE
)
_HEAD_LINES = 8
_LONGEST_TITLE = 350


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


def read_head(source: SourceText) -> PageHead:
    """Return the head of a page: up to the title, or the line of thanks below it.

    Without a date the title is known only by the line of thanks that follows it.
    """
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()][: _HEAD_LINES + 2]
    date_at = next(
        (at for at, number in enumerate(filled[:_HEAD_LINES]) if read_date(source.line(number))), None
    )
    credit_at = next((at for at, number in enumerate(filled) if CREDIT_LINE.match(source.line(number))), None)
    head = PageHead()
    if date_at is None and credit_at is None:
        return head
    title_at = date_at + 1 if date_at is not None else (credit_at or 0) - 1
    for number in filled[: title_at if date_at is None else date_at]:
        _take_before_date(source, number, head)
    if date_at is not None:
        number = filled[date_at]
        wording = source.line(number).strip()
        head.take(
            number,
            "date",
            catalogued_date(read_date(wording) or "", wording, "page_heading", LineRange(number, number)),
        )
    if (
        0 <= title_at < len(filled)
        and title_at != credit_at
        and len(source.line(filled[title_at])) <= _LONGEST_TITLE
    ):
        number = filled[title_at]
        head.take(
            number, "title", catalogued_title(source.line(number), "page_heading", LineRange(number, number))
        )
    if credit_at is not None and filled[credit_at - 1] == head.last_line:
        head.take(
            filled[credit_at], "credit", *read_credit_line(source.line(filled[credit_at]), filled[credit_at])
        )
    return head


def _take_before_date(source: SourceText, number: int, head: PageHead) -> None:
    if _CHROME.match(source.line(number)):
        head.take(number, "chrome")
        return
    note = Value(
        value=" ".join(source.line(number).split()),
        rule="leading_paragraph",
        status="derived",
        by="cataloguer",
        lines=(LineRange(number, number),),
        certainty="uncertain",
    )
    head.take(number, "foreign", Found("notes", note))
