"""The review page in a real Chromium: accessible, on a telephone, in the dark, with and without script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.accessibility import axe_faults, is_wider_than_its_window, seen_at_every_width
from tests.conftest import copy_sample
from tests.review_list.test_review_page import served_review

PAGES = ("review/", "review/?within=000_&page=2", "review/?within=nothing")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the preview of the sample archive."""
    yield from served_review(copy_sample(tmp_path_factory.mktemp("review")), with_site=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, preview: str, scheme: str):
    """At either width, in either colour scheme; and nothing scrolls sideways."""
    faults = []
    for page, name in seen_at_every_width(browser, preview, PAGES, scheme):
        assert not is_wider_than_its_window(page), name
        faults += [f"{name}: {fault}" for fault in axe_faults(page)]
    assert faults == []


def test_lines_are_copied_as_they_stand(browser: Browser, preview: str):
    """By the button, and nothing calls elsewhere; its own policy lets style and script through."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{preview}review/?field=dates&within=000_")
    lines = page.locator(".paste code[data-copy]").first
    shown = lines.inner_text().removesuffix("Copy").strip()
    lines.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == shown
    assert copied.startswith("dates:\n- {value: ")
    assert copied.count("\n") == 3
    assert said == []
    context.close()


def test_without_script_and_without_a_mouse_the_list_is_whole(browser: Browser, preview: str):
    """The form is filled in and sent by the keyboard alone, and the lines can be selected."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{preview}review/")
    expect(page.locator(".copy")).to_have_count(0)
    page.get_by_label("Folder, file or title").focus()
    page.keyboard.type("song renqiong")
    page.keyboard.press("Enter")
    expect(page.locator(".asked")).to_contain_text(re.compile(r"of \d\d\.$"))
    expect(page).to_have_url(re.compile(r"within=song\+renqiong"))
    expect(page.locator(".paste code").nth(1)).to_contain_text(
        'confirmed: {by: "Marta Silva", on: "2026-03-01"}'
    )
    page.get_by_role("link", name="Page 2").click()
    expect(page.get_by_role("heading", name="All values of this document at once")).to_be_visible()
    context.close()
