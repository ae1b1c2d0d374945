"""Tables of wordings and their readings; each table says above itself how to add to it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.records.body import marks_in, plain
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.apparatus import read_apparatus
from archivegen.seeds.block_kinds import kind_of
from archivegen.seeds.conventions import CONVENTIONS
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.names import split_office_and_name
from archivegen.seeds.normalise import read_document
from archivegen.seeds.respellings import words_respelt

TABLES = Path(__file__).parents[1] / "cases"


def table(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((TABLES / f"{name}.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", table("dates"), ids=lambda case: case["wording"])
def test_dates(case: dict[str, Any]):
    """A wording of a date is read as the table says, or not at all."""
    assert read_date(case["wording"], case.get("year"), order=case.get("order")) == case.get("edtf")


@pytest.mark.parametrize("case", table("brackets"), ids=lambda case: case["text"])
def test_brackets(case: dict[str, Any]):
    """Every pair of brackets is classed as the table says, and no word of the text is lost."""
    content = read_apparatus(case["text"], CONVENTIONS[case.get("convention", "digital_archive")])
    assert plain(content) == case["text"]
    assert [mark.kind for mark in marks_in(content)] == case["kinds"]
    if "variant" in case:
        before, _, rest = case["text"].partition("[")
        assert words_respelt(before, rest.partition("]")[0]) == case["variant"]


@pytest.mark.parametrize("case", table("names"), ids=lambda case: case["phrase"])
def test_names(case: dict[str, Any]):
    """A phrase is divided into office and name as the table says."""
    found = split_office_and_name(case["phrase"])
    assert (found.name, found.office) == (case.get("name"), case.get("office"))


@pytest.mark.parametrize("case", table("agent_lists"), ids=lambda case: case["list"][:60])
def test_agent_lists(case: dict[str, Any]):
    """A list names the persons that the table says, and nobody else; with their offices where the table has these."""
    agents = list(read_agent_list(case["list"]))
    assert [agent.name for agent in agents] == case["names"]
    if "offices" in case:
        assert [agent.office or "" for agent in agents] == case["offices"]


@pytest.mark.parametrize("case", table("block_kinds"), ids=lambda case: case["text"][:60])
def test_block_kinds(case: dict[str, Any]):
    """A block is what its words say."""
    assert kind_of(case["text"], [], is_foot=False) == case["kind"]


@pytest.mark.parametrize("case", table("copies"), ids=lambda case: case["list"][:60])
def test_copies(case: dict[str, Any]):
    """The list of copies below a letter has the receivers that the table names, and no other."""
    text = f"3 May 1961\n\nDear Anna Brik,\n\nNobody has seen the surveyor.\n\nYours,\nPeter Okafor\n\n{case['list']}\n"
    copies = read_document(text.encode(), "letter.txt").fields.get("copies", ())
    assert [copy.value for copy in copies] == case["receivers"]


@pytest.mark.parametrize("case", table("mentions"), ids=lambda case: case["text"][:60])
def test_mentions(case: dict[str, Any]):
    """A sentence names the persons and places that the table says and none else; only the sure ones are certain."""
    fields = read_document(case["text"].encode(), "sentence.txt").fields
    people = fields.get("people_mentioned", ())
    assert sorted(person.value for person in people) == sorted(case.get("people", []))
    assert sorted(place.value for place in fields.get("places_mentioned", ())) == sorted(
        case.get("places", [])
    )
    for name, wanted in (("name_variants", "variants"), ("place_name_variants", "place_variants")):
        pairs = [[value.as_json()["value"], value.as_json()["variant"]] for value in fields.get(name, ())]
        assert pairs == case.get(wanted, [])
    certain = {person.value for person in people if person.certainty == "certain"}
    assert certain >= set(case.get("surely", []))
    assert certain.isdisjoint(case.get("doubtful", []))


@pytest.mark.parametrize("case", table("presence"), ids=lambda case: case["text"][:60])
def test_presence(case: dict[str, Any]):
    """The record of a conversation has those present whom the table names, in their roles, and nobody else."""
    text = f"MEMORANDUM OF CONVERSATION\n\n{case['text']}\n\nThe weather was spoken of for a quarter of an hour.\n"
    found = read_document(text.encode(), "talk.txt").fields.get("participants", ())
    assert {agent.value: agent.as_json()["role"] for agent in found} == case["participants"]


@pytest.mark.parametrize("case", table("languages"), ids=lambda case: "+".join(case["languages"]) or "none")
def test_languages(case: dict[str, Any]):
    """A text is in the languages that the table says, one for each of its versions; a doubtful one is in none."""
    fields = read_document(case["text"].encode(), "text.txt").fields
    assert [value.value for value in fields.get("language", ())] == case["languages"]
