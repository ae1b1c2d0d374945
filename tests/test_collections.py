"""Folders as collections: a title, an introduction, what its documents inherit, and a page."""

import re
from pathlib import Path

import pytest

from archivegen.reading import survey
from tests.conftest import request_for
from tests.test_cli import run

LETTER = "Dear Peter,\n\nThe pier was closed on the day of the storm, and nobody has opened it since.\n\nAnna Lind\n"
OUTER = """\
title: Harbour papers
introduction: |
  What the *harbour office* kept in its boat.

  Found in 1994.
repository: Town Library
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder with a collection inside a collection."""
    inner = tmp_path / "seeds" / "pier" / "letters"
    inner.mkdir(parents=True)
    (tmp_path / "archive.yml").write_text("title: Harbour archive\n", "utf-8")
    (inner.parent / "collection.yml").write_text(OUTER, "utf-8")
    (inner / "collection.yml").write_text("title: Letters to Peter\n", "utf-8")
    (inner / "one.txt").write_text(LETTER, "utf-8")
    (inner / "two.txt").write_text(LETTER.replace("Anna", "Vera").replace("storm", "flood"), "utf-8")
    (inner.parent / "three.txt").write_text(LETTER.replace("Anna", "Ines").replace("storm", "frost"), "utf-8")
    return tmp_path


def documents_on(text: str) -> int:
    return len(re.findall(r'href="\.\./\.\./documents/[^"]', text))


def page(root: Path, address: str) -> str:
    return (root / "build" / address / "index.html").read_text("utf-8")


def test_a_folder_with_a_title_is_a_collection(archive: Path):
    """Its page has the introduction and all documents below it; what it supplies is inherited."""
    assert run("build", archive, "--no-search").exit_code == 0
    outer, inner = page(archive, "collections/harbour-papers"), page(archive, "collections/letters-to-peter")
    assert "<p>What the <em>harbour office</em> kept in its boat.</p>" in outer
    assert (documents_on(outer), documents_on(inner)) == (3, 2)
    assert "harbour office" not in inner
    assert "Town Library" in page(archive, "archives/town-library")
    assert len(re.findall(r"Harbour papers|Letters to Peter", page(archive, "collections"))) == 2


def test_the_page_of_a_collection_names_those_inside_it(archive: Path):
    """Those of its own folders, and not those inside these; a document that is in another one by its own file says nothing of it."""
    drafts = archive / "seeds" / "pier" / "letters" / "drafts"
    drafts.mkdir()
    (drafts / "collection.yml").write_text("title: Drafts\n", "utf-8")
    (drafts / "four.txt").write_text(LETTER.replace("Anna", "Mara").replace("storm", "rain"), "utf-8")
    (archive / "seeds" / "pier" / "three.yml").write_text("collections: [Harbour papers, Storms]\n", "utf-8")
    assert run("build", archive, "--no-search").exit_code == 0
    inside = {
        name: re.findall(
            r'<ul class="inner">\s*(.*?)\s*</ul>', page(archive, f"collections/{name}"), re.DOTALL
        )
        for name in ("harbour-papers", "letters-to-peter", "drafts", "storms")
    }
    assert inside == {
        "harbour-papers": ['<li><a href="../letters-to-peter/" dir="auto">Letters to Peter</a></li>'],
        "letters-to-peter": ['<li><a href="../drafts/" dir="auto">Drafts</a></li>'],
        "drafts": [],
        "storms": [],
    }


def test_a_collection_without_documents_is_named(archive: Path):
    """It has no page, and a notice says why; what a sheet has without files are documents, too."""
    for name in ("empty", "rows"):
        folder = archive / "seeds" / name
        folder.mkdir()
        (folder / "collection.yml").write_text(f"title: Of {name}\nintroduction: What there was.\n", "utf-8")
    (archive / "seeds" / "rows" / "inventory.csv").write_text("title\nReport on the mole\n", "utf-8")
    result = run("build", archive, "--no-search")
    assert result.exit_code == 0
    (said,) = [line for line in result.stderr.splitlines() if "Of " in line]
    assert said == (
        "seeds/empty/collection.yml:1: notice: the collection “Of empty” has no page: there is no document in this folder; put its "
        "documents into this folder, or remove the file"
    )
    assert documents_on(page(archive, "collections/of-rows")) == 1


def test_the_title_of_a_folder_is_that_of_no_document(archive: Path):
    """Each document keeps its own title, and is in the collections of all its folders, the outermost first."""
    assert run("build", archive, "--no-search").exit_code == 0
    pages = sorted((archive / "build" / "documents").glob("*/index.html"))
    titles = [re.search(r"<h1[^>]*>(.*?)</h1>", file.read_text("utf-8"))[1] for file in pages[:3]]
    assert not [title for title in titles if title in ("Harbour papers", "Letters to Peter")]
    inner = next(file.read_text("utf-8") for file in pages if "Vera Lind" in file.read_text("utf-8"))
    assert inner.index("Harbour papers") < inner.index("Letters to Peter")


def test_a_document_may_be_in_another_collection(archive: Path):
    """What the file of corrections says stands for what the folders say."""
    sidecar = archive / "seeds" / "pier" / "letters" / "one.yml"
    sidecar.write_text("collections: [The storm]\n", "utf-8")
    assert run("build", archive, "--no-search").exit_code == 0
    assert documents_on(page(archive, "collections/harbour-papers")) == 2
    assert documents_on(page(archive, "collections/the-storm")) == 1


