"""Whom the title of a catalogue names: writers, addressees and those who met, where the paper itself says nothing of them."""

from pathlib import Path

import pytest
import yaml

from archivegen.records.values import AgentValue
from archivegen.seeds.normalise import read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "title_parties.yml").read_text("utf-8"))
PAGE = """May 03, 1961

{title}

Citation:

“{title},” May 03, 1961, Harbour Papers Digital Archive, WSA, f. 12, op. 3, d. 44, l. 51. Translated by Marta Silva.

Summary:

The papers were exchanged on the question of the pier.

Original Language:

Russian

Contents:

English Translation

The papers that were exchanged dealt with the pier, and with the question of who had to pay for the lamps that were broken there.

It was said that the sum would be found in the course of the summer, and that the works could then begin.
"""
FIELDS = ("creators", "recipients", "participants")


def wording(agent: AgentValue) -> str:
    """Return a name with its office behind a comma, where it has one."""
    return f"{agent.value}, {agent.office}" if agent.office else agent.value


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_title_names_its_parties(case: dict[str, str | list[str]]) -> None:
    record = read_document(PAGE.format(title=case["title"]).encode(), "page.txt")

    found = {
        field: sorted(wording(agent) for agent in record.values_of(field, AgentValue)) for field in FIELDS
    }
    assert found == {field: sorted(case.get(field, ())) for field in FIELDS}
    assert all(
        agent.certainty == "probable" for field in FIELDS for agent in record.values_of(field, AgentValue)
    )


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Gorin said that the pier was old, and Lindqvist agreed. Gorin left; Lindqvist stayed.", ["Gorin", "Lindqvist"]),
        ("Gorin said that the pier was old. Gorin left.", ["Gorin"]),
        ("The Gorin said nothing, and the Lindqvist agreed. Gorin left; Lindqvist stayed.", []),
        ("Nobody is named here at all, and the lamps were paid for.", []),
    ],
)  # fmt: skip
def test_surnames_alone_are_parties_where_the_text_speaks_of_them(body: str, names: list[str]) -> None:
    page = PAGE.format(title="Conversation between Gorin and Lindqvist") + f"\n{body}\n"
    record = read_document(page.encode(), "page.txt")

    assert [agent.value for agent in record.values_of("participants", AgentValue)] == names
