"""A cover sheet flattened into one line: labels stand in the middle of it, and the text goes on behind the last.

The words of the line before the text are fields; the body is what remains of the line, and what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Value, Version
from archivegen.seeds.catalogued import catalogued_date
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.cover_sections import Section, read_section
from archivegen.seeds.layouts.page_details import language_value

NAME = "flattened_cover"

_LABELS = {
    "Citation:": "citation", "Summary:": "summary", "Credits:": "credits", "Original Language:": "original_language",
    "Contents:": "versions",
}  # fmt: skip
_LABEL = re.compile("|".join(map(re.escape, _LABELS)))
_VERSION = re.compile(
    r"\s*(?P<language>[A-Z][a-z]+)\s+(?P<kind>Translation|Transcription|Scan)\b|"
    r"\s*(?P<kind_first>Translation|Transcription|Scan)\s*[-–]\s*(?P<language_last>[A-Z][a-z]+)\b"
)
_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+)>?\s*$")
_SEARCHED_LINES = 6
_FEWEST_LABELS = 3


def score(source: SourceText) -> float:
    """Return how sure it is: one line near the top has most of a cover sheet's labels, ending with its contents."""
    line = _cover_line(source)
    if line is None:
        return 0.0
    return len(set(_LABEL.findall(source.line(line)))) / len(_LABELS)


def read(source: SourceText) -> Sheet:
    """Read the labels of the line in their order; what follows the list of contents is the body."""
    number = _cover_line(source) or 1
    here = LineRange(number, number)
    text = source.line(number)
    matches = list(_LABEL.finditer(text))
    found = list(_read_head(text[: matches[0].start()], here))
    rest = ""
    for match, end in zip(matches, [m.start() for m in matches[1:]] + [len(text)], strict=True):
        value = text[match.end() : end].strip()
        if match.group() == "Contents:":
            versions, rest = _read_versions(value, here)
            found.extend(versions)
        else:
            found.extend(_read_value(_LABELS[match.group()], value, here))
    lines = (*source.lines[: number - 1], rest, *source.lines[number:])
    is_filled = [bool(line.strip()) for line in lines]
    first = next((n for n, filled in enumerate(is_filled, 1) if filled and n >= number), None)
    body = LineRange(first, max(n for n, filled in enumerate(is_filled, 1) if filled)) if first else None
    zones = () if rest.strip() else (Zone(here, "field", "citation"),)
    return Sheet(tuple(found), zones, body, replace(source, lines=lines))


def _cover_line(source: SourceText) -> int | None:
    for number, line in enumerate(source.lines[:_SEARCHED_LINES], 1):
        labels = set(_LABEL.findall(line))
        if len(labels) >= _FEWEST_LABELS and "Citation:" in labels:
            return number
    return None


def _read_head(text: str, here: LineRange) -> Iterator[Found]:
    """Yield the date and the title that stand before the first label."""
    date = next(find_dates(text), None)
    if date is None:
        return
    yield catalogued_date(date.edtf, date.wording, "heading_date", here)
    title = " ".join(text[date.end :].split())
    if title:
        yield Found("title", Value(value=title, rule="heading_title", by="cataloguer", lines=(here,)))


def _read_value(field: str, value: str, here: LineRange) -> Iterator[Found]:
    address = _ADDRESS.search(value) if field == "citation" else None
    rows = [value[: address.start()].strip(), address["url"]] if address else [value]
    yield from read_section(Section(field, tuple((here.first, row) for row in rows if row), here))


def _read_versions(value: str, here: LineRange) -> tuple[list[Found], str]:
    """Return the versions that a text begins with, and the text behind them."""
    found: list[Found] = []
    position = 0
    while match := _VERSION.match(value, position):
        language = language_value(match["language"] or match["language_last"], (here,), "version_list")
        kind = (match["kind"] or match["kind_first"]).casefold()
        version = Version(
            value=match.group().strip(),
            kind=kind,
            language=language.value,
            rule="version_list",
            by="cataloguer",
            lines=(here,),
        )
        if not found:
            found.append(Found("language", language))
        found.append(Found("versions", version))
        position = match.end()
    return found, value[position:].strip()
