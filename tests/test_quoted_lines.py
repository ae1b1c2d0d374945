"""The lines of a document that a value was read from, with its words brought out where they stand."""

import pytest

from archivegen.inspection.why import quoted_lines
from archivegen.records.body import Body
from archivegen.records.record import Record, Source
from archivegen.records.values import LineRange, Value

LINES = (
    "Report on the Second Crane of",
    "  the Harbour at Westhaven, by",
    "Anna Lindqvist; Lindqvist  was there.",
    "",
    "The crane is old.",
)
# The wording, and the line and the words that are brought out of the five lines.
WORDINGS = [
    ("Anna Lindqvist", [(3, "Anna Lindqvist")]),
    ("Second Crane of the Harbour", [(1, "Second Crane of"), (2, "the Harbour")]),
    ("by Anna Lindqvist", [(2, "by"), (3, "Anna Lindqvist")]),
    ("Lindqvist was there. The", [(3, "Lindqvist  was there."), (5, "The")]),
    ("the", [(1, "the")]),
    ("port", [(1, "port")]),
    ("cran", [(5, "cran")]),
    ("en", []),
    ("Vera Lind", []),
    ("", []),
]


@pytest.mark.parametrize(("wording", "expected"), WORDINGS)
def test_words_are_brought_out_where_they_stand(wording: str, expected: list[tuple[int, str]]):
    """In one line or several, whatever white space is between them, and once; all other words of the lines stay."""
    record = Record(Source("a.txt", "", "plain_text", "utf-8", LINES), {}, Body(), ())
    value = Value(value=wording, rule="label")
    quoted = quoted_lines(record, value, LineRange(1, len(LINES)))
    assert ["".join(line[1:]) for line in quoted] == [line.strip() for line in LINES]
    assert [(line.number, line.found) for line in quoted if line.found] == expected
    assert all(not line.after for line in quoted if not line.found)
