"""The labelled sections of a cover sheet, each read as what its label says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.languages import tag_of
from archivegen.records.values import AgentValue, Identifier, LineRange, Value, Version
from archivegen.seeds.citation import read_citation
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found

_ADDRESS = re.compile(r"^\s*<?(?P<url>https?://[^\s<>]+?)>?\s*$")
_RECORD_NUMBER = re.compile(r"/(?P<number>\d{3,})/?$")
VERSION_LINE = re.compile(
    r"^\s*[-•*]?\s*(?P<kind>Translation|Transcription|Transcript|Scan|Original)\s*[-–—]\s*(?P<language>[\w ]+?)\s*$",
    re.IGNORECASE,
)
_FUNDERS = re.compile(r"\bwith\s+(?:the\s+)?(?:generous\s+)?support\s+(?:from|of)\s+(?P<names>.+?)\.?\s*$")


@dataclass(frozen=True, slots=True)
class Section:
    """A label, the value beside or below it, the first line of the value, and all lines of the section."""

    field: str
    text: str
    value_line: int
    lines: LineRange


def read_section(section: Section, source: SourceText) -> Iterator[Found]:
    """Yield what a section of the cover sheet says; nothing for one whose value is lost."""
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


def _read_citation_section(section: Section, source: SourceText) -> Iterator[Found]:
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


def _read_versions(section: Section, source: SourceText) -> Iterator[Found]:
    for number in range(section.lines.first, section.lines.last + 1):
        match = VERSION_LINE.match(source.line(number)) or VERSION_LINE.match(section.text)
        if not match or (number == section.lines.first and number != section.value_line):
            continue
        if not source.line(number).strip():
            continue
        tag = tag_of(match["language"])
        here = (LineRange(number, number),)
        yield Found(
            "versions",
            Version(
                value=match.group().strip(),
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
