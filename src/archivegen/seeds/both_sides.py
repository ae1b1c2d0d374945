"""Whether a text tells of the meeting that its paper records, and whether a sentence names both sides of it."""

from __future__ import annotations

from archivegen.records.body import Block
from archivegen.records.values import AgentValue
from archivegen.seeds.draft import Draft
from archivegen.seeds.meeting_sentences import I_MET, RECORDS, WE_MET, received_us, without_stops_of_address
from archivegen.seeds.sentences import Sentence, sentences


def lists_both_sides(draft: Draft, sentence: Sentence, *, has_sides: bool) -> bool:
    """Say whether a sentence lists all who took part: it divides them by side and nobody is known yet, or who is is
    listed; or it names a party who is known and another person, who wrote the record.
    """
    known = [agent.value for agent in draft.values_of("participants", AgentValue)]
    listed = [name for name in known if name in sentence.text]
    if has_sides and (listed or not known):
        return True
    # Who accompanied a party, or was there when one received the other, was there beside them.
    is_beside = "accompanied" in sentence.text or "presence of" in sentence.text
    if is_beside or not listed:
        return False
    authors = (agent.value for agent in draft.values_of("creators", AgentValue))
    return any(name in sentence.text and name not in known for name in authors)


def opens_without_head(draft: Draft, block: Block) -> bool:
    """Say whether a block opens a paper that has no title, no heading and no form: only its text can say what it records."""
    title = draft.first("title")
    has_title = title is not None and title.rule != "file_name_title"
    has_head = bool(draft.form or draft.paper.head) or has_title
    return not has_head and block is next(iter(draft.blocks_of("paragraph")), None)


def tells_of_own_meeting(draft: Draft, block: Block) -> bool:
    """Say whether a paper records a meeting, or a block says that somebody met those who write."""
    if draft.form in RECORDS or draft.first("participants") is not None:
        return True
    told = (without_stops_of_address(sentence.text) for sentence in sentences(block.text))
    return any(I_MET.match(words) or WE_MET.match(words) or received_us(words) for words in told)
