"""The search page's state is its address: kept, shared, gone back to; and what is said beside the answer."""

import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser.harbour_letters import ask, letters, titles

PIER = sorted(letter["title"] for letter in letters() if "pier" in " ".join(letter["text"]).casefold())


def test_a_state_that_is_shared_is_seen_alike(page: Page, harbour: str):
    """An address has words, facets, dates, order and page in it, and what it shows has a form that says the same."""
    ask(page, harbour, "?q=pier&kinds=letter&from=1953-01-01&to=1960-12-31&sort=newest")
    assert titles(page) == ["Lamps", "May", "The ministry", "Nine piles", "Toll"]
    expect(page.get_by_role("searchbox", name="Words to find")).to_have_value("pier")
    expect(page.locator("#chosen li a")).to_have_text(
        ["Letter", "from 1 January 1953", "until 31 December 1960", "Remove all"]
    )
    expect(page.get_by_role("textbox", name="From")).to_have_value("1953-01-01")
    expect(page.get_by_role("link", name="newest first")).to_have_attribute("aria-current", "true")


def test_typing_makes_one_step_and_back_leads_before_it(page: Page, harbour: str):
    """However much is typed, the answer before it is one step back."""
    ask(page, harbour, "?q=granary")
    field = page.get_by_role("searchbox", name="Words to find")
    field.fill("")
    field.press_sequentially("to", delay=20)
    expect(page).to_have_url(re.compile(r"q=to$"))
    field.press_sequentially("ll", delay=20)
    expect(page).to_have_url(re.compile(r"q=toll$"))
    field.press("Enter")
    expect(page.locator("#status .total")).to_contain_text("“toll”")
    page.go_back()
    expect(page).to_have_url(re.compile(r"q=granary$"))
    expect(field).to_have_value("granary")
    expect(page.locator("#status .total")).to_contain_text("“granary”")
    page.go_forward()
    expect(page.locator("#status .total")).to_contain_text("“toll”")


def test_the_title_is_what_is_asked(page: Page, harbour: str):
    """History and bookmarks know one search from another, after every change and on the way back; a long one is cut."""
    archive = "Search · Letters of a Harbour Office"
    page.goto(f"{harbour}search/")
    expect(page).to_have_title(archive)
    field = page.get_by_role("searchbox", name="Words to find")
    field.fill("granary")
    field.press("Enter")
    expect(page).to_have_title(f"granary · {archive}")
    ask(page, harbour, "?q=müller&kinds=letter")
    expect(page).to_have_title(f"müller · {archive}")
    field.fill("pier")
    field.press("Enter")
    expect(page).to_have_title(f"pier · {archive}")
    page.go_back()
    expect(page).to_have_title(f"müller · {archive}")
    page.go_forward()
    expect(page).to_have_title(f"pier · {archive}")
    field.fill("pier " * 40)
    field.press("Enter")
    expect(page).to_have_title(f"{'pier ' * 16}… · {archive}")


def test_every_choice_is_a_step_back(page: Page, harbour: str):
    """Words, a facet, an order, a page: the way back leads through all of them to the empty form."""
    page.goto(f"{harbour}search/")
    page.get_by_role("link", name=re.compile("Browse all")).click()
    expect(page.locator("#status .total")).to_have_text("20 documents")
    page.get_by_role("checkbox", name="Letter").check()
    expect(page.locator("#status .total")).to_have_text("14 of 20 documents")
    page.get_by_role("link", name="newest first").click()
    expect(page.locator("#results h3").first).to_have_text("La jetée")
    page.get_by_role("link", name="Next").click()
    expect(page).to_have_url(re.compile("page=2"))
    expect(page.locator("#results h3")).to_have_count(4)
    page.go_back()
    expect(page.locator("#results h3")).to_have_count(10)
    page.go_back()
    expect(page.locator("#results h3").first).to_have_text("The first plank")
    page.go_back()
    expect(page.locator("#status .total")).to_have_text("20 documents")
    page.go_back()
    expect(page).to_have_url(f"{harbour}search/")
    expect(page.locator("#answers")).to_be_hidden()


