"""Rows that are meant to close their document and do not say so as the program reads it: none is published in silence."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.seeds.inventory.test_inventories import FROM_THE_SURVEYOR, archive, lines, record, workbook

EMBARGOED = "write “embargoed until 2040-01-01” into a column “access”, or “open”"


def kept_out(tmp_path: Path, sheet: Any, name: str = "inventory.csv") -> list[str]:
    """Return what is said of a document that is not published for what its row says; nothing where it is."""
    documents = archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR, name: sheet})
    assert (documents.not_read == {"seeds/pier.txt"}) != bool(documents.records)
    return [] if documents.records else lines(documents)


@pytest.mark.parametrize(
    ("head", "cell", "instead"),
    [
        ("access until", "2040-01-01", EMBARGOED),
        ("access until", "restricted", "write “restricted” into a column “access”, or “open”"),
        ("access reason", "privacy", "write “restricted” into a column “access”, or “open”"),
        ("access announce", "yes", "write “restricted” into a column “access”, or “open”"),
    ],
)
def test_what_is_said_of_no_access_keeps_the_document_out(tmp_path: Path, head: str, cell: str, instead: str):
    """As in a sidecar, where “until” alone is an error; with an empty column “access” and with none."""
    said = f"“{cell}” in the column “{head}” is said of a value that this row does not have; {instead}"
    for place, sheet in enumerate(
        (f"file,access,{head}\npier.txt,,{cell}\n", f"file,{head}\npier.txt,{cell}\n")
    ):
        assert f"seeds/inventory.csv:2: error: {said}" in kept_out(tmp_path / str(place), sheet)


def test_what_is_said_of_no_other_value_is_named(tmp_path: Path):
    """It would be lost without a word."""
    documents = archive(
        tmp_path,
        {"pier.txt": FROM_THE_SURVEYOR, "inventory.csv": "file,creators office\npier.txt,Surveyor\n"},
    )
    assert any(
        "warning: “Surveyor” in the column “creators office” is said of a value that this row does not have"
        in line
        for line in lines(documents)
    )


def test_a_cell_that_is_typed_as_a_date_says_until_when(tmp_path: Path):
    """Spreadsheet programs make a date of what is typed; here one is expected."""
    rows = [["file", "access", "access until"], ["pier.txt", "embargoed", date(2040, 1, 31)]]
    documents = archive(tmp_path, {"pier.txt": FROM_THE_SURVEYOR, "inventory.xlsx": workbook(rows)})
    access = record(documents, "seeds/pier.txt").access
    assert access is not None
    assert (access.value, access.until) == ("embargoed", "2040-01-31")
