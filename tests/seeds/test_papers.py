"""The parts of a paper, each in the many ways in which offices write it: stamps, numbers, datelines, signatures, copies."""

from pathlib import Path

import pytest
import yaml

from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "papers.yml").read_text("utf-8"))
TALK = "Record of a Conversation between Minister Jan Novak and Ambassador Anna Lindqvist"
MINUTES = "MINUTES\nof the Meeting of the Harbour Board on 22 May 1961"
PLACES = {
    "stamps": ({"head": "SECRET\n{words}"}, {"foot": "{words}"}),
    "above the date": ({"head": "{words}"},),
    "as the date": ({"date": "{words}"},),
    "below the heading of a talk": (
        {"heading": "MEMORANDUM OF CONVERSATION", "under": "{words}", "signature": ""},
    ),
    "as the office": ({"office": "{words}"},),
    "as the heading of an undated paper": ({"heading": "{words}", "date": ""},),
    "as the signature of an undated paper": ({"signature": "{words}", "date": ""},),
    "as the heading of a talk": ({"heading": "{words}", "signature": ""},),
    "at the end of a talk": ({"heading": TALK, "signature": "{words}"},),
    "below the heading of minutes": ({"heading": MINUTES, "under": "{words}", "signature": ""},),
    "as the signature": ({"signature": "{words}"},),
    "below the signature": ({"foot": "{words}"},),
}
PLAIN = {
    "office": "EMBASSY OF SYLVANIA IN WESTHAVEN",
    "head": "SECRET",
    "date": "31 May 1961",
    "heading": "Report on the Harbour Works",
    "under": "",
    "signature": "Karel Testov",
    "foot": "",
}
PAPER = """{office}
{head}
{date}

{heading}
{under}

The Minister received me at his request and told me that the pier would be finished by the autumn of the year, as both governments had wished it to be.

I answered that our government would be pleased to hear it, and asked for the text of the protocol; he promised it by Friday at the latest and saw me to the door.

{signature}
{foot}"""


def paper_with(words: str, place: dict[str, str]) -> Record:
    """Read a paper of plain parts, with words in one place of it."""
    parts = PLAIN | {part: form.format(words=words) for part, form in place.items()}
    return read_document(PAPER.format(**parts).encode(), "paper.txt")


@pytest.mark.parametrize(
    ("place", "case"),
    [(place, case) for part, cases in CASES.items() for place in PLACES[part] for case in cases],
    ids=lambda case: case.get("words", next(iter(case))).replace("\n", " / "),
)
def test_a_part_is_read_however_it_is_written(place: dict[str, str], case: dict):
    """Each field that the words fill has what an archivist would read there, and nothing else."""
    record = paper_with(case["words"], place)
    for field, values in case["reads"].items():
        wanted = [value if isinstance(value, dict) else {"value": value} for value in values]
        read = [value.as_json() for value in record.fields.get(field, ())]
        found = [{part: value.get(part) for part in want} for value, want in zip(read, wanted, strict=False)]
        assert (len(read), sorted(map(str, found))) == (len(wanted), sorted(map(str, wanted))), (field, read)
