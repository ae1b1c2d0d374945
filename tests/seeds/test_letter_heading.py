"""The headings of letters in editions of a correspondence."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.seeds.letter_heading import read_letter_heading

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "letter_headings.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["headings"], ids=lambda case: case["line"])
def test_a_heading_names_writer_addressee_and_day(case: dict[str, Any]) -> None:
    heading = read_letter_heading(case["line"])

    assert heading is not None
    assert (list(heading.writers), list(heading.addressees)) == (case["writers"], case["addressees"])
    assert (heading.date, heading.is_sure) == (case["date"], case["sure"])


@pytest.mark.parametrize("line", CASES["none"])
def test_other_first_lines_are_no_headings_of_letters(line: str) -> None:
    assert read_letter_heading(line) is None
