"""Papers whose words look like marks, places, persons or kinds of paper that they are not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.seeds.normalise import read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "head_traps.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60].replace("\n", " / "))
def test_a_paper_says_no_more_than_it_does(case: dict[str, Any]):
    """Its fields have what the table says, and no value of those in doubt is certain."""
    record = read_document(case["text"].encode(), "some-paper.txt")
    read = {field: [value.value for value in record.fields.get(field, ())] for field in case.get("reads", {})}
    assert read == case.get("reads", {})
    for field in case.get("doubted", ()):
        sure = [value.value for value in record.fields.get(field, ()) if value.certainty == "certain"]
        assert sure == [], field
    for field in case.get("sure", ()):
        assert {value.certainty for value in record.fields[field]} == {"certain"}, field