def test_back_from_a_document_leads_to_the_place_in_the_list(page: Page, harbour: str):
    """The list stands where it was left."""
    ask(page, harbour, "?q=pier")
    last = page.locator("#results h3 a").last
    last.scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    left_at = page.evaluate("scrollY")
    assert left_at > 200
    last.click()
    page.wait_for_url("**/documents/**")
    page.go_back()
    expect(page.locator("#results h3 a").last).to_be_in_viewport()
    assert abs(page.evaluate("scrollY") - left_at) < 40


def test_an_answer_that_comes_late_is_dropped(page: Page, harbour: str):
    """What was asked last is shown, though what was asked before is answered after it."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/search/table/*/cards/1.json", hold)
    ask(page, harbour, "?q=toll")
    field = page.get_by_role("searchbox", name="Words to find")
    field.fill("citoyens")
    with page.expect_request("**/search/table/*/cards/1.json"):
        field.press("Enter")
    page.go_back()
    expect(field).to_have_value("toll")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    expect(page.locator("#status .total")).to_contain_text("“toll”")
    assert titles(page) == ["Toll"]


def test_pages_are_addresses(page: Page, harbour: str):
    """Ten documents a page; the rest has an address of its own, and together they are all."""
    ask(page, harbour, "?q=pier")
    first = titles(page)
    address = page.get_by_role("link", name="Next").get_attribute("href")
    assert address == "?q=pier&page=2"
    ask(page, harbour, address)
    assert len(first) == 10
    assert sorted([*first, *titles(page)]) == PIER
    expect(page.locator("#pager [aria-current=page]")).to_have_text("2")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?q=xyzzy", "No document has “xyzzy”."),
        ("?q=pier+xyzzy", "No document has “xyzzy”."),
        ("?q=pier+OR+xyzzy", "14 documents have “pier OR xyzzy”."),
        ("?q=pier&kinds=telegram", "3 documents of those chosen have “pier”."),
        ("?q=granary&kinds=telegram", "No document of those chosen has “granary”."),
        ("?kinds=telegram&from=1960-01-01", "No document has all that is chosen."),
        ("?q=toll", "1 document has “toll”."),
    ],
)
def test_the_count_is_said_in_words(page: Page, harbour: str, asked: str, said: str):
    """Exactly, and as the language counts."""
    ask(page, harbour, asked)
    expect(page.locator("#status .total")).to_have_text(said)


@pytest.mark.parametrize(
    ("facets", "said"),
    [({}, "0 documents"), ({"kinds": ["letter"]}, "No document has all that is chosen.")],
)
def test_an_archive_without_open_documents_has_none(
    page: Page, harbour: str, facets: dict[str, list[str]], said: str
):
    """Who browses all of it is not told of anything chosen, unless something was."""
    ask(page, harbour, "?q=pier")
    page.evaluate(
        """async ([module, facets]) => {
            const { sayAnswer } = await import(module);
            const misread = { names: [], words: [], years: [], fields: [], known: [] };
            const answer = { total: 0, unknown: [], misread, suggestions: [], approximate: [], references: [] };
            const state = { text: "", facets, from: "", to: "", as: "" };
            sayAnswer(document.getElementById("status"), { answer, lines: null, state, manifest: { documents: 0 } });
        }""",
        [f"{harbour}assets/search/answer_line.js", facets],
    )
    expect(page.locator("#status")).to_have_text(said)


def test_a_word_of_two_that_nobody_has_is_said(page: Page, harbour: str):
    """Where one of two is enough, the other is not passed over."""
    ask(page, harbour, "?q=pier+OR+xyzzy")
    expect(page.locator("#status")).to_contain_text("No document has “xyzzy”.")


def test_a_name_that_is_misspelt_has_a_suggestion(page: Page, harbour: str):
    """It is a link to the search as it may have been meant."""
    ask(page, harbour, "?q=Lindkvist")
    page.locator("#status").get_by_role("link", name="Lindqvist").click()
    expect(page.get_by_role("searchbox", name="Words to find")).to_have_value(
        re.compile("lindqvist", re.IGNORECASE)
    )
    expect(page.locator("#status .total")).to_contain_text("documents have")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("person:granary", "No person with a page in this archive is called “granary”."),
        ("organization:granary", "No organisation with a page in this archive is called “granary”."),
        ("place:granary", "No place with a page in this archive is called “granary”."),
        ("archive:granary", "No document of this archive comes from an archive called “granary”."),
        ("pier place:granary xyzzy", "is called “granary”. No document has “xyzzy”."),
        ("pier OR person:granary", "No person with a page in this archive is called “granary”."),
        ("year:abcd", "“abcd” is no year and was read as a word. A year is written as 1957,"),
        ("kind:letter", "“kind:” is no field and was read as a word. Fields are person:, organisation:, place:, archive:, and year:."),
        ('kind:letter Ort:"a b"', "“kind:” and “Ort:” are no fields and were read as words."),
    ],
)  # fmt: skip
def test_a_field_that_was_not_meant_so_is_explained(page: Page, harbour: str, asked: str, said: str):
    """A name that nobody bears is said to be none, and so is a year or a field."""
    ask(page, harbour, f"?q={quote(asked)}")
    expect(page.locator("#status")).to_contain_text(said)


@pytest.mark.parametrize(
    "asked", ["person:Lindqvist", "year:1957", "pier", "10:30", "https://example.org/pier", '"kind:letter"']
)
def test_nothing_is_explained_that_was_meant_so(page: Page, harbour: str, asked: str):
    """A field with a name or a year in it, a time, an address, a phrase."""
    ask(page, harbour, f"?q={quote(asked)}")
    expect(page.locator("#status")).not_to_contain_text("field")
    expect(page.locator("#status")).not_to_contain_text("is called")
    expect(page.locator("#status")).not_to_contain_text("is no year")


@pytest.mark.parametrize(
    ("asked", "offered"),
    [("person:granary", "granary"), ("Person: granary pier", "granary pier"), ('pier place:"sea wall"', 'pier "sea wall"')],
)  # fmt: skip
def test_a_name_that_nobody_bears_is_offered_as_a_word(page: Page, harbour: str, asked: str, offered: str):
    """A link asks for the same without the field."""
    ask(page, harbour, f"?q={quote(asked)}")
    page.locator("#status").get_by_role("link", name=offered, exact=True).click()
    expect(page.get_by_role("searchbox", name="Words to find")).to_have_value(offered)


def test_a_reference_is_said_to_be_one(page: Page, harbour: str):
    """Words that name parts of a reference are read as one, in any order."""
    ask(page, harbour, "?q=delo+3,+fond+7")
    expect(page.locator("#status")).to_contain_text("Read as a reference: delo 3, fond 7")
    assert titles(page) == ["Storm"]


def test_each_reference_of_a_footnote_is_said(page: Page, harbour: str):
    """How several are read, and which of them no document has, stands beside what the others find."""
    ask(page, harbour, "?q=fond+7,+delo+3;+fond+99,+delo+98")
    expect(page.locator("#status")).to_contain_text(
        "Read as 2 references, of which each is looked for: fond 7, delo 3; fond 99, delo 98"
    )
    expect(page.locator("#status")).to_contain_text("No document has “fond 99, delo 98”.")
    assert titles(page) == ["Storm"]


def test_the_address_can_say_what_archive_it_was_asked_of(page: Page, harbour: str):
    """What is copied has the publication in it; of the same one nothing is said, of another that the archive has changed."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, harbour, "?q=pier&kinds=telegram")
    page.get_by_text("Save these results").click()
    page.get_by_role("button", name="Copy the address").click()
    expect(page.get_by_text("The address was copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"[?]q=pier&kinds=telegram&as=2026-11-20-[0-9a-f]{12}$", copied)
    page.goto(copied)
    expect(page.locator("#status .total")).to_be_visible()
    expect(page.locator("#status .changed")).to_have_count(0)
    page.goto(copied[:-1] + ("0" if copied[-1] != "0" else "1"))
    expect(page.locator("#status .changed")).to_have_text(
        "This search was kept when the archive stood as of 20 November 2026; it has changed since."
    )


def test_an_archive_that_changed_meanwhile_is_said(page: Page, harbour: str):
    """The rows of an open page are those of another table: nothing is shown of them, and the reader is told to load it again."""
    ask(page, harbour, "?q=toll")
    manifest = page.request.get(f"{harbour}search/table/archive.json").json()
    page.route(
        "**/search/table/archive.json", lambda route: route.fulfill(json={**manifest, "digest": "0" * 12})
    )
    page.route(f"**/{manifest['digest']}/cards/1.json", lambda route: route.fulfill(status=404))
    field = page.get_by_role("searchbox", name="Words to find")
    field.fill("citoyens")
    field.press("Enter")
    expect(page.locator("#status")).to_have_text(
        "The archive has changed since this page was opened. Load the page again."
    )
    expect(page.locator("#answers")).to_be_hidden()
    page.unroute_all()
    page.reload()
    expect(page.locator("#status .total")).to_contain_text("“citoyens”")


@pytest.mark.parametrize("column", ["cards/0.json", "cards/1.json", "dates.column", "records.column"])
def test_a_column_that_could_not_be_loaded_is_asked_for_again(page: Page, harbour: str, column: str):
    """What failed once is said to have failed, and the next search tries it anew."""
    page.route(f"**/search/table/*/{column}", lambda route: route.fulfill(status=503))
    page.goto(f"{harbour}search/?q=pier&sort=newest&page=1")
    expect(page.locator("#status")).to_contain_text("The search index could not be read.")
    page.unroute_all()
    page.get_by_role("searchbox", name="Words to find").press("Enter")
    expect(page.locator("#results h3")).to_have_count(10)


@pytest.mark.parametrize(
    ("asked", "chosen"),
    [
        ("from=1957&to=1957", ["from 1 January 1957", "until 31 December 1957"]),
        ("from=1956-02&to=1956-02", ["from 1 February 1956", "until 29 February 1956"]),
        ("from=1953", ["from 1 January 1953"]),
    ],
)
def test_an_address_may_name_a_year_or_a_month(page: Page, harbour: str, asked: str, chosen: list[str]):
    """From its first day, until its last."""
    ask(page, harbour, f"?view=documents&{asked}")
    expect(page.locator("#chosen li a:not(.all)")).to_have_text(chosen)


@pytest.mark.parametrize("day", ["1961-13-45", "1961-02-30", "yesterday"])
def test_a_day_that_there_is_not_narrows_nothing(page: Page, harbour: str, day: str):
    """An address may have been written by hand."""
    page.goto(f"{harbour}search/?q=pier&from={day}")
    expect(page.locator("#results h3").first).to_be_visible()
    expect(page.locator("#chosen li")).to_have_count(0)


def test_a_page_beyond_the_last_is_the_last(page: Page, harbour: str):
    """The address says which it is."""
    page.goto(f"{harbour}search/?view=documents&page=99")
    expect(page.locator("#results h3").first).to_be_visible()
    assert "page=2" in page.url


def test_a_search_that_is_not_there_is_said(page: Page, harbour: str):
    """As where only a part of the site was copied; the page leads to the indexes."""
    page.route("**/search/table/archive.json", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{harbour}search/?q=pier")
    expect(page.locator("#status")).to_contain_text("built without its search")
    expect(page.locator("#ways")).to_be_visible()


def test_the_focus_stays_when_a_choice_is_taken_away(page: Page, harbour: str):
    """It goes to the results."""
    page.goto(f"{harbour}search/?q=pier&kinds=letter")
    page.locator("#chosen a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#chosen li")).to_have_count(0)
    assert page.evaluate("document.activeElement.id") == "found"
