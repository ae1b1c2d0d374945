"""The names with which a line below a letter signs."""

from pathlib import Path

import pytest
import yaml

from archivegen.seeds.signatories import read_signed_line

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "signed_lines.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["line"])
def test_a_line_signs_with_its_names(case: dict[str, str | list[str]]) -> None:
    signed = read_signed_line(str(case["line"]), 1, after_closing=True)

    assert [signatory.name for signatory in signed] == case["names"]


@pytest.mark.parametrize(
    "line", ["Present Strength Authorized", "Do Not Reproduce", "Unrelated Information Was Deleted"]
)
def test_the_head_of_a_table_signs_nothing(line: str) -> None:
    """Words of every day with capitals are no name."""
    assert read_signed_line(line, 1, after_closing=False) == []
