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
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.cover_sections import Section, read_sections
from archivegen.seeds.layouts.cover_units import SHOW_MORE, is_language
from archivegen.seeds.source_text import SourceText

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
_ADDRESS = re.compile(r"<?https?://[^\s<>]+>?")
_THANKS = re.compile(r"\bThis document was made possible\b")
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
        section
        for label, after in inner
        for section in _whole_sections(
            _LABELS[label.group()], text[label.end() : after.start() if after else None], here
        )
    ]
    last_sections, rest = _divided(_LABELS[last[0].group()], text[last[0].end() :], here)
    lines = _without_button(("",) * (number - 1) + (rest, *source.lines[number:]))
    filled = [n for n, line in enumerate(lines, 1) if line.strip()]
    debris = [n for n, line in enumerate(source.lines, 1) if line.strip() and n != number and n not in filled]
    found = [
        *_read_head(head, here),
        *read_sections(
            [section for section in (*sections, *last_sections) if section.text],
            "\n".join(lines),
        ),
    ]
    zones = [Zone(LineRange(n, n), "debris") for n in debris]
    zones += [] if rest.strip() else [Zone(here, "field", "citation")]
    body = LineRange(filled[0], filled[-1]) if filled else None
    return Sheet(tuple(found), tuple(zones), body, source.with_lines(lines))


def _without_button(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines without the host's button below the last of them."""
    last = max((n for n, line in enumerate(lines) if line.strip()), default=0)
    return (*lines[:last], SHOW_MORE.sub("", lines[last]), *lines[last + 1 :])


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
        yield from read_sections([Section("citation", citation, here, has_label=False)], "")
        text = text[: quoted.start()]
    date = next(find_dates(text), None)
    if date is None:
        return
    yield catalogued_date(date.edtf, date.wording, "heading_date", here)
    if text[date.end :].strip():
        yield catalogued_title(text[date.end :], "heading_title", here)


def _whole_sections(field: str, value: str, here: LineRange) -> Iterator[Section]:
    """Yield the section of a label, and what stands behind its value because the next label is lost.

    A citation ends with its address, a line of thanks begins with its own words and is one sentence.
    """
    address = _ADDRESS.search(value) if field == "citation" else None
    thanks = _THANKS.search(value) if field != "credits" else None
    ends = [match.start() for match in (thanks,) if match] + [match.end() for match in (address,) if match]
    end = min(ends, default=len(value))
    if (
        field == "credits"
        and (sentence := _END_OF_SENTENCE.search(value))
        and is_language(value[sentence.end() :].strip())
    ):
        end = sentence.end()
    yield Section(field, value[:end].strip(), here)
    rest = value[end:].strip()
    if rest.startswith("This document"):
        yield from (replace(section, has_label=False) for section in _whole_sections("credits", rest, here))
    elif rest and is_language(rest):
        yield Section("original_language", rest, here, has_label=False)
    elif rest:
        yield from (replace(section, has_label=False) for section in _whole_sections("summary", rest, here))


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
