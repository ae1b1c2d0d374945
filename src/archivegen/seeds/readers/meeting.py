"""Who met whom, and when, from the sentences that say so: the author, the person met, those present, interpreters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from archivegen.records.body import Block
from archivegen.records.values import AgentValue, DateValue, Lines
from archivegen.seeds.blocks import line_at
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import (
    WORD,
    NamedOffice,
    is_whole_name,
    singular_office,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.office_holders import holder_named_in
from archivegen.seeds.readers.attendance import INTERVIEWED, read_attendance, read_recorders, writers
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.sentences import sentences

_MET = (
    r"(?:visited|received|met(?:\s+with)?|called\s+(?:on|upon)|talked\s+(?:to|with)|had\s+a\s+(?:conversation|talk|meeting)\s+with|"
    r"was\s+received\s+(?:(?:today|yesterday|this\s+\w+)\s+)?by|was\s+visited\s+by|paid\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:visit|call)\s+(?:to|on))"
)
_WHEN = r"(?:(?:Today|Yesterday|This\s+morning|On|At|In)\b[^.;]{0,40}?,?\s+)?"
_I_MET = re.compile(rf"^{_WHEN}I\s+(?:also\s+)?{_MET}\s+(?P<who>.+)$", re.DOTALL)
_WE_MET = re.compile(rf"^{_WHEN}We\s+(?:also\s+)?{_MET}\s+(?P<who>.+)$", re.DOTALL)
_THEY_MET = re.compile(
    rf"^{_WHEN}(?P<who>[^.;:]{{3,140}}?)\s+{_MET}\s+(?P<whom>[^\W\d_a-z].+|the\s.+)$", re.DOTALL
)
# The stop of "Mr." ends no sentence.
_ADDRESS_STOPS = re.compile(r"\b(?P<form>Mr|Mrs|Ms|Dr|Cde|Com|Prof)\.(?=\s)")
_MET_US = re.compile(rf"\b{_MET}\s+(?:us|me|him|them|her)\b|\b(?:we|he|she|they|I)\s+{_MET}\b")
_TOOK_PLACE = re.compile(
    r"\b(?:came\s+to|called\s+at)\s+(?:the\s+(?:[Mm]inistry|[Ee]mbassy|[Cc]onsulate|[Mm]ission|[Dd]epartment)|see\s+me)\b|\b[Tt]he\s+(?:conversation|talk|meeting|session|negotiations?)s?\s+(?:took\s+place|was\s+held|were\s+held)\b"
)
_RECEIVED_US = re.compile(
    rf"^{_WHEN}(?P<who>[^.;:]{{3,140}}?)\s+(?:(?:received|met(?:\s+with)?|talked\s+(?:to|with))\s+(?:us|me)\b|(?:asked|invited|summoned)\s+(?:us|me)\s+to\s+(?:come|call|see)\b|(?:called\s+(?:on|upon)|came\s+to\s+see|visited)\s+(?:us|me)\b)"
)
_BRACKETS = re.compile(r"\s*\[[^\[\]]*\]")
_WITH = re.compile(r"\b(?:conversation|talk|meeting|interview)s?\s+with\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
# The day of a meeting stands after "on"; others are days that were spoken of.
_ON = re.compile(r"\b[Oo]n\s+(?:the\s+)?(?:(?:morning|evening|afternoon|night)\s+of\s+)?$")
_NEAR = 60
# Such papers report many talks of a day; none is the meeting they record.
_RECORDS = ("memorandum_of_conversation", "minutes", "protocol")
_DAILY_BUSINESS = ("telegram", "cable")


def read_meeting(draft: Draft) -> Iterator[Found]:
    """Yield the participants whom the text itself names, each once, in the order of the text."""
    known = [agent.value for agent in draft.values_of("participants", AgentValue)]
    met: list[AgentValue] = []
    named = chain(
        _writer_of_record(draft),
        read_recorders(draft),
        *(_of_block(draft, block) for block in draft.blocks_of("paragraph", "lines")),
    )
    for agent in named:
        if any(is_same_person(agent.value, name) for name in known):
            continue
        same = next(
            (place for place, other in enumerate(met) if is_same_person(agent.value, other.value)), None
        )
        if same is None:
            met.append(agent)
        elif len(agent.value) > len(met[same].value):
            met[same] = replace(agent, role=met[same].role, lines=(*met[same].lines, *agent.lines))
    for agent in met:
        yield Found("participants", agent)


def _of_block(draft: Draft, block: Block) -> Iterator[AgentValue]:
    is_report_of_the_day = getattr(draft.first("form"), "value", "") in _DAILY_BUSINESS
    for agent in _author_and_partner(draft, block):
        is_sure = not is_report_of_the_day and (agent.rule != "first_person_author" or _has_one_author(draft))
        yield agent if is_sure else replace(agent, certainty="probable")
    yield from read_attendance(draft, block)


def _writer_of_record(draft: Draft) -> Iterator[AgentValue]:
    """Yield the writer of a record of a talk "with" somebody, who speaks of it in the first person: he was there."""
    authors = [agent for agent in draft.values_of("creators", AgentValue) if agent.kind == "person"]
    title = draft.first("title_in_document") or draft.first("title")
    is_record = getattr(draft.first("form"), "value", "") == "memorandum_of_conversation"
    if (
        is_record
        and title
        and len(authors) == 1
        and _WITH.search(title.value)
        and _FIRST_PERSON.search(draft.running_text)
    ):
        yield AgentValue(
            value=authors[0].value,
            office=authors[0].office,
            role="participant",
            rule="first_person_author",
            status="derived",
            certainty="probable",
            lines=authors[0].lines,
        )


def _author_and_partner(draft: Draft, block: Block) -> Iterator[AgentValue]:
    """Read a paragraph that opens with `I visited …` or `… received us`: the writers were there, and so was the person
    named; and one that opens with who received whom, in the record of a conversation.
    """
    first = next(sentences(block.text), None)
    form = getattr(draft.first("form"), "value", "")
    if first is None or (form in _DAILY_BUSINESS and block is not _opening(draft)) or form == "letter":
        return
    here = (line_at(block, first.start),)
    words = _BRACKETS.sub("", _ADDRESS_STOPS.sub(r"\g<form>", first.text))
    received, i_met, we_met = _RECEIVED_US.match(words), _I_MET.match(words), _WE_MET.match(words)
    authors = list(writers(draft, here))
    if received:
        # "us" may be a whole embassy, or a delegation of which a title names the head.
        has_parties = draft.first("participants") is not None
        is_writer = received.group().split()[-1] == "me" and len(authors) == 1
        yield from authors if is_writer or (len(authors) > 1 and not has_parties) else ()
        yield from _host(draft, received["who"], here)
    elif i_met or we_met:
        match = i_met or we_met
        yield from authors if len(authors) == 1 or we_met else ()
        partner = holder_named_in(match["who"]) if match else None
        is_visit = words.startswith("I visited")
        if partner and (partner.office or not is_visit or is_whole_name(partner.name or "")):
            yield _met(partner, here)
    elif form in _RECORDS and (met := _THEY_MET.match(words)):
        yield from _host(draft, met["who"], here)
        guest = holder_named_in(met["whom"])
        yield from (_met(guest, here),) if guest else ()


def _has_one_author(draft: Draft) -> bool:
    return len(draft.values_of("creators", AgentValue)) == 1


def _opening(draft: Draft) -> Block | None:
    return next(iter(draft.blocks_of("paragraph")), None)


def _host(draft: Draft, wording: str, lines: Lines) -> Iterator[AgentValue]:
    """Yield the person of whom the text says that he received "us", by the full name the text gives him elsewhere."""
    host = _subject(wording)
    name = host.name or ""
    elsewhere = (
        re.search(rf"\b(?:{WORD}\s+){{1,2}}{re.escape(name)}\b", draft.running_text)
        if name and " " not in name
        else None
    )
    whole = without_form_of_address(elsewhere.group()) if elsewhere else name
    if is_whole_name(whole):
        yield _met(NamedOffice(whole, host.office), lines)


def _subject(wording: str) -> NamedOffice:
    """Return who does something in a sentence: an office and a name, or a name and the office behind a comma."""
    name, _, office = without_form_of_address(wording.strip()).partition(",")
    if is_whole_name(name):
        return NamedOffice(name, office.strip(" ,") or None)
    return split_office_and_name(without_form_of_address(wording.strip(" ,")))


def _met(person: NamedOffice, lines: Lines) -> AgentValue:
    return AgentValue(
        value=person.name or "",
        office=singular_office(person.office) if person.office else None,
        role="participant",
        rule="meeting_sentence",
        status="derived",
        lines=lines,
    )


def read_meeting_date(draft: Draft) -> Iterator[Found]:
    """Yield the day on which the author, or a party named in the title, met somebody, where a sentence gives it."""
    parties = [
        agent.value for agent in draft.values_of("participants", AgentValue) if agent.rule == "title_parties"
    ]
    if any(date.type == "event" for date in draft.values_of("dates", DateValue)):
        return
    for block in draft.blocks_of("paragraph"):
        for sentence in sentences(block.text):
            end = _end_of_meeting(sentence.text, parties)
            if end is None:
                continue
            for found in find_dates(sentence.text, draft.year, order=draft.paper.order):
                is_near = found.start - end < _NEAR and _ON.search(sentence.text[: found.start])
                if found.start > end and not is_near:
                    continue
                line = line_at(block, sentence.start + found.start).first
                yield Found(
                    "dates", dated(found.edtf, found.wording, "event", "meeting_date", line, status="derived")
                )
                return


def _end_of_meeting(sentence: str, parties: list[str]) -> int | None:
    """Return where a sentence has said that people met, or None; the day stands before that, or after "on"."""
    met_us = _MET_US.search(sentence)
    if met_us and any(party in sentence for party in parties):
        return met_us.end()
    match = _RECEIVED_US.match(sentence) or _TOOK_PLACE.search(sentence) or INTERVIEWED.match(sentence)
    if match:
        return match.end()
    met = _I_MET.match(sentence)
    return met.start("who") if met else None
