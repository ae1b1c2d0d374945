"""The labelled head of a document: From, To, Date, Subject, Time, Participants, and what a telegram office writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.agents import name_key
from archivegen.records.values import AgentValue, Classification, DateValue, LineRange, Registration, Value
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_labels import HeadLabel, LabelledLine, read_label
from archivegen.seeds.head_lines import HeadLine
from archivegen.seeds.markings import read_marks
from archivegen.seeds.readers.letterhead import dated, routing_dates

_BULLETS = " \t-–—•*"


@dataclass(frozen=True, slots=True)
class Row:
    """A label with the lines of its value, by number."""

    label: HeadLabel
    words: str
    values: tuple[tuple[int, str], ...]


def read_labelled_head(draft: Draft) -> Iterator[Found]:
    """Yield what the labels above the text state."""
    known: set[tuple[str, str]] = set()
    for row in labelled_rows(draft.paper.head):
        for found in _read_row(draft, row):
            key = (found.field, f"{getattr(found.value, 'type', '')} {name_key(found.value.value)}")
            if key not in known:
                known.add(key)
                yield found


def labelled_rows(head: tuple[HeadLine, ...]) -> list[Row]:
    """Return the labels of a head with their values, which may stand behind them or on the lines below."""
    rows: list[tuple[LabelledLine, list[tuple[int, str]]]] = []
    for line in head:
        label = read_label(line.text) if line.is_labelled else None
        if label is not None:
            rows.append((label, [(line.number, label.value)] if label.value else []))
        elif line.is_labelled and rows:
            rows[-1][1].append((line.number, line.text.strip(_BULLETS)))
    return [Row(label.label, label.words, tuple(values)) for label, values in rows if values]


def _read_row(draft: Draft, row: Row) -> Iterator[Found]:
    field, what = row.label.field, row.label.what
    number, value = row.values[0]
    here = (LineRange(number, number),)
    if field == "dates" and what:
        edtf = draft.date(value)
        routing = routing_dates(draft, value, number)
        if edtf:
            yield Found("dates", dated(edtf, value, what, "head_label", number))
        elif routing:
            yield from routing
        elif any(character.isdigit() for character in value):
            date = DateValue(value=value, type=what, rule="date_not_read", lines=here, certainty="uncertain")
            yield Found("dates", date)
    elif field == "classification" and read_marks(value).secrecy:
        yield Found(field, Classification(value=value, place="letterhead", rule="head_label", lines=here))
    elif field == "urgency":
        yield Found(field, Value(value=value, rule="head_label", lines=here))
    elif field == "registrations" and any(character.isdigit() for character in value):
        number_as_written = value if read_marks(value).number else f"No. {value}"
        yield Found(
            field, Registration(value=number_as_written, kind="letterhead", rule="head_label", lines=here)
        )
    elif field in ("creators", "recipients", "participants"):
        yield from _agents(row)


def _agents(row: Row) -> Iterator[Found]:
    for number, value in row.values:
        here = (LineRange(number, number),)
        for agent in read_agent_list(value):
            if agent.is_body and row.label.field == "participants":
                continue
            yield Found(
                row.label.field,
                AgentValue(
                    value=agent.name,
                    office=agent.office or row.label.office,
                    role=row.label.what,
                    kind="body" if agent.is_body else "person",
                    rule="head_label",
                    lines=here,
                    certainty=agent.certainty,
                ),
            )
