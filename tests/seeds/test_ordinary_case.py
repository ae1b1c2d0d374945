"""Headings and names in capitals, as running text would write them."""

from pathlib import Path

import pytest
import yaml

from archivegen.seeds.ordinary_case import body_in_ordinary_case, name_in_ordinary_case

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "ordinary_case.yml").read_text("utf-8"))


@pytest.mark.parametrize(("capitals", "ordinary"), CASES["headings"])
def test_headings_in_capitals(capitals: str, ordinary: str):
    """Small words, initials, forms of address and short names keep what is theirs."""
    assert body_in_ordinary_case(capitals, "") == ordinary


@pytest.mark.parametrize(("capitals", "ordinary"), CASES["names"])
def test_names_in_capitals(capitals: str, ordinary: str):
    """Names of two parts have both their capitals."""
    assert name_in_ordinary_case(capitals) == ordinary


@pytest.mark.parametrize(("capitals", "text", "ordinary"), CASES["texts"])
def test_headings_above_a_text(capitals: str, text: str, ordinary: str):
    """What the text has in capitals alone is a short name; what it writes otherwise too is a word."""
    assert body_in_ordinary_case(capitals, text) == ordinary
