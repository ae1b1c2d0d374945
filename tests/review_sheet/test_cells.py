"""Cells of a sheet: what is protected from programs comes back, and what they made of a cell is seen."""

import pytest

from archivegen.review_sheet.cells import as_cell, has_lost_its_year, is_same, protected, unprotected

TEXTS = (
    "=1+1", "+49 30", "-", "@home", "0012", "1-2", "1957-05-22", "22 May 1957", "1.23E+15", "12345678901234567890",
    "true", "WAHR", "(123)", "$12", "10:30 am", "'s-Gravenhage", "'1957", "''=1", "'", "Anna Lindqvist", "f. 12, op. 3",
    "", "½", "平壤", "12 A", "May",
)  # fmt: skip


@pytest.mark.parametrize("is_typed", [True, False])
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_protected_comes_back(text: str, *, is_typed: bool):
    """In the form of CSV, whose cells have no types, and in that of files that say what is text."""
    cell = protected(text, is_typed=is_typed)
    assert unprotected(cell) == text
    assert not cell.startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    "text", ["0012", "1-2", "1957-05-22", "12345678901234567890", "22 May 1957", "true", "10:30"]
)
def test_what_programs_would_reckon_with_is_protected_in_csv(text: str):
    """It begins with an apostrophe there, and with nothing where the file says that it is text."""
    assert protected(text, is_typed=False) == f"'{text}"
    assert protected(text, is_typed=True) == text


def test_an_apostrophe_that_belongs_to_a_name_stays():
    """It is neither doubled nor taken away."""
    assert protected("'s-Gravenhage", is_typed=False) == "'s-Gravenhage"
    assert unprotected("'s-Gravenhage") == "'s-Gravenhage"


@pytest.mark.parametrize(
    ("cell", "before"), [("12", "0012"), ("22 May 1957", "1957-05-22"), ("May 1957", "1957-05"), ("x", "x")]
)
def test_what_a_program_made_of_a_cell_is_the_same(cell: str, before: str):
    """Zeros that were lost, a day in other words."""
    assert is_same(cell, before)


@pytest.mark.parametrize(
    ("cell", "before"), [("13", "0012"), ("23 May 1957", "1957-05-22"), ("", "x"), ("X", "x")]
)
def test_another_value_is_another(cell: str, before: str):
    """A number, a day, a letter."""
    assert not is_same(cell, before)


@pytest.mark.parametrize(
    ("cell", "is_lost"), [("2-Jan", True), ("Jan-02", True), ("1-2", False), ("7-Eleven", False)]
)
def test_a_day_without_a_year_is_seen(cell: str, *, is_lost: bool):
    """Programs make it of `1-2`."""
    assert has_lost_its_year(cell) is is_lost


def test_a_cell_has_one_line_and_no_control_characters():
    """Whatever the text has."""
    assert as_cell(" a\r\n\x07 b\N{NO-BREAK SPACE}c ") == "a b c"
    assert len(as_cell("a" * 50_000)) == 32_000
