"""What narrows a search: facets with the counts that each value would leave, and dates to the day."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Page, expect
from tests.browser.harbour_letters import ask, count_in, letters, titles

LETTERS = letters()
PIER = [letter for letter in LETTERS if "pier" in " ".join(letter["text"]).casefold()]


def kind_of(letter: dict[str, object]) -> str:
    """Return the kind of a letter of the table."""
    return str(letter.get("kind", "letter"))


def test_counts_are_those_of_the_letters(page: Page, harbour: str):
    """Of whoever wrote or received, of the kinds, of the languages: each value has the number of documents that it would leave."""
    ask(page, harbour, "?q=pier")
    people = Counter(name for letter in PIER for name in {letter["sender"], letter["to"]})
    assert {name: count_in(page, "people", name) for name in people} == people
    kinds = Counter(map(kind_of, PIER))
    assert {kind: count_in(page, "kinds", kind.capitalize()) for kind in kinds} == kinds
    assert count_in(page, "statuses", "undated") == sum("date" not in letter for letter in PIER)


def test_choosing_counts_the_other_facets_anew(page: Page, harbour: str):
    """Values of one facet are one or the other, those of two are both; a facet's own counts are as without it."""
    ask(page, harbour, "?q=pier")
    page.get_by_role("checkbox", name="Telegram").check()
    telegrams = [letter for letter in PIER if kind_of(letter) == "telegram"]
    expect(page.locator("#status .total")).to_contain_text(f"{len(telegrams)} documents")
    names = Counter(name for letter in telegrams for name in {letter["sender"], letter["to"]})
    expect(page.locator('[data-facet="people"] li')).to_have_count(len(names))
    assert {name: count_in(page, "people", name) for name in names} == names
    assert count_in(page, "kinds", "Report") == sum(kind_of(letter) == "report" for letter in PIER)
    page.get_by_role("checkbox", name="Report").check()
    both = [letter for letter in PIER if kind_of(letter) in ("telegram", "report")]
    expect(page.locator("#status .total")).to_contain_text(f"{len(both)} documents")
    assert sorted(titles(page)) == sorted(letter["title"] for letter in both)
    expect(page).to_have_url(re.compile(r"q=pier&kinds=telegram&kinds=report$"))


def test_what_was_chosen_can_be_taken_back(page: Page, harbour: str):
    """From the boxes, and from the list above the hits."""
    ask(page, harbour, "?q=pier&kinds=telegram&kinds=report")
    page.get_by_role("link", name="Telegram: choose no more").click()
    expect(page.locator("#chosen li")).to_have_text(["Report"])
    page.get_by_role("checkbox", name="Report").uncheck()
    expect(page.locator("#chosen li")).to_have_count(0)
    expect(page).to_have_url(f"{harbour}search/?q=pier")


def test_a_choice_keeps_the_focus(page: Page, harbour: str):
    """Whoever goes through the boxes by keyboard goes on where they were, though the list was drawn anew."""
    ask(page, harbour, "?q=pier")
    box = page.get_by_role("checkbox", name="Report")
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator("#status .total")).to_contain_text("of those chosen")
    expect(page.get_by_role("checkbox", name="Report")).to_be_focused()


def test_an_unknown_value_leaves_nothing_and_can_be_taken_away(page: Page, harbour: str):
    """An address from elsewhere may name somebody who is not here."""
    ask(page, harbour, "?people=nobody-at-all")
    expect(page.locator("#status .total")).to_have_text("No document has all that is chosen.")
    page.get_by_role("link", name="nobody-at-all: choose no more").click()
    expect(page.locator("#status .total")).to_have_text("20 documents")


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("1953-07-28", "1953-07-28", ["Answer to the storm"]),
        ("1953-07-27", "1953-07-28", ["Answer to the storm", "Storm"]),
        ("1957-05-31", "1957-05-31", ["May"]),
        ("1957-06-01", "1957-06-30", []),
        ("1961-12-25", "", []),
        ("", "1951-03-04", ["The first plank"]),
    ],
)
def test_dates_are_exact_to_the_day(page: Page, harbour: str, first: str, last: str, found: list[str]):
    """A document of a month is found by each of its days; one without a date by none."""
    ask(page, harbour, "?q=pier")
    expect(page.locator(".dates")).to_contain_text("1 more has no date.")
    fields = page.locator(".days input")
    for field, day in zip(fields.all(), (first, last), strict=True):
        if day:
            field.fill(day)
            field.dispatch_event("change")
    expect(page.locator("#chosen li", has_text=re.compile("from|until"))).to_have_count(
        bool(first) + bool(last)
    )
    if found:
        expect(page.locator("#results h3")).to_have_count(len(found))
    else:
        expect(page.locator("#status .total")).to_contain_text("No document")
    assert sorted(titles(page)) == found


