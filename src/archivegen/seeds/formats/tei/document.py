"""What the mark-up of a document itself states: its title, dates, writers and addressees, who was there, who is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archivegen.records.values import (
    AgentValue,
    Certainty,
    DateValue,
    LineRange,
    Lines,
    ReferenceCode,
    Value,
    Voice,
)
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.draft import Found
from archivegen.seeds.formats.tei.dates import date_of
from archivegen.seeds.formats.tei.elements import children, name_of, within, words_of
from archivegen.seeds.formats.tei.people import Named, Register
from archivegen.seeds.formats.xml_part import Element

_ELEMENT, _REFERENCE, _SOURCE_NOTE = "tei_element", "tei_reference", "tei_source_note"
_SUMMARY, _SOURCE = re.compile(r"^Summary:\s*"), re.compile(r"^Source:\s*")
# The first sentence; a stop behind a capital or a single letter shortens a word.
_SENTENCE = re.compile(r"^(?P<first>.+?(?<![A-Z])(?<!\b[A-Za-z]))\.(?:\s|$)")
_ENCLOSURES = ("attachment", "floatingText", "quote")


class Place:
    """Where elements stand in the text that was written of a document."""

    def __init__(self, lines: dict[Element, tuple[int, int]]) -> None:
        self._lines = lines

    def of(self, element: Element) -> Lines:
        """Return the lines of an element, or of the nearest one around it that has any."""
        while element is not None and element not in self._lines:
            element = element.getparent()
        return () if element is None else (LineRange(*self._lines[element]),)


def values_in(document: Element, own: Iterable[Element], register: Register, place: Place) -> Iterator[Found]:
    """Yield what the mark-up of a document states; `own` are its elements without those of documents inside it."""
    elements = list(own)
    heads = [each for each in children(document) if name_of(each) == "head"]
    for head in heads[:1]:
        yield from _of_head(head, register, place)
    yield from _of_notes(elements, place)
    datelines = [each for each in elements if name_of(each) == "dateline" and not _is_enclosed(each)]
    dated = [each for each in datelines if any(date_of(date) for date in within(each, "date"))]
    for dateline in (dated or datelines)[:1]:
        yield from _of_dateline(dateline, place)
    for signed in (each for each in elements if name_of(each) == "signed" and not _is_enclosed(each)):
        yield from _signatories(signed, register, place)
    for each in elements:
        if name_of(each) == "list" and each.get("type") == "participants":
            yield from _participants(each, register, place)
        elif name_of(each) == "list" and each.get("type") == "subject":
            for item in within(each, "item"):
                yield Found("subjects", Value(value=words_of(item), rule=_ELEMENT, lines=place.of(item)))
    yield from _mentioned(elements, register, place)


def _is_enclosed(element: Element) -> bool:
    """Say whether an element belongs to another paper, which the document encloses or quotes."""
    return any(name_of(above) in _ENCLOSURES for above in element.iterancestors())


def _of_head(head: Element, register: Register, place: Place) -> Iterator[Found]:
    """Yield the title, without the notes to it, and whom the title says a letter or telegram is from and to."""
    here = place.of(head)
    yield Found("title", Value(value=words_of(head), rule=_ELEMENT, by="editor", lines=here))
    for each in within(head, "gloss", "persName", "orgName"):
        field = {"from": "creators", "to": "recipients"}.get(str(each.get("type", "")))
        named = register.named_by(each) if field else None
        if field and named:
            yield Found(field, _agent(named, here, by="editor"))


def _agent(
    named: Named,
    lines: Lines,
    *,
    role: str | None = None,
    office: str | None = None,
    by: Voice = "source",
    certainty: Certainty = "certain",
) -> AgentValue:
    return AgentValue(
        value=named.name,
        kind="body" if named.is_body else "person",
        role=role,
        office=office,
        as_written=named.wording if named.wording != named.name else None,
        rule=_REFERENCE if named.is_listed else _ELEMENT,
        status="derived" if named.is_listed and named.wording != named.name else "stated",
        by=by,
        lines=lines,
        certainty=certainty,
    )


def _of_notes(elements: list[Element], place: Place) -> Iterator[Found]:
    """Yield the summary and the reference that a note on the source gives."""
    for note in elements:
        if name_of(note) != "note" or note.get("type") != "source":
            continue
        for part in [each for each in children(note) if name_of(each) == "p"] or [note]:
            words, here = words_of(part), place.of(part)
            if _SUMMARY.match(words):
                summary = Value(value=_SUMMARY.sub("", words), rule=_SOURCE_NOTE, by="editor", lines=here)
                yield Found("summary", summary)
            elif _SOURCE.match(words) and (sentence := _SENTENCE.match(_SOURCE.sub("", words))):
                reference = ReferenceCode(value=sentence["first"], rule=_SOURCE_NOTE, by="editor", lines=here)
                yield Found("reference_code", reference)
                archive = sentence["first"].partition(",")[0]
                yield Found(
                    "repository",
                    Value(value=archive, rule=_SOURCE_NOTE, status="derived", by="editor", lines=here, certainty="probable"),
                )  # fmt: skip


def _of_dateline(dateline: Element, place: Place) -> Iterator[Found]:
    for each in within(dateline, "date"):
        dated = date_of(each)
        if dated:
            wording = words_of(each).strip(" .,")
            yield Found(
                "dates",
                DateValue(
                    value=dated.edtf, as_written=wording or None, type="created", rule=_ELEMENT, lines=place.of(each),
                    certainty=dated.certainty,
                ),
            )  # fmt: skip
    for each in within(dateline, "placeName"):
        yield Found(
            "place_of_creation", Value(value=words_of(each).strip(" ,."), rule=_ELEMENT, lines=place.of(each))
        )


def _signatories(signed: Element, register: Register, place: Place) -> Iterator[Found]:
    """Yield who signed; a signature without mark-up of its own is the name."""
    persons = list(within(signed, "persName")) or [signed]
    for each in persons:
        named = register.named_by(each)
        if named and len(named.name) < 60:
            yield Found("creators", _agent(named, place.of(signed)))


def _participants(listed: Element, register: Register, place: Place) -> Iterator[Found]:
    for item in within(listed, "item"):
        here = place.of(item)
        persons = [named for each in within(item, "persName") if (named := register.named_by(each))]
        if len(persons) == 1:
            office = words_of(item).partition(f"{persons[0].wording},")[2].strip(" ,;.") or None
            yield Found("participants", _agent(persons[0], here, role="participant", office=office))
            continue
        for named in persons:
            yield Found("participants", _agent(named, here, role="participant"))
        for agent in () if persons else read_agent_list(words_of(item)):
            value = AgentValue(
                value=agent.name, office=agent.office, kind="body" if agent.is_body else "person", role="participant",
                rule=_ELEMENT, lines=here, certainty=agent.certainty,
            )  # fmt: skip
            yield Found("participants", value)


def _mentioned(elements: list[Element], register: Register, place: Place) -> Iterator[Found]:
    """Yield the persons and places that the text refers to, each once with all its lines."""
    people: dict[str, tuple[Named, list[LineRange]]] = {}
    places: dict[str, tuple[Named, list[LineRange]]] = {}
    for each in elements:
        found = _kind_of(each, people, places)
        named = register.named_by(each) if found is not None else None
        if found is not None and named and (found is places or _is_name(named)):
            known = found.setdefault(named.name, (named, []))[1]
            known.extend(lines for lines in place.of(each) if lines not in known)
    for named, lines in people.values():
        yield Found("people_mentioned", _agent(named, tuple(lines)))
    for named, lines in places.values():
        rule = _REFERENCE if named.is_listed else _ELEMENT
        yield Found("places_mentioned", Value(value=named.name, rule=rule, lines=tuple(lines)))


Mentions = dict[str, tuple[Named, list[LineRange]]]


def _kind_of(element: Element, people: Mentions, places: Mentions) -> Mentions | None:
    """Return which of two kinds of names an element marks, or None where it marks neither."""
    name, kind = name_of(element), str(element.get("type", ""))
    if kind in ("from", "to") or any(
        name_of(above) in ("signed", "dateline") for above in element.iterancestors()
    ):
        return None
    if name == "persName" or (name in ("rs", "name") and kind == "person"):
        return people
    return places if name == "placeName" or (name in ("rs", "name") and kind == "place") else None


def _is_name(named: Named) -> bool:
    """Say whether it is more than a surname, which identifies nobody, or has been identified."""
    return named.name[0].isalpha() and (named.is_listed or " " in named.name)
