"""The steps of docs/look.md: each file that it gives can be used, and its pictures show what is then to be seen."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from archivegen.config import KEYS
from archivegen.settings.colours import NAMES
from archivegen.settings.navigation import SECTIONS
from tests.browser.accessibility import axe_faults
from tests.look import PAGE, PICTURES, STEPS, seen_step_by_step, words_on

_SECONDS = 20
MAKE = "the pages no longer look as docs/look.md shows them; look at what has changed, then: make pictures"


@pytest.mark.skipif(os.name == "nt", reason="its commands are those of a shell")
def test_the_pages_are_as_the_pictures_show_them(tmp_path: Path, browser: Browser):
    """Every file is taken, the words on each picture are those that are there now, and nobody is shut out by them."""
    for seen in seen_step_by_step(tmp_path, browser):
        kept = PICTURES / f"{seen.name}.txt"
        assert kept.is_file(), f"{seen.name}: {MAKE}"
        # What the whole site has to warn of comes when it is built behind the page.
        for _ in range(_SECONDS * 4 if seen.words != kept.read_text("utf-8") else 0):
            seen.page.wait_for_timeout(250)
            if words_on(seen.page) == kept.read_text("utf-8"):
                break
        assert words_on(seen.page) == kept.read_text("utf-8"), f"{seen.name}: {MAKE}"
        assert axe_faults(seen.page) == [], seen.name


def test_each_thing_has_its_picture_and_every_picture_its_place():
    """In each section there is one, small enough to stay in the repository."""
    _, *sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    shown = [[step["picture"] for step in STEPS.finditer(section) if step["picture"]] for section in sections]
    assert all(shown), "each section has a picture"
    names = {name for each in shown for name in each}
    assert {file.name for file in PICTURES.iterdir()} == {
        f"{name}.{ending}" for name in names for ending in ("png", "txt")
    }
    assert all(picture.stat().st_size < 60_000 for picture in PICTURES.glob("*.png"))


def test_every_block_of_the_page_is_a_step():
    """None has a form that no test would take."""
    page = re.sub(r"```markdown\n.*?```", "```x```", PAGE.read_text("utf-8"), flags=re.DOTALL)
    assert len(list(STEPS.finditer(PAGE.read_text("utf-8")))) == page.count("```") // 2 + page.count("![")


def test_the_page_names_all_sections_and_colours_and_the_settings_all_keys():
    """Whoever adds one writes it down."""
    page = PAGE.read_text("utf-8")
    assert [name for name in SECTIONS if f"`{name}`" not in page] == []
    assert [name for name in NAMES if f"`{name.removesuffix('_dark')}`" not in page] == []
    settings = (PAGE.parent / "settings.md").read_text("utf-8")
    assert re.findall(r"^\| `(\w+)` \|", settings, re.MULTILINE) == list(KEYS)
