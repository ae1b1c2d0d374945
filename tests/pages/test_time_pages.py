"""The lists of documents by time: where each date is listed, and how long lists are divided."""

import re
from pathlib import Path
from posixpath import normpath

import pytest
from tests.dated_archives import SAY, dated_archive, html_of, pages_of
from tests.test_access import archive as closing_archive
from tests.test_access import close, run

from archivegen.pages.calendar_words import decade_name, span_name, year_address, year_name, years_name

# With a page of its own for each: the drawing has places for months.
AROUND = (("first", "1950-01-02"), ("last", "1961-12-30"))
HEAVIEST_PAGE = 150_000


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1957-05-22", {"years/1957/", "years/1957/05/"}),
        ("1957-05?", {"years/1957/", "years/1957/05/"}),
        ("1957-05-06/1957-05-29", {"years/1957/", "years/1957/05/"}),
        ("1957-05-29/1957-06-02", {"years/1957/"}),
        ("1957-21", {"years/1957/"}),
        ("1957-24", {"years/1957/"}),
        ("1957~", {"years/1957/"}),
        ("1957/1959", {"years/1957/", "years/1958/", "years/1959/"}),
        ("1957/..", {"years/1957/"}),
        ("/1957", {"years/1957/"}),
        ("195X", {f"years/{year}/" for year in range(1950, 1960)}),
        ("-0043-03-15", {"years/44-bce/", "years/44-bce/03/"}),
        ("0000", {"years/1-bce/"}),
        ("0476", {"years/476/"}),
        ("1000/1990", set()),
        ("", {"years/undated/"}),
    ],
)
def test_where_a_document_is_listed(edtf: str, expected: set[str]):
    """In every year that its date spans, in its month where it has one, or among the undated; and in the list of all."""
    archive = dated_archive(("letter", edtf), *AROUND)
    pages = pages_of(archive)
    listing = {
        address
        for address, page in pages.items()
        if address.startswith(("years/", "documents/")) and address != "documents/letter/"
        if 'documents/letter/"' in html_of(archive, page) or 'href="letter/"' in html_of(archive, page)
    }
    neighbours = {"documents/first/", "documents/last/"}
    assert listing - neighbours == {"documents/"} | expected


def links_of(html: str, address: str) -> set[str]:
    """Return the addresses that a page's links lead to, without their anchors."""
    folder = address.rpartition("/")[0]
    found = set()
    for link in re.findall(r'href="([^"#]*)', html):
        target = normpath(f"/{folder}/{link}").lstrip("/")
        found.add("" if target in ("", ".") else target if "." in target.rpartition("/")[2] else f"{target}/")
    return {target for target in found if not target.startswith("assets/") and not target.endswith(".json")}


ODD = (
    ("a", "1815-06-09"), ("b", "1815?"), ("c", "1814/1816"), ("d", "1815-21"), ("e", "181X"), ("f", "../1813"), ("g", "1812/.."),
    ("h", "1816-02?"), ("i", ""), ("j", "1811", "1809-03"), ("k", "-0009"), ("l", "[1811,1813]"), ("m", "18XX"), ("n", "1500/1799"),
)  # fmt: skip


def test_every_link_of_the_pages_about_time_leads_to_a_page():
    """Those of the drawings among them, however odd the dates are."""
    for documents in (ODD, ODD[:4], ODD[8:9], ()):
        archive = dated_archive(*documents)
        pages = pages_of(archive)
        for address, page in pages.items():
            if not address.startswith(("timeline/", "years/", "documents/", "about/")) and address:
                continue
            assert links_of(html_of(archive, page), address) - {*pages} == set(), address


def test_a_year_lists_each_document_once():
    """By its months, then what has none, what spans several years, and what bears another date of it."""
    archive = dated_archive(
        ("letter", "1815-06-09"),
        ("list", "1815"),
        ("ledger", "1814/1816"),
        ("copy", "1816-02-03", "1815-06-09"),
    )
    view = pages_of(archive)["years/1815/"].view()
    assert [(group.label, [row.title for row in group.rows]) for group in view.groups] == [
        ("June", ["The letter"]),
        ("In no one month", ["The list"]),
        ("Dated over several years, this one among them", ["The ledger"]),
        ("Documents that also bear a date of this year", ["The copy"]),
    ]
    assert view.counts == (
        "2 documents",
        "1 over several years",
        "1 that also bears a date of this year",
    )
    assert (view.neighbours.earlier.text, view.neighbours.later.text) == ("1814", "1816")


def test_all_documents_stand_in_the_order_of_years_with_the_undated_last():
    """One of which only the end is known stands under that year, and not before all others."""
    archive = dated_archive(
        ("end", "../1957"), ("first", "1950-01-02"), ("map", ""), ("march", "-0043-03-15")
    )
    view = pages_of(archive)["documents/"].view()
    assert [(group.label, group.anchor) for group in view.groups] == [
        ("44 BCE", "year--43"), ("1950", "year-1950"), ("1957", "year-1957"), ("undated", "undated"),
    ]  # fmt: skip


