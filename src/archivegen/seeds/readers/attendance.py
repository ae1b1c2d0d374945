"""Who was present at a meeting, from the sentences and lines that say so: attendees, interpreters, recorders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from archivegen.records.body import Block
from archivegen.records.changed import changed
from archivegen.records.values import AgentValue, Lines
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.blocks import line_at
from archivegen.seeds.both_sides import lists_both_sides, tells_of_own_meeting
from archivegen.seeds.draft import Draft
from archivegen.seeds.list_sentences import offices_before_names
from archivegen.seeds.markings import in_blanks
from archivegen.seeds.meeting_sentences import RECORDS
from archivegen.seeds.name_lists import read_name_list
from archivegen.seeds.names import WHOLE_NAME, is_whole_name, singular_office
from archivegen.seeds.office_holders import holder_named_in
from archivegen.seeds.presence_roles import clauses, role_in_sentence, without_roles
from archivegen.seeds.presence_sentences import (
    ACCOMPANIED,
    AT_SOMETHING_ELSE,
    DID_ELSE,
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
    TURNED_ROUND,
    WRITER,
)
from archivegen.seeds.readers.recorders import (
    INTERVIEWED,
    interviewer,
    may_have_labels,
    may_speak_of_notes,
    read_labelled_persons,
    read_note_takers,
)
from archivegen.seeds.sentences import Sentence, sentences
from archivegen.seeds.sides import OTHER_SIDE, has_several_sides, with_sides_as
from archivegen.seeds.signs import has_any
from archivegen.seeds.vocabulary import OFFICES, TITLE, alternatives

_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_BY = re.compile(r"^\s*(?:by|also|:)\s+")
_AND_BY = re.compile(r",?\s+(?:and|as\s+well\s+as)\s+(?:also\s+)?by\s+")
_OFFICE_WORDS = alternatives(OFFICES)
_OFFICE = rf"(?P<office>\b(?!The\s)(?:[A-Z][\w-]{{1,30}}\s+){{0,5}}(?:{_OFFICE_WORDS})(?:\s+(?:of|for|in|to)(?:\s+the)?(?:(?:\s+[A-Z][\w’'-]*){{1,6}}|\s+(?:ministry|embassy|department|mission|board|committee|union|institute|delegation)\b)){{0,3}})"
_HOLDER = re.compile(rf"{_OFFICE}\s*\[(?P<name>{WHOLE_NAME})\]")
_APPOSITION = re.compile(rf"(?:The\s+)?{_OFFICE},\s+(?:(?:{TITLE})\s+)?(?P<name>{WHOLE_NAME})\b")


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
    is_turned = _is_turned(sentence, verb)
    if is_turned and ACCOMPANIED.search(verb.group()):
        yield from _named_before(block, sentence, verb.start(), "participant")
    holders = list(_holders(draft, block, sentence, verb, role))
    if holders and (holders[0].in_brackets or not is_turned):
        yield from holders
    if is_turned and not (holders and holders[0].in_brackets):
        yield from _named_behind(block, sentence, verb.end(), role)
    elif not holders or not holders[0].in_brackets:
        yield from _named_before(block, sentence, verb.start(), role)
    other = OTHER_SIDE.search(sentence.text, verb.end())
    if other and not is_turned:
        yield from _named_behind(block, sentence, other.start(), role)


def _is_turned(sentence: Sentence, verb: re.Match[str]) -> bool:
    """Say whether those present stand behind the verb."""
    return bool(TURNED_ROUND.search(sentence.text[verb.start() : verb.end() + 3]))


def _holders(
    draft: Draft, block: Block, sentence: Sentence, verb: re.Match[str], role: str
) -> Iterator[AgentValue]:
    """Yield the holders of offices whom brackets name, or a comma behind the office, on the verb's side that lists."""
    is_turned = _is_turned(sentence, verb)
    start = verb.end() if is_turned else 0
    patterns = ((_HOLDER, True), (_APPOSITION, False))
    # In "X, Minister of Waters, Y, Minister of Ports" the offices stand behind the names.
    begins_with_name = is_whole_name(
        with_sides_as("", _BY.sub("", sentence.text[start:])).partition(",")[0].strip()
    )
    tried = patterns[0 if draft.convention.identifies_persons else 1 : 1 if begins_with_name else 2]
    for pattern, in_brackets in tried:
        for match in pattern.finditer(sentence.text, start):
            does_else = not is_turned and DID_ELSE.search(sentence.text, match.end(), verb.start())
            if is_whole_name(match["name"]) and not does_else:
                here = (line_at(block, sentence.start + match.start("name")),)
                value = _present(match["name"], singular_office(match["office"]), role, here)
                yield changed(value, by="editor", in_brackets=True) if in_brackets else value


def _named_behind(block: Block, sentence: Sentence, start: int, role: str) -> Iterator[AgentValue]:
    """Yield the persons listed behind the verb: `Present were X and, on our side, Y, section head`."""
    here = (line_at(block, sentence.start + start),)
    listed = with_sides_as(";", _BY.sub("", without_roles(sentence.text[start:]))).rstrip(". ")
    people = [agent for agent in read_agent_list(_AND_BY.sub("; ", listed)) if not agent.is_body]
    names = [agent.name for agent in people]
    for agent in people:
        own_role = role_in_sentence(sentence.text, agent.name, names, role)
        yield _present(agent.name, agent.office, own_role, here)


def _named_before(block: Block, sentence: Sentence, end: int, role: str) -> Iterator[AgentValue]:
    """Yield the persons named before the verb."""
    words = with_sides_as(in_blanks, _BRACKETS.sub(in_blanks, sentence.text[:end]))
    people = list(read_name_list(words)) or [found for found in (holder_named_in(words.strip()),) if found]
    names = [person.name or "" for person in people]
    offices = offices_before_names(words) if "the " in words else {}
    for person in people:
        here = (line_at(block, sentence.start + person.start),)
        own_role = role_in_sentence(sentence.text, person.name or "", names, role)
        office = person.office or offices.get(person.name or "")
        wording = person.name_as_written if person.name_as_written != person.name else None
        yield changed(_present(person.name or "", office, own_role, here), as_written=wording)


def _present(name: str, office: str | None, role: str, lines: Lines) -> AgentValue:
    is_interpreter = role == "interpreter" or "nterpreter" in (office or "")
    return AgentValue(
        value=name,
        office=office,
        role="interpreter" if is_interpreter else role,
        status="stated" if role == "interpreter" else "derived",
        rule="presence_sentence",
        lines=lines,
    )
