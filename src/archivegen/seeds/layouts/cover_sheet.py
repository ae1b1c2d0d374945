"""A cover sheet with labelled headings, then the text: date and title on top, `Citation:`, `Summary:`, and so on.

Labels stand on lines of their own, bold or plain, with the value below; or inline before the value. A label whose
value is lost says nothing: the next label is never its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.languages import tag_of
from archivegen.records.record import Zone
from archivegen.records.values import (
    AgentValue,
    DateValue,
    Identifier,
    LineRange,
    Value,
    Version,
)
from archivegen.seeds.citation import read_citation
from archivegen.seeds.date_reading import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet

NAME = "cover_sheet"

_LABELS = {
    "citation": "citation", "summary": "summary", "credits": "credits", "original language": "original_language",
    "contents": "versions",
}  # fmt: skip
_LABEL = re.compile(
    rf"^\s*\**\s*(?P<label>{'|'.join(_LABELS)})\s*:?\s*\**\s*:?\s*\**\s*(?P<value>.*?)\s*$", re.IGNORECASE
)
_ADDRESS = re.compile(r"^\s*<?(?P<url>https?://[^\s<>]+?)>?\s*$")
_RECORD_NUMBER = re.compile(r"/(?P<number>\d{3,})/?$")
_VERSION = re.compile(
    r"^\s*[-•*]?\s*(?P<kind>Translation|Transcription|Transcript|Scan|Original)\s*[-–—]\s*(?P<language>[\w ]+?)\s*$",
    re.IGNORECASE,
)
_FUNDERS = re.compile(r"\bwith\s+(?:the\s+)?(?:generous\s+)?support\s+(?:from|of)\s+(?P<names>.+?)\.?\s*$")
_EMPHASIS = re.compile(r"^\s*\**|\**\s*$")
_SEARCHED_LINES = 80


@dataclass(frozen=True, slots=True)
class _Section:
    """A label, the value beside or below it, the first line of the value, and all lines of the section."""

    field: str
    text: str
    value_line: int
    lines: LineRange


def score(source: SourceText) -> float:
    """Return how sure it is, from 0 to 1, that the file begins with a labelled cover sheet."""
    labels = {
        match["label"].casefold()
        for line in source.lines[:_SEARCHED_LINES]
        if (match := _LABEL.match(line)) and _is_label(line, match)
    }
    return min(1.0, len(labels) / 4) if "citation" in labels or len(labels) > 1 else 0.0


def read(source: SourceText) -> Sheet:
    """Read the cover sheet; the body is what follows its last section."""
    sections = _sections(source)
    head = tuple(_head(source, sections[0].lines.first - 1))
    found = [value for value, _ in head]
    zones = [Zone(lines, "field", value.field) for value, lines in head]
    for section in sections:
        found.extend(_read_section(section, source))
        zones.append(Zone(section.lines, "field", section.field))
    first = sections[-1].lines.last + 1
    has_body = any(line.strip() for line in source.lines[first - 1 :])
    return Sheet(tuple(found), tuple(zones), LineRange(first, len(source.lines)) if has_body else None)


def _is_label(line: str, match: re.Match[str]) -> bool:
    """Say whether a line is a label rather than a sentence that begins with the same word."""
    return ":" in line[: match.start("value") + 1] or (line.strip().startswith("**") and not match["value"])


def _sections(source: SourceText) -> list[_Section]:
    starts = [
        (number, match)
        for number, line in enumerate(source.lines[:_SEARCHED_LINES], 1)
        if (match := _LABEL.match(line)) and _is_label(line, match)
    ]
    sections = []
    for index, (number, match) in enumerate(starts):
        next_start = starts[index + 1][0] if index + 1 < len(starts) else None
        sections.append(_section(source, number, match, next_start))
    return sections


def _section(source: SourceText, number: int, match: re.Match[str], next_start: int | None) -> _Section:
    field = _LABELS[match["label"].casefold()]
    end = next_start - 1 if next_start else _end_of_last_value(source, number, field, match["value"])
    value_lines = [(number, match["value"])] if match["value"] else []
    value_lines += [(line, source.line(line)) for line in range(number + 1, end + 1)]
    filled = [(line, text.strip()) for line, text in value_lines if text.strip()]
    text = "\n".join(text for _, text in filled)
    return _Section(field, text, filled[0][0] if filled else number, LineRange(number, end))


def _end_of_last_value(source: SourceText, number: int, field: str, inline: str) -> int:
    """Return the last line of the last label's value: its version lines, or else its first paragraph."""
    last = line = number
    while line < len(source.lines):
        line += 1
        text = source.line(line)
        if field == "versions":
            if _VERSION.match(text):
                last = line
            elif text.strip():
                break
        elif text.strip():
            if inline:
                break
            last = line
        elif last > number:
            break
    return last


