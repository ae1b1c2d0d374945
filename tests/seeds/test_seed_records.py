"""The two seed documents against the records a careful archivist wrote by hand."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.archive.permalinks import mint
from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document

ROOT = Path(__file__).parents[2]
EXPECTED = sorted((Path(__file__).parent / "expected").glob("*.yml"))

# Fields of the expected records that are lists of plain names, checked in the order of the file.
NAME_LISTS = ("people_mentioned", "places_mentioned")
# What the expected records say beyond the fields.
NOT_FIELDS = ("id", "body", "not_variants", "apparatus", "copies", *NAME_LISTS)
# Parts that the hand-written records name in another way than the program.
PART_NAMES = {"edtf": "value", "name": "value"}


def load(path: Path) -> dict[str, Any]:
    return yaml.safe_load(path.read_text("utf-8"))


def record_of(path: Path) -> Record:
    seed = ROOT / "seeds" / f"{path.stem}.txt"
    return read_document(seed.read_bytes(), f"seeds/{seed.name}")


@pytest.fixture(params=EXPECTED, ids=lambda path: path.stem[:3])
def case(request: pytest.FixtureRequest) -> tuple[Record, dict[str, Any]]:
    return record_of(request.param), load(request.param)


def field_names(expected: dict[str, Any]) -> list[str]:
    return [name for name in expected if name not in NOT_FIELDS]


def test_every_field_has_its_value_voice_and_lines(case: tuple[Record, dict[str, Any]]):
    """Every part that the hand-written record gives for a value is what the program read."""
    record, expected = case
    for name in field_names(expected):
        values = [value.as_json() for value in record.fields.get(name, ())]
        wanted = expected[name] or []
        wanted = wanted if isinstance(wanted, list) else [wanted]
        assert len(values) == len(wanted), f"{name}: {values}"
        remaining = list(values)
        for want in wanted:
            want = {PART_NAMES.get(part, part): content for part, content in want.items()}
            match = next(
                (value for value in remaining if all(value.get(part) == want[part] for part in want)), None
            )
            assert match is not None, f"{name}: no value like {want} among {remaining}"
            remaining.remove(match)


def test_agents_stand_in_the_order_of_the_file(case: tuple[Record, dict[str, Any]]):
    """Lists of people come out in the order in which the file names them."""
    record, expected = case
    for name in ("creators", "recipients", "participants", "contributors", "name_variants"):
        wanted = [agent["name"] for agent in expected.get(name) or []]
        assert [value.value for value in record.fields.get(name, ())] == wanted


def test_mentions_are_exactly_those_an_archivist_would_list(case: tuple[Record, dict[str, Any]]):
    """Persons and places mentioned are those of the hand-written record, in order, none beyond them."""
    record, expected = case
    for name in NAME_LISTS:
        assert [value.value for value in record.fields[name]] == expected[name]
        assert all(value.lines for value in record.fields[name])


def test_what_is_not_stated_is_empty(case: tuple[Record, dict[str, Any]]):
    """A field the hand-written record does not have comes out empty."""
    record, expected = case
    assert set(record.fields) - {name for name in expected if expected[name] is not None} == set()


def test_copies():
    """This copy's number, the number of copies and their distribution are kept apart from the people present."""
    path = next(path for path in EXPECTED if path.stem.startswith("003"))
    record, wanted = record_of(path), load(path)["copies"]
    values = [value.as_json() for value in record.fields["copies"]]
    this_copy, total, *distribution = values
    for value, want in ((this_copy, wanted["this_copy"]), (total, wanted["total"])):
        want["value"] = str(want["value"])
        assert value | want == value
    for value, want in zip(distribution, wanted["distribution"], strict=True):
        assert value["copy"] == str(want["copy"])
        assert value["lines"] == want["lines"]
        assert value["value"] == want.get("name", want.get("disposition"))


def test_id_and_body(case: tuple[Record, dict[str, Any]]):
    """The address, the lines of the body, and the seams in it are those of the hand-written record."""
    record, expected = case
    assert mint(record) == expected["id"]
    assert record.body.lines == (expected["body"]["first_line"], expected["body"]["last_line"])
    assert [list(seam) for seam in record.body.joined] == expected["body"].get("joined", [])


def test_apparatus():
    """Stamps, doubtful readings, omissions, and the editors' other marks stand where the archivist found them."""
    path = next(path for path in EXPECTED if path.stem.startswith("003"))
    record, wanted = record_of(path), load(path)["apparatus"]
    assert [list(block.lines) for block in record.body.blocks if block.kind == "stamp"] == wanted["stamps"]
    assert [list(block.lines) for block in record.body.blocks if block.kind == "omission"] == wanted[
        "omissions"
    ]
    lines_of: dict[str, list[list[int]]] = {}
    for block, mark in record.body.marks():
        offset = block.text.index("".join(part.text for part in mark.content if hasattr(part, "text")))
        line = block.lines.first + block.text.count("\n", 0, offset)
        lines_of.setdefault(mark.kind, []).append([line, line])
    for kind in ("doubtful", "sic", "supplied", "signature"):
        assert lines_of[kind] == wanted[kind]


def test_brackets_that_are_no_spellings():
    """The brackets the hand-written record warns of never become variants of a name."""
    record = record_of(EXPECTED[0])
    warned = set(re.findall(r"\[([^\]]+)\]", load(EXPECTED[0])["not_variants"]))
    variants = {value.as_json()["variant"] for value in record.fields["name_variants"]}
    assert len(warned) > 5
    assert variants.isdisjoint(warned)
