"""Every place in which a word stands, what a search saves, and the marks where its links arrive."""

import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Page, expect
from tests.browser.harbour_letters import ask, letters

PIER = [letter for letter in letters() if "pier" in " ".join(letter["text"]).casefold()]


def saved(page: Page, form: str) -> tuple[Download, str]:
    """Save the results of a search in a form, and return the download and what it holds."""
    if page.locator(".keep").get_attribute("open") is None:
        page.get_by_text("Save these results").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=form).click()
    content = Path(download.value.path()).read_bytes().decode("utf-8")
    return download.value, content


def test_every_place_has_a_line(page: Page, harbour: str):
    """In the order of time, with what stands to either side, each leading to its paragraph."""
    ask(page, harbour, "?q=pier&view=words")
    heads = page.locator(".lines .title").all_inner_texts()
    dated = [letter["title"] for letter in PIER if "date" in letter]
    assert heads == [*dated, "A page without a date"]
    line = page.locator(".lines .line").nth(heads.index("Concession"))
    expect(line.locator(".hit")).to_have_text("PIER")
    expect(line.locator(".before")).to_have_text("CONCESSION FOR THE")
    expect(line.locator(".after")).to_have_text("SIGNED. IT DOES NOT MENTION FLOATING.")
    expect(page.locator("#status")).to_contain_text(f"The words stand in {len(PIER)} places")
    line.get_by_role("link").click()
    page.wait_for_url("**/documents/1958-08-19-concession/?h=PIER#p-*")
    expect(page.locator(".block:target")).to_contain_text("CONCESSION FOR THE PIER")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?q=person:Lindqvist&view=words", "There is no line to show: what was found has this in its title, a name,"),
        ("?q=storm&view=words", "There is no line to show"),
        ("?q=concession+OR+storm&view=words", "2 more documents have no line here, since they were found by"),
        ("?q=concession+OR+person:Castellano&view=words", "more documents have no line here, since they were found by"),
    ],
)  # fmt: skip
def test_why_a_document_has_no_line_is_said(page: Page, harbour: str, asked: str, said: str):
    """What was found by its title, a name or a number has no place to show; together with those that have one they are all."""
    ask(page, harbour, asked)
    expect(page.locator("#status .total")).to_contain_text(said)
    words = page.locator("#status .total").inner_text()
    found, without = (re.search(pattern, words) for pattern in (r"^\d+", r"\d+(?= more documents)"))
    assert found
    assert page.locator(".lines .title").count() == (int(found[0]) - int(without[0]) if without else 0)


@pytest.mark.parametrize(
    ("asked", "where"), [("?q=pier", ".passage mark"), ("?q=pier&view=words", ".lines .hit a")]
)
def test_marks_leave_out_what_stands_beside_a_word(page: Page, harbour: str, asked: str, where: str):
    """A comma or a full stop is not what was looked for."""
    ask(page, harbour, asked)
    expect(page.locator(where).first).to_be_visible()
    assert {words.casefold() for words in page.locator(where).all_inner_texts()} <= {"pier", "piers"}
    assert re.search(r"pier[,.]", page.locator("#results").inner_text())


def test_the_lines_are_a_table_whose_hits_stand_below_each_other(page: Page, harbour: str):
    """To whoever hears them too; on a narrow window nothing is wider than it."""
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        ask(page, harbour, "?q=pier&view=words")
        expect(page.get_by_role("columnheader")).to_have_text(["Words before", "Found", "Words after"])
        expect(page.get_by_role("row").nth(2).get_by_role("cell")).to_have_count(3)
        middles = [
            box["x"] + box["width"] / 2
            for box in (each.bounding_box() for each in page.locator(".lines .hit").all())
        ]
        assert max(middles) - min(middles) < 2
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_table_is_saved(page: Page, harbour: str):
    """CSV that a spreadsheet reads as it is meant: marked as UTF-8, quoted, and no cell a formula."""
    ask(page, harbour, "?view=documents")
    download, content = saved(page, "Table (CSV)")
    assert download.suggested_filename == "search.csv"
    assert content.startswith("\ufeffTitle,Date,Kind,Creators,Recipients,Archive,Reference,Address\r\n")
    rows = list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"), newline="")))
    by_title = {row["Title"]: row for row in rows}
    assert len(rows) == len(letters())
    assert "'=SUM(A1) is no title" in by_title
    storm = by_title["Storm"]
    assert (storm["Date"], storm["Creators"], storm["Recipients"]) == (
        "1953-07-27",
        "Anna Lindqvist",
        "Samuel Okafor",
    )
    assert storm["Reference"] == "fond 7, opis 2, delo 3"
    assert storm["Address"] == f"{harbour}documents/1953-07-27-storm/"
    assert by_title["Телеграмма о зерне"]["Creators"] == "Алексей Морозов"
    expect(page.get_by_text("20 documents were saved.")).to_be_visible()


