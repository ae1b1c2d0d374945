"""The sections of a cover sheet, each read as what its label, or its own words, say that it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.languages import languages_in, tag_of
from archivegen.records.values import LineRange, Value, Version
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.catalogued import catalogued_citation, catalogued_summary
from archivegen.seeds.citation import read_printed_address
from archivegen.seeds.credit_line import read_credit_line, read_funders
from archivegen.seeds.draft import Found
from archivegen.seeds.layouts.cover_units import VERSION_LINE
from archivegen.seeds.layouts.page_details import language_value
from archivegen.seeds.text_language import language_of


@dataclass(frozen=True, slots=True)
class Section:
    """Lines of a cover sheet that belong to one field; `has_label` says that a label names it."""

    field: str
    text: str
    lines: LineRange
    has_label: bool = True


def read_sections(sections: list[Section], text: str) -> Iterator[Found]:
    """Yield what the sections say; the version in the language of the text below is the text that follows."""
    languages = [
        value for section in sections if section.field == "versions" for value in _languages(section)
    ]
    for section in sections:
        yield from _read_section(section)
    if len({value.value for value in languages}) > 1:
        # Only the text itself can decide between several.
        text_language = language_of(text)
        languages.sort(key=lambda value: value.value != text_language)
    if languages:
        yield Found("language", languages[0])


def _read_section(section: Section) -> Iterator[Found]:
    here = (section.lines,)
    rule = "label" if section.has_label else "label_lost"
    if section.field == "citation":
        yield from catalogued_citation(section.text, section.lines, rule)
    elif section.field == "source_url":
        yield from read_printed_address(section.text.strip("<> "), here)
    elif section.field == "versions":
        yield Found("versions", _version(section))
    elif section.field == "original_language":
        for wording in languages_in(section.text):
            yield Found("original_language", language_value(wording, here, rule))
    elif section.field == "summary" and not section.has_label:
        yield catalogued_summary(section.text, here, rule)
    elif section.field == "credits" and not section.has_label:
        yield from read_credit_line(section.text, section.lines.first)
    else:
        words = " ".join(section.text.split())
        yield Found(section.field, Value(value=words, rule=rule, by="cataloguer", lines=here))
        if section.field == "credits":
            yield from read_funders(words, here)


def _version(section: Section) -> Version:
    match = VERSION_LINE.match(section.text)
    kind = in_small_letters(match["kind"] or match["kind_last"] or match["kind_alone"]) if match else "other"
    language = (match["language"] or match["language_first"]) if match else None
    return Version(
        value=section.text,
        kind=kind,
        language=tag_of(language) if language else None,
        rule="version_list",
        by="cataloguer",
        lines=(section.lines,),
        certainty="certain" if match else "uncertain",
    )


def _languages(section: Section) -> Iterator[Value]:
    match = VERSION_LINE.match(section.text)
    language = (match["language"] or match["language_first"]) if match else None
    # “Original Scan” names no language.
    if language and tag_of(language):
        yield language_value(language, (section.lines,), "version_list")
