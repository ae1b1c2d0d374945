"""Citing a passage in a real Chromium: by keyboard and finger, with and without script, and where it was removed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import WIDTHS, axe_faults
from tests.conftest import ROOT

LETTER = "documents/1961-03-04-letter-anna-lindqvist-peter-okafor/"
ADDRESS = f"https://archive.example.org/{LETTER}"
TITLE = "“Letter from Anna Lindqvist to Peter Okafor,” 4 March 1961"
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def letter(browser: Browser, served_revised: str) -> Iterator[Page]:
    """The page of the letter, with a clipboard."""
    context = browser.new_context(permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(served_revised + LETTER)
    yield page
    context.close()


def copied(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def anchor_of(page: Page, number: str) -> str:
    return page.get_by_role("link", name=f"Paragraph {number}, link").get_attribute("href")


def test_a_passage_is_cited_by_keyboard(letter: Page):
    """From the number, Tab leads to both buttons; they copy the address and the citation with number and version."""
    anchor = anchor_of(letter, "2")
    letter.get_by_role("link", name="Paragraph 2, link").focus()
    letter.keyboard.press("Tab")
    expect(letter.get_by_role("button", name="Copy link")).to_be_focused()
    letter.keyboard.press("Enter")
    expect(letter.get_by_role("button", name="Copied")).to_be_focused()
    assert copied(letter) == ADDRESS + anchor
    letter.keyboard.press("Tab")
    expect(letter.get_by_role("button", name="Copy citation to this passage")).to_be_focused()
    letter.keyboard.press("Space")
    expect(letter.get_by_role("button", name="Copied")).to_have_count(2)
    assert re.fullmatch(
        re.escape(f"{TITLE}, ¶ 2, My archive, version of 22 November 2026 (")
        + r"[0-9a-f]{12}\), "
        + re.escape(f"{ADDRESS}{anchor}."),
        copied(letter),
    )


def test_the_buttons_go_when_the_reader_goes_on(letter: Page):
    """They belong to the passage in use: the next number takes them, Escape and leaving take them away."""
    tools = letter.get_by_role("group", name=re.compile("Paragraph"))
    letter.get_by_role("link", name="Paragraph 2, link").focus()
    expect(letter.get_by_role("group", name="Paragraph 2, link")).to_be_visible()
    letter.get_by_role("link", name="Paragraph 2a, link").focus()
    expect(letter.get_by_role("group", name="Paragraph 2a, link")).to_be_visible()
    expect(tools).to_have_count(1)
    letter.keyboard.press("Tab")
    letter.keyboard.press("Escape")
    expect(tools).to_have_count(0)
    expect(letter.get_by_role("link", name="Paragraph 2a, link")).to_be_focused()
    letter.get_by_role("link", name="Paragraph 1, link").hover()
    expect(tools).to_have_count(1)
    letter.get_by_role("heading", level=1).click()
    expect(tools).to_have_count(0)


def test_a_passage_is_cited_on_a_telephone(browser: Browser, served_revised: str):
    """A tap on the number brings the buttons; they fit, nothing scrolls sideways, and they copy."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, permissions=CLIPBOARD
    )
    page = context.new_page()
    page.goto(served_revised + LETTER)
    number = page.get_by_role("link", name="Paragraph 4, link")
    anchor = number.get_attribute("href")
    number.tap()
    expect(page).to_have_url(served_revised + LETTER + anchor)
    button = page.get_by_role("button", name="Copy citation to this passage")
    expect(button).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    button.tap()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert copied(page).startswith(f"{TITLE}, ¶ 4, My archive, ")
    context.close()


def test_without_an_address_of_the_site_a_passage_has_that_of_the_browser(
    browser: Browser, served_sample: str
):
    """A site that does not know its host copies where the reader is; what is no version names none."""
    context = browser.new_context(permissions=CLIPBOARD)
    page = context.new_page()
    page.goto(f"{served_sample}documents/116546/#text")
    page.get_by_role("link", name="Paragraph 9, link").focus()
    page.get_by_role("button", name="Copy citation to this passage").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert copied(page).endswith(f", {served_sample}documents/116546/{anchor_of(page, '9')}.")
    assert "version of" not in copied(page)
    context.close()


def test_without_script_a_number_is_a_plain_link(browser: Browser, served_revised: str):
    """The address of a passage is that of its number; there is no button that does nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_revised + LETTER)
    page.get_by_role("link", name="Paragraph 2a, link").click()
    expect(page.locator(".block:target")).to_contain_text("Snow fell on both days.")
    expect(page.get_by_role("button")).to_have_count(0)
    page.get_by_text("Version of 22 November 2026; first published 21 November 2026.").click()
    expect(page.get_by_text("1 paragraph corrected, 1 added, 1 removed")).to_be_visible()
    context.close()


def test_the_place_of_a_removed_passage_speaks_to_whoever_comes(letter: Page, served_revised: str):
    """Nothing is seen of it until its address is followed, or it has the focus."""
    place = letter.locator(".removed")
    expect(place.locator("p")).not_to_be_visible()
    assert place.bounding_box()["height"] == 0
    anchor = place.get_attribute("id")
    letter.goto(f"{served_revised}{LETTER}#{anchor}")
    expect(letter.get_by_text("This passage, ¶ 3, was removed.")).to_be_in_viewport()
    letter.goto(f"{served_revised}{LETTER}#text")
    expect(place.locator("p")).not_to_be_visible()
    place.focus()
    expect(place.locator("p")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_changes(
    browser: Browser, served_revised: str, width: int, scheme: str
):
    """The list of versions open, the buttons shown, a removed passage called up, and the page of changes."""
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900}, permissions=CLIPBOARD
    )
    page = context.new_page()
    faults = []
    for address in (LETTER, "changes/"):
        page.goto(served_revised + address)
        if address == LETTER:
            page.goto(f"{served_revised}{LETTER}#{page.locator('.removed').get_attribute('id')}")
            page.locator(".versions summary").click()
            page.get_by_role("link", name="Paragraph 2, link").focus()
        faults += [f"{address}: {fault}" for fault in axe_faults(page)]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
    assert faults == []


def test_the_script_of_the_pages_stays_small():
    """Under 4 KB, as it is sent."""
    assert (Path(ROOT) / "static" / "js" / "archive.js").stat().st_size < 4096
