"""The pages of people, archives and subjects: what is gathered there, and that it stays light."""

import re
from pathlib import Path

import pytest
from tests.conftest import build_quietly
from tests.dated_archives import archive_of, dated_record, pages_of
from tests.generated_archive import write_archive

from archivegen.records.values import AgentValue

HEAD = """\
---
title: {title}
date: {date}
kind: letter
creators:
  - name: Anna Lindqvist
    office: {office}
recipients: Peter Oduya
place: {place}
repository: Harbour Museum
reference_code: fond 5, opis 2, delo {delo}, list 3
subjects: [Grain, The pier]
copies:
  - value: Vera Brandt
    type: distribution
  - value: To file
    type: distribution
---

The pier at {place} was closed on the day of the storm, and Vera Brandt has seen it.
"""
LETTERS = [
    ("On the storm", "1957-05-22", "Harbour Master", "Westhaven", 12),
    ("On the flood", "1957-06-03", "Harbour Master", "Northport", 7),
    ("On the frost", "1958-01-09", "Minister of Ports", "Westhaven", 9),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three letters of one writer."""
    root = tmp_path_factory.mktemp("letters")
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text("title: Harbour archive\n", "utf-8")
    for title, date, office, place, delo in LETTERS:
        text = HEAD.format(title=title, date=date, office=office, place=place, delo=delo)
        (root / "seeds" / f"{date}.md").write_text(text, "utf-8")
    return build_quietly(root)


def words(site: Path, address: str) -> str:
    """Return the words of a page's main part, white space folded."""
    html = (site / address / "index.html").read_text("utf-8")
    main = html[html.index("<main") : html.index("</main")]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_a_person_has_offices_with_the_days_on_which_they_are_named(site: Path):
    """As worded, each with the first and last day of the documents that name it."""
    page = words(site, "people/anna-lindqvist")
    assert "Harbour Master 22 May 1957 – 3 June 1957" in page
    assert "Minister of Ports 9 January 1958" in page


def test_a_person_was_at_places_on_days(site: Path):
    """Each place once, with all its days."""
    assert "Westhaven 22 May 1957 ; 9 January 1958 Northport 3 June 1957" in words(
        site, "people/anna-lindqvist"
    )


def test_a_person_has_company(site: Path):
    """Who stands in the same documents, with how many."""
    page = words(site, "people/anna-lindqvist")
    assert re.search(r"Named together with .*Vera Brandt 3 documents Peter Oduya 3 documents", page)


def test_who_is_known_otherwise_has_copies(site: Path):
    """A list of copies makes nobody, but its names are counted for those whom other words name."""
    page = words(site, "people/vera-brandt")
    assert "Copied to them 3" in page
    assert "Spoken of 3" in page
    assert not (site / "people" / "to-file").exists()


def test_every_spelling_is_searched_at_once(site: Path):
    """With a sentence that says that mentions are found by rule."""
    for name, asked in (("vera-brandt", "Vera%20Brandt"), ("anna-lindqvist", "Anna%20Lindqvist")):
        html = (site / "people" / name / "index.html").read_text("utf-8")
        assert f'href="../../search/?q=%22{asked}%22"' in html
        assert "Mentions in the text were found by rule" in html


def test_an_archive_opens_by_fond_in_the_order_of_its_files(site: Path):
    """The file's number counts, not the day."""
    page = words(site, "archives/harbour-museum")
    assert "Fond 5 3" in page
    titles = re.findall(r"On the (\w+) Letter · opis 2, delo (\d+), list 3", page)
    assert titles == [("flood", "7"), ("frost", "9"), ("storm", "12")]


def test_subjects_are_an_index(site: Path):
    """What the archivist says a document is about leads to all that are about it."""
    assert "The pier 3 documents" in words(site, "subjects")
    assert words(site, "subjects/grain").count("Letter ·") == 3
    html = (site / "documents" / "1957-05-22-storm" / "index.html").read_text("utf-8")
    assert 'href="../../subjects/the-pier/"' in html


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of 700 documents."""
    return build_quietly(write_archive(tmp_path_factory.mktemp("large") / "archive", 700), with_search=False)


def test_no_list_of_a_large_archive_is_heavy(large: Path):
    """Every page but those of documents is below 150 KB, and lists that are divided lead on to all of theirs."""
    lists = [
        file
        for file in large.rglob("*.html")
        if file.relative_to(large).parts[0] not in ("documents", "about")
    ]
    assert max(file.stat().st_size for file in lists) < 150_000
    pages = sorted((large / "languages" / "en").glob("*.html"))
    rows = [
        re.findall(r'<a href="\.\./\.\./(documents/[^"]+)" dir', file.read_text("utf-8")) for file in pages
    ]
    assert len(pages) > 2
    # Each is listed for its text and for its original.
    assert len({address for each in rows for address in each}) == 700
    for page in pages:
        pager = page.read_text("utf-8").partition('<nav class="pager"')[2].partition("</nav>")[0]
        assert pager.count("<li><a href") == len(pages)


def test_the_rail_leads_to_every_letter(large: Path):
    """From any page of the index to the page on which the letter begins."""
    index = large / "people" / "index.html"
    html = index.read_text("utf-8")
    rail = re.findall(
        r'<a href="([^"]+)">(\w)</a>',
        html[html.index('class="rail"') : html.index("</nav>", html.index('class="rail"'))],
    )
    assert len(rail) > 10
    for address, letter in rail:
        path, _, anchor = address.partition("#")
        file = index.parent / path if path.endswith(".html") else index
        assert f'<h2 id="{anchor}">{letter}</h2>' in file.read_text("utf-8")


def test_names_of_every_kind_have_their_place(tmp_path: Path):
    """What has no letters stands below a sign, and Chinese names below one, though signs of other scripts stand between them."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour archive\n", "utf-8")
    (tmp_path / "seeds" / "a.txt").write_text("Dear Peter,\n\nThe pier is closed.\n\nAnna Lind\n", "utf-8")
    names = 'subjects: ["-", "Grain", "漢字", "ꀀꀁ", "𠀀𠀁"]\nplace: "-"\n'
    (tmp_path / "seeds" / "a.yml").write_text(names, "utf-8")
    site = build_quietly(tmp_path, with_search=False)
    html = (site / "subjects" / "index.html").read_text("utf-8")
    letters = re.findall(r'<h2 id="letter-[0-9a-z]+">([^<]+)</h2>', html)
    assert letters == ["#", "G", "漢", "ꀀ"]
    assert "#" in re.findall(r">([^<]+)</h2>", (site / "places" / "index.html").read_text("utf-8"))


def test_a_list_has_the_pages_that_are_announced():
    """Where the rows just fill a page and where they no longer do, with every row once and a way to each of the pages."""
    counts = set()
    for number in range(90, 140):
        writer = AgentValue(value="Anna Lindqvist", rule="supplied", role="creators")
        named = AgentValue(value="Anna Lindqvist", rule="supplied", role="people_mentioned")
        records = [
            dated_record(f"letter-{each}", "1957-03-04", creators=(writer,), people_mentioned=(named,))
            for each in range(number)
        ]
        pages = pages_of(archive_of(*records))
        views = [
            page.view() for address, page in pages.items() if address.startswith("people/anna-lindqvist/")
        ]
        rows = [
            (group.heading.anchor, row.address)
            for view in views
            for group in view.groups
            for row in group.rows
        ]
        assert len(rows) == len({*rows}) == 2 * number
        assert {len(view.pager.pages) if view.pager else 1 for view in views} == {len(views)}
        counts.add(len(views))
    assert counts == {1, 2}
