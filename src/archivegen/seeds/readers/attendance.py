"""Who was present at a meeting, from the sentences and lines that say so: attendees, interpreters, recorders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from archivegen.records.body import Block
from archivegen.records.changed import changed
from archivegen.records.values import AgentValue, Lines
from archivegen.seeds.blocks import line_at
from archivegen.seeds.both_sides import lists_both_sides, tells_of_own_meeting
from archivegen.seeds.draft import Draft
from archivegen.seeds.meeting_sentences import RECORDS
from archivegen.seeds.presence_roles import clauses
from archivegen.seeds.presence_sentences import (
    ACCOMPANIED,
    AT_SOMETHING_ELSE,
    ELSEWHERE,
    GAP,
    INTERPRETED,
    LONGEST_SENTENCE,
    OF_A_GUEST,
    OF_A_SIDE,
    PART,
    PRESENT,
    SIGNS_OF_INTERPRETERS,
    SIGNS_OF_PRESENCE,
    TOOK_PART,
    WRITER,
)
from archivegen.seeds.readers.named_present import holders_in, named_before, named_behind, stand_behind
from archivegen.seeds.readers.recorders import (
    INTERVIEWED,
    interviewer,
    may_have_labels,
    may_speak_of_notes,
    read_labelled_persons,
    read_note_takers,
)
from archivegen.seeds.sentences import Sentence, sentences
from archivegen.seeds.sides import OTHER_SIDE, has_several_sides
from archivegen.seeds.signs import has_any


def read_attendance(draft: Draft, block: Block) -> Iterator[AgentValue]:
    """Yield the persons whom a block of the text says were present, interpreted, took notes or asked the questions."""
    text = block.text
    present = _those_present(draft, block) if _may_speak_of_presence(text) else ()
    note_takers = read_note_takers(block) if may_speak_of_notes(text) else ()
    for agent in chain(present, note_takers):
        yield agent if _is_surely(draft, agent) else changed(agent, certainty="probable")
    if may_have_labels(text):
        yield from read_labelled_persons(block)
    if "nterview" in text and (interviewed := INTERVIEWED.search(text)):
        yield interviewer(block, interviewed)


def _is_surely(draft: Draft, agent: AgentValue) -> bool:
    """Say whether somebody was surely there in his role: papers that are no records speak of other meetings too, and in
    minutes that name nobody else those who "were present" may be the parties.
    """
    if draft.first("participants") is not None:
        return True
    may_be_party = agent.role == "attendee" and draft.form in ("minutes", "protocol")
    return draft.form in RECORDS and not may_be_party


def writers(draft: Draft, lines: Lines) -> Iterator[AgentValue]:
    """Yield those who write `I` or `us`: the one author, or all who signed."""
    for author in draft.values_of("creators", AgentValue):
        if author.kind == "person":
            yield AgentValue(
                value=author.value,
                role="participant",
                rule="first_person_author",
                status="derived",
                lines=lines,
                certainty=author.certainty,  # no better known here than where the paper names him
            )


def _may_speak_of_presence(text: str) -> bool:
    return has_any(SIGNS_OF_PRESENCE, text) or ("art" in text and bool(PART.search(text)))


def _those_present(draft: Draft, block: Block) -> Iterator[AgentValue]:
    for sentence in chain.from_iterable(map(clauses, sentences(block.text))):
        # A line may end within the signs of several words, which all have "with".
        may_speak = _may_speak_of_presence(sentence.text) or (
            "with" in sentence.text and _may_speak_of_presence(" ".join(sentence.text.split()))
        )
        verb = _verb_of_presence(sentence) if may_speak and len(sentence.text) <= LONGEST_SENTENCE else None
        if verb is None:
            continue
        has_sides = has_several_sides(sentence.text)
        lists_all = lists_both_sides(draft, sentence, has_sides=has_sides)
        for agent in _present_in(draft, block, sentence, verb, of_all="participant" if lists_all else None):
            # Beside parties who are known and not among them, those of the sides may be parties too.
            yield changed(agent, certainty="probable") if has_sides and not lists_all else agent


def _interpreted(sentence: Sentence) -> re.Match[str] | None:
    return INTERPRETED.search(sentence.text) if has_any(SIGNS_OF_INTERPRETERS, sentence.text) else None


def _verb_of_presence(sentence: Sentence) -> re.Match[str] | None:
    """Return what says in a sentence that somebody was there, or None where it speaks of another place or time."""
    verb = PRESENT.search(sentence.text) or _interpreted(sentence)
    if verb is None or GAP.search(sentence.text) or ELSEWHERE.search(sentence.text, 0, verb.start()):
        return None
    is_at_something_else = "resent" in verb.group() and AT_SOMETHING_ELSE.match(sentence.text, verb.end())
    return None if is_at_something_else else verb


def _present_in(
    draft: Draft, block: Block, sentence: Sentence, verb: re.Match[str], *, of_all: str | None
) -> Iterator[AgentValue]:
    """Yield those of whom a sentence says that they were there; `of_all` is the role of all it names, if it says that."""
    if OF_A_SIDE.match(verb.group()) and draft.form not in RECORDS:
        return  # other papers tell of other meetings
    if OF_A_GUEST.match(verb.group()) and not tells_of_own_meeting(draft, block):
        return  # whoever accompanied a guest on his journey is only spoken of
    took_part = bool(TOOK_PART.match(verb.group()))
    role = of_all or ("interpreter" if _interpreted(sentence) else "participant" if took_part else "attendee")
    if WRITER.search(sentence.text):
        yield from writers(draft, (line_at(block, sentence.start),))
    is_turned = stand_behind(sentence, verb)
    if is_turned and ACCOMPANIED.search(verb.group()):
        yield from named_before(block, sentence, verb.start(), "participant")
    holders = list(holders_in(draft, block, sentence, verb, role))
    if holders and (holders[0].in_brackets or not is_turned):
        yield from holders
    if is_turned and not (holders and holders[0].in_brackets):
        yield from named_behind(block, sentence, verb.end(), role)
    elif not holders or not holders[0].in_brackets:
        yield from named_before(block, sentence, verb.start(), role)
    other = OTHER_SIDE.search(sentence.text, verb.end())
    if other and not is_turned:
        yield from named_behind(block, sentence, other.start(), role)