def test_a_collection_of_closed_documents_is_not_shown(archive: Path):
    """Neither its title nor its introduction reaches the site."""
    (archive / "seeds" / "pier" / "collection.yml").write_text(OUTER + "access: restricted\n", "utf-8")
    (archive / "seeds" / "open.txt").write_text(LETTER.replace("Anna", "Olga"), "utf-8")
    assert run("build", archive, "--no-search").exit_code == 0
    everything = b"".join(file.read_bytes() for file in (archive / "build").rglob("*") if file.is_file())
    assert b"Harbour papers" not in everything
    assert b"harbour office" not in everything


OF_THE_MUSEUM = "Title: Letter on the pier\nDate: 4 March 1961\nRepository: Town Museum\n\n" + LETTER
DEFAULTS = [
    ("repository: Town Library\n", ["Town Library"], ["Town Library"], 1),
    ("repository: {value: Town Library, confirmed: {by: Vera Lind, on: 2026-03-01}}\n", ["Town Library"], ["Town Library"], 0),
    ("defaults:\n  repository: Town Library\n", ["Town Museum"], ["Town Library"], 0),
    ("defaults:\n  repository: []\n", [], [], 0),
]  # fmt: skip


@pytest.mark.parametrize(("of_the_folder", "stating", "silent", "notices"), DEFAULTS)
def test_defaults_give_way_to_what_a_document_states(
    archive: Path, of_the_folder: str, stating: list[str], silent: list[str], notices: int
):
    """All else that a folder gives stands over it, and a notice says what was replaced, unless somebody has checked it."""
    folder = archive / "seeds" / "pier"
    (folder / "collection.yml").write_text(of_the_folder, "utf-8")
    (folder / "letters" / "museum.txt").write_text(OF_THE_MUSEUM, "utf-8")
    found = survey(request_for(archive))
    held = {record.source.path: record.fields.get("repository", ()) for record in found.records}
    assert [value.value for value in held["seeds/pier/letters/museum.txt"]] == stating
    assert [value.value for value in held["seeds/pier/letters/one.txt"]] == silent
    told = [problem for problem in found.problems if problem.code == "words-replaced"]
    assert [(problem.path, problem.line) for problem in told] == [("seeds/pier/collection.yml", 1)] * notices
    if notices:
        assert "though seeds/pier/letters/museum.txt says “Town Museum”; if it is meant" in told[0].as_line()


def test_what_gave_way_is_kept_and_nearer_folders_win(archive: Path):
    """The default that a document does not have stands beside its own; an inner folder's goes before an outer one's."""
    folder = archive / "seeds" / "pier"
    (folder / "collection.yml").write_text("defaults: {repository: Town Library, rights: CC0}\n", "utf-8")
    (folder / "letters" / "collection.yml").write_text("defaults: {repository: Harbour Office}\n", "utf-8")
    (folder / "letters" / "museum.txt").write_text(OF_THE_MUSEUM, "utf-8")
    records = {record.source.path: record for record in survey(request_for(archive)).records}
    assert records["seeds/pier/letters/one.txt"].text_of("repository") == "Harbour Office"
    museum = records["seeds/pier/letters/museum.txt"]
    assert (museum.text_of("repository"), museum.text_of("rights")) == ("Town Museum", "CC0")
    assert {value.value for value in museum.other_readings["repository"]} == {
        "Town Library",
        "Harbour Office",
    }


@pytest.mark.parametrize("wrong", ["defaults: Town Library\n", "defaults: [a, b]\n"])
def test_defaults_are_fields(archive: Path, wrong: str):
    """What is none might have been meant to close something."""
    (archive / "seeds" / "pier" / "collection.yml").write_text(wrong, "utf-8")
    result = run("build", archive, "--no-search")
    assert (
        "seeds/pier/collection.yml:1: error: “defaults” has no fields here; write them below it"
        in result.stderr
    )


def test_defaults_close_documents(archive: Path):
    """Who may see them is no word of theirs."""
    (archive / "seeds" / "pier" / "collection.yml").write_text("defaults: {access: restricted}\n", "utf-8")
    records = survey(request_for(archive)).records
    assert [record.access.value for record in records if record.access] == ["restricted"] * 3


def test_an_introduction_needs_a_title(archive: Path):
    """Without one it is no collection's."""
    (archive / "seeds" / "pier" / "collection.yml").write_text("introduction: What there is.\n", "utf-8")
    result = run("build", archive, "--no-search")
    assert (
        "seeds/pier/collection.yml:1: warning: this introduction is shown nowhere: the folder has no title, and so it is no "
        "collection; write “title: …” beside it"
    ) in result.stderr


def test_links_in_an_introduction_count_from_the_first_page(archive: Path):
    """They hold on the collection's page and on the first page, which shows how it begins; a dead one is named where it stands."""
    settings = archive / "seeds" / "pier" / "collection.yml"
    settings.write_text("title: Harbour papers\nintroduction: See [all](documents/).\n", "utf-8")
    assert run("build", archive, "--no-search").exit_code == 0
    assert '<a href="../../documents/">all</a>' in page(archive, "collections/harbour-papers")
    assert '<a href="documents/">all</a>' in page(archive, "")
    settings.write_text("title: Harbour papers\nintroduction: See [all](papers/).\n", "utf-8")
    result = run("build", archive, "--no-search")
    assert result.exit_code == 1
    assert "seeds/pier/collection.yml:2: error: the link" in result.stderr