def test_references_and_citations_are_saved(page: Page, harbour: str):
    """What was found and nothing else, in the order in which it is shown."""
    ask(page, harbour, "?q=pier&kinds=telegram&sort=oldest")
    download, content = saved(page, "References (RIS)")
    assert download.suggested_filename == "search.ris"
    assert content.count("TY  - ") == content.count("ER  -") == 3
    assert re.findall("TI  - (.*)", content.replace("\r", "")) == [
        "Storm",
        "Answer to the storm",
        "Concession",
    ]
    assert re.findall("UR  - (.*)", content.replace("\r", "")) == [
        f"{harbour}documents/{address}/"
        for address in ("1953-07-27-storm", "1953-07-28-answer-storm", "1958-08-19-concession")
    ]
    assert content.index("UR  - ") < content.index("ER  -")
    download, content = saved(page, "Citations (text)")
    assert download.suggested_filename == "search.txt"
    citations = [line for line in content.split("\n") if line]
    assert len(citations) == 3
    assert citations[1].startswith("Samuel Okafor, “Answer to the storm,” 28 July 1953, Harbour Office")


def test_a_file_takes_five_hundred_and_says_so(page: Page, harbour: str):
    """Where more were found than a file takes, the page says how many it has."""
    ask(page, harbour, "?q=pier")
    modules = "".join(f"{harbour}assets/search/{name}.js|" for name in ("exports", "tools")).split("|")
    told = page.evaluate(
        """async ([exporting, drawing]) => {
            const { save, MOST } = await import(exporting);
            const { toolElements } = await import(drawing);
            const each = { citation: "A", ris: "TY  - X", fields: [] };
            const citations = async (most) => Array.from({ length: Math.min(700, most) }, () => each);
            const answer = { total: 700, citations };
            const state = { text: "x", view: "documents", sort: "relevance", facets: {}, page: 1 };
            document.getElementById("tools").replaceChildren(...toolElements({ answer, state, manifest: {} }, location.href));
            return [MOST, await save("citations", answer, location.href)];
        }""",
        modules[:2],
    )
    assert told == [500, 500]
    saved(page, "Citations (text)")
    expect(page.get_by_text("The first 500 of 700 documents were saved")).to_be_visible()


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("-0500", "-0500"),
        ("-0500-03-15", "-0500-03-15"),
        ("1957-05-22", "1957-05-22"),
        ("-0500+A1", "'-0500+A1"),
        ("-A1", "'-A1"),
        ("+1", "'+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=A1", "'\t=A1"),
    ],
)
def test_a_year_before_christ_is_no_formula(page: Page, harbour: str, field: str, cell: str):
    """A date in the table is the date; all else that a spreadsheet might calculate is made words."""
    ask(page, harbour, "?q=pier")
    with page.expect_download() as download:
        page.evaluate(
            """async ([module, field]) => {
                const { save } = await import(module);
                const citations = async () => [{ fields: ["A", field, "", "", "", "", "", "documents/a/"] }];
                await save("csv", { citations }, location.href);
            }""",
            [f"{harbour}assets/search/exports.js", field],
        )
    content = Path(download.value.path()).read_bytes().decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(content, newline="")))["Date"] == cell


