"""The timeline: how each kind of date is drawn, and that the drawing and the table say the same."""

from itertools import product

import pytest
from tests.dated_archives import SAY, dated_archive, html_of, pages_of

from archivegen.pages.bars import height_of, strip_of, years_together
from archivegen.pages.listing import lay_out
from archivegen.pages.time_desk import lay_out_time, years_ways

AROUND = (("first", "1950-01-02"), ("last", "1961-12-30"))
HEAVIEST_PAGE = 150_000


def timeline_of(*documents: tuple[str, ...]):
    """Return what the template of the timeline is given."""
    return pages_of(dated_archive(*documents))["timeline/"].view()


@pytest.mark.parametrize(
    ("edtf", "title", "address", "tones"),
    [
        ("1957-05-22", "May 1957: 1 document", "years/1957/05/", ["exact"]),
        ("1957-05", "May 1957: 1 document", "years/1957/05/", ["exact"]),
        ("1957-05-22?", "May 1957: 1 document, 1 uncertain", "years/1957/05/", ["doubtful"]),
        ("1957", "1957: 1 document, 1 known by the year alone", "years/1957/", ["year"]),
        ("1957-21", "1957: 1 document, 1 known by the year alone", "years/1957/", ["year"]),
        ("1957~", "1957: 1 document, 1 uncertain", "years/1957/", ["doubtful"]),
    ],
)
def test_a_date_within_a_year_is_a_bar(edtf: str, title: str, address: str, tones: list[str]):
    """In its month above the axis, or below it as broad as its year; full, pale or an outline."""
    drawing = timeline_of(("letter", edtf), *AROUND).drawing
    [column] = [each for each in drawing.columns if "1957" in each.title]
    assert (column.title, column.address, [piece.tone for piece in column.pieces]) == (title, address, tones)
    is_below = float(column.pieces[0].y) > float(drawing.axis)
    assert is_below == (address == "years/1957/")
    assert drawing.spans == ()


@pytest.mark.parametrize(
    ("edtf", "ends", "is_doubtful"),
    [
        ("1956/1958", ("m0-3v6", "m0-3v6"), False),
        ("195X", ("m0-3v6", "m0-3v6"), False),
        ("1956~/1958", ("m0-3v6", "m0-3v6"), True),
        ("1957/..", ("m0-3v6", "m-4-4l4 4l-4 4"), False),
        ("../1957", ("m4-4l-4 4l4 4", "m0-3v6"), False),
    ],
)
def test_a_date_over_years_is_a_line(edtf: str, ends: tuple[str, str], is_doubtful: bool):
    """It stops where its end is known and has the point of an arrow where it is open; no bar counts it."""
    drawing = timeline_of(("ledger", edtf), *AROUND).drawing
    [line] = drawing.spans
    assert (line.address, line.is_doubtful) == ("documents/ledger/", is_doubtful)
    assert line.path.count(ends[0]) + line.path.count(ends[1]) == (4 if ends[0] == ends[1] else 2)
    assert [column.title for column in drawing.columns] == [
        "January 1950: 1 document", "December 1961: 1 document",
    ]  # fmt: skip


def test_a_span_of_centuries_goes_beyond_the_drawing():
    """It does not stretch the scale, unless there is nothing else; where there are too many lines, it is still listed."""
    [line] = timeline_of(("annals", "1000/1990"), *AROUND).drawing.spans
    assert (line.x, line.width) == ("30", "960")
    assert line.path.endswith("m4-4l-4 4l4 4M990 " + line.path.split("M990 ")[1])
    assert line.path.endswith("m-4-4l4 4l-4 4")
    alone = timeline_of(("annals", "1000/1990")).drawing
    assert [label.text for label in alone.labels][::5] == ["1000", "1500"]
    assert alone.spans[0].path.count("m0-3v6") == 2
    many = timeline_of(
        ("annals", "1000/1990"), *AROUND, *((f"ledger-{number}", "1955/1956") for number in range(13))
    )
    assert (many.listed_label, [row.title for row in many.listed]) == ("Over centuries", ["The annals"])


def test_many_lines_become_bars_that_hang_below():
    """A year counts each document whose date spans it."""
    drawing = timeline_of(*AROUND, *((f"ledger-{number}", "1955/1956") for number in range(13))).drawing
    assert drawing.spans == ()
    hanging = [column for column in drawing.columns if column.pieces[0].tone == "span"]
    assert [(column.title, column.address) for column in hanging] == [
        ("1955: 13 over several years", "years/1955/"),
        ("1956: 13 over several years", "years/1956/"),
    ]