def test_handles_move_by_keyboard_and_count_at_once(page: Page, harbour: str):
    """Each key moves a handle by a day; the count follows, the address too, and all of it is one step back."""
    ask(page, harbour, "?q=pier&from=1953-07-27")
    handle = page.get_by_role("slider", name="From")
    expect(handle).to_have_attribute("aria-valuetext", "27 July 1953")
    before = page.locator("#status .total").inner_text()
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "28 July 1953")
    expect(page.locator("#status .total")).not_to_have_text(before)
    expect(page).to_have_url(re.compile("from=1953-07-28"))
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from=1953-07-29"))
    page.go_back()
    expect(page).to_have_url(re.compile("from=1953-07-27"))
    expect(page.locator("#status .total")).to_have_text(before)


def test_a_handle_goes_no_further_than_the_other(page: Page, harbour: str):
    """And moved to its end it asks for nothing."""
    ask(page, harbour, "?q=pier&from=1955-01-01&to=1956-12-31")
    page.get_by_role("slider", name="From").focus()
    page.keyboard.press("End")
    expect(page).to_have_url(re.compile("from=1956-12-31&to=1956-12-31"))
    page.keyboard.press("Home")
    expect(page).to_have_url(re.compile("q=pier&to=1956-12-31$"))


def test_a_handle_is_dragged(page: Page, harbour: str):
    """The count follows the pointer before it is let go, and the address when it is."""
    ask(page, harbour, "?q=pier")
    box = page.get_by_role("slider", name="To").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 12, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, middle, steps=5)
    expect(page.locator("#status .total")).to_contain_text("of those chosen")
    expect(page).to_have_url(f"{harbour}search/?q=pier")
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"to=195\d-\d\d-\d\d$"))


def test_the_bars_are_the_years_also_in_words(page: Page, harbour: str):
    """Each year of the drawing has its number, and leads to its documents."""
    ask(page, harbour, "?q=pier")
    expect(page.locator(".handles svg")).to_have_attribute(
        "aria-label", re.compile("^From 1951 to 1961; most in 1953: 2 documents$")
    )
    page.get_by_text("In numbers").click()
    years = Counter(letter["date"][:4] for letter in PIER if "date" in letter)
    buttons = page.locator(".bars-in-words button")
    expect(buttons).to_have_text([f"{year} {count}" for year, count in sorted(years.items())])
    buttons.filter(has_text="1953").click()
    expect(page).to_have_url(re.compile("from=1953-01-01&to=1953-12-31"))
    expect(page.locator("#results h3")).to_have_count(2)


def test_a_list_of_twenty_thousand_names_stays_short(page: Page, harbour: str):
    """Eight are shown, on request two hundred; a part of a name, without its accents, finds the others; chosen ones stay on top."""
    ask(page, harbour, "?q=pier")
    page.evaluate(
        """async (module) => {
            const { openFacet } = await import(module);
            const values = Array.from({ length: 20000 }, (_, place) => (
                { slug: `name-${place}`, name: `Náme ${place}`, count: 20000 - place, isChosen: place === 12345 }
            ));
            const facet = openFacet("people", { go() {}, isOpen: true });
            document.querySelector("main").replaceChildren(facet.element);
            const answer = { facets: async () => values };
            await facet.show({ answer, state: { facets: { people: ["name-12345"] } }, isLast: () => true });
        }""",
        f"{harbour}assets/search/facets.js",
    )
    items = page.locator(".facet li")
    expect(items).to_have_count(8)
    expect(items.first).to_contain_text("Náme 12345")
    page.get_by_role("button", name="Show all 20,000").click()
    field = page.get_by_role("searchbox", name="Find a name in: People")
    expect(field).to_be_focused()
    expect(items).to_have_count(201)
    expect(page.get_by_text("The first 200 of 19,999")).to_be_visible()
    field.fill("name 1999")
    expect(items).to_have_count(12)
    field.fill("zeppelin")
    expect(page.get_by_text("No name has these letters.")).to_be_visible()
    page.get_by_role("button", name="Show fewer").click()
    expect(items).to_have_count(8)
