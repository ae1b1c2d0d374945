"""The rows of a catalogue's head, each read as what its label says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archivegen.records.languages import languages_in
from archivegen.records.values import (
    AgentValue,
    Certainty,
    DateValue,
    Identifier,
    LineRange,
    Lines,
    ReferenceCode,
    Value,
)
from archivegen.seeds.alphabet import in_small_letters
from archivegen.seeds.catalogued import catalogued_citation, catalogued_title
from archivegen.seeds.citation import read_printed_address
from archivegen.seeds.credit_line import funders_in, read_funders
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Found
from archivegen.seeds.layouts.catalogue_labels import NOTHING
from archivegen.seeds.layouts.page_details import language_value, read_languages
from archivegen.seeds.names import is_whole_name, split_office_and_name, without_form_of_address
from archivegen.seeds.reference import parts_of, read_reference
from archivegen.seeds.vocabulary import FORMS, NOT_IN_NAMES, OFFICES, alternatives

_FORM = re.compile(rf"\b(?P<form>{alternatives(FORMS)})\b", re.IGNORECASE)
_PLACE_BEFORE_DATE = re.compile(r"^[^\W\d_][^,\d]{1,40},\s+(?=\S)")
_IN_BRACKETS = re.compile(r"\s+\([^()]*\)$")
# They can name a collection, or where a paper lies: only the parts of a reference tell.
_OF_PLACES_IN_ARCHIVES = frozenset("collection series file fonds location signature record group".split())
_OFFICES = frozenset(office.casefold() for office in OFFICES)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the head: its field, with what the value is to it behind a colon, its label, value and lines."""

    field: str | None
    label: str
    value: str
    lines: LineRange

    def with_line(self, words: str, number: int) -> Row:
        """Return the row with one more line."""
        return replace(self, value=f"{self.value} {words}".strip(), lines=LineRange(self.lines.first, number))


def read_row(row: Row, text_language: str | None) -> Iterator[Found]:
    """Yield what a row says; nothing for one whose value is lost or says that there is none."""
    if NOTHING.match(row.value):
        return
    field, _, what = (row.field or "notes").partition(":")
    here, lines = row.lines, (row.lines,)
    if field == "title":
        yield catalogued_title(row.value, "label", here)
    elif field == "dates":
        yield from _read_date(row.value, what, lines)
    elif field in ("creators", "recipients", "contributors", "participants", "people_mentioned"):
        yield from (Found(field, agent) for agent in agents_in(row.value, what or None, lines))
    elif field == "language":
        yield from read_languages(row.value, lines, text_language)
    elif field == "original_language":
        yield from (Found(field, language_value(wording, lines)) for wording in languages_in(row.value))
    elif field == "citation":
        yield from catalogued_citation(row.value, here)
    elif field == "reference_code":
        yield from _read_reference(row, lines)
    elif field == "source_url":
        yield from read_printed_address(row.value.strip("<>"), lines)
    else:
        yield from _read_words(row, field, lines)


def _read_date(wording: str, what: str, lines: Lines) -> Iterator[Found]:
    """Yield a date; the document is listed under the day it was made, or published for want of that."""
    edtf = read_date(wording) or read_date(_PLACE_BEFORE_DATE.sub("", _IN_BRACKETS.sub("", wording)))
    if edtf:
        date = DateValue(
            value=edtf,
            as_written=wording if wording != edtf else None,
            type=what,
            principal=what == "created",
            rule="label",
            by="cataloguer",
            lines=lines,
        )
        yield Found("dates", date)


def _read_reference(row: Row, lines: Lines) -> Iterator[Found]:
    """Yield a source with its repository; under a label of its own a reference needs none to be sure."""
    for field, value in read_reference(row.value, lines):
        if isinstance(value, ReferenceCode) and row.label.casefold() != "source":
            yield Found(
                field,
                replace(
                    value, parts=value.parts or tuple(parts_of(value.value).items()), certainty="certain"
                ),
            )
        else:
            yield Found(field, value)


def _read_words(row: Row, field: str, lines: Lines) -> Iterator[Found]:
    value = Value(value=" ".join(row.value.split()), rule="label", by="cataloguer", lines=lines)
    if field == "identifiers":
        yield Found(
            field,
            Identifier(value=value.value, kind="record_number", rule="label", by="cataloguer", lines=lines),
        )
    elif field == "funders":
        agent = AgentValue(value="", kind="body", rule="label", by="cataloguer", lines=lines)
        yield from (Found(field, replace(agent, value=name)) for name in funders_in(value.value))
    elif field == "subjects":
        yield from (
            Found(field, replace(value, value=part.strip()))
            for part in re.split(r"[;,]", value.value)
            if part.strip()
        )
    elif field == "form" and (match := _FORM.search(value.value)):
        yield Found(
            field, replace(value, value=FORMS[in_small_letters(match["form"])], as_written=value.value)
        )
    elif (
        row.field is None
        and row.label.casefold() in _OF_PLACES_IN_ARCHIVES
        and (parts := parts_of(value.value))
    ):
        yield Found(
            "reference_code",
            ReferenceCode(
                value=value.value, parts=tuple(parts.items()), rule="label", by="cataloguer", lines=lines
            ),
        )
    elif field == "form" or (field == "notes" and row.field is None):
        yield Found("notes", replace(value, value=f"{row.label}: {value.value}"))
    else:
        yield Found(field, value)
        if field == "credits":
            yield from read_funders(value.value, lines)


def agents_in(wording: str, role: str | None, lines: Lines) -> Iterator[AgentValue]:
    """Yield the persons and bodies of a value: a name, names in a list, a name and its office, `Surname, Given`."""
    for part in re.split(r";\s*", wording.strip(" .")):
        names = re.split(r",\s*|\s+and\s+", part)
        if len(names) > 1 and all(map(is_whole_name, names)):
            yield from (_agent(name, role, lines) for name in names)
            continue
        before, sign, after = (piece.strip() for piece in part.partition(","))
        holder = split_office_and_name(after)
        if holder.name and holder.office and is_whole_name(holder.name):
            # "Board of Works, Director Ada Brik"
            yield replace(
                _agent(holder.name, role, lines), office=f"{holder.office}, {before}", as_written=part
            )
            continue
        is_office = after[:1].islower() or any(word.casefold() in _OFFICES for word in after.split())
        if sign and is_office:
            yield replace(_agent(before, role, lines), office=after)
        elif sign and is_whole_name(f"{after} {before}"):
            turned = _agent(f"{after} {before}", role, lines)
            yield replace(turned, as_written=part, certainty="probable")
        elif part:
            yield _agent(part, role, lines)


def _agent(wording: str, role: str | None, lines: Lines) -> AgentValue:
    name = without_form_of_address(wording)
    is_person = is_whole_name(name) or not set(name.split()) & NOT_IN_NAMES
    certainty: Certainty = "certain" if is_whole_name(name) or not is_person else "probable"
    return AgentValue(
        value=name,
        as_written=wording if wording != name else None,
        role=role,
        kind="person" if is_person else "body",
        rule="label",
        by="cataloguer",
        lines=lines,
        certainty=certainty,
    )