@pytest.mark.parametrize(
    ("last", "unit"),
    [
        ("1957-06", "Each bar is a month."),
        ("1976-12", "Each bar is a month."),
        ("1977-01", "Each bar is a year."),
        ("2356", "Each bar is a year."),
        ("2357", "Each bar is a run of years."),
    ],
)
def test_the_room_decides_what_has_a_bar(last: str, unit: str):
    """Months where they are few, else years, else ten years together."""
    assert timeline_of(("first", "1957-05-22"), ("last", last)).caption[0] == unit


def test_two_documents_are_told_one_by_one():
    """With no table beside them, and no number on bars that count one document each."""
    view = timeline_of(("journal", "1957-05-22"), ("report", "1963-10-18"))
    assert [row.title for row in view.listed] == ["The journal", "The report"]
    assert (view.table, view.drawing.peak) == ((), None)


def test_the_table_has_the_numbers_of_the_drawing():
    """Each bar of a month is a cell, with the same way to its page."""
    documents = [(f"letter-{year}-{month}-{each}", f"{year}-{month:02}") for year, month in product((1957, 1959), (1, 5, 6)) for each in range(month)]  # fmt: skip
    view = timeline_of(*documents, ("list", "1959"))
    drawn = {column.address: column.title for column in view.drawing.columns}
    cells = [cell for row in view.table for cell in row.cells if cell]
    assert {cell.address for cell in cells} | {"years/1959/"} == {*drawn}
    assert drawn["years/1957/05/"] == "May 1957: 5 documents"
    assert [(row.link.text, row.count, row.rest) for row in view.table] == [
        ("1957", 12, ""),
        ("1959", 13, "1"),
    ]


def test_four_hundred_years_of_months_are_no_heavy_page():
    """The drawing has a bar for each year, the table a row for each decade."""
    months = [
        (f"{year}-{month}", f"{year}-{month:02}") for year in range(1500, 1900) for month in range(1, 13)
    ]
    archive = dated_archive(*months, *((f"span-{number}", "15XX") for number in range(20)))
    pages = pages_of(archive)
    for address in ("", "timeline/", "years/", "documents/", "about/"):
        assert len(html_of(archive, pages[address]).encode()) < HEAVIEST_PAGE, address
    view = pages["timeline/"].view()
    assert sum(1 for row in view.table for cell in row.cells if cell) == 400
    assert sum(len(decade.years) for decade in pages["documents/"].view().decades) == 400


def test_thousands_of_years_are_told_together():
    """Bars, and the ways into the years, lead to the place of their decade in the list of years."""
    archive = dated_archive(*((f"year-{year}", f"{year:04}") for year in range(1, 2000, 2)))
    pages = pages_of(archive)
    view = pages["timeline/"].view()
    assert {column.address.partition("#")[0] for column in view.drawing.columns} == {
        "years/", "years/page-2.html", "years/page-3.html", "years/page-4.html",
    }  # fmt: skip
    for address in ("timeline/", "years/", "years/page-4.html", "documents/"):
        html = html_of(archive, pages[address])
        assert len(html.encode()) < HEAVIEST_PAGE
    time = lay_out_time(lay_out(archive, SAY))
    assert len(years_ways(time)) <= 24
    for way in years_ways(time):
        page, _, anchor = way.link.address.partition("#")
        assert f'id="{anchor}"' in html_of(archive, pages[page])


def test_an_archive_without_dates_has_a_timeline_that_says_so():
    """And no drawing."""
    archive = dated_archive(("map", ""))
    assert pages_of(archive)["timeline/"].view().drawing is None
    assert "No document has a date that could be read." in html_of(archive, pages_of(archive)["timeline/"])


def test_bars_are_as_high_as_their_numbers():
    """The highest fills the drawing, one of few among thousands is still seen, and a year without documents has none."""
    strip = strip_of({1957: 1, 1958: 500, 1960: 1000}, 1957, 1960, lambda year: (str(year), f"years/{year}/"))
    assert [(bar.title, bar.height, bar.y) for bar in strip.bars] == [
        ("1957", 2, 98), ("1958", 50, 50), ("1960", 100, 0),
    ]  # fmt: skip
    assert not strip.is_low
    assert height_of(0, 10) == 2


@pytest.mark.parametrize(
    ("first", "last", "size"), [(1957, 1957, 1), (1600, 1919, 1), (1600, 1920, 10), (-3000, 2000, 100)]
)
def test_years_share_a_column_where_they_are_many(first: int, last: int, size: int):
    """By tens, or hundreds."""
    assert years_together(first, last, 320) == size
