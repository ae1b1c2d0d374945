"""Whole documents in the shapes of real ones, in our own words, each with the record an archivist would write.

To add a case: put `NAME.txt` and `NAME.expect.yml` into tests/cases/documents. A field that is not listed must come
out empty; of a listed value only the parts given are compared.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.archive.permalinks import mint
from archivegen.problems import Refusal
from archivegen.seeds.normalise import read_document

REFUSED = sorted((Path(__file__).parents[1] / "cases" / "refused").glob("*.txt"))
CASES = sorted((Path(__file__).parents[1] / "cases" / "documents").glob("*.txt"))


def agrees(value: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Say whether a value has every part that is wanted of it."""
    return all(value.get(part) == content for part, content in wanted.items())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_record_is_what_an_archivist_would_write(case: Path):
    """Layout, address, body and fields are those expected; nothing is read that is not there."""
    wanted = yaml.safe_load(case.with_suffix(".expect.yml").read_text("utf-8"))
    record = read_document(case.read_bytes(), case.name)
    assert record.source.layout == wanted["layout"]
    found = {name: [value.as_json() for value in values] for name, values in record.fields.items()}
    assert sorted(found) == sorted(wanted["fields"])
    for name, values in wanted["fields"].items():
        assert len(found[name]) == len(values), f"{name}: {found[name]}"
        for want in values:
            assert any(agrees(value, want) for value in found[name]), f"{name}: {want} not in {found[name]}"
    assert (list(record.body.lines) if record.body.lines else None) == wanted["body"]
    marks = [block.lines.first for block in record.body.blocks if block.kind == "page_mark"]
    assert marks == wanted.get("page_marks", [])
    assert [problem.code for problem in record.problems] == []
    assert wanted["id"] is None or mint(record) == wanted["id"]


@pytest.mark.parametrize("page", REFUSED, ids=lambda page: page.stem)
def test_lists_of_documents_are_refused(page: Path):
    """A search result or a page about a person is never published as a document, and the refusal says why."""
    with pytest.raises(Refusal) as refused:
        read_document(page.read_bytes(), page.name)
    assert refused.value.problems[0].code == "a-listing"
