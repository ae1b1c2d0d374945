"""The labelled head of a memorandum or a record of conversation: From, To, Date, Subject, Time, Participants.

The labels are the document's own and mean something else than a catalogue's: its `Translator` interpreted at the
meeting and did not translate the text, its `Contents` is its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, Certainty, Classification, LineRange, Value
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import (
    is_whole_name,
    name_in_ordinary_case,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.vocabulary import find_marking

_CREATORS = ("creators", None)
_LABELS: dict[str, tuple[str, str | None]] = {
    "from": _CREATORS, "sender": _CREATORS, "author": _CREATORS, "by": _CREATORS,
    "to": ("recipients", None), "recipient": ("recipients", None), "addressee": ("recipients", None),
    "date": ("dates", "created"), "dated": ("dates", "created"), "time": ("dates", "event"),
    "subject": ("title", None), "re": ("title", None), "contents": ("title", None), "content": ("title", None),
    "participants": ("participants", "participant"), "present": ("participants", "participant"),
    "attendees": ("participants", "attendee"), "other attendees": ("participants", "attendee"),
    "interpreter": ("participants", "interpreter"), "interpreters": ("participants", "interpreter"),
    "translator": ("participants", "interpreter"), "recorder": ("participants", "recorder"),
    "clerk": ("participants", "recorder"), "note-taker": ("participants", "recorder"),
    "place": ("", None), "classification": ("classification", None), "cc": ("", None), "no": ("", None),
}  # fmt: skip
_LINE = re.compile(
    rf"^\s*(?P<label>{'|'.join(sorted(_LABELS, key=len, reverse=True))})\.?\s*(?::|\t)\s*(?P<value>\S.*?)\s*$",
    re.IGNORECASE,
)
_FEWEST_LABELS = 2
# The other spelling of a name stands in brackets behind it and is read apart.
_RESPELLING = re.compile(r"\s*\[[^\]]*\]")


def read_labelled_head(draft: Draft) -> Iterator[Found]:
    """Yield what the labels state, where at least two of them stand above the text."""
    paragraphs = draft.blocks_of("paragraph")
    end = paragraphs[0].lines.first if paragraphs else len(draft.source.lines) + 1
    rows = [
        (number, match["label"].casefold(), match["value"])
        for block in draft.body.blocks
        if block.lines.first < end
        for number, line in enumerate(block.text.split("\n"), block.lines.first)
        if (match := _LINE.match(line))
    ]
    if len({label for _, label, _ in rows}) < _FEWEST_LABELS:
        return
    for number, label, value in rows:
        yield from _read_row(draft, number, *_LABELS[label], value)


def _read_row(draft: Draft, number: int, field: str, what: str | None, value: str) -> Iterator[Found]:
    here = (LineRange(number, number),)
    if field == "dates" and what:
        edtf = read_date(value, draft.year)
        if edtf:
            yield Found("dates", dated(edtf, value, what, "head_label", number))
    elif field == "title" and not draft.first("title"):
        yield Found("title", Value(value=value, rule="subject_label", status="derived", lines=here))
    elif field == "classification" and find_marking(value):
        yield Found(field, Classification(value=value, place="text", rule="head_label", lines=here))
    elif field in ("creators", "recipients", "participants"):
        for agent in _agents(value, what, here):
            yield Found(field, agent)


def _agents(value: str, role: str | None, here: tuple[LineRange, ...]) -> Iterator[AgentValue]:
    """Yield the persons of a value: a name and its office, or a list of names; a body where there is no name."""
    value = _RESPELLING.sub("", value)
    parts = [part.strip() for part in re.split(r"[,;]\s*(?:and\s+)?|\s+and\s+", value) if part.strip()]
    names = [split_office_and_name(without_form_of_address(part)) for part in parts]
    if len(parts) == 2 and is_whole_name(names[0].name or "") and not is_whole_name(names[1].name or ""):
        yield AgentValue(
            value=name_in_ordinary_case(names[0].name or ""),
            office=parts[1],
            role=role,
            rule="head_label",
            lines=here,
        )
        return
    for part, found in zip(parts, names, strict=True):
        if found.name and (is_whole_name(found.name) or found.office or part != found.name):
            yield AgentValue(value=found.name, office=found.office, role=role, rule="head_label", lines=here)
        elif found.name:
            yield AgentValue(value=part, role=role, rule="head_label", lines=here, certainty="uncertain")
        elif re.search(r"[^\W\d_]{2}", part):
            # A word or two in capitals may be a code or a column of a form as well as an office.
            certainty: Certainty = "certain" if re.search(r"[a-z]{3}", part) else "uncertain"
            yield AgentValue(
                value=part, role=role, kind="body", rule="head_label", lines=here, certainty=certainty
            )
