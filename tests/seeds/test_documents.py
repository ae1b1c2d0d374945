"""Whole documents in the shapes of real ones, in our own words, each with the record an archivist would write.

To add a case: put `NAME.txt` (or `NAME.md`) and `NAME.expect.yml` into tests/cases/documents. A field that is not listed
must come out empty; of a listed value only the parts given are compared, its lines by whether they meet. Values that an
archivist would find and the rules do not are listed under `missed`; when a rule finds one, it moves to `fields`.
"""

from pathlib import Path

import pytest
import yaml
from tests.truth import agrees, cases_in

from archivegen.archive.permalinks import mint
from archivegen.problems import Refusal
from archivegen.records.rules import RULES
from archivegen.seeds.normalise import read_document

REFUSED = sorted((Path(__file__).parents[1] / "cases" / "refused").glob("*.txt"))
CASES = cases_in(Path(__file__).parents[1] / "cases" / "documents")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_record_is_what_an_archivist_would_write(case: Path):
    """Layout, address, body and fields are those expected; nothing is read that is not there."""
    wanted = yaml.safe_load(case.with_suffix(".expect.yml").read_text("utf-8"))
    record = read_document(case.read_bytes(), case.name)
    assert record.source.layout == wanted["layout"]
    found = {name: [value.as_json() for value in values] for name, values in record.fields.items()}
    assert {value.rule for values in record.fields.values() for value in values} <= RULES.keys()
    assert sorted(found) == sorted(wanted["fields"])
    for name, values in wanted["fields"].items():
        assert len(found[name]) == len(values), f"{name}: {found[name]}"
        for want in values:
            assert any(agrees(value, want) for value in found[name]), f"{name}: {want} not in {found[name]}"
    for name, values in wanted.get("missed", {}).items():
        for want in values:
            assert not any(agrees(value, want) for value in found.get(name, ())), (
                f"{name}: {want} is found now"
            )
    assert (list(record.body.lines) if record.body.lines else None) == wanted["body"]
    marks = [block.lines.first for block in record.body.blocks if block.kind == "page_mark"]
    assert marks == wanted.get("page_marks", [])
    assert [problem.code for problem in record.problems] == wanted.get("problems", [])
    assert wanted.get("id") is None or mint(record) == wanted["id"]


@pytest.mark.parametrize("page", REFUSED, ids=lambda page: page.stem)
def test_lists_of_documents_are_refused(page: Path):
    """A search result or a page about a person is never published as a document, and the refusal says why."""
    with pytest.raises(Refusal) as refused:
        read_document(page.read_bytes(), page.name)
    assert refused.value.problems[0].code == "a-listing"
