"""Who kept the record of a meeting and who interpreted at it, where a label says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.body import Block
from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.blocks import line_at
from archivegen.seeds.draft import Draft
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.names import is_whole_name, read_name_list

_LABELLED = re.compile(
    r"^\s*(?P<label>Interpreters?|Interpreted by|Recorders?|Recorded by|Notes? taken by)\s*:?\s+(?P<who>[^\n]{3,120})$"
)
# Below the text they made the translation and were at no meeting.
_MAKERS = ("translator", "translators")


def read_labelled_persons(block: Block) -> Iterator[AgentValue]:
    """Read a block that is a label and its persons, such as `Interpreter: Comrade Li Sang-ok`."""
    match = _LABELLED.match(block.text)
    if match is None:
        return
    role = "interpreter" if match["label"].startswith("Interpret") else "recorder"
    for person in read_name_list(match["who"].rstrip(". ")):
        yield AgentValue(
            value=person.name or "",
            office=person.office,
            role=role,
            rule="head_label",
            lines=(line_at(block, match.start("who")),),
        )


def read_recorders(draft: Draft) -> Iterator[AgentValue]:
    """Yield those whom a label below the text calls the recorder or the interpreter."""
    above = ""
    for (number, line), (next_number, below) in pairwise([*draft.foot, (0, "")]):
        words = line.strip().strip("()")
        # An office without a colon may belong to the name above it.
        heads_a_name = not is_whole_name(above) and next_number == number + 1
        label = read_label(words) or (read_label(f"{words}:") if heads_a_name else None)
        above = words
        if label is None or label.label.what not in ("recorder", "interpreter") or label.words in _MAKERS:
            continue
        here = (LineRange(number, number),)
        for agent in read_agent_list((label.value or below).strip(" ()/")):
            if not agent.is_body:
                yield AgentValue(
                    value=agent.name,
                    office=agent.office,
                    role=label.label.what,
                    rule="foot_label",
                    lines=here,
                    certainty=agent.certainty,
                )
