"""Tables of wordings and their readings; each table says above itself how to add to it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.records.body import marks_in, plain
from archivegen.seeds.apparatus import read_apparatus
from archivegen.seeds.conventions import CONVENTIONS
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.names import split_office_and_name
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
