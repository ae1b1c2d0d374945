"""The walk of docs/walk.md: what it tells to do is done in order, and its pictures show what is then to be seen."""

import os
import re
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.seeds.formats.office_files import read_source
from tests.walk import PAGE, PAPERS, PICTURES, STEPS, seen_on_the_walk
from tests.walk_papers import MAKERS

MAKE = "the walk is no longer what its pictures show; look at what has changed, then: make pictures"


@pytest.mark.skipif(os.name == "nt", reason="its commands are those of a shell")
def test_the_walk_is_as_its_pictures_show_it(tmp_path: Path, browser: Browser):
    """Every command runs, what is quoted was printed, and the words on each picture are those that are there now."""
    for seen in seen_on_the_walk(tmp_path, browser):
        kept = PICTURES / f"{seen.name}.txt"
        assert kept.is_file(), f"{seen.name}: {MAKE}"
        assert seen.words == kept.read_text("utf-8"), f"{seen.name}: {MAKE}"


def test_every_step_has_its_picture_and_every_picture_its_place():
    """In each section there is at least one; none lies about that the page does not show."""
    _, *sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    shown = [[step["picture"] for step in STEPS.finditer(section) if step["picture"]] for section in sections]
    assert all(shown), "each step has a picture"
    names = {name for each in shown for name in each}
    assert {file.name for file in PICTURES.iterdir()} == {
        f"{name}.{ending}" for name in names for ending in ("png", "txt")
    }


def test_pictures_are_small():
    """So that they can stay in the repository, and nothing of the machine they were made on is in them."""
    for picture in PICTURES.glob("*.png"):
        assert picture.stat().st_size < 60_000, picture.name
    words = "".join(file.read_text("utf-8") for file in PICTURES.glob("*.txt"))
    assert str(Path.home()) + os.sep not in words
    assert tempfile.gettempdir() not in words


def test_every_block_of_the_page_is_a_step():
    """None has a form that no test would take."""
    page = PAGE.read_text("utf-8")
    fences = page.count("```") // 2 + page.count("| row |") + page.count("![")
    assert len(list(STEPS.finditer(page))) == fences


@pytest.mark.parametrize("name", MAKERS)
def test_the_papers_that_are_made_are_those_that_lie_there(name: str):
    """Word, OpenDocument and PDF say what tests/walk_papers.py says, which can be read."""
    lying = (PAPERS / "papers" / name).read_bytes()
    assert read_source(lying, name).lines == read_source(MAKERS[name](), name).lines
