"""Where documents stand in time."""

import pytest
from tests.dated_archives import dated_archive

from archivegen.archive.chronology import Standing, chronology_of, standing_of


@pytest.mark.parametrize(
    ("edtf", "standing"),
    [
        ("1957-05-22", Standing(1957, 1957, 5)),
        ("1957-05", Standing(1957, 1957, 5)),
        ("1957-05-XX", Standing(1957, 1957, 5)),
        ("1957-05-06/1957-05-29", Standing(1957, 1957, 5)),
        ("1957-05-29/1957-06-02", Standing(1957, 1957)),
        ("1957-21", Standing(1957, 1957)),
        ("1926-24", Standing(1926, 1926)),
        ("1926-24?", Standing(1926, 1926, is_doubtful=True)),
        ("1957-30", Standing(1957, 1957)),
        ("1926-12-24", Standing(1926, 1926, 12)),
        ("1926-12-24/1926-12-28", Standing(1926, 1926, 12)),
        ("1957", Standing(1957, 1957)),
        ("1957~", Standing(1957, 1957, is_doubtful=True)),
        ("1957-05-22?", Standing(1957, 1957, 5, is_doubtful=True)),
        ("1957-12-30/1958-01-02", Standing(1957, 1958)),
        ("1957-12?/1958-01", Standing(1957, 1958, is_doubtful=True)),
        ("[1957,1959]", Standing(1957, 1959, is_doubtful=True)),
        ("196X", Standing(1960, 1969)),
        ("18XX", Standing(1800, 1899)),
        ("-0043", Standing(-43, -43)),
        ("0000", Standing(0, 0)),
        ("-0043/0014", Standing(-43, 14)),
        ("1957/..", Standing(1957, None)),
        ("1957/", Standing(1957, None)),
        ("../1957", Standing(None, 1957)),
        ("[..1957]", Standing(None, 1957, is_doubtful=True)),
        ("XXXX", None),
        ("XXXX-12-25", None),
        ("in May", None),
    ],
)
def test_standing(edtf: str, standing: Standing | None):
    """What lies in a month stands there; what spans more stands in its year, or over its years."""
    assert standing_of(edtf) == standing


@pytest.mark.parametrize(
    ("edtf", "years"),
    [
        ("1957-05", (1957,)),
        ("1957-12/1959-01", (1957, 1958, 1959)),
        ("1957/..", (1957,)),
        ("../1957", (1957,)),
        ("-0001/0001", (-1, 0, 1)),
        ("12XX/13XX", tuple(range(1200, 1400))),
        ("1200/1400", ()),
        ("1000/1990", ()),
    ],
)
def test_a_document_is_found_in_every_year_that_its_date_spans(edtf: str, years: tuple[int, ...]):
    """Where an end is open in the one that is known, and nowhere where they are so many that they tell nothing."""
    standing = standing_of(edtf)
    assert standing
    assert standing.years == years


def test_the_years_of_an_archive():
    """No document stands twice in a year, and another date puts it into its year as well."""
    archive = dated_archive(
        ("treaty", "1815-06-09"), ("charter", "1815-06"), ("list", "1815"), ("ledger", "1814/1816"),
        ("copy", "1816-02-03", "1815-06-09"), ("draft", "1815-05-01", "1815-06-09"), ("map", ""),
    )  # fmt: skip
    chronology = chronology_of(archive)
    told = {
        year.number: (
            {month: [document.id for document in documents] for month, documents in year.by_month.items()},
            [document.id for document in year.within],
            [document.id for document in year.over],
            [document.id for document in year.otherwise],
        )
        for year in chronology.years
    }
    assert told == {
        1814: ({}, [], ["ledger"], []),
        1815: ({5: ["draft"], 6: ["charter", "treaty"]}, ["list"], ["ledger"], ["copy"]),
        1816: ({2: ["copy"]}, [], ["ledger"], []),
    }
    assert [document.id for document in chronology.over_years] == ["ledger"]
    assert [document.id for document in chronology.undated] == ["map"]
    assert [year.dated for year in chronology.years] == [0, 4, 1]
