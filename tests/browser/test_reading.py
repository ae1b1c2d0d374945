"""The pages in a real Chromium: anywhere, without script, without a request that leaves the site, accessible."""

import json
import re

import pytest
from playwright.sync_api import Browser, expect
from tests.browser.accessibility import axe_faults, seen_at_every_width

DOCUMENT = "documents/116546/"
JOURNAL = "documents/1957-05-22-journal-soviet-ambassador-dprk-puzanov/"
# One page of every kind.
PAGES = (
    "", DOCUMENT, JOURNAL, "documents/", "timeline/", "years/", "years/1957/", "years/1957/05/", "people/", "people/kim-il-sung/",
    "people/pak-geum-cheol/", "organisations/", "organisations/unnamed.html", "places/", "places/gangwon/", "archives/", "archives/prc-fma/",
    "kinds/", "kinds/journal/", "languages/", "languages/en/", "subjects/", "search/", "search/?q=fishing", "search/help/", "changes/", "about/", "about/without-rights/", "404.html",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, served_sample: str, scheme: str):
    """No page kind breaks an accessibility rule that axe knows, at either width, in either colour scheme."""
    faults = []
    for page, name in seen_at_every_width(browser, served_sample, PAGES, scheme):
        if "fishing" in name:
            expect(page.locator("#results li")).to_have_count(1)
        for mark in page.locator(".basis summary").all()[:2]:
            mark.click()
        faults += [f"{name}: {fault}" for fault in axe_faults(page)]
    assert faults == []


def test_no_page_is_wider_than_its_window(browser: Browser, served_sample: str):
    """Nothing scrolls sideways on a telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    for address in PAGES:
        page.goto(served_sample + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
    context.close()


@pytest.mark.parametrize("where", ["served_sample", "served_below_a_path"])
def test_every_page_can_be_reached_and_nothing_leaves_the_site(
    browser: Browser, where: str, request: pytest.FixtureRequest
):
    """Following links from the first page reaches every page; all answer; every request stays below the site."""
    start = request.getfixturevalue(where)
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    broken: list[str] = []
    page.on("request", lambda asked_for: asked.append(asked_for.url))
    page.on("response", lambda answer: broken.append(answer.url) if answer.status >= 400 else None)
    page.on("console", lambda message: broken.append(message.text) if message.type == "error" else None)
    waiting, seen = [start], {start}
    while waiting:
        page.goto(waiting.pop())
        links = page.eval_on_selector_all(
            "a[href]:not([rel~=noopener])",
            "links => links.map(link => new URL(link.getAttribute('href'), document.baseURI).href.split(/[?#]/)[0])",
        )
        fresh = {link for link in links if link not in seen and not link.endswith(".json")}
        assert all(link.startswith(start) for link in fresh), fresh
        seen |= fresh
        waiting.extend(sorted(fresh))
    context.close()
    site = request.getfixturevalue("sample")
    files = (file.relative_to(site).as_posix() for file in site.rglob("*.html") if file.name != "404.html")
    assert {start + file.removesuffix("index.html") for file in files} == seen
    assert broken == []
    assert all(url.startswith(start) for url in asked)


def test_without_script_a_document_is_whole(browser: Browser, served_sample: str):
    """With script turned off the text, the panel, its explanations and the way on are all there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served_sample + JOURNAL)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Journal of Soviet Ambassador")
    expect(page.locator(".text")).to_contain_text("I invited Qiao to go fishing on Sunday.")
    page.locator(".field-participants .basis summary").first.click()
    expect(page.locator(".field-participants .basis p").first).to_contain_text("first person")
    page.get_by_role("link", name="Report on Conversation").click()
    expect(page).to_have_url(served_sample + DOCUMENT)
    page.goto(served_sample + "search/")
    expect(page.locator("noscript p")).to_be_visible()
    context.close()


def test_a_citation_is_copied(browser: Browser, served_sample: str):
    """The copy button puts the citation, and nothing else, on the clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(served_sample + DOCUMENT)
    citation = page.locator(".citation").first.inner_text().removesuffix("Copy").strip()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == citation
    assert citation.startswith(
        "“Report on Conversation between Song Renqiong and Kim Il Sung,” 18 October 1963"
    )
    context.close()


def test_a_paragraph_number_is_a_link_to_its_words(browser: Browser, served_sample: str):
    """Following a paragraph's number puts its address in the bar and brings its words into view."""
    context = browser.new_context(viewport={"width": 1280, "height": 600})
    page = context.new_page()
    page.goto(served_sample + DOCUMENT)
    number = page.get_by_role("link", name="Paragraph 9, link")
    number.click()
    expect(page).to_have_url(re.compile(r"#p-[0-9a-f]{6}$"))
    expect(page.locator(".block:target")).to_be_in_viewport()
    context.close()


def test_printing_leaves_the_interface_out(browser: Browser, served_sample: str):
    """On paper there is the title, the text, its numbers and the citation; navigation and buttons are gone."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served_sample + DOCUMENT)
    page.emulate_media(media="print")
    for gone in (".site-header nav", ".trail", ".copy", ".neighbours", ".basis p", ".data"):
        for element in page.locator(gone).all():
            expect(element).not_to_be_visible()
    for kept in ("h1", ".summary", ".text", ".number >> nth=0", ".print-citation", ".panel"):
        expect(page.locator(kept)).to_be_visible()
    assert len(page.pdf()) > 20_000
    context.close()


def test_the_data_file_answers(browser: Browser, served_sample: str):
    """The data file of a document is JSON with every value's status, rule and lines."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(served_sample + DOCUMENT)
    address = page.get_by_role("link", name="Data file (JSON)").evaluate("link => link.href")
    data = json.loads(context.request.get(address).text())
    assert data["fields"]["title"][0]["lines"] == [[4, 5]]
    assert all(value["status"] and value["rule"] for values in data["fields"].values() for value in values)
    context.close()
