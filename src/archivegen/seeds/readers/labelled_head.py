"""The labelled head of a document: From, To, Date, Subject, Time, Participants, and what a telegram office writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archivegen.records.agents import name_key
from archivegen.records.languages import territory_names
from archivegen.records.values import (
    AgentValue,
    Classification,
    DateValue,
    LineRange,
    Lines,
    Registration,
    Value,
)
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.cities import known_city
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_labels import HeadLabel, LabelledLine, labels_on, read_label
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.markings import read_marks
from archivegen.seeds.presence_roles import role_of_office
from archivegen.seeds.readers.labelled_numbers import labelled_number
from archivegen.seeds.readers.letterhead import dated, routing_dates
from archivegen.seeds.rows_of_persons import goes_on_with_office, names_nobody
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.sides import has_several_sides

_TIME_OF_DAY = re.compile(
    r"^(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[–-]\s*\d{1,2}(?:[:.]\d\d)?\s*)?(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?|hours\b|hrs\b\.?|o[’']clock\b)(?:\s*[,;]\s*(?:on\s+)?|\s+on\s+|\s+(?:to|until)\s+|\s*$))+",
    re.IGNORECASE,
)
_HOUR_ALONE = re.compile(
    r"^\W*\d{1,2}(?:[.:]\d{1,2})?\s*(?:[ap]\.?\s?m\.?|hours|hrs\.?|h)?\W*$", re.IGNORECASE
)
# "Mon, 3 Mar 2003 10:12:00 +0100", as mail programs write it (RFC 5322, section 3.3).
_OF_A_MAIL = re.compile(
    r"^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),\s+)?(?P<date>\d{1,2}\s[A-Z][a-z]{2}\s\d{4})\s\d\d:\d\d(?::\d\d)?\s(?:[+-]\d{4}|[A-Z]{2,4})(?:\s\(\w+\))?$"
)
_SENT_ON = ("already forwarded to", "forwarded to")
# The labels of the form on which an office writes a telegram.
_OF_TELEGRAPHS = ("handed in", "received here", "office of origin", "prefix", "words")
_PLACE_AND_HOUR = re.compile(
    r"^(?:[^\W\d_][^\d,;]{1,30},\s+)?[^,;]*\d{4},?\s*(?:(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\.?|hours|hrs\.?)?)?\W*$",
    re.IGNORECASE,
)
_DAY = len("1891-05-03")
# "To: [Deputy Minister Zygmunt] NARBUTT, EYES ONLY": the editors supply what the cable leaves out.
_SUPPLIED_GIVEN = re.compile(
    r"^\[(?P<words>[^\[\]\d]{3,60})\]\s+(?P<surname>[^\W\d_a-z]{3,}(?:-[^\W\d_a-z]{3,})?)(?:,\s+EYES ONLY)?\s*$"
)
# In a French list it stands before a name, and is no initial of it.
_MONSIEUR = re.compile(r"^M(?:\.|me|lle)\s+(?=[^\W\d_a-z])")
_IN_FRENCH = ("étaient présents", "présents", "présent")
_BULLETS = " \t-–—•*"


@dataclass(frozen=True, slots=True)
class Row:
    """A label with the lines of its value, by number."""

    label: HeadLabel
    words: str
    values: tuple[tuple[int, str], ...]


def read_labelled_head(draft: Draft) -> Iterator[Found]:
    """Yield what the labels above the text state."""
    known: list[Found] = []
    addressed = [agent.value for agent in draft.values_of("recipients", AgentValue)]
    rows = labelled_rows(draft.paper.head)
    is_form = any(row.words in _OF_TELEGRAPHS for row in rows)
    for row in rows:
        for found in map(_from_office, _read_row(draft, row)) if is_form else _read_row(draft, row):
            if found.field == "recipients" and any(
                is_same_person(found.value.value, name) for name in addressed
            ):
                continue  # a catalogue's head above the paper's own says so already
            same = next((place for place, other in enumerate(known) if _is_the_same(found, other)), None)
            if same is None:
                known.append(found)
            else:
                known[same] = _with_role(known[same], found)
    yield from known


def _from_office(found: Found) -> Found:
    """Return what a row of a telegraph's form says: behind `From` stands the office where a telegram was handed in, as a rule."""
    agent = found.value
    is_office = isinstance(agent, AgentValue) and not agent.office and " " not in agent.value
    if found.field != "creators" or not is_office:
        return found
    place = agent.value.capitalize() if agent.value.isupper() else agent.value
    value = Value(value=place, rule="head_label", lines=agent.lines, certainty="probable")
    return Found("place_of_creation", value)


def _with_role(first: Found, second: Found) -> Found:
    """Return a person of a list with the role that a label of his own gives him, such as the recorder's."""
    person, again = first.value, second.value
    if not (isinstance(person, AgentValue) and isinstance(again, AgentValue)):
        return first
    if again.role not in ("recorder", "interpreter"):
        return first
    return Found(first.field, replace(person, role=again.role, lines=(*person.lines, *again.lines)))