def test_long_lists_are_divided():
    """All documents by decades and years, a year by months, a month into pages; nothing is lost, and no page is heavy."""
    title = "A letter with a title of some length on the state of the pier in winter"
    days = [
        (f"{title} {number}", f"1957-{number % 12 + 1:02}-{number % 28 + 1:02}") for number in range(3000)
    ]
    days += [(f"{title} {number}", "1957-06") for number in range(3000, 3900)]
    days += [(f"{title} {number}", "1957") for number in range(3900, 4700)]
    days += [(f"{title} {number}", "") for number in range(4700, 5500)]
    archive = dated_archive(*days, ("annals", "1000/1990"))
    pages = pages_of(archive)
    lists = {
        address: page
        for address, page in pages.items()
        if not address.startswith("documents/") or address == "documents/"
    }
    assert {"years/1957/page-2.html", "years/1957/06/page-2.html", "years/undated/page-2.html"} <= {*lists}
    assert max(len(html_of(archive, page).encode()) for page in lists.values()) < HEAVIEST_PAGE
    documents = pages["documents/"].view()
    assert [[row.title for row in group.rows] for group in documents.groups] == [["The annals"]]
    assert [(row.link.text, row.count) for decade in documents.decades for row in decade.years] == [
        ("1957", 4700)
    ]
    months = [page.view() for address, page in lists.items() if address.startswith("years/1957/06/")]
    assert sum(len(view.rows) for view in months) == months[0].count == 1150


@pytest.mark.parametrize("was_published", [False, True])
def test_what_is_closed_counts_nowhere(tmp_path: Path, *, was_published: bool):
    """Neither its year nor its month has a page; of one that was published there is its number, of one that never was nothing."""
    dated, closed = "id: letter-1\ndate: 1903-04-05\n", "id: letter-1\ndate: 1903-04-05\naccess: restricted\n"
    root = closing_archive(
        tmp_path / "a", protest=dated if was_published else closed, pier="date: 1950-01-02\n"
    )
    assert run("publish", root, "--yes").exit_code == 0
    site = root / "build"
    assert (site / "years" / "1903" / "04" / "index.html").exists() == was_published
    if was_published:
        close(root, "protest", closed)
        assert run("publish", root, "--yes", "--accept").exit_code == 0
    for address in ("", "timeline/", "documents/", "years/", "about/"):
        html = (site / address / "index.html").read_text("utf-8")
        assert "1903" not in html, address
        assert "protest" not in html.casefold(), address
    assert list(site.rglob("*1903*")) == []
    about = (site / "about" / "index.html").read_text("utf-8")
    told = "One document that was published here may not be shown at present. Its address is kept."
    assert (told in about) == was_published
    assert ("published here may not be shown" in about) == was_published
    assert "2 documents" in (site / "timeline" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("year", "name", "address"),
    [
        (1957, "1957", "years/1957/"),
        (957, "957 CE", "years/957/"),
        (0, "1 BCE", "years/1-bce/"),
        (-43, "44 BCE", "years/44-bce/"),
    ],
)
def test_years_before_and_behind_our_era(year: int, name: str, address: str):
    """Years are counted with a year 0, and named as readers name them."""
    assert (year_name(SAY, year), year_address(year)) == (name, address)


def test_runs_of_years():
    """They are named by their first and their last year, decades by their own name where they have one."""
    assert [decade_name(SAY, first) for first in (1950, 950, 0, -50, 17000)] == [
        "1950s", "950s", "1 BCE – 9 CE", "51 BCE – 42 BCE", "17000–17009",
    ]  # fmt: skip
    assert [years_name(SAY, 1900, 1999), years_name(SAY, 1957, 1957)] == ["1900–1999", "1957"]


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (("1957-05-22", "1963-10-18"), "22 May 1957 – 18 October 1963"),
        (("1850/1990", "1900"), "1850 – 1990"),
        (("XXXX", "[1811,1813]", "1950/1990", "1957"), "1811 – 1990"),
        (("1957-05-22", "1963-10"), "1957 – 1963"),
        (("1957-05-06/1957-05-29", "1957-05-22"), "6 May 1957 – 29 May 1957"),
        (("1957-05-22", "1957-06"), "1957"),
        (("../1957", "1950-01-02"), "1950 – 1957"),
        (("1957/..", "1950"), "1950 – 1957"),
        (("-0043", "0014", "-0100"), "101 BCE – 14 CE"),
        (("XXXX", "1957-05"), "May 1957"),
        (("195X",), "1950s"),
        (("XXXX", "in May"), ""),
        ((), ""),
    ],
)
def test_from_when_to_when_dates_are(dates: tuple[str, ...], words: str):
    """From the earliest of all days to the latest: by days where both ends are, else by years."""
    assert span_name(SAY, dates) == words


def test_what_stands_before_and_after_a_document_in_time():
    """Documents of an unknown date stand behind all others, and beside none."""
    pages = pages_of(
        dated_archive(
            ("map", "XXXX"), ("march", "-0043-03-15"), ("plan", ""), ("pier", "1957"), ("ice", "1958")
        )
    )
    beside = {
        name: [(row.earlier and row.earlier.title, row.later and row.later.title)
               for row in pages[f"documents/{name}/"].view().neighbours if row.label == "In time"]
        for name in ("march", "pier", "ice", "map", "plan")
    }  # fmt: skip
    assert beside == {
        "march": [(None, "The pier")],
        "pier": [("The march", "The ice")],
        "ice": [("The pier", None)],
        "map": [],
        "plan": [],
    }


def test_a_span_of_centuries_is_listed_with_its_own_words_alone():
    """No year has it, also not as one of its other dates; it stands behind the years."""
    archive = dated_archive(("map", ""), ("annals", "1000/1990"), ("pier", "1957", "1100/1900"))
    pages = pages_of(archive)
    assert sorted(address for address in pages if address.startswith("years/")) == [
        "years/", "years/1957/", "years/undated/",
    ]  # fmt: skip
    view = pages["documents/"].view()
    assert [(group.label, group.address, [row.date for row in group.rows]) for group in view.groups] == [
        ("1957", "years/1957/", ["1957"]),
        ("Over centuries", "", ["1000 – 1990"]),
        ("undated", "years/undated/", ["undated"]),
    ]
    assert '<h2 id="centuries">Over centuries</h2>' in html_of(archive, pages["documents/"])
