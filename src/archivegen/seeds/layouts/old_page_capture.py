"""A saved page of an older document site, with bullets and its search form: the title is in the citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.languages import tag_of
from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Version
from archivegen.seeds.catalogued import (
    catalogued_citation,
    catalogued_date,
    catalogued_summary,
    catalogued_title,
)
from archivegen.seeds.citation import parse_citation, read_printed_address, without_address
from archivegen.seeds.credit_line import CREDIT_LINE, read_credit_line
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.page_details import language_value
from archivegen.seeds.source_text import SourceText

NAME = "old_page_capture"

_CHROME = re.compile(
    r"^\s*(?:[•*]\s*)?(?:Search in|ADD SEARCH FILTER.*|(?:Digital Archive )?International History Declassified|Digital Archive|"
    r"CITATION SHARE DOWNLOAD|Citation|get citation|share document|download|VIEW DOCUMENT IN)\s*$",
    re.IGNORECASE,
)
# What no other page has.
_ONLY_HERE = {"view document in", "get citation", "share document"}
_VERSION = re.compile(r"^\s*(?:[•*]\s*)?(?P<wording>(?P<language>[A-Z][a-z]+)\s+(?P<kind>HTML|PDF))\s*$")
_KINDS = {"HTML": "text", "PDF": "scan"}
_ADDRESS_ALONE = re.compile(r"^\s*<?(?P<url>https?://[^\s<>]+)>?\s*$")
_HEAD_LINES = 40
_FEWEST_WORDS_OF_HOST, _LONGEST_OF_HOST = 3, max(map(len, _ONLY_HERE))


def score(source: SourceText) -> float:
    """Return how sure it is: the words of the site's frame above the text."""
    bare = [line.strip(" •*") for line in source.lines[:_HEAD_LINES]]
    if _ONLY_HERE.isdisjoint([words.casefold() for words in bare if len(words) <= _LONGEST_OF_HOST]):
        return 0.0
    frame = {line.strip(" •*").casefold() for line in source.lines[:_HEAD_LINES] if _CHROME.match(line)}
    is_sure = bool(frame & _ONLY_HERE) and len(frame) >= _FEWEST_WORDS_OF_HOST
    return 1.0 if is_sure else 0.0


def read(source: SourceText) -> Sheet:
    """Read the frame line by line; the body begins after the choice of versions."""
    found: list[Found] = []
    zones: list[Zone] = []
    above: list[str] = []
    last = _last_line_of_frame(source)
    for number in range(1, last + 1):
        line = source.line(number).strip()
        if not line:
            continue
        here = LineRange(number, number)
        values = (
            [] if _CHROME.match(line) else list(_read_line(line, here, {field for field, _ in found}, above))
        )
        above.append(line.strip("•* ").casefold())
        found.extend(values)
        zones.append(Zone(here, "field", values[0].field) if values else Zone(here, "debris"))
    text = [number for number in range(last + 1, len(source.lines) + 1) if source.line(number).strip()]
    return Sheet(tuple(found), tuple(zones), LineRange(text[0], text[-1]) if text else None)


def _last_line_of_frame(source: SourceText) -> int:
    """Return the last of the lines with the site's own words, and of the addresses and versions below it."""
    last = max(number for number, line in enumerate(source.lines[:_HEAD_LINES], 1) if _CHROME.match(line))
    while last < len(source.lines):
        line = source.line(last + 1)
        if line.strip() and not (_VERSION.match(line) or _ADDRESS_ALONE.match(line)):
            break
        last += 1
    return last


def _read_line(line: str, here: LineRange, seen: set[str], above: list[str]) -> Iterator[Found]:
    date = read_date(line)
    version = _VERSION.match(line)
    address = _ADDRESS_ALONE.match(line)
    if date and "dates" not in seen:
        yield catalogued_date(date, line, "page_heading", here)
    elif CREDIT_LINE.match(line):
        yield from read_credit_line(line, here.first)
    elif address:
        yield from read_printed_address(address["url"], (here,))
    elif version:
        yield from _read_version(version, here, seen)
    elif parse_citation(without_address(line)[0]):
        yield from catalogued_citation(line, here)
    elif _stand_below("get citation", above):
        yield catalogued_summary(line, (here,))
    elif "dates" in seen and "title" not in seen:
        yield catalogued_title(line, "page_heading", here)


def _read_version(version: re.Match[str], here: LineRange, seen: set[str]) -> Iterator[Found]:
    """Yield a version by its language; the first one that is text is the text that follows."""
    kind = _KINDS[version["kind"]]
    found = Version(
        value=version["wording"],
        kind=kind,
        language=tag_of(version["language"]),
        rule="version_list",
        by="cataloguer",
        lines=(here,),
    )
    yield Found("versions", found)
    if kind == "text" and "language" not in seen:
        yield Found("language", language_value(version["language"], (here,), "version_list"))


def _stand_below(words: str, above: list[str]) -> bool:
    """Say whether these words of the frame are above, and not yet the next ones."""
    return words in above and not any("share document" in line or "view document" in line for line in above)
