"""The map of places in a real Chromium: by mouse, by keyboard, on a telephone, without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.accessibility import WIDTHS, axe_faults, is_wider_than_its_window, seen_at_every_width
from tests.conftest import served
from tests.pages.test_map import archive, built


@pytest.fixture(scope="module")
def served_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the places of a few letters."""
    yield from served(built(archive(tmp_path_factory.mktemp("served-map") / "letters")).parent)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, served_places: str, scheme: str):
    """Neither on the map nor on the page of a place, at either width, with its reasons open."""
    faults = []
    pages = ("places/", "places/hanoi/", "places/cambridge/")
    for page, name in seen_at_every_width(browser, served_places, pages, scheme):
        for mark in page.locator(".basis summary").all():
            mark.click()
        faults += [f"{name}: {fault}" for fault in axe_faults(page)]
        assert not is_wider_than_its_window(page), name
    assert faults == []


def test_a_point_can_be_reached_and_seen_by_keyboard(browser: Browser, served_places: str):
    """Tab goes from point to point, the one in focus looks otherwise, and Enter opens its place."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served_places}places/")
    point = page.get_by_role("link", name="Hanoi, 2 documents")
    before = point.screenshot()
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator("svg a:focus[aria-label^=Hanoi]").count():
            break
    expect(point).to_be_focused()
    assert point.screenshot() != before
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hanoi")
    context.close()


def test_a_click_near_a_point_is_one_on_it(browser: Browser, served_places: str):
    """What can be clicked is 24 pixels wide on a desk; joined places lead to their line in the list."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{served_places}places/")
    joined = page.get_by_role("link", name="Pyongyang and 2 places near it, 3 documents")
    assert (joined.bounding_box() or {})["width"] >= 24
    joined.click(position={"x": 4, "y": 12})
    assert page.url.endswith("places/#map-1")
    expect(page.locator("#map-1 a")).to_have_text(["Pyongyang", "Harbour Hill", "Nampo"])
    context.close()


def test_names_can_be_read_on_a_telephone(browser: Browser, served_places: str):
    """At every width one set of names shows, in letters of ten pixels or more."""
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        page.goto(f"{served_places}places/")
        names = page.locator(".names-on-map text:visible")
        expect(names.first).to_be_visible()
        assert names.count() <= 3
        heights = [(name.bounding_box() or {})["height"] for name in names.all()]
        assert min(heights) >= 10
        context.close()