def _head(source: SourceText, last_line: int) -> Iterator[tuple[Found, LineRange]]:
    """Yield the date and the title that stand above the first label."""
    title: list[int] = []
    for number in range(1, last_line + 1):
        text = _EMPHASIS.sub("", source.line(number)).strip()
        date = read_date(text)
        if date and not title:
            value: Value = DateValue(
                value=date,
                type="created",
                principal=True,
                rule="heading_date",
                by="cataloguer",
                as_written=text if text != date else None,
                lines=(LineRange(number, number),),
            )
            yield Found("dates", value), LineRange(number, number)
        elif text:
            title.append(number)
        elif title:
            break
    if title:
        lines = LineRange(title[0], title[-1])
        words = " ".join(_EMPHASIS.sub("", source.line(number)).strip() for number in title)
        yield (
            Found("title", Value(value=words, rule="heading_title", by="cataloguer", lines=(lines,))),
            lines,
        )


def _read_section(section: _Section, source: SourceText) -> Iterator[Found]:
    here = (LineRange(section.value_line, section.value_line),)
    if not section.text:
        return
    if section.field == "citation":
        yield from _read_citation_section(section, source)
    elif section.field == "versions":
        yield from _read_versions(section, source)
    elif section.field == "original_language":
        tag = tag_of(section.text)
        yield Found(
            "original_language",
            Value(
                value=tag or section.text,
                as_written=section.text if tag else None,
                rule="label",
                by="cataloguer",
                lines=here,
            ),
        )
    else:
        lines = (LineRange(section.value_line, section.value_line + section.text.count("\n")),)
        words = " ".join(section.text.split())
        yield Found(section.field, Value(value=words, rule="label", by="cataloguer", lines=lines))
        if section.field == "credits":
            yield from _funders(words, lines)


def _read_citation_section(section: _Section, source: SourceText) -> Iterator[Found]:
    addresses = [
        (number, match["url"])
        for number in range(section.lines.first, section.lines.last + 1)
        if (match := _ADDRESS.match(source.line(number)))
    ]
    citation = " ".join(line for line in section.text.split("\n") if not _ADDRESS.match(line))
    if citation:
        here = (LineRange(section.value_line, section.value_line),)
        yield Found("citation", Value(value=citation, rule="label", by="cataloguer", lines=here))
        yield from read_citation(citation, section.value_line)
    for number, url in addresses[:1]:
        here = (LineRange(number, number),)
        yield Found("source_url", Value(value=url, rule="printed_address", by="cataloguer", lines=here))
        record_number = _RECORD_NUMBER.search(url)
        if record_number:
            yield Found(
                "identifiers",
                Identifier(
                    value=record_number["number"],
                    kind="record_number",
                    rule="record_number",
                    status="derived",
                    by="cataloguer",
                    lines=here,
                ),
            )


def _read_versions(section: _Section, source: SourceText) -> Iterator[Found]:
    for number in range(section.lines.first, section.lines.last + 1):
        match = _VERSION.match(source.line(number)) or _VERSION.match(section.text)
        if not match or (number == section.lines.first and number != section.value_line):
            continue
        if not source.line(number).strip():
            continue
        tag = tag_of(match["language"])
        here = (LineRange(number, number),)
        yield Found(
            "versions",
            Version(
                value=source.line(number).strip(),
                kind=match["kind"].casefold(),
                language=tag,
                rule="version_list",
                by="cataloguer",
                lines=here,
            ),
        )
        if number == section.value_line:
            yield Found(
                "language",
                Value(
                    value=tag or match["language"],
                    as_written=match["language"],
                    rule="version_list",
                    by="cataloguer",
                    lines=here,
                ),
            )


def _funders(credits_line: str, lines: tuple[LineRange, ...]) -> Iterator[Found]:
    match = _FUNDERS.search(credits_line)
    for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", match["names"]) if match else ():
        words = re.sub(r"^the\s+", "", name.strip())
        yield Found(
            "funders",
            AgentValue(
                value=words,
                kind="body",
                rule="credits_sentence",
                status="derived",
                by="cataloguer",
                lines=lines,
            ),
        )
