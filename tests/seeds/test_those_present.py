"""Who was present, in the forms in which minutes list it and records of conversations say it."""

from pathlib import Path

import pytest
import yaml

from archivegen.records.values import AgentValue
from archivegen.seeds.normalise import read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "those_present.yml").read_text("utf-8"))
MINUTES = """MINUTES
of the Meeting of the Harbour Dues Committee

Time: 7 April 1954, 9:30 a.m.

{text}

Agenda:
1. Order of the barges

1. The chairman opened the meeting and said that in March eleven barges had waited at the lock for more than two days, one of them with a cargo of seed potatoes which froze on the way to the mill.

It was decided to keep a single list of the waiting barges and to send it every evening by telephone to the other ports of the river.

Chairman
[signature] (Pavel Dorin)
"""
RECORD = """Embassy of Norland in Guinea
Conakry, 8 July 1967

Record of a Conversation with the Minister of Roads, Amadou Keïta

{text}

The Minister opened the conversation with thanks for the two graders. One of them had however been standing in the yard since Easter, as nobody could be found who understood the drawings of the gear.

It was agreed that the whole matter should be dealt with in the talks on roads planned for the autumn.

Erik Sandmo
Ambassador
"""  # fmt: skip


def _present(paper: str) -> list[str]:
    """Return name, role and office of each participant, and nobody whom the text mentions."""
    fields = read_document(paper.encode(), "paper.txt").fields
    assert not fields.get("people_mentioned")
    return [
        ", ".join(filter(None, (agent.value, agent.role, agent.office)))
        for agent in fields["participants"]
        if isinstance(agent, AgentValue)
    ]


@pytest.mark.parametrize("case", CASES["lists"], ids=lambda case: case["text"][:40])
def test_lists_of_those_present(case: dict[str, str | list[str]]):
    """Every row is a person with the office, however the list divides them."""
    assert _present(MINUTES.format(text=case["text"])) == case["present"]


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["text"][:40])
def test_sentences_that_name_both_sides(case: dict[str, str | list[str]]):
    """Both sides of a talk are found in the sentence that the record opens with."""
    assert _present(RECORD.format(text=case["text"])) == case["present"]
