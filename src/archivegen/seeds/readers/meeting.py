"""Who met whom, from the sentences that say so: the author, the person met, those present, interpreters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from archivegen.records.body import RUNNING_TEXT, Block
from archivegen.records.values import AgentValue, Lines
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.blocks import line_at
from archivegen.seeds.both_sides import opens_without_head
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.meeting_sentences import (
    HELD_BETWEEN,
    I_MET,
    ON_A_DAY_THEY_MET,
    RECORDS,
    RECORDS_OF_A_MEETING,
    THEY_MET,
    WE_MET,
    is_thing,
    may_speak_of_meeting,
    received_us,
    without_stops_of_address,
)
from archivegen.seeds.names import (
    NamedOffice,
    is_whole_name,
    singular_office,
)
from archivegen.seeds.office_holders import holder_named_in, holder_with_office
from archivegen.seeds.readers.attendance import read_attendance, writers
from archivegen.seeds.readers.recorders import read_recorders
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.sentence_subjects import fuller_name, subject_of
from archivegen.seeds.sentences import first_sentence

_BRACKETS = re.compile(r"(?<!\s)\s*\[[^\[\]]*\]")
_WITH = re.compile(r"\b(?:conversation|talk|meeting|interview)s?\s+with\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|my|me)\b")
# Such papers report many talks of a day; none is the meeting they record.
_DAILY_BUSINESS = ("telegram", "cable")

# "He said that X met Y in Geneva in 1954" tells of another meeting.
_IS_TOLD = re.compile(
    r"\b(?:said|told|that|remarked|recalled|last (?:year|month|week)|in (?:18|19|20)\d\d|ago|when|who)\b",
    re.IGNORECASE,
)
_IS_OF_ANOTHER_TIME = re.compile(r"\b(?:last (?:year|month|week)|in (?:18|19|20)\d\d|ago|he said|she said)\b")


def read_meeting(draft: Draft) -> Iterator[Found]:
    """Yield the participants whom the text itself names, each once, in the order of the text."""
    known = [agent.value for agent in draft.values_of("participants", AgentValue)]
    met: list[AgentValue] = []
    form, opening = draft.form, _opening(draft)
    named = chain(
        _writer_of_record(draft),
        read_recorders(draft),
        *(
            _of_block(
                draft, block, tells=form != "letter" and (form not in _DAILY_BUSINESS or block is opening)
            )
            for block in draft.blocks_of(*RUNNING_TEXT, "lines")
        ),
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


def _of_block(draft: Draft, block: Block, *, tells: bool) -> Iterator[AgentValue]:
    """Yield whom a block names; `tells` says that its first sentence may tell of the meeting that the paper records."""
    for agent in _author_and_partner(draft, block) if tells and may_speak_of_meeting(block.text) else ():
        is_sure = draft.form not in ("", *_DAILY_BUSINESS) and (
            agent.rule != "first_person_author" or _has_one_author(draft)
        )
        yield agent if is_sure else replace(agent, certainty="probable")
    yield from read_attendance(draft, block)


def _writer_of_record(draft: Draft) -> Iterator[AgentValue]:
    """Yield the writer of a record of a talk "with" somebody, who speaks of it in the first person: he was there."""
    authors = [agent for agent in draft.values_of("creators", AgentValue) if agent.kind == "person"]
    title = draft.first("title_in_document") or draft.first("title")
    is_record = draft.form == "memorandum_of_conversation"
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
    first = first_sentence(block.text)
    if first is None or not may_speak_of_meeting(first.text):
        return
    here = (line_at(block, first.start),)
    words = without_stops_of_address(first.text)
    words = _BRACKETS.sub("", words) if "[" in words else words
    i_met, we_met = I_MET.match(words), WE_MET.match(words)
    # "I called on the mayor, who received me" says first of all whom I called on.
    received = None if i_met or we_met else received_us(words)
    authors = list(writers(draft, here))
    if received:
        # "us" may be a whole embassy, or a delegation of which a title names the head.
        has_parties = draft.first("participants") is not None
        did = received.string[received.end("who") : received.end()].split()
        is_writer = (did[-1] == "me" or did[:2] == ["paid", "me"]) and len(authors) == 1
        yield from authors if is_writer or (len(authors) > 1 and not has_parties) else ()
        yield from _host(draft, received["who"], here)
    elif (match := i_met or we_met) and not is_thing(match["who"]):
        partner = holder_named_in(match["who"])
        there = authors if len(authors) == 1 or we_met else []
        if partner:
            yield from there
        elif draft.form in RECORDS:  # whoever visited a mill met nobody by that
            yield from (replace(author, certainty="probable") for author in there)
        if partner:
            yield _met(partner, here)
    else:
        yield from _parties_met(draft, block, words, here)


def _parties_met(draft: Draft, block: Block, words: str, here: Lines) -> Iterator[AgentValue]:
    """Yield those whom the opening words of a record say to have met, of whom none is its writer."""
    is_record = draft.form in RECORDS_OF_A_MEETING
    if (held := HELD_BETWEEN.match(words)) and (is_record or opens_without_head(draft, block)):
        yield from _named_together(held["both"], here)
    elif is_record and (met := THEY_MET.match(words)) and not _is_told(words, met):
        yield from _both(draft, met, here)
    elif (
        opens_without_head(draft, block)
        and (met := ON_A_DAY_THEY_MET.match(words))
        and not _is_told(words, met)
    ):
        both = list(_both(draft, met, here))
        yield from both if len(both) > 1 else ()


def _both(draft: Draft, met: re.Match[str], lines: Lines) -> Iterator[AgentValue]:
    """Yield who received whom."""
    yield from _host(draft, met["who"], lines)
    guest = holder_with_office(met["whom"])
    yield from (_met(guest, lines),) if guest else ()


def _named_together(wording: str, lines: Lines) -> Iterator[AgentValue]:
    """Yield those between whom a meeting took place; one name alone is no meeting."""
    named = [agent for agent in read_agent_list(wording.rstrip(" .")) if not agent.is_body]
    if len(named) > 1 and all(is_whole_name(agent.name) for agent in named):
        yield from (_met(NamedOffice(agent.name, agent.office), lines) for agent in named)


def _is_told(sentence: str, met: re.Match[str]) -> bool:
    """Say whether a sentence tells of another meeting; behind the person met "who" says more of him."""
    start = met.start("whom")
    return bool(_IS_TOLD.search(sentence, 0, start) or _IS_OF_ANOTHER_TIME.search(sentence, start))


def _has_one_author(draft: Draft) -> bool:
    return len(draft.values_of("creators", AgentValue)) == 1


def _opening(draft: Draft) -> Block | None:
    return next(iter(draft.blocks_of("paragraph")), None)


def _host(draft: Draft, wording: str, lines: Lines) -> Iterator[AgentValue]:
    """Yield the person of whom the text says that he received "us", by the full name the text gives him elsewhere."""
    host = subject_of(wording)
    name = host.name or ""
    whole = name if " " in name else fuller_name(name, draft.running_text)
    if is_whole_name(whole):
        yield _met(NamedOffice(whole, host.office), lines)


def _met(person: NamedOffice, lines: Lines) -> AgentValue:
    return AgentValue(
        value=person.name or "",
        office=singular_office(person.office) if person.office else None,
        role="participant",
        rule="meeting_sentence",
        status="derived",
        lines=lines,
    )
