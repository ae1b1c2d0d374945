"""The day of the meeting that a document records, from the sentence that says people met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archivegen.records.body import Block
from archivegen.records.values import AgentValue, DateValue
from archivegen.seeds.blocks import line_at
from archivegen.seeds.both_sides import opens_without_head
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.meeting_sentences import (
    I_MET,
    MEETING_HELD,
    MET_US,
    ON_A_DAY_THEY_MET,
    RECORDS,
    RECORDS_OF_A_MEETING,
    THEY_MET,
    TOOK_PLACE,
    is_thing,
    may_speak_of_meeting,
    received_us,
    with_stops_of_address_blank,
)
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.readers.recorders import INTERVIEWED
from archivegen.seeds.sentences import sentences

# The day of a meeting stands after "on"; others are days that were spoken of.
_ON = re.compile(
    r"\b(?:[Oo]n\s+(?:the\s+)?|[Ii]n\s+the\s+(?=\w+\s+of\s+$))(?:(?:morning|evening|afternoon|night)\s+of\s+)?(?:(?:the\s+)?[A-Z]\w+day,?\s+(?:the\s+)?)?$"
)
_NEAR = 60
# Before what says that people met it stands at the head of the sentence, or right behind "the meeting".
_AT_HEAD = re.compile(
    r"^\W*(?:(?:Today|Yesterday|This\s+morning|Late|Early|I|We)\b[\w\s,]{0,30}?)?(?:(?:[Oo]n|[Ii]n|[Aa]t)\s+(?:the\s+)?(?:[\w’':.]+\s+){0,5}?)?(?:[A-Z]\w+day,?\s+)?$|"
    r"\b(?:conversations?|talks?|meetings?|sessions?|sittings?)\s+(?:of|on)\s+(?:the\s+)?$|^\s*Interview(?:ed)?\s.*$"
)


def read_meeting_date(draft: Draft) -> Iterator[Found]:
    """Yield the day on which the author, or a party named in the title, met somebody, where a sentence gives it."""
    present = draft.values_of("participants", AgentValue)
    parties = [agent.value for agent in present if agent.rule == "title_parties"]
    form = draft.form
    if form == "letter" or any(date.type == "event" for date in draft.values_of("dates", DateValue)):
        return
    paragraphs = draft.blocks_of("paragraph")
    openings = _openings(draft, paragraphs)
    for block in (*openings[:-1], *paragraphs):
        for sentence in sentences(block.text) if may_speak_of_meeting(block.text) else ():
            may_speak = may_speak_of_meeting(sentence.text)
            words = with_stops_of_address_blank(sentence.text) if may_speak else ""
            end = _end_of_meeting(words, parties) if may_speak else None
            if may_speak and end is None and form in RECORDS_OF_A_MEETING and block in openings:
                end = _end_of_own_meeting(words, [name for agent in present for name in _called(agent)])
            if may_speak and end is None and present and opens_without_head(draft, block):
                met = ON_A_DAY_THEY_MET.match(words)
                end = met.start("whom") if met and present[0].rule == "meeting_sentence" else None
            if end is None:
                continue
            for found in find_dates(sentence.text, draft.year, order=draft.paper.order):
                is_near = found.start - end < _NEAR and _ON.search(sentence.text[: found.start])
                is_of_it = is_near if found.start > end else _AT_HEAD.search(sentence.text[: found.start])
                if not is_of_it:
                    continue
                line = line_at(block, sentence.start + found.start).first
                # Other papers speak of other meetings too.
                certainty = "certain" if form in RECORDS else "probable"
                date = dated(
                    found.edtf,
                    found.wording,
                    "event",
                    "meeting_date",
                    line,
                    status="derived",
                    certainty=certainty,
                )
                yield Found("dates", date)
                return


def _openings(draft: Draft, paragraphs: Sequence[Block]) -> list[Block]:
    """Return the paragraph that opens a paper, and the sentences above it over a list of those present."""
    above = [
        block
        for block in draft.blocks_of("lines")
        if paragraphs and block.lines.last < paragraphs[0].lines.first and block.text.rstrip().endswith(".")
    ]
    return [*above, *paragraphs[:1]]


def _end_of_meeting(sentence: str, parties: list[str]) -> int | None:
    """Return where a sentence has said that people met, or None; the day stands before that, or after "on"."""
    names_party = any(party in sentence for party in parties)
    if names_party and (met_us := MET_US.search(sentence)):
        return met_us.end()
    received = received_us(sentence)
    if received and "invited" in received.group():
        return None
    match = received or TOOK_PLACE.search(sentence) or INTERVIEWED.match(sentence)
    if match:
        return match.end()
    met = I_MET.match(sentence)
    return met.start("who") if met and not is_thing(met["who"]) else None


def _called(agent: AgentValue) -> tuple[str, ...]:
    """Return what an opening may call somebody: by name, or a party whom the title names by office alone."""
    by_office = agent.office if agent.rule == "title_parties" else None
    return (agent.value, f" {by_office} ") if by_office else (agent.value,)


def _end_of_own_meeting(sentence: str, present: list[str]) -> int | None:
    """Return where a sentence of the opening of a record has said that its own meeting was held, or who received whom."""
    held = MEETING_HELD.search(sentence)
    if held:
        return held.end()
    met = THEY_MET.match(sentence)
    return met.start("whom") if met and any(name in sentence for name in present) else None
