"""Dates in texts and datelines, the marks of telegrams, the order of numeric dates; and time stays linear for any text."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from archivegen.records.dates import bounds, years
from archivegen.records.worded_dates import worded
from archivegen.seeds import months
from archivegen.seeds.date_reading import find_dates, read_day
from archivegen.seeds.date_wordings import is_date, read_date
from archivegen.seeds.numeric_order import decided_order
from archivegen.seeds.placed_dates import is_date_line, read_placed_date
from archivegen.seeds.routing_marks import read_routing_mark

TABLES = Path(__file__).parents[1] / "cases"


def table(name: str) -> list[dict[str, Any]]:
    return yaml.safe_load((TABLES / f"{name}.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", table("dates_in_text"), ids=lambda case: case["text"])
def test_dates_in_a_text(case: dict[str, Any]):
    """The dates of a text are found in their order, with their words and nothing else."""
    found = list(find_dates(case["text"], case.get("year"), order=case.get("order")))
    assert [[date.wording, date.edtf] for date in found] == case["found"]
    assert all(case["text"][date.start : date.end] == date.wording for date in found)


@pytest.mark.parametrize("case", table("datelines"), ids=lambda case: case["line"])
def test_datelines(case: dict[str, Any]):
    """A line is a date, or a place and a date, as the table says."""
    expected = (case.get("place"), case.get("edtf"))
    assert read_placed_date(case["line"], case.get("year")) == expected
    assert is_date_line(case["line"]) == (expected != (None, None))


@pytest.mark.parametrize("line", ["3 May", "3.5.61", "Pyongyang, 03.05.1961", "10 XI", "28.11.56"])
def test_a_line_is_a_date_though_nothing_decides_which(line: str):
    """A date line is known by its form; its date stays unread until something decides it."""
    assert is_date_line(line)
    assert is_date(line.removeprefix("Pyongyang, "))
    assert read_placed_date(line, None) == (None, None)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Dispatched: 11.29.1961 20 GMT", "month_first"),
        ("Date: 18/4/1954, stamp 03/5/1954", "day_first"),
        ("Received 28.11.56", "day_first"),
        ("11.29.1961 and 30.11.1961", None),
        ("3.5.1961 and 5.5.1961", None),
        ("Nº 13/5/1961", None),
        ("f. 1.13.1961.2, 100-13-12", None),
        ("no numbers", None),
    ],
)
def test_the_order_that_a_text_decides(text: str, order: str | None):
    """One date with a number over twelve decides for all, unless another contradicts it."""
    assert decided_order(text) == order


@pytest.mark.parametrize(
    ("wording", "year", "days"),
    [
        ("ON/11/12/V/61", "1961", ("1961-05-11", "1961-05-12")),
        ("ON/11/11/V/61", "1963", ("1961-05-11", "1961-05-11")),
        ("11/12/V/1961", None, ("1961-05-11", "1961-05-12")),
        ("ON/11/12/V/61", None, None),
        ("ON/11/12/V/61", "1861", ("1861-05-11", "1861-05-12")),
        ("ON/11/12/V/61", "1911", None),
        ("ON/30/1/V/61", "1961", None),
        ("ON/30/31/VI/61", "1961", None),
        ("ON/11/12/XIII/61", "1961", None),
        ("ON/11/12/V/61 SECRET", "1961", None),
    ],
)
def test_routing_marks(wording: str, year: str | None, days: tuple[str, str] | None):
    """A routing mark has the day of sending and that of receipt; the year of the document decides the century."""
    assert read_routing_mark(wording, year) == days


def test_no_name_means_two_months():
    """The same word never names different months, with its accents or without."""
    meanings: dict[str, set[int]] = {}
    for names in (*months.ENGLISH_MONTHS, *months.OTHER_MONTHS):
        assert len(names.split()) == 12, names
        for number, forms in enumerate(names.split(), 1):
            for form in forms.split("|"):
                meanings.setdefault(months.without_accents(form).casefold(), set()).add(number)
                assert months.month_number(form) == months.month_number(form.upper()) == number
    assert {name for name, numbers in meanings.items() if len(numbers) > 1} == set()


@pytest.mark.parametrize("case", table("dates"), ids=lambda case: case["wording"])
def test_whatever_is_read_has_bounds_and_words(case: dict[str, Any]):
    """Every date that can be read can be sorted, and is worded without the signs of EDTF."""
    if edtf := case.get("edtf"):
        span = bounds(edtf)
        assert span
        assert span.in_time[0] <= span.in_time[1]
        assert not set("~%X/") & set(worded(edtf))
        assert "-" not in worded(edtf)


HOSTILE = [
    "1", "1 ", "1.", "1/", "1, ", "[1", "“3” ", "3 and ", "3 May ", "3 May - ", "May 3 ", "[", "3 [3?] ", "1961-", "31 June 1961 ",
    "3" + " " * 50, " ", "a", "10 XI ", "一九六二年十一月", "1/2 May 1917/", "22 April (", "4 p.m. ", "Nº ", "( ", "A-", "from ", "../",
]  # fmt: skip
SIZE = 200_000
READERS: dict[str, Callable[[str], object]] = {
    "find_dates": lambda text: list(find_dates(text)),
    "find_dates with year and order": lambda text: list(find_dates(text, "1961", order="day_first")),
    "read_day": lambda text: read_day(text, "1961"),
    "read_date": lambda text: read_date(text, "1961"),
    "is_date": is_date,
    "read_placed_date": lambda text: read_placed_date(text, "1961"),
    "is_date_line": is_date_line,
    "decided_order": decided_order,
    "read_routing_mark": lambda text: read_routing_mark(text, "1961"),
    "bounds": bounds,
    "worded": worded,
    "years": years,
}


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
def test_no_text_takes_long(read: Callable[[str], object]):
    """200 KB of anything take seconds at most; a reader that is not linear would take minutes."""
    for unit in HOSTILE:
        text = unit * (SIZE // len(unit))
        start = time.perf_counter()
        read(text)
        assert time.perf_counter() - start < 10, f"{unit!r}"
