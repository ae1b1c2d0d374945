"""EDTF: the days it spans, their order, and its words."""

import pytest

from archivegen.records.dates import UNDATED, Bounds, bounds, day_number, days_behind_julian, years
from archivegen.records.worded_dates import worded


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1957-05-22", "22 May 1957"),
        ("1957-05", "May 1957"),
        ("1957", "1957"),
        ("1961-21", "spring 1961"),
        ("1961-24", "winter 1961"),
        ("196X", "1960s"),
        ("18XX", "19th century"),
        ("00XX", "1st century"),
        ("11XX", "12th century"),
        ("20XX", "21st century"),
        ("-02XX", "3rd century BCE"),
        ("-0043", "44 BCE"),
        ("0000", "1 BCE"),
        ("0476", "476 CE"),
        ("1961?", "1961?"),
        ("1962-01-04?", "4 January 1962?"),
        ("1961-21?", "spring 1961?"),
        ("2004~", "about 2004"),
        ("1961-05~", "about May 1961"),
        ("196X~", "about the 1960s"),
        ("1961%", "about 1961?"),
        ("../1961", "until 1961"),
        ("1961-05-03/..", "from 3 May 1961"),
        ("1957-05-06/1957-05-29", "6–29 May 1957"),
        ("1958-06-20/1958-07-03", "20 June – 3 July 1958"),
        ("1957-12-16/1958-01-04", "16 December 1957 – 4 January 1958"),
        ("1961-01/1961-03", "January – March 1961"),
        ("1961-05/1962-03", "May 1961 – March 1962"),
        ("1961-21/1961-23", "spring 1961 – autumn 1961"),
        ("1961-05-03?/1961-05-05", "3 May 1961? – 5 May 1961"),
        ("1961/1963", "1961 – 1963"),
        ("-0043/0014", "44 BCE – 14 CE"),
        # Without words of their own
        ("../..", "../.."),
        ("1961-33", "1961-33"),
        ("in May", "in May"),
        ("1961/1962/1963", "1961/1962/1963"),
    ],
)
def test_wording(edtf: str, words: str):
    """Every form that can be read has its words; what has none is shown as it is."""
    assert worded(edtf) == words


@pytest.mark.parametrize(
    ("edtf", "span"),
    [
        ("1957-05-22", Bounds("1957-05-22", "1957-05-22")),
        ("1960-02", Bounds("1960-02-01", "1960-02-29")),
        ("1961-05~", Bounds("1961-05-01", "1961-05-31")),
        ("1961-05-03?/1961-06", Bounds("1961-05-03", "1961-06-30")),
        ("../1961", Bounds("0000-01-01", "1961-12-31")),
        ("1961/..", Bounds("1961-01-01", "9999-12-31")),
        # An end that is not known is no nearer than one that is open
        ("1961/", Bounds("1961-01-01", "9999-12-31")),
        ("/1961", Bounds("0000-01-01", "1961-12-31")),
        ("196X", Bounds("1960-01-01", "1969-12-31")),
        ("1961-21?", Bounds("1961-03-01", "1961-05-31")),
        ("-0043", Bounds("-0043-01-01", "-0043-12-31")),
        ("-02XX", Bounds("-0299-01-01", "-0200-12-31")),
        ("1961-02-29", None),
        ("1961-13", None),
        ("1963/1961", None),
        ("-0000", None),
        ("3 May 1961", None),
        ("03/12/1961", None),
        # An open end beside a decade, which nothing reads yet
        ("../196X", None),
        ("", None),
        ("/", None),
    ],
)
def test_bounds(edtf: str, span: Bounds | None):
    """A date spans the days it may mean; an impossible one, or one that ends before it begins, spans none."""
    assert bounds(edtf) == span


def test_order_in_time():
    """Dates before the common era sort before all others, the earlier first."""
    dates = ["1961", "-0043", "0014", "-02XX", "0000", "-0044"]
    in_order = sorted(dates, key=lambda date: span.in_time if (span := bounds(date)) else ())
    assert in_order == ["-02XX", "-0044", "-0043", "0000", "0014", "1961"]


def test_years():
    """A date stands under each of its years, one without a beginning, an end or a plain year under none."""
    assert years("1961/1963") == (1961, 1962, 1963)
    assert years("0476") == (476,)
    assert years("../1961") == years("-0043") == years("31 June 1961") == ()


@pytest.mark.parametrize(
    ("julian", "gregorian", "days"),
    [
        ((1582, 10, 5), (1582, 10, 15), 0),
        ((1700, 2, 28), (1700, 3, 10), 0),
        ((1700, 2, 29), (1700, 3, 11), 0),
        ((1700, 3, 1), (1700, 3, 12), 0),
        ((1899, 12, 25), (1900, 1, 6), 0),
        ((1917, 10, 25), (1917, 11, 7), 0),
        ((1917, 5, 3), (1917, 5, 15), -1),
        ((1917, 2, 29), (1917, 3, 14), None),
        ((1917, 5, 3), (1917, 6, 31), None),
        ((1450, 5, 3), (1450, 5, 12), None),
    ],
)
def test_two_calendars(julian: tuple[int, int, int], gregorian: tuple[int, int, int], days: int | None):
    """Both calendars agree on a day, or are so many days apart; impossible days have no distance."""
    assert days_behind_julian(gregorian, julian) == days


@pytest.mark.parametrize(
    ("day", "number"),
    [
        ("0001-01-01", 1),
        ("1957-05-22", 714556),
        ("9998-12-31", 3651694),
        ("-0044-03-15", None),
        ("0000-12-31", None),
        ("9999-12-31", None),
        ("17000-01-01", None),
        ("-17000-01-01", None),
        (UNDATED.earliest, None),
    ],
)
def test_days_are_numbered_in_our_era(day: str, number: int | None):
    """Before it, and beyond the last year of four figures, they have no number."""
    assert day_number(day) == number
