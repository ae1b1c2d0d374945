"""The lists of a large archive in a real Chromium: divided, with a rail of letters, and as usable as small ones."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.accessibility import axe_faults, is_wider_than_its_window, seen_at_every_width
from tests.conftest import build_quietly, nu_messages, served
from tests.generated_archive import write_archive

PAGES = (
    "people/",
    "people/nils-lanlin/",
    "languages/en/",
    "languages/en/page-2.html",
    "archives/harbour-board-archive/",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of 500 documents."""
    return build_quietly(write_archive(tmp_path_factory.mktemp("large") / "archive", 500), with_search=False)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """The address of that site."""
    yield from served(site)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, scheme: str):
    """And nothing scrolls sideways."""
    faults = []
    for page, name in seen_at_every_width(browser, address, PAGES, scheme):
        assert not is_wider_than_its_window(page), name
        faults += [f"{name}: {fault}" for fault in axe_faults(page)]
    assert faults == []


def test_the_pages_are_valid(site: Path):
    """By the Nu checker, as all others."""
    assert nu_messages(*[site / each / "index.html" for each in PAGES if each.endswith("/")]) == []


def test_the_list_leads_through_all_of_it(browser: Browser, address: str):
    """From page to page by “Next”, to the last."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}languages/en/")
    pages = page.locator(".pager li").count()
    assert pages > 2
    for number in range(2, pages + 1):
        page.get_by_role("link", name="Next").click()
        expect(page).to_have_url(f"{address}languages/en/page-{number}.html")
    expect(page.get_by_role("link", name="Next")).to_have_count(0)
    context.close()
