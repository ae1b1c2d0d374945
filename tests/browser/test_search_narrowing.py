"""What narrows a search: facets with the counts that each value would leave, and dates to the day."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from tests.browser.harbour_letters import ask, count_in, letters, titles

LETTERS = letters()
UNREAD = "This could not be read just now. Try it again."
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


def test_a_facet_that_the_archive_does_not_have_leaves_nothing(page: Page, harbour: str):
    """No letter has a subject: whoever chose one is told so, and nothing is asked for that is not there."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ask(page, harbour, "?subjects=peace")
    expect(page.locator("#status .total")).to_have_text("No document has all that is chosen.")
    page.get_by_role("link", name="peace: choose no more").click()
    expect(page.locator("#status .total")).to_have_text("20 documents")
    assert [url for url in asked if "subjects.column" in url] == []


def test_lists_that_could_not_be_read_say_so(page: Page, harbour: str):
    """Each in its own place; the answer stands, and so do the other lists."""
    page.route("**/kinds.column*", lambda route: route.abort())
    page.route("**/dates.column*", lambda route: route.abort())
    ask(page, harbour, "?q=pier")
    expect(page.locator('[data-facet="kinds"]').get_by_role("status")).to_have_text(UNREAD)
    expect(page.locator(".dates .told").first).to_have_text(UNREAD)
    expect(page.locator('[data-facet="people"] li').first).to_be_visible()
    expect(page.locator("#results h3")).to_have_count(10)


def test_a_list_that_could_not_be_counted_is_counted_when_it_is_opened_again(page: Page, harbour: str):
    """The same answer is asked anew for what it could not say before."""
    ask(page, harbour, "?q=pier")
    expect(page.get_by_role("checkbox", name="Telegram")).to_be_visible()
    page.evaluate(
        """async (module) => {
            const { openAnswers } = await import(module);
            const [status, answers, ways] = ["status", "answers", "ways"].map((id) => document.getElementById(id));
            window.isReadable = false;
            const facets = async () => {
                if (!isReadable) throw new Error("not now");
                return [{ slug: "a", name: "Almanac", count: 1, isChosen: false }];
            };
            const misread = { names: [], words: [], years: [], fields: [], known: [] };
            const said = { unknown: [], misread, suggestions: [], approximate: [], references: [] };
            const answer = { total: 1, hits: [], ...said, facets, years: async () => ({ bars: [], undated: 0 }) };
            const state = { text: "x", view: "documents", sort: "relevance", facets: {}, from: "", to: "", page: 1, as: "" };
            const manifest = { facets: ["kinds"], documents: 1, shards: [] };
            const shown = openAnswers({ root: new URL(location.href), status, answers, ways, go() {}, glance() {} });
            await shown.show({ answer, lines: null, state, manifest, isLast: () => true });
        }""",
        f"{harbour}assets/search/answer.js",
    )
    kinds = page.locator('[data-facet="kinds"]')
    expect(kinds.get_by_role("status")).to_have_text(UNREAD)
    page.evaluate("isReadable = true")
    for is_open in (False, True):
        kinds.locator("summary").click()
        expect(kinds).to_have_js_property("open", is_open)
    expect(kinds.get_by_role("checkbox", name="Almanac")).to_be_visible()
    expect(kinds.locator(".told")).to_be_empty()


def test_a_panel_that_could_not_be_read_says_so_and_is_tried_again(page: Page, harbour: str):
    """Also where what is missing is all that narrows."""
    page.route("**/facets.js", lambda route: route.abort())
    ask(page, harbour, "?q=pier")
    expect(page.locator("#narrowing")).to_have_text(UNREAD)
    page.unroute_all()
    page.get_by_role("link", name="oldest first").click()
    expect(page.get_by_role("checkbox", name="Telegram")).to_be_visible()
    expect(page.locator("#narrowing")).not_to_contain_text(UNREAD)


def test_a_glance_that_could_not_be_answered_says_so(page: Page, harbour: str):
    """The hits of the last answer stay, and the handle can be moved on."""
    ask(page, harbour, "?q=pier")
    expect(page.get_by_role("slider", name="To")).to_be_visible()
    page.evaluate(
        "(day) => { const field = document.querySelector('.handles input'); Worker.prototype.postMessage = () => { throw new Error(day); };"
        " field.value = day; field.dispatchEvent(new Event('input')); }",
        "-6000",
    )
    expect(page.locator("#status")).to_have_text(UNREAD)
    expect(page.locator("#results h3")).to_have_count(10)


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
    expect(page.locator(".dates")).to_contain_text("1 has no date.")
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


