"""A saved page of an older document site, with bullets and its search form: the title is in the citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.record import Zone
from archivegen.records.values import LineRange
from archivegen.seeds.catalogued import catalogued_citation, catalogued_date, catalogued_summary
from archivegen.seeds.citation import quoted_title, read_printed_address
from archivegen.seeds.credit_line import CREDIT_LINE, read_credit_line
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet

NAME = "old_page_capture"

_CHROME = re.compile(
    r"^\s*(?:[•*]\s*)?(?:Search in|ADD SEARCH FILTER.*|Digital Archive International History Declassified|"
    r"CITATION SHARE DOWNLOAD|Citation|get citation|share document|VIEW DOCUMENT IN|(?:\w+ )?(?:HTML|PDF))\s*$",
    re.IGNORECASE,
)
_VIEW = re.compile(r"^\s*VIEW DOCUMENT IN\s*$", re.IGNORECASE)
_VIEW_CHOICE = re.compile(r"^\s*(?P<language>[A-Z][a-z]+)\s+(?:HTML|PDF)\s*$")
_ADDRESS_ALONE = re.compile(r"^\s*(?P<url>https?://\S+)\s*$")
_ADDRESS_AT_END = re.compile(r"\s*<?(?P<url>https?://[^\s<>]+)>?\s*$")
_HEAD_LINES = 40


def score(source: SourceText) -> float:
    """Return how sure it is: the words of the site's frame above the text."""
    chrome = sum(1 for line in source.lines[:_HEAD_LINES] if _CHROME.match(line))
    return min(1.0, chrome / 5) if any(_VIEW.match(line) for line in source.lines[:_HEAD_LINES]) else 0.0


def read(source: SourceText) -> Sheet:
    """Read the frame line by line; the body begins after the choice of versions."""
    view = next(number for number, line in enumerate(source.lines, 1) if _VIEW.match(line))
    last = view
    while last < len(source.lines) and (
        _VIEW_CHOICE.match(source.line(last + 1)) or not source.line(last + 1).strip()
    ):
        last += 1
    found: list[Found] = []
    zones: list[Zone] = []
    for number in range(1, last + 1):
        line = source.line(number).strip()
        if not line:
            continue
        here = LineRange(number, number)
        values = [] if _CHROME.match(line) else list(_read_line(line, here, found, source))
        found.extend(values)
        zones.append(Zone(here, "field", values[0].field) if values else Zone(here, "debris"))
    text = [number for number in range(last + 1, len(source.lines) + 1) if source.line(number).strip()]
    return Sheet(tuple(found), tuple(zones), LineRange(text[0], text[-1]) if text else None)


def _read_line(line: str, here: LineRange, before: list[Found], source: SourceText) -> Iterator[Found]:
    seen = {field for field, _ in before}
    date = read_date(line)
    if date and "dates" not in seen:
        yield catalogued_date(date, line, "page_heading", here)
    elif CREDIT_LINE.match(line):
        yield from read_credit_line(line, here.first)
    elif quoted_title(line):
        yield from _citation(line, here)
    elif _ADDRESS_ALONE.match(line):
        if "source_url" not in seen:
            yield from read_printed_address(line, (here,))
    elif here.first > 1 and _stands_between_get_and_citation(source, here.first):
        yield catalogued_summary(line, here)


def _stands_between_get_and_citation(source: SourceText, number: int) -> bool:
    lines = [line.strip().casefold() for line in source.lines[: number - 1]]
    return "get citation" in lines and "share document" not in " ".join(lines)


def _citation(line: str, here: LineRange) -> Iterator[Found]:
    address = _ADDRESS_AT_END.search(line)
    yield from catalogued_citation(line[: address.start()] if address else line, here)
    if address:
        yield from read_printed_address(address["url"], (here,))