def test_what_could_not_be_saved_is_said_and_can_be_saved_later(page: Page, harbour: str):
    """In the place where else stands how many were saved."""
    ask(page, harbour, "?q=pier&kinds=telegram")
    page.route("**/citations/*.column*", lambda route: route.abort())
    page.get_by_text("Save these results").click()
    page.get_by_role("button", name="Table (CSV)").click()
    told = page.locator(".keep").get_by_role("status")
    expect(told).to_have_text("This could not be read just now. Try it again.")
    page.unroute_all()
    saved(page, "Table (CSV)")
    expect(told).to_have_text("3 documents were saved.")


def test_an_address_that_was_not_copied_is_said(page: Page, harbour: str):
    """A browser may refuse its clipboard."""
    page.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('refused'); }")
    ask(page, harbour, "?q=pier")
    page.get_by_text("Save these results").click()
    page.get_by_role("button", name="Copy the address").click()
    expect(page.locator(".keep").get_by_role("status")).to_have_text(
        "The browser did not let the address be copied."
    )


def marked(page: Page) -> list[str]:
    """Return the words that are marked on a document's page."""
    return page.evaluate("[...(CSS.highlights.get('found') ?? [])].map(String)")


def test_the_words_are_marked_where_a_link_arrives(page: Page, harbour: str):
    """Whole, also where an editor's bracket breaks them, until they are cleared; then the address is the paragraph's own."""
    ask(page, harbour, "?q=granary&kinds=report")
    page.locator(".passage a", has_text="four hundred").click()
    clear = page.get_by_role("button", name="Clear the marks")
    expect(clear).to_be_visible()
    assert "gran[ary]" in marked(page)
    assert {word.casefold() for word in marked(page)} <= {"gran[ary]", "granary"}
    expect(page.locator(".block:target")).to_be_in_viewport()
    assert page.evaluate("document.querySelector('link[rel=canonical]')?.href ?? ''").find("?") == -1
    page.keyboard.press("Shift+Tab")
    expect(clear).to_be_focused()
    page.keyboard.press("Enter")
    assert marked(page) == []
    expect(clear).to_have_count(0)
    assert re.search(r"/documents/1956-02-15-report-granary/#p-[0-9a-f]{6}$", page.url)
    expect(page.locator(".block:focus")).to_contain_text("four hundred sacks")
    expect(page.locator(".block:focus")).to_be_in_viewport()
    expect(page.locator(":target")).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?h=pile", ["pile"]),
        ("?h=il", []),
        ("?h=PILES", ["piles"]),
        ("?h=piles&h=nine", ["piles", "nine"]),
        ("?h=carry+the+pier", ["carry the pier"]),
        ("?h=.*", []),
        ("?h=", []),
        ("?h=pile-driver", ["pile-driver"]),
        ("?h=%3Cb%3E", []),
    ],
)
def test_forms_are_marked_as_they_stand(page: Page, harbour: str, asked: str, found: list[str]):
    """Whole words in large or small letters, and signs as signs."""
    page.goto(f"{harbour}documents/1955-02-17-report-piles/{asked}")
    page.wait_for_load_state("networkidle")
    assert marked(page) == found
    expect(page.get_by_role("button", name="Clear the marks")).to_have_count(1 if found else 0)


def test_a_page_without_marks_loads_nothing_for_them(page: Page, harbour: str):
    """The module comes with the address that needs it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{harbour}documents/1955-02-17-report-piles/", wait_until="networkidle")
    assert [url for url in asked if "highlight" in url] == []


def test_a_browser_without_marks_shows_the_page(browser: Browser, harbour: str):
    """What a browser cannot do is left out, and nothing breaks."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script("delete window.Highlight")
    page.goto(f"{harbour}documents/1955-02-17-report-piles/?h=piles", wait_until="networkidle")
    expect(page.get_by_role("button", name="Clear the marks")).to_have_count(0)
    expect(page.locator(".text")).to_contain_text("Forty piles")
    assert faults == []
    context.close()