@pytest.mark.parametrize(
    ("written", "chosen", "shown"),
    [
        (("1953", ""), ["from 1 January 1953"], ("1953-01-01", "")),
        (("", "1953"), ["until 31 December 1953"], ("", "1953-12-31")),
        (("1952-02", "1952-02"), ["from 1 February 1952", "until 29 February 1952"], ("1952-02-01", "1952-02-29")),
        (("1955-12", "1953"), ["from 1 January 1953", "until 1 December 1955"], ("1953-01-01", "1955-12-01")),
        ((" 1953-05-02 ", ""), ["from 2 May 1953"], ("1953-05-02", "")),
    ],
)  # fmt: skip
def test_a_year_or_a_month_will_do_for_a_date(
    page: Page, harbour: str, written: tuple[str, str], chosen: list[str], shown: tuple[str, str]
):
    """From its first day, until its last; the later one may stand first."""
    ask(page, harbour, "?view=documents")
    for label, text in zip(("From", "To"), written, strict=True):
        page.get_by_role("textbox", name=label).fill(text)
    page.keyboard.press("Tab")
    expect(page.locator("#chosen li a:not(.all)")).to_have_text(chosen)
    for label, text in zip(("From", "To"), shown, strict=True):
        expect(page.get_by_role("textbox", name=label)).to_have_value(text)


@pytest.mark.parametrize("text", ["1953-13", "1953-02-30", "spring", "53", "0000"])
def test_what_is_no_date_is_said_to_be_none(page: Page, harbour: str, text: str):
    """It stays where it was written, narrows nothing, and is mended there."""
    ask(page, harbour, "?view=documents")
    field = page.get_by_role("textbox", name="From")
    field.fill(text)
    field.press("Tab")
    expect(page.locator("#no-day")).to_contain_text(f"“{text}” is no date. Write a year, a month or a day")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value(text)
    expect(page.locator("#chosen li")).to_have_count(0)
    field.fill("1953")
    field.press("Tab")
    expect(page.locator("#no-day")).to_be_empty()
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(field).to_have_value("1953-01-01")


@pytest.mark.parametrize(
    ("years", "words"),
    [
        ([[1957, 1957]], ["1957"]),
        ([[1957, 1957], [1958, 1958]], ["1957", "1958"]),
        ([[1957, 1957], [1963, 1963]], ["1957", "1963", "1960"]),
        ([[1900, 1900], [1945, 1945], [1999, 1999]], ["1900", "1999", "1925", "1950", "1975"]),
        ([[900, 999], [1900, 1999]], ["900 CE", "1999", "1400", "1600"]),
        ([[-500, -401], [1900, 1999]], ["501 BCE", "1999"]),
    ],
)
@pytest.mark.parametrize("width", [390, 1280])
def test_years_stand_below_the_bars(
    page: Page, harbour: str, width: int, years: list[list[int]], words: list[str]
):
    """The first, the last, and round ones between them, none over another, however narrow the page is; for the eye alone."""
    page.set_viewport_size({"width": width, "height": 900})
    show_dates(page, harbour, years)
    ticks = page.locator(".axis span")
    expect(ticks).to_have_text(words)
    boxes = sorted(
        (box["x"], box["x"] + box["width"]) for each in ticks.all() if (box := each.bounding_box())
    )
    assert all(end + 5 < begin for (_, end), (begin, _) in pairwise(boxes))
    drawing = page.locator(".handles svg").bounding_box()
    assert drawing
    assert boxes[0][0] >= drawing["x"] - 1
    assert boxes[-1][1] <= drawing["x"] + drawing["width"] + 1
    expect(page.locator(".axis")).to_have_attribute("aria-hidden", "true")


def test_handles_move_by_keyboard_and_count_at_once(page: Page, harbour: str):
    """Each key moves a handle by a day; count, hits, chips and address follow, and all of it is one step back."""
    ask(page, harbour, "?q=pier&from=1953-07-27")
    handle = page.get_by_role("slider", name="From")
    expect(handle).to_have_attribute("aria-valuetext", "27 July 1953")
    before = page.locator("#status .total").inner_text()
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "28 July 1953")
    expect(page.locator("#status .total")).not_to_have_text(before)
    expect(page).to_have_url(re.compile("from=1953-07-28"))
    expect(page.locator("#chosen li")).to_have_text(["from 28 July 1953"])
    expect(page.locator("#results h3", has_text=re.compile("^Storm$"))).to_have_count(0)
    expect(page.locator("#results h3", has_text="Answer to the storm")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("from=1953-07-29"))
    expect(page.locator("#chosen li")).to_have_text(["from 29 July 1953"])
    expect(page.locator("#results h3", has_text="Answer to the storm")).to_have_count(0)
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


