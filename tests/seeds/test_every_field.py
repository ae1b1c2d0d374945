"""Every field of the field table can be given by the archivist, through each of the three doors."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.records.fields import FIELD_BY_KEY, FIELDS, Field
from archivegen.records.record import Record
from archivegen.records.serial import record_as_json
from archivegen.seeds.normalise import read_document

ROOT = Path(__file__).parents[2]
GIVEN: dict[str, dict[str, Any]] = yaml.safe_load(
    (ROOT / "tests" / "cases" / "supplied_fields.yml").read_text("utf-8")
)
# Between them the two documents state almost every field, so that there is something to give way.
TEXTS = [file.read_text("utf-8") for file in sorted((ROOT / "seeds").glob("*.txt"))]
DOORS = ("sidecar", "front matter", "collection.yml")
# The title that a folder's file gives is the folder's own.
BY_DOOR = [
    (field, door) for field in FIELDS for door in DOORS if (field.name, door) != ("title", "collection.yml")
]


def named(of: object) -> str:
    return of.name if isinstance(of, Field) else str(of)


def read(text: str, corrections: str, door: str) -> tuple[Record, str]:
    """Return the record, and the file that the corrections stand in."""
    if door == "front matter":
        return read_document(f"---\n{corrections}---\n{text}".encode(), "papers/a.txt"), "papers/a.txt"
    if door == "sidecar":
        file = "papers/a.yml"
        return read_document(text.encode(), "papers/a.txt", (), (file, corrections)), file
    file = "papers/collection.yml"
    return read_document(text.encode(), "papers/a.txt", ((file, corrections),)), file


@cache
def text_that_states(field: Field) -> tuple[str, list[str]]:
    """Return a text with the values that are read from it for a field, or any text and none."""
    for text in TEXTS:
        values = read_document(text.encode(), "papers/a.txt").fields.get(field.name, ())
        if values:
            return text, [value.value for value in values]
    return TEXTS[0], []


def test_the_table_has_every_field():
    """A new field needs a value here."""
    assert list(GIVEN) == [field.name for field in FIELDS]
    stated = [field.name for field in FIELDS if text_that_states(field)[1]]
    assert len(stated) > len(FIELDS) / 2


@pytest.mark.parametrize(("field", "door"), BY_DOOR, ids=named)
def test_a_value_given_for_a_field_arrives(field: Field, door: str):
    """It is the only value of its field, supplied, with the file and the line it stands on; what was read is kept."""
    text, own = text_that_states(field)
    given = GIVEN[field.name]["given"]
    expected = GIVEN[field.name].get("arrives", {"value": given})
    record, file = read(text, f"# Corrected\n\n{field.name}: {given}\n", door)
    assert [problem for problem in record.problems if problem.level != "notice"] == []
    data = record_as_json(record, "1")
    [value] = data["fields"][field.name]
    value.pop("principal", None)
    line = 4 if door == "front matter" else 3
    assert value == {
        **expected,
        "status": "supplied",
        "by": "archivist",
        "rule": "supplied",
        "certainty": "certain",
        "lines": [[line, line]],
        "file": file,
    }
    kept = [other["value"] for other in data["other_readings"].get(field.name, [])]
    assert [reading for reading in own if reading != value["value"] and reading not in kept] == []


@pytest.mark.parametrize(
    ("field", "door"), [pair for pair in BY_DOOR if text_that_states(pair[0])[1]], ids=named
)
def test_an_empty_list_takes_what_was_read_away(field: Field, door: str):
    """Nothing stands in the field, and what was read is kept."""
    text, own = text_that_states(field)
    record, _ = read(text, f"{field.name}: []\n", door)
    assert field.name not in record.fields
    assert {value.value for value in record.other_readings[field.name]} == set(own)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_lines_may_be_any_field(field: Field):
    """The words of a zone are the value of its field, with the lines of the document and no other file."""
    expected = GIVEN[field.name].get("arrives", {"value": GIVEN[field.name]["given"]})
    words = expected.get("as_written", expected["value"])
    text = f"{words}\n\nThe pier is closed until the surveyor has been paid for his work.\n"
    record, _ = read(text, f"zones:\n  1: {field.name}\n", "sidecar")
    [value] = record.fields[field.name]
    assert (value.value, value.status, value.rule) == (expected["value"], "supplied", "supplied_lines")
    assert (value.lines, value.file) == (((1, 1),), None)
    assert record.body.lines == (3, 3)


@pytest.mark.parametrize("key", sorted(FIELD_BY_KEY.keys() - {field.name for field in FIELDS}))
def test_other_keys_mean_their_field(key: str):
    """`author` is `creators`, `date` is `dates`."""
    field = FIELD_BY_KEY[key]
    record, _ = read(TEXTS[0], f"{key}: {GIVEN[field.name]['given']}\n", "sidecar")
    assert [value.status for value in record.fields[field.name]] == ["supplied"]


def test_the_nearest_door_wins_and_the_others_are_kept():
    """What the text says, the folder, and the front matter give way to the sidecar, in this order."""
    record = read_document(
        f"---\nsummary: Matter\n---\n{TEXTS[0]}".encode(),
        "a.txt",
        (("collection.yml", "summary: Folder\n"),),
        ("a.yml", "summary: Beside\n"),
    )
    assert [value.value for value in record.fields["summary"]] == ["Beside"]
    kept = [value.value for value in record.other_readings["summary"]]
    assert kept[-2:] == ["Folder", "Matter"]
    assert len(kept) > 2
