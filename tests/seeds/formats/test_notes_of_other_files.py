"""Notes that stand in another file: which file is looked into, what is told of others, and what is never shown."""

from pathlib import Path

import pytest
from tests.conftest import build_quietly

from archivegen.records.record import Record
from archivegen.seed_reading import read_seed
from archivegen.seeds.find import find_seeds

CHAPTER = (
    "<h1>On the pier of Westhaven</h1><p>The pier was closed for the winter, as the surveyor had asked{} and the board "
    "had been told by the pilots.</p>"
)
RAISED = "<sup><a href='{}#n1'>1</a></sup>"
NOTES = "{}<h1>Notes</h1><p id=n1>1. Tomas Brandl, of the harbour office.</p>"


def read_chapter(folder: Path, files: dict[str, str]) -> Record:
    """Return the record of `chapter.html`, which lies in a folder with some files."""
    for name, content in files.items():
        (folder / name).write_text(content, "utf-8")
    seeds = {seed.path: seed for seed in find_seeds(folder, folder).seeds}
    (record,) = read_seed(seeds["chapter.html"])
    return record


def notes_in(record: Record) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in record.body.blocks if block.kind == "note"]


def told_of(record: Record) -> list[str]:
    return [problem.message for problem in record.problems if problem.code == "notes-elsewhere"]


@pytest.mark.parametrize("name", ["notes.html", "endnotes.htm", "Footnotes.xhtml"])
def test_files_of_notes_by_their_names(tmp_path: Path, name: str):
    """A page has the notes that it refers to from any of them, and nothing is told."""
    record = read_chapter(
        tmp_path, {"chapter.html": CHAPTER.format(RAISED.format(name)), name: NOTES.format("")}
    )
    assert notes_in(record) == [("1", "Tomas Brandl, of the harbour office.")]
    assert told_of(record) == []


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        (RAISED.format("anm.html"), "1 reference leads into “anm.html”, where no notes are looked for"),
        ("<a href='text/anm.html#fn1'>1</a><a href='text/anm.html#fn2'>2</a>", "2 references lead into “anm.html”, where"),
        (RAISED.format("notes.html"), "1 reference leads into “notes.html”, which is not beside this page"),
    ],
)  # fmt: skip
def test_references_into_other_files_are_told_of(tmp_path: Path, reference: str, message: str):
    """One notice for each file says what to call it, or where to put it."""
    (told,) = told_of(read_chapter(tmp_path, {"chapter.html": CHAPTER.format(reference)}))
    assert told.startswith(message)


@pytest.mark.parametrize(
    "link",
    [
        "<a href='two.html#p14'>14</a>",
        "<sup><a href='https://harbour.example/notes.html#n1'>1</a></sup>",
        "<sup><a href='#n1'>1</a></sup>",
        "<sup><a href='notes.html'>1</a></sup>",
        "<a href='notes.html#n1'>the notes</a>",
        "<sup><a href='notes.pdf#n1'>1</a></sup>",
    ],
)
def test_other_links_are_not_told_of(tmp_path: Path, link: str):
    """An index of pages, a site, and a link with words refer to no notes."""
    assert told_of(read_chapter(tmp_path, {"chapter.html": CHAPTER.format(link)})) == []


@pytest.mark.parametrize(
    "files",
    [
        {"notes.html": NOTES.format("<head><meta name=access content=restricted></head>")},
        {"notes.html": NOTES.format("<p>Confidential. Do not publish before 2040.</p>")},
        {"notes.html": NOTES.format(""), "notes.yml": "access: restricted\n"},
        {
            "notes.html": NOTES.format(""),
            "collection.yml": "access: restricted\n",
            "chapter.yml": "access: open\n",
        },
    ],
    ids=["says so itself", "may say so itself", "is closed", "is closed with its folder"],
)
def test_notes_that_may_not_be_seen_are_shown_nowhere(tmp_path: Path, files: dict[str, str]):
    """What cannot be published from its own file is not published from another one; the page says that its notes are missing."""
    record = read_chapter(tmp_path, {"chapter.html": CHAPTER.format(RAISED.format("notes.html")), **files})
    assert notes_in(record) == []
    assert len(told_of(record)) == 1


def test_a_folder_that_is_closed_as_a_whole_keeps_its_notes(tmp_path: Path):
    """When it opens, both do."""
    page = CHAPTER.format(RAISED.format("notes.html"))
    closed = "access: {value: embargoed, until: 2090-12-31}\n"
    files = {"chapter.html": page, "notes.html": NOTES.format(""), "collection.yml": closed}
    assert notes_in(read_chapter(tmp_path, files)) == [("1", "Tomas Brandl, of the harbour office.")]


@pytest.mark.parametrize(
    "row",
    ["notes.html,,restricted\n", ',"State Archive, fond 4, delo 12, list 5",restricted\n'],
    ids=["by its name", "by a number that is read in it"],
)
def test_a_row_that_closes_the_notes_closes_them_everywhere(tmp_path: Path, row: str):
    """Also one of which it is known only when the notes have been read."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Harbour\n", "utf-8")
    files = {
        "chapter.html": CHAPTER.format(RAISED.format("notes.html")),
        "notes.html": NOTES.format("") + "<p>[Source: State Archive, fond 4, delo 12, list 5.]</p>",
        "inventory.csv": "file,number,access\n" + row,
    }
    for name, content in files.items():
        (tmp_path / "seeds" / name).write_text(content, "utf-8")
    site = build_quietly(tmp_path, with_search=False)
    pages = [file.read_text("utf-8") for file in site.rglob("*") if file.suffix in (".html", ".json")]
    assert any("The pier was closed for the winter" in page for page in pages)
    assert not any("Tomas Brandl" in page for page in pages)


def test_notes_in_a_copy_of_a_closed_file_are_shown_nowhere(tmp_path: Path):
    """Neither the copy is published nor the page beside it, which would show its words."""
    seeds = tmp_path / "seeds"
    for folder in ("book", "closed"):
        (seeds / folder).mkdir(parents=True)
        (seeds / folder / ("notes.html" if folder == "book" else "paper.html")).write_text(
            NOTES.format(""), "utf-8"
        )
    (seeds / "closed" / "paper.yml").write_text("access: restricted\n", "utf-8")
    (seeds / "book" / "chapter.html").write_text(CHAPTER.format(RAISED.format("notes.html")), "utf-8")
    (seeds / "book" / "other.txt").write_text(
        "Letter from Anna Lind to Karl Weiss\n\nDear Karl,\n\nthe pier is closed.", "utf-8"
    )
    (tmp_path / "archive.yml").write_text("title: Piers\n", "utf-8")
    build_quietly(tmp_path)
    shown = [
        page for page in (tmp_path / "build").rglob("*") if page.is_file() and b"Brandl" in page.read_bytes()
    ]
    assert shown == []
