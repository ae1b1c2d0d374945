"""The preview in a real Chromium: the open page follows what is saved, and says what is wrong, and nobody loads it again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser.accessibility import WIDTHS, axe_faults
from tests.conftest import request_for
from tests.previews import Preview, preview_of, previewed

from archivegen.problems import Problem

LETTER = "Westhaven, 4 March 1961\n\nDear Mr. Okafor,\n\nThe pier is {state}.\n\n{more}Yours sincerely,\nAnna Lindqvist\n"
FAULT = Problem(
    path="seeds/<pier>.txt", line=3, code="odd", message="“<i>old</i>” is odd", fix="write another word"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive of one letter, whose address does not follow from its words."""
    root = tmp_path / "papers"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    (root / "seeds" / "pier.yml").write_text("id: pier\ntitle: A letter about the pier\n", "utf-8")
    write(root, "old")
    return root


@pytest.fixture
def preview(archive: Path, tmp_path: Path) -> Iterator[Preview]:
    """The command at work on it."""
    with preview_of(archive, tmp_path / "terminal.txt") as started:
        yield started


def write(root: Path, state: str, more: str = "") -> None:
    """Save the letter."""
    (root / "seeds" / "pier.txt").write_text(LETTER.format(state=state, more=more), "utf-8")


def test_a_change_is_shown_where_it_was_read(archive: Path, preview: Preview, page: Page):
    """Time after time, and the reader stays where they were on the page."""
    long = "The surveyor has been to the harbour twice.\n\n" * 60
    write(archive, "old", long)
    page.goto(f"{preview.address}documents/pier/")
    expect(page.locator("main")).to_contain_text("The surveyor")
    page.evaluate("scrollTo(0, 900)")
    for state in ("new", "mended", "gone"):
        write(archive, state, long)
        expect(page.locator("main")).to_contain_text(f"The pier is {state}.")
        page.wait_for_function("scrollY > 800")


def test_a_problem_is_told_above_the_page_and_goes_again(archive: Path, preview: Preview, page: Page):
    """The page stays as it was, whoever only hears it is told, and the terminal says the same."""
    settings = archive / "archive.yml"
    standing = settings.read_text("utf-8")
    page.goto(f"{preview.address}documents/pier/")
    bar = page.get_by_role("status").first
    expect(bar).to_be_empty()
    settings.write_text("titel: <b>Harbour</b> papers\n", "utf-8")
    expect(bar).to_contain_text("The preview stays as it was. 1 error")
    expect(bar.get_by_role("listitem")).to_contain_text("archive.yml:1: error: ")
    line = bar.get_by_role("listitem").inner_text()
    assert line in preview.said
    expect(page.locator("main")).to_contain_text("The pier is old.")
    settings.write_text(standing, "utf-8")
    expect(bar).to_be_empty()
    expect(page.locator("main")).to_contain_text("The pier is old.")


def test_an_address_that_is_gone_is_said(archive: Path, preview: Preview, page: Page):
    """The page stays, and leads to where its document is now."""
    page.goto(f"{preview.address}documents/")
    (archive / "seeds" / "crane.txt").write_text(LETTER.format(state="near the crane", more=""), "utf-8")
    expect(page.get_by_role("main").get_by_role("link", name="letter")).to_have_count(2)
    page.goto(f"{preview.address}documents/pier/")
    (archive / "seeds" / "pier.yml").write_text("id: jetty\n", "utf-8")
    bar = page.get_by_role("status").first
    expect(bar).to_contain_text("this document stands at another address")
    expect(page.locator("main")).to_contain_text("The pier is old.")
    bar.get_by_role("link", name="/documents/jetty/").click()
    expect(page).to_have_url(f"{preview.address}documents/jetty/")
    expect(bar).to_be_empty()
    (archive / "seeds" / "pier.txt").rename(archive / "seeds" / "pier.note")
    expect(bar).to_contain_text("nothing stands at this address")
    page.goto(f"{preview.address}documents/nothing/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing at this address")
    expect(page.get_by_role("status").first).not_to_contain_text("nothing stands")


