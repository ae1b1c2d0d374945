"""The path of a paper: every step once, in the order of time, and nothing that the record does not know."""

from pathlib import Path

import pytest
import yaml
from tests.archive.test_permalinks import record

from archivegen.pages.messages import read_messages
from archivegen.pages.paper_path import paper_path
from archivegen.records.record import Record
from archivegen.records.values import CopyValue, DateValue, Registration
from archivegen.seeds.normalise import read_document

ROOT = Path(__file__).parents[2]
SAY = read_messages([(ROOT / "templates" / "messages.yml").read_text("utf-8")], "messages.yml")
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "paper_paths.yml").read_text("utf-8"))


def paper(case: dict) -> Record:
    made = record("A paper")
    dates = tuple(
        DateValue(value=day, type=kind, rule="label", principal=kind == "created" and not place)
        for kind, days in case.get("dates", {}).items()
        for place, day in enumerate(days)
    )
    numbers = tuple(Registration(rule="label", **parts) for parts in case.get("numbers", ()))
    copies = tuple(CopyValue(rule="label", **parts) for parts in case.get("copies", ()))
    fields = {**made.fields, "dates": dates, "registrations": numbers, "copies": copies}
    return Record(made.source, fields, made.body, ())


def steps(read: Record) -> list[str]:
    return [f"{step.date or '–'}: {step.words}" for step in paper_path(SAY, read)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_the_path_of_a_paper(case: dict):
    """Years are not repeated, dates that are numbers too are told once, and what has no date keeps its place."""
    assert steps(paper(case)) == case["path"]


def test_the_path_of_a_paper_is_read_from_it():
    """The sample's journal went from the talk through four offices to five people."""
    (seed,) = (ROOT / "seeds").glob("003*.txt")
    assert steps(read_document(seed.read_bytes(), f"seeds/{seed.name}")) == [
        "22 May 1957: entry",
        "31 May: numbered by the sender, Nº 133; typed, Nº 353",
        "11 June: received, Nº 5925-gs",
        "12 June: received by USSR MFA, Far East Department, Nº 01490s",
        "–: copy 2 of 5, to Fedorenko; the others to Gromyko, Kurdyukov, Solodovnikov; to file",
    ]


def test_no_step_is_told_twice():
    """In none of the documents that rules are tried on."""
    paths = 0
    for file in sorted((ROOT / "tests" / "cases" / "documents").glob("*_journal*.txt")):
        told = steps(read_document(file.read_bytes(), f"seeds/{file.name}"))
        paths += bool(told)
        assert len(told) == len(set(told)), file.name
    assert paths > 20
