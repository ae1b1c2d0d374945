"""Long lists are divided by their weight, and nothing is lost or doubled at the seams."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from archivegen.pages.paging import in_pages, page_address

GROUPS = st.lists(st.tuples(st.sampled_from("ABC"), st.lists(st.integers(1, 60), max_size=12)), max_size=6)


@given(GROUPS)
def test_every_row_stands_once_and_in_order(groups: list[tuple[str, list[int]]]):
    """The pages after each other have the rows of the groups, each below its heading."""
    pages = in_pages(groups, lambda row: row, heaviest=100)
    told = [(heading, row) for page in pages for heading, rows in page for row in rows]
    assert told == [(heading, row) for heading, rows in groups for row in rows]
    assert all(rows for page in pages for _, rows in page)


@given(GROUPS)
def test_no_page_is_heavier_than_it_may_be(groups: list[tuple[str, list[int]]]):
    """And none is begun before the one before it is full."""
    pages = [
        [row for _, rows in page for row in rows] for page in in_pages(groups, lambda row: row, heaviest=100)
    ]
    assert all(sum(page) <= 100 for page in pages)
    assert all(sum(page) + following[0] > 100 for page, following in pairwise(pages))


def test_a_row_that_is_too_heavy_has_a_page_of_its_own():
    """It cannot be divided."""
    assert in_pages([("A", [1, 500, 2])], lambda row: row, heaviest=100) == (
        (("A", (1,)),),
        (("A", (500,)),),
        (("A", (2,)),),
    )


def test_an_empty_list_is_one_page():
    """A list without rows is still a page."""
    assert in_pages([("A", [])], lambda row: row) == ((),)


def test_further_pages_are_files_beside_the_list():
    """Names make folders, so no name can take the place of such a page."""
    assert [page_address("people/", number) for number in (1, 2)] == ["people/", "people/page-2.html"]