def test_search_follows(archive: Path, preview: Preview, page: Page):
    """Asked before there is an index it waits; after a change it finds the new words."""
    page.goto(f"{preview.address}search/?q=pier")
    expect(page.locator("#results li")).to_have_count(1)
    write(archive, "old", "A lighthouse stands beside it.\n\n")
    page.goto(f"{preview.address}search/?q=lighthouse")
    expect(page.locator("#results li")).to_have_count(1)
    expect(page.get_by_role("status").first).to_be_empty()


def test_the_table_of_the_search_comes_with_its_index(preview: Preview, page: Page):
    """Asked for before it is there it waits, as the index does; its columns are those of the archive as it is."""
    answer = page.request.get(f"{preview.address}search/table/archive.json")
    assert answer.json()["documents"] == 1
    for name in ("records.column", "cards/0.json"):
        assert page.request.get(f"{preview.address}search/table/{answer.json()['digest']}/{name}").ok
    assert (
        page.request.get(f"{preview.address}search/table/{answer.json()['digest']}/nothing.column").status
        == 404
    )


def test_of_the_table_before_nothing_stays(archive: Path, preview: Preview, page: Page):
    """As soon as there is another, its columns are asked for elsewhere, and those before are gone."""
    manifest = f"{preview.address}search/table/archive.json"
    before = page.request.get(manifest).json()["digest"]
    (archive / "seeds" / "crane.txt").write_text(LETTER.format(state="near the crane", more=""), "utf-8")
    page.goto(f"{preview.address}search/?q=crane")
    expect(page.locator("#results li")).to_have_count(1)
    after = page.request.get(manifest).json()["digest"]
    assert after != before
    assert page.request.get(f"{preview.address}search/table/{after}/dates.column").ok
    assert page.request.get(f"{preview.address}search/table/{before}/dates.column").status == 404


def test_a_page_that_was_not_seen_follows_when_it_is(archive: Path, preview: Preview, page: Page):
    """It listens no more while nobody sees it: a browser has few connections to one server."""
    page.goto(f"{preview.address}documents/pier/")
    page.evaluate(
        """() => { Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
        dispatchEvent(new Event("visibilitychange")); }"""
    )
    page.evaluate("window.isSame = true")
    write(archive, "new")
    other = page.context.new_page()
    other.goto(f"{preview.address}documents/pier/")
    expect(other.locator("main")).to_contain_text("The pier is new.")
    assert page.evaluate("window.isSame")
    page.evaluate("() => { delete document.visibilityState; dispatchEvent(new Event('visibilitychange')); }")
    expect(page.locator("main")).to_contain_text("The pier is new.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, archive: Path, scheme: str):
    """Above a page, and where the problems are the page; nothing of a problem is taken for HTML, and nothing scrolls sideways."""
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page, faults = context.new_page(), []
    with previewed(request_for(archive)) as (address, showing):
        showing.refuse((FAULT, *_more(40)))
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"{address}documents/pier/")
            expect(page.get_by_role("status").first).to_contain_text(
                "“<i>old</i>” is odd; write another word"
            )
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            faults += axe_faults(page)
        showing.change(site=None)
        page.goto(address)
        expect(page.get_by_role("listitem").first).to_contain_text("“<i>old</i>” is odd; write another word")
        faults += axe_faults(page)
    context.close()
    assert faults == []


def _more(count: int) -> Iterator[Problem]:
    for number in range(count):
        yield Problem(path=f"seeds/{number}.txt", code="odd", message="odd", fix="write another word")


def test_who_is_leaving_is_not_held_back(archive: Path, preview: Preview, page: Page):
    """A change that comes while the next page is on its way does not bring the old one back."""
    page.goto(f"{preview.address}documents/pier/")

    def answered_late(route: Route) -> None:
        write(archive, "new")
        page.wait_for_timeout(1_500)
        route.continue_()

    page.route(f"{preview.address}documents/", answered_late)
    page.evaluate(
        "document.body.append(Object.assign(document.createElement('a'), {href: '/documents/', id: 'away'}))"
    )
    page.evaluate("document.getElementById('away').click()")
    page.wait_for_url(f"{preview.address}documents/", timeout=5_000)
