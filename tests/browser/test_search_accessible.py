"""The search page for everybody: by keyboard alone, heard, on a telephone, under a strict policy."""

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from tests.browser.accessibility import axe_faults, is_wider_than_its_window, seen_at_every_width
from tests.browser.harbour_letters import ask, titles

STATES = (
    "search/", "search/?q=pier", "search/?q=pier&view=words", "search/?view=documents&kinds=report&from=1955-01-01&to=1960-06-30",
    "search/?q=Lindkvist", "search/?q=pier&kinds=telegram&as=2020-01-01-0123456789ab", "search/?q=granary&kinds=telegram",
    "search/?q=телеграмма", "search/help/", "documents/1955-02-17-report-piles/?h=piles",
)  # fmt: skip
SMALLEST = 24


def settled(page: Page, name: str) -> None:
    """Wait for the answer, if something was asked, and open all that can be opened."""
    if "?q=" in name or "?view=" in name:
        expect(page.locator("#status .total")).to_be_visible()
    page.wait_for_load_state("networkidle")
    for _ in ("what narrows the answer", "what is in it"):
        page.evaluate("for (const each of document.querySelectorAll('main details')) each.open = true")
        page.wait_for_timeout(600)
        page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_state(browser: Browser, harbour: str, scheme: str):
    """Answers, facets, dates, lines, marks: at either width, in either colour scheme, none wider than the window."""
    faults = []
    for page, name in seen_at_every_width(browser, harbour, STATES, scheme):
        settled(page, name)
        assert not is_wider_than_its_window(page), name
        faults += [f"{name}: {fault}" for fault in axe_faults(page)]
    assert faults == []


@pytest.mark.parametrize("asked", ["?q=pier", "?q=pier&view=words"])
def test_what_is_pressed_is_large_enough(page: Page, harbour: str, asked: str):
    """Buttons, boxes with their names, handles and links that stand alone are not smaller than a fingertip needs (WCAG 2.5.8)."""
    page.set_viewport_size({"width": 390, "height": 900})
    ask(page, harbour, asked)
    settled(page, asked)
    small = page.evaluate(
        """(smallest) => [...document.querySelectorAll(
            "main button, main label:has(input), main summary, main input, .choice a, .pager a, .chosen a, .lines .hit a"
        )].filter((each) => each.checkVisibility() && !each.matches("label input"))
          .filter((each) => Math.min(each.getBoundingClientRect().height, each.getBoundingClientRect().width) < smallest)
          .map((each) => each.outerHTML.slice(0, 90))""",
        SMALLEST,
    )
    assert small == []


def test_by_keyboard_alone(page: Page, harbour: str):
    """From the field through the boxes to a passage: every step has a visible focus, and nothing holds it."""
    page.goto(f"{harbour}search/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("pier")
    page.keyboard.press("Enter")
    expect(page.locator("#status .total")).to_contain_text("14 documents")
    expect(page.get_by_role("checkbox", name="Telegram")).to_be_visible()
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            "(({ tagName, type, name, value, parentElement }) => [tagName, type ?? '', name ?? '', value ?? '', parentElement.className])"
            "(document.activeElement)"
        )
        seen.append(focus)
        if focus[3] == "telegram":
            page.keyboard.press("Space")
            expect(page.locator("#status .total")).to_contain_text("3 documents")
        if focus[4] == "passage":
            break
    kinds = [(tag, kind) for tag, kind, *_ in seen]
    assert (
        kinds.index(("INPUT", "range")) < kinds.index(("INPUT", "text")) < kinds.index(("INPUT", "checkbox"))
    )
    assert seen[-1][4] == "passage"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**/?h=*")


def test_the_focus_goes_to_the_results_of_another_page(page: Page, harbour: str):
    """Whoever turns the page is at its beginning."""
    ask(page, harbour, "?q=pier")
    page.get_by_role("link", name="Next").press("Enter")
    expect(page.get_by_role("heading", name="Results", exact=True)).to_be_focused()
    assert len(titles(page)) == 4


def test_the_answer_is_read_out(page: Page, harbour: str):
    """The count stands in a region that is read when it changes, and is put there once."""
    ask(page, harbour, "?q=pier")
    assert page.locator("#status").get_attribute("aria-live") == "polite"
    headings = page.locator("h1, h2:visible, h3").evaluate_all("all => all.map(({ tagName }) => tagName)")
    assert headings[:2] == ["H1", "H2"]
    assert set(headings[2:]) <= {"H2", "H3"}


def test_a_title_has_its_language(page: Page, harbour: str):
    """A voice that reads the page reads each title and passage as what it is, and the page says in which language a word was found."""
    ask(page, harbour, "?q=телеграмма")
    assert sorted(titles(page)) == ["О зерне", "Телеграмма о зерне"]
    expect(page.locator("#results h3 a").first).to_have_attribute("lang", "ru")
    expect(page.locator(".passage a").first).to_have_attribute("lang", "ru")
    expect(page.locator(".found-in").first).to_have_text("found in Russian")


def test_the_strict_policy_forbids_nothing_that_is_done(page: Page, harbour: str):
    """Under the policy that hosts are asked for, index and table are read, and the console is silent."""
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(message.text)

    page.on("console", hear)
    answer = page.goto(f"{harbour}search/?q=pier&kinds=telegram")
    assert "script-src 'self' 'wasm-unsafe-eval'" in answer.headers["content-security-policy"]
    expect(page.locator("#results h3")).to_have_count(3)
    settled(page, "?q=pier")
    page.get_by_role("link", name="every place").click()
    expect(page.locator(".lines .line")).to_have_count(3)
    page.locator(".lines .hit a").first.click()
    expect(page.get_by_role("button", name="Clear the marks")).to_be_visible()
    assert said == []


def test_without_script_the_indexes_are_there(browser: Browser, harbour: str):
    """And nothing that would need it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{harbour}search/")
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("link", name="People").first).to_be_visible()
    for needing in ("#status", "#answers", ".browse"):
        expect(page.locator(needing)).to_be_hidden()
    context.close()


def test_on_paper_there_are_the_results(page: Page, harbour: str):
    """The count and the hits, and nothing to press."""
    ask(page, harbour, "?q=pier&kinds=telegram")
    page.emulate_media(media="print")
    expect(page.locator("#results h3").first).to_be_visible()
    for gone in ("#narrow", "#tools", "#chosen", "#search"):
        expect(page.locator(gone)).to_be_hidden()
