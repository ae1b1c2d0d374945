"""The timeline in a real Chromium: its bars and lines lead on, by pointer and keyboard, and its words can be read on a telephone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.accessibility import axe_faults, is_wider_than_its_window, seen_at_every_width
from tests.conftest import build_quietly, nu_messages, served

# Each way of drawing a date, with enough documents beside them for a table.
DATES = (
    "1815-06-09", "1815-06", "1815?", "1815", "1814/1816", "1815-21", "181X", "../1813", "1812/..", "1816-02-03?", "", "1811", "1811~",
    "[1811,1813]", "1814-01-05", "1814-02-07", "1817-11-30",
)  # fmt: skip
PAGES = (
    "",
    "timeline/",
    "documents/",
    "years/",
    "years/1815/",
    "years/1815/06/",
    "years/undated/",
    "about/",
    "about/without-day/",
)


@pytest.fixture(scope="module")
def mill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the papers of a mill, whose dates are of every kind."""
    root = tmp_path_factory.mktemp("mill")
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text("title: Papers of the mill\n", "utf-8")
    for number, date in enumerate(DATES):
        line = f'date: "{date}"\n' if date else ""
        text = f"---\ntitle: Paper {number}\n{line}---\n\nThe mill ground nothing that day.\n"
        (root / "seeds" / f"paper-{number}.md").write_text(text, "utf-8")
    return build_quietly(root, with_search=False)


@pytest.fixture(scope="module")
def served_mill(mill: Path) -> Iterator[str]:
    """The address of the mill's site."""
    yield from served(mill)


def test_the_nu_checker_has_nothing_to_say(mill: Path):
    """The drawings are valid in all pages about time."""
    assert [
        message["message"] for message in nu_messages(*(mill / page / "index.html" for page in PAGES))
    ] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, served_mill: str, scheme: str):
    """At either width, in either colour scheme; and no page is wider than its window."""
    faults = []
    for page, name in seen_at_every_width(browser, served_mill, PAGES, scheme):
        faults += [f"{name}: {fault}" for fault in axe_faults(page)]
        assert not is_wider_than_its_window(page), name
    assert faults == []


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("June 1815: 2 documents", "years/1815/06/"),
        ("February 1816: 1 document, 1 uncertain", "years/1816/02/"),
        ("1814 – 1816: Paper 4", "documents/1814-paper/"),
    ],
)
def test_a_bar_is_a_link(browser: Browser, served_mill: str, name: str, address: str):
    """It has a name for those who do not see it, and can be reached and followed with the keyboard."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served_mill + "timeline/")
    link = page.get_by_role("link", name=name, exact=True)
    link.focus()
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(served_mill + address)
    context.close()


def test_a_bar_of_a_small_drawing_leads_to_its_year(browser: Browser, served_mill: str):
    """By pointer alone: the words below the drawing are the same way for the keyboard."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served_mill)
    page.locator(".strip a").first.click()
    expect(page).to_have_url(served_mill + "years/1811/")
    page.goto(served_mill)
    for link in page.locator(".strip a").all():
        expect(link).to_have_attribute("tabindex", "-1")
    expect(page.locator(".year-ways").get_by_role("link", name="1811")).to_be_visible()
    context.close()


def test_the_drawing_is_no_smaller_on_a_telephone(browser: Browser, served_mill: str):
    """It scrolls in its own place, and its words keep their size."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    page.goto(served_mill + "timeline/")
    frame = page.get_by_role("region", name="Documents in time")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    height = page.locator(".timeline text").first.evaluate("text => text.getBoundingClientRect().height")
    assert height > 12
    context.close()


@pytest.mark.parametrize("width", [390, 1040, 1050, 1280])
def test_a_line_says_that_the_drawing_can_be_moved(browser: Browser, served_mill: str, width: int):
    """Where it has no room, and nowhere else."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(served_mill + "timeline/")
    frame = page.locator(".timeline-frame")
    is_moved = frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert page.get_by_text("can be moved sideways").is_visible() == is_moved
    assert is_moved == (width < 1044)
    page.close()
