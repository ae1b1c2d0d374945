"""Whether a sentence that says who was present lists both sides of a meeting."""

from __future__ import annotations

from archivegen.records.values import AgentValue
from archivegen.seeds.draft import Draft
from archivegen.seeds.sentences import Sentence


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
