"""The labelled sections of a cover sheet, each read as what its label says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.languages import languages_in, tag_of
from archivegen.records.values import LineRange, Lines, Value, Version
from archivegen.seeds.citation import read_citation, read_printed_address
from archivegen.seeds.credit_line import read_funders
from archivegen.seeds.draft import Found
from archivegen.seeds.layouts.page_details import language_value

_ADDRESS = re.compile(r"^\s*<?(?P<url>https?://[^\s<>]+?)>?\s*$")
_KINDS = "Translation|Transcription|Transcript|Scan|Original"
VERSION_LINE = re.compile(
    rf"^\s*[-•*]?\s*(?:(?P<kind>{_KINDS})\s*[-–—]\s*(?P<language>[A-Z][\w ]+?)|"
    rf"(?P<language_first>[A-Z]\w+)\s+(?P<kind_last>{_KINDS})|(?P<kind_alone>Scan|Original))\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Section:
    """A label, the lines of its value that are not blank, by number, and all lines of the section."""

    field: str
    rows: tuple[tuple[int, str], ...]
    lines: LineRange

    @property
    def text(self) -> str:
        """The value as one text."""
        return " ".join(text for _, text in self.rows)

    @property
    def value_lines(self) -> Lines:
        """The lines the value stands on."""
        return (LineRange(self.rows[0][0], self.rows[-1][0]),)


def read_section(section: Section) -> Iterator[Found]:
    """Yield what a section of the cover sheet says; nothing for one whose value is lost."""
    if not section.rows:
        return
    if section.field == "citation":
        yield from _read_citation_section(section)
    elif section.field == "versions":
        yield from _read_versions(section)
    elif section.field == "original_language":
        for wording in languages_in(section.text):
            yield Found("original_language", language_value(wording, section.value_lines))
    else:
        words = " ".join(section.text.split())
        value = Value(value=words, rule="label", by="cataloguer", lines=section.value_lines)
        yield Found(section.field, value)
        if section.field == "credits":
            yield from read_funders(words, section.value_lines)


def _read_citation_section(section: Section) -> Iterator[Found]:
    addresses = [(line, match["url"]) for line, text in section.rows if (match := _ADDRESS.match(text))]
    rows = [(line, text) for line, text in section.rows if not _ADDRESS.match(text)]
    if rows:
        citation = " ".join(text for _, text in rows)
        lines = (LineRange(rows[0][0], rows[-1][0]),)
        yield Found("citation", Value(value=citation, rule="label", by="cataloguer", lines=lines))
        yield from read_citation(citation, lines)
    for line, url in addresses[:1]:
        yield from read_printed_address(url, (LineRange(line, line),))


def _read_versions(section: Section) -> Iterator[Found]:
    """Yield each line of the list of contents as a version; the first language is that of the text below."""
    has_language = False
    for number, line in section.rows:
        here = (LineRange(number, number),)
        match = VERSION_LINE.match(line)
        language = (match["language"] or match["language_first"]) if match else None
        kind = (match["kind"] or match["kind_last"] or match["kind_alone"]).casefold() if match else "other"
        tag = tag_of(language) if language else None
        yield Found(
            "versions",
            Version(
                value=line,
                kind=kind,
                language=tag,
                rule="version_list",
                by="cataloguer",
                lines=here,
                certainty="certain" if match else "uncertain",
            ),
        )
        if language and not has_language:
            has_language = True
            yield Found("language", language_value(language, here, "version_list"))
