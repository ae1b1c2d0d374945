"""A cover sheet with labelled headings, then the text: date and title on top, `Citation:`, `Summary:`, and so on.

Labels stand on lines of their own, bold or plain, with the value below; or inline before the value. A label whose
value is lost says nothing: the next label is never its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Value
from archivegen.seeds.catalogued import catalogued_date
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.layouts.cover_sections import VERSION_LINE, Section, read_section
from archivegen.seeds.vocabulary import alternatives

NAME = "cover_sheet"

_LABELS = {
    "citation": "citation", "summary": "summary", "credits": "credits", "original language": "original_language",
    "original languages": "original_language",
    "contents": "versions",
}  # fmt: skip
_LABEL = re.compile(
    rf"^\s*\**\s*(?P<label>{alternatives(_LABELS)})\s*:?\s*\**\s*:?\s*\**\s*(?P<value>.*?)\s*$", re.IGNORECASE
)
# A bold label that no field has: it ends the value before it.
_OTHER_LABEL = re.compile(r"^\s*\*\*(?P<label>[A-Z][\w ()]{2,40}):\*\*\s*(?P<value>.*?)\s*$")
_EMPHASIS = re.compile(r"^\s*\**|\**\s*$")
_SEARCHED_LINES = 80
# Above the first label stand at most a date and a title of a few lines, and what a host put before them.
_HEAD_LINES = 8


def score(source: SourceText) -> float:
    """Return how sure it is, from 0 to 1, that the file begins with a labelled cover sheet."""
    filled = [line for line in source.lines[:_SEARCHED_LINES] if line.strip()]
    matches = [
        (place, match)
        for place, line in enumerate(filled)
        if (match := _LABEL.match(line)) and _is_label(line, match)
    ]
    if not matches or matches[0][0] >= _HEAD_LINES:
        return 0.0
    labels = {match["label"].casefold() for _, match in matches}
    return min(1.0, len(labels) / 4) if "citation" in labels or len(labels) > 2 else 0.0


def read(source: SourceText) -> Sheet:
    """Read the cover sheet; the body is what follows its last section."""
    sections = _sections(source)
    head = tuple(_head(source, sections[0].lines.first - 1))
    found = [value for value, _ in head]
    zones = [Zone(lines, "field", value.field) for value, lines in head]
    for section in sections:
        found.extend(read_section(section))
        zones.append(Zone(section.lines, "field", section.field))
    first = sections[-1].lines.last + 1
    has_body = any(line.strip() for line in source.lines[first - 1 :])
    return Sheet(tuple(found), tuple(zones), LineRange(first, len(source.lines)) if has_body else None)


def _is_label(line: str, match: re.Match[str]) -> bool:
    """Say whether a line is a label rather than a sentence that begins with the same word."""
    return ":" in line[: match.start("value") + 1] or (line.strip().startswith("**") and not match["value"])


def _sections(source: SourceText) -> list[Section]:
    starts = [
        (number, match)
        for number, line in enumerate(source.lines[:_SEARCHED_LINES], 1)
        if ((match := _LABEL.match(line)) and _is_label(line, match)) or (match := _OTHER_LABEL.match(line))
    ]
    sections = []
    for index, (number, match) in enumerate(starts):
        next_start = starts[index + 1][0] if index + 1 < len(starts) else None
        sections.append(_section(source, number, match, next_start))
    return sections


def _field_of(label: str) -> str:
    """Return the field of a label; what stands under a label that no field has is kept as a note."""
    return _LABELS.get(label.casefold(), "notes")


def _section(source: SourceText, number: int, match: re.Match[str], next_start: int | None) -> Section:
    field = _field_of(match["label"])
    end = next_start - 1 if next_start else _end_of_last_value(source, number, field, match["value"])
    rows = [(number, match["value"])]
    rows += [(line, source.line(line).strip()) for line in range(number + 1, end + 1)]
    return Section(field, tuple(row for row in rows if row[1]), LineRange(number, end))


def _end_of_last_value(source: SourceText, number: int, field: str, inline: str) -> int:
    """Return the last line of the last label's value: its version lines, or else its first paragraph."""
    last = line = number
    while line < len(source.lines):
        line += 1
        text = source.line(line)
        if field == "versions":
            if VERSION_LINE.match(text):
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
            here = LineRange(number, number)
            yield catalogued_date(date, text, "heading_date", here), here
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
