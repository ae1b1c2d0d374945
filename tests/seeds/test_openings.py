"""Heads and feet in the forms that vary most: other languages, no head at all, stamps between numbers, lines below a text."""

from pathlib import Path

import pytest
import yaml

from archivegen.records.values import AgentValue
from archivegen.seeds.normalise import read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "openings.yml").read_text("utf-8"))
TEXT = """With reference to your note of last month I have the honour to report that the wool board is prepared to take the coarse grades, provided that they are landed before the frost and that the bales are marked anew.

The head of the purchasing office would pay one third in machinery. He showed me drawings of a press which might be of interest to the growers; I did not encourage him, but I did not refuse either.
"""
LETTER = """{body}
{marking}
No. 87/312.4

{dateline}

To His Excellency Mr. Aurel Tavares,
Minister of State

{salutation}

{text}
(signed) Otto Brand
Ambassador
"""
TALK = """{opening}

Shkurtaj: First of all I want to ask how you were lodged, for I hear that there is no water on the upper floor of the house and that it is carried up in buckets.

Zhou: That is nothing. At home we drilled in places where the water came once a week, by camel.
"""
STAMPED = """MINISTRY OF RIVERS OF THE NORTHERN REPUBLIC
SECRET Copy Nº 1
Nº 64/III
5 April 1963

{stamp}

Report on the Winter Harbour

{text}
Deputy Minister
[signature] (A. F. Korsun)

Three copies printed:
1 - CC CPU
Nº 188
5 April 1963
"""


@pytest.mark.parametrize("head", CASES["letters"], ids=lambda head: head[0])
def test_a_letter_with_a_head_in_another_language_is_a_letter(head: list[str]):
    """The letterhead is the issuing body, the marking a classification as printed, the title composed."""
    body, marking, dateline, salutation, day = head
    paper = LETTER.format(body=body, marking=marking, dateline=dateline, salutation=salutation, text=TEXT)
    fields = read_document(paper.encode(), "paper.txt").fields
    expected = {
        "issuing_body": body,
        "classification": marking,
        "dates": day,
        "place_of_creation": dateline.partition(",")[0],
        "form": "letter",
        "title": "Letter from Otto Brand to Aurel Tavares",
    }
    assert {name: [value.value for value in fields.get(name, ())] for name in expected} == {
        name: [value] for name, value in expected.items()
    }


@pytest.mark.parametrize("talk", CASES["talks"], ids=lambda talk: talk["text"][:50])
def test_the_first_sentence_of_a_paper_without_a_head_tells_of_the_talk(talk: dict[str, object]):
    """Its day and both sides are read as probable, and no form is claimed; a letter received is no talk."""
    fields = read_document(TALK.format(opening=talk["text"]).encode(), "paper.txt").fields
    assert [value.value for value in fields.get("dates", ())] == ([talk["day"]] if "day" in talk else [])
    people = [agent for agent in fields.get("participants", ()) if isinstance(agent, AgentValue)]
    assert [f"{agent.value} ({agent.office})" for agent in people] == talk.get("sides", [])
    assert all(agent.certainty == "probable" for agent in people)
    assert "form" not in fields


@pytest.mark.parametrize("stamp", CASES["stamps"], ids=lambda stamp: stamp[0][:40])
def test_a_stamp_keeps_its_number_and_day_among_other_numbers(stamp: list[str]):
    """Number, way and day are those of the stamp, wherever else the paper has numbers and days."""
    words, number, way, day = stamp
    fields = read_document(STAMPED.format(stamp=words, text=TEXT).encode(), "paper.txt").fields
    found = [(value.value, value.kind, value.date) for value in fields["registrations"]]  # type: ignore[attr-defined]
    assert sorted(found) == sorted(
        [("Nº 64/III", "letterhead", "1963-04-05"), (number, way, day), ("Nº 188", "printing", "1963-04-05")]
    )


@pytest.mark.parametrize("foot", CASES["feet"])
def test_who_was_there_or_made_the_copy_signs_nothing(foot: str):
    """Only a signature names a writer."""
    paper = f"Record of a Conversation on the Winter Harbour\n\n{TEXT}\n{foot}\n"
    assert "creators" not in read_document(paper.encode(), "paper.txt").fields


def test_a_body_that_is_only_relative_made_no_resolution():
    """“Resolution of the Secretariat” names no body of its own; one that says whose it is does."""
    paper = "Resolution of the {body} on the Supply of Paper\n\n" + TEXT
    assert "creators" not in read_document(paper.format(body="Secretariat").encode(), "paper.txt").fields
    whole = paper.format(body="Secretariat of the Regional Committee")
    assert [value.value for value in read_document(whole.encode(), "paper.txt").fields["creators"]] == [
        "Secretariat of the Regional Committee"
    ]