def _is_the_same(one: Found, other: Found) -> bool:
    """Say whether two labels give the same: `Chairman: Cde. Zarzycki` was named in full among those present."""
    if one.field == other.field == "participants":
        return is_same_person(one.value.value, other.value.value)
    kinds = [getattr(found.value, "type", "") for found in (one, other)]
    return (
        one.field == other.field
        and kinds[0] == kinds[1]
        and name_key(one.value.value) == name_key(other.value.value)
    )


def labelled_rows(head: tuple[HeadLine, ...]) -> list[Row]:
    """Return the labels of a head with their values, which may stand behind them or on the lines below."""
    rows: list[tuple[LabelledLine, list[tuple[int, str]]]] = []
    for line in head:
        for part in labels_on(line.text) if line.is_labelled else ():
            label = read_label(part)
            if label is not None:
                rows.append((label, [(line.number, label.value)] if label.value else []))
            elif rows and (value := part.strip(_BULLETS)):
                rows[-1][1].append((line.number, value))
    return [Row(label.label, label.words, tuple(values)) for label, values in rows if values]


def _read_row(draft: Draft, row: Row) -> Iterator[Found]:
    field, what = row.label.field, row.label.what
    number, value = row.values[0]
    value = _OF_A_MAIL.sub(r"\g<date>", _TIME_OF_DAY.sub("", value)) if field == "dates" else value
    here = (LineRange(number, number),)
    if field == "dates" and what:
        edtf = draft.date(value)
        routing = routing_dates(draft, value, number)
        marks = read_marks(value)
        edtf = edtf or _day_in(draft, value)
        dates = [edtf] if edtf else [draft.date(marks.rest)] if marks.number and marks.rest else []
        if dates and dates[0]:
            yield Found("dates", dated(dates[0], value, what, "head_label", number))
            yield from _number_beside(marks.number, dates[0], what, here)
        elif routing:
            yield from routing
        elif marks.number and not marks.rest:
            yield from _number_beside(marks.number, None, what, here)
        elif any(character.isdigit() for character in value) and not _HOUR_ALONE.match(value):
            date = DateValue(value=value, type=what, rule="date_not_read", lines=here, certainty="uncertain")
            yield Found("dates", date)
    elif field == "classification" and read_marks(value).secrecy:
        yield Found(field, Classification(value=value, place="letterhead", rule="head_label", lines=here))
    elif field == "urgency":
        yield Found(field, Value(value=value, rule="head_label", lines=here))
    elif field == "registrations":
        yield from labelled_number(draft, row.label, row.words, number, value)
    elif field in ("creators", "recipients", "participants"):
        yield from _agents(row)


def _day_in(draft: Draft, value: str) -> str | None:
    """Return the one day of a value that has the place before it, or the hour behind it: `Callao, 3 May 1891, 4 p.m.`."""
    days = [day.edtf for day in find_dates(value, order=draft.paper.order) if len(day.edtf) == _DAY]
    return days[0] if len(days) == 1 and _PLACE_AND_HOUR.match(value) else None


def _number_beside(number: str | None, date: str | None, what: str, here: Lines) -> Iterator[Found]:
    """Yield the number under which an office entered a paper on a day: `Came into the Department: 26 November, Nº 21877`."""
    kind = {"received": "incoming", "sent": "outgoing"}.get(what, "letterhead")
    if number:
        yield Found(
            "registrations", Registration(value=number, kind=kind, date=date, rule="head_label", lines=here)
        )


def _agents(row: Row) -> Iterator[Found]:
    is_sent_on = row.words in _SENT_ON
    # "There were present: on our side X, on the Polish side Y": both sides are there, and nobody besides.
    are_sides = row.label.what == "attendee" and any(has_several_sides(value) for _, value in row.values)
    role_of_all = "participant" if are_sides else row.label.what
    is_present = row.label.field == "participants"
    for (number, value), (next_number, after) in zip(row.values, [*row.values[1:], (0, "")], strict=True):
        is_broken = is_present and goes_on_with_office(after)
        here = (LineRange(number, next_number if is_broken else number),)
        whole = f"{value} {after.strip()}" if is_broken else value
        whole = _MONSIEUR.sub("", whole) if row.words in _IN_FRENCH else whole
        whole = _SUPPLIED_GIVEN.sub(r"\g<words> \g<surname>", whole)
        for agent in () if is_present and names_nobody(value, after) else read_agent_list(whole):
            if is_present and (agent.is_body or agent.name in territory_names()):
                continue
            if row.label.field == "creators" and not agent.office and (city := known_city(agent.name)):
                yield Found("place_of_creation", Value(value=city, rule="head_label", lines=here))
                continue
            office, role = role_of_office(agent.office) if is_present else (agent.office, None)
            yield Found(
                row.label.field,
                AgentValue(
                    value=agent.name,
                    office=office or row.label.office,
                    role=role or role_of_all,
                    kind="body" if agent.is_body else "person",
                    rule="head_label",
                    lines=here,
                    # Who had a paper "already" may be an addressee, or have had a copy of it.
                    certainty="probable" if is_sent_on else agent.certainty,
                ),
            )
