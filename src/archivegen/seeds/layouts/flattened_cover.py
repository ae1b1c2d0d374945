"""A cover sheet flattened into one line: labels stand in the middle of it, and the text goes on behind the last.

The words of the line before the text are fields; the body is what remains of the line, and what follows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.records.languages import tag_of
from archivegen.records.record import Zone
from archivegen.records.values import LineRange
from archivegen.seeds.catalogued import catalogued_date, catalogued_title
from archivegen.seeds.citation import parse_citation, without_address
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.cover_sections import Section, read_sections
from archivegen.seeds.layouts.cover_units import SHOW_MORE
from archivegen.seeds.text_language import language_of

NAME = "flattened_cover"

_LABELS = {
    "Citation:": "citation", "Summary:": "summary", "Credits:": "credits", "Original Language:": "original_language",
    "Contents:": "versions",
}  # fmt: skip
_LABEL = re.compile("|".join(map(re.escape, _LABELS)))
_VERSION = re.compile(
    r"\s*(?:[A-Z][a-z]+\s+(?:Translation|Transcription|Transcript|Scan|Original)|"
    r"(?:Translation|Transcription|Transcript|Scan)\s*[-–]\s*[A-Z][a-z]+)\b"
)
_LANGUAGES = re.compile(r"\s*(?P<first>[A-Z][a-z]+)(?:(?:\s+and\s+|[,;]\s*)(?P<next>[A-Z][a-z]+))*")
_END_OF_SENTENCE = re.compile(r"[.!?][”\"]?(?=\s|$)")
_QUOTED = re.compile(r"[“\"]")
_SEARCHED_LINES = 6
_FEWEST_LABELS = 3


def score(source: SourceText) -> float:
    """Return how sure it is: one line near the top has most of a cover sheet's labels."""
    return 1.0 if _cover_line(source) else 0.0


def read(source: SourceText) -> Sheet:
    """Read the labels of the line in their order; what follows the list of contents is the body."""
    number = _cover_line(source) or 1
    here = LineRange(number, number)
    matches = _labels_of(source.line(number))
    head = source.line(number)[: matches[0].start()]
    *inner, last = zip(matches, [*matches[1:], None], strict=True)
    text = source.line(number)
    sections = [
        Section(_LABELS[label.group()], text[label.end() : after.start() if after else None].strip(), here)
        for label, after in inner
    ]
    last_sections, rest = _divided(_LABELS[last[0].group()], text[last[0].end() :], here)
    lines = (*[""] * (number - 1), rest, *source.lines[number:])
    filled = [n for n, line in enumerate(lines, 1) if line.strip()]
    debris = [n for n in range(1, number) if source.line(n).strip()]
    while filled and SHOW_MORE.match(lines[filled[-1] - 1]):
        debris.append(filled.pop())
    found = [
        *_read_head(head, here),
        *read_sections(
            [section for section in (*sections, *last_sections) if section.text],
            language_of("\n".join(lines)),
        ),
    ]
    zones = [Zone(LineRange(n, n), "debris") for n in debris]
    zones += [] if rest.strip() else [Zone(here, "field", "citation")]
    body = LineRange(filled[0], filled[-1]) if filled else None
    return Sheet(tuple(found), tuple(zones), body, replace(source, lines=lines))


def _cover_line(source: SourceText) -> int | None:
    for number, line in enumerate(source.lines[:_SEARCHED_LINES], 1):
        labels = set(_LABEL.findall(line)) if ":" in line else ()
        if len(labels) >= _FEWEST_LABELS or (len(labels) > 1 and parse_citation(_cited(line))):
            return number
    return None


def _cited(line: str) -> str:
    """Return what a line has from its first quotation mark to its next label: the place of a citation."""
    quoted = _QUOTED.search(line)
    if quoted is None:
        return ""
    label = _LABEL.search(line, quoted.end())
    return line[quoted.start() : label.start() if label else None]


def _labels_of(text: str) -> list[re.Match[str]]:
    """Return the labels of a line, each of them once; behind the list of contents the text has begun."""
    seen: dict[str, re.Match[str]] = {}
    for match in _LABEL.finditer(text):
        seen.setdefault(match.group(), match)
        if match.group() == "Contents:":
            break
    return list(seen.values())


def _read_head(text: str, here: LineRange) -> Iterator[Found]:
    """Yield the date and the title that stand before the first label, and a citation that has lost its own."""
    quoted = _QUOTED.search(text)
    citation = text[quoted.start() :].strip() if quoted else ""
    if quoted and parse_citation(without_address(citation)[0]):
        yield from read_sections([Section("citation", citation, here)], None)
        text = text[: quoted.start()]
    date = next(find_dates(text), None)
    if date is None:
        return
    yield catalogued_date(date.edtf, date.wording, "heading_date", here)
    if text[date.end :].strip():
        yield catalogued_title(text[date.end :], "heading_title", here)


def _divided(field: str, value: str, here: LineRange) -> tuple[list[Section], str]:
    """Return the sections that a line ends with, by its last label, and the text behind them."""
    sections: list[Section] = []
    position = 0
    if field == "original_language":
        languages = _LANGUAGES.match(value)
        is_language = (
            languages and tag_of(languages["first"]) and tag_of(languages["next"] or languages["first"])
        )
        position = languages.end() if languages and is_language else 0
    elif field != "versions":
        version = _VERSION.search(value)
        sentence = _END_OF_SENTENCE.search(value)
        position = version.start() if version else sentence.end() if sentence else len(value)
    if position:
        sections.append(Section(field, value[:position].strip(), here))
    while version := _VERSION.match(value, position):
        sections.append(Section("versions", version.group().strip(), here))
        position = version.end()
    return sections, value[position:].strip()
