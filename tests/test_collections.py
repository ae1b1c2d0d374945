"""Folders as collections: a title, an introduction, what its documents inherit, and a page."""

import re
from pathlib import Path

import pytest

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


def test_an_introduction_needs_a_title(archive: Path):
    """Without one it is no collection's."""
    (archive / "seeds" / "pier" / "collection.yml").write_text("introduction: What there is.\n", "utf-8")
    result = run("build", archive, "--no-search")
    assert (
        "seeds/pier/collection.yml:1: warning: this introduction is shown nowhere: the folder has no title, and so it is no "
        "collection; write “title: …” beside it"
    ) in result.stderr