def test_a_held_handle_is_left_where_it_is(page: Page, harbour: str):
    """An answer that comes while a handle is held does not take it out of the hand."""
    ask(page, harbour, "?q=pier")
    handle = page.get_by_role("slider", name="To")
    box = handle.bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 12, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, middle, steps=5)
    expect(page.locator("#status .total")).to_contain_text("of those chosen")
    held = handle.input_value()
    page.evaluate("document.querySelector('[name=kinds][value=letter]').click()")
    expect(page.locator("#chosen li")).to_have_text(["Letter"])
    page.wait_for_timeout(700)
    assert handle.input_value() == held
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"kinds=letter&to=195\d-\d\d-\d\d$"))


# Shows dates that an archive may have: the days on which the given years begin and end are those of its bars, one document in each.
DATES = """async ([module, days, years]) => {
    const { openDates } = await import(module);
    const { dayOf } = await import(days);
    window.gone = [];
    const dates = openDates({ go: (change) => window.gone.push(change), glance() {} });
    document.querySelector("main").replaceChildren(dates.element);
    const bars = years.map(([first, last]) => ({ from: dayOf(first, 0, 1), to: dayOf(last + 1, 0, 1) - 1, count: 1 }));
    const answer = { years: async () => ({ bars, undated: 0 }) };
    await dates.show({ answer, state: { from: "", to: "" }, isLast: () => true });
}"""


def show_dates(page: Page, harbour: str, years: list[list[int]]) -> None:
    """Put the dates of an archive with bars of these years on the page, in place of all else."""
    ask(page, harbour, "?q=pier")
    # What narrows the answer is not to come when the page is another.
    if page.locator("#narrow").get_attribute("open") is not None:
        expect(page.locator(".dates:not(.empty)")).to_be_attached()
    page.evaluate(DATES, [f"{harbour}assets/search/dates.js", f"{harbour}assets/search/calendar.js", years])


def test_years_before_christ_are_named(page: Page, harbour: str):
    """Counted without a year 0, as on the other pages; who looks for what a field for dates cannot write finds no button for it."""
    show_dates(page, harbour, [[-500, -401], [-100, -1], [0, 9], [900, 999], [1900, 1999]])
    expect(page.locator(".handles svg")).to_have_attribute(
        "aria-label", "From 501 BCE – 402 BCE to 1900–1999; most in 501 BCE – 402 BCE: 1 document"
    )
    expect(page.get_by_role("slider", name="From")).to_have_attribute("aria-valuetext", "1 January 501 BCE")
    page.get_by_text("In numbers").click()
    expect(page.locator(".bars-in-words li")).to_have_text(
        ["501 BCE – 402 BCE 1", "101 BCE – 2 BCE 1", "1 BCE – 9 CE 1", "900 CE – 999 CE 1", "1900–1999 1"]
    )
    expect(page.locator(".bars-in-words button")).to_have_count(2)


def test_a_handle_before_christ_stands_where_dates_can_be_written(page: Page, harbour: str):
    """There it asks for no beginning, and a key moves it to what can be asked for."""
    show_dates(page, harbour, [[-500, -401], [1900, 1999]])
    handle = page.get_by_role("slider", name="From")
    handle.focus()
    page.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "2 January 1 CE")
    page.keyboard.press("ArrowLeft")
    expect(handle).to_have_attribute("aria-valuetext", "1 January 501 BCE")
    assert [each["from"] for each in page.evaluate("gone")] == ["0001-01-02", ""]


def test_where_no_date_can_be_written_no_handle_moves(page: Page, harbour: str):
    """All documents are from before Christ: there is nothing between which to choose."""
    show_dates(page, harbour, [[-500, -401], [-400, -301]])
    expect(page.get_by_role("slider", name="From")).to_be_disabled()
    expect(page.get_by_role("slider", name="To")).to_be_disabled()
    expect(page.get_by_role("slider", name="To")).to_have_attribute("aria-valuetext", "31 December 302 BCE")


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
    # A narrow page opens no facets of its own.
    page.set_viewport_size({"width": 390, "height": 800})
    ask(page, harbour, "?q=pier")
    page.evaluate(
        """async (module) => {
            const { openFacet } = await import(module);
            const values = Array.from({ length: 20000 }, (_, place) => (
                { slug: `name-${place}`, name: place === 9999 ? "Łódź" : `Náme ${place}`, count: 20000 - place, isChosen: place === 12345 }
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
    field.fill("lodz")
    expect(items).to_have_count(2)
    expect(items.last).to_contain_text("Łódź")
    field.fill("zeppelin")
    expect(page.get_by_text("No name has these letters.")).to_be_visible()
    page.get_by_role("button", name="Show fewer").click()
    expect(items).to_have_count(8)
