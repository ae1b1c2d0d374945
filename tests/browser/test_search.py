"""The search page in a real Chromium: what is typed, what is found, where it leads."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

JOURNAL = "documents/1957-05-22-journal-soviet-ambassador-dprk-puzanov/"
REPORT = "documents/116546/"

# What is asked, and the documents that must answer.
QUESTIONS = [
    ('"sacred duty" rear area Northeast', []),
    ("reliable rear area", [REPORT]),
    ('"go fishing on Sunday"', [JOURNAL]),
    ("unpublicized trip to Wuhan", [REPORT]),
    ("cost accounting", [JOURNAL]),
    ("Choe Yong-geon", [REPORT]),
    ("Choe Yonggon", [REPORT]),
    ("Pak Kum Chol", [REPORT]),
    ("Pak Geum-cheol", [REPORT]),
    ("Korean Workers' Party", [REPORT, JOURNAL]),  # the journal has the three words apart
    ('"Korean Workers\' Party"', [REPORT]),
    ("Hamgyong", [REPORT, JOURNAL]),
    ("106-00719-06", [REPORT]),
    ("5925-gs", [JOURNAL]),
    ("zeppelin", []),
    ("zeppelin OR fishing", [JOURNAL]),
    ('"Choe Yonggon" OR "go fishing"', [JOURNAL, REPORT]),
    ("revolutionaries xyzzy", []),
]


def found(page: Page) -> list[str]:
    """Return the addresses of the documents the page lists, once it has answered."""
    expect(page.locator("#status .total")).to_contain_text(re.compile(r"ha(s|ve) “"))
    return sorted(
        link.get_attribute("href").partition("documents/")[2] for link in page.locator("#results h3 a").all()
    )


@pytest.mark.parametrize(("question", "documents"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_a_question_finds_its_documents(page: Page, served_sample: str, question: str, documents: list[str]):
    """A phrase, a name in either spelling, words that brackets break: each finds its documents and no others."""
    page.goto(f"{served_sample}search/")
    page.get_by_role("searchbox").fill(question)
    page.get_by_role("searchbox").press("Enter")
    assert found(page) == sorted(address.partition("documents/")[2] for address in documents)
    if not documents:
        expect(page.locator("#status")).to_contain_text("No document has")


def test_the_address_asks_the_question(page: Page, served_sample: str):
    """A page opened with ?q= answers it, shows the words marked, and links to the paragraph they stand in."""
    page.goto(f"{served_sample}search/?q=unpublicized")
    assert len(found(page)) == 1
    expect(page.get_by_role("searchbox")).to_have_value("unpublicized")
    passage = page.locator(".passage a").first
    expect(passage.locator("mark").first).to_have_text("unpublicized")
    passage.click()
    page.wait_for_url("**/documents/116546/?h=unpublicized#p-*")
    anchor = page.url.rpartition("#")[2]
    assert "unpublicized trip to Wuhan" in page.locator(f"[id='{anchor}']").inner_text()


def test_a_name_that_stands_only_in_a_spelling_says_so(page: Page, served_sample: str):
    """A document found through a name's other spelling names that spelling."""
    page.goto(f"{served_sample}search/?q=South+Hamgyong")
    assert REPORT.partition("documents/")[2] in found(page)


def test_the_home_page_asks_too(page: Page, served_sample: str):
    """The form of the home page leads to the answer."""
    page.goto(served_sample)
    page.get_by_role("searchbox").fill("fishing")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=fishing")
    assert len(found(page)) == 1


def test_without_an_index_the_page_says_so(page: Page, served_sample: str):
    """When the index cannot be read the reader is told and led to the indexes."""
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(f"{served_sample}search/?q=fishing")
    expect(page.locator("#status")).to_contain_text("could not be read")
    expect(page.get_by_role("heading", name="Or look in")).to_be_visible()


@pytest.mark.parametrize("answer", ["none", "404", "half"])
def test_a_piece_of_the_index_that_does_not_come_is_no_answer(page: Page, served_sample: str, answer: str):
    """That nothing has a word is said only where the index could be read, which is tried again."""

    def fail(route: Route) -> None:
        if answer == "none":
            route.abort()
        elif answer == "404":
            route.fulfill(status=404)
        else:
            response = route.fetch()
            route.fulfill(response=response, body=response.body()[:200])

    page.route("**/*.pf_index", fail)
    page.goto(f"{served_sample}search/?q=fishing")
    expect(page.locator("#status")).to_contain_text("could not be read")
    page.unroute("**/*.pf_index")
    page.get_by_role("searchbox").press("Enter")
    assert len(found(page)) == 1


def test_nothing_is_loaded_before_something_is_asked(page: Page, served_sample: str):
    """The page that waits has its own few files; the index and the table come with the first letter."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(served_sample)))
    page.goto(f"{served_sample}search/", wait_until="networkidle")
    assert [url for url in asked if url.startswith(("pagefind/", "search/table/")) or "ask.js" in url] == []
    page.get_by_role("searchbox").press_sequentially("fishing")
    assert len(found(page)) == 1
    assert any(url.startswith("pagefind/") for url in asked)


def test_the_index_is_there_when_a_word_is_typed_out(page: Page, served_sample: str):
    """Its piece comes with the first letters, before anything is searched for, and once."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(served_sample)))
    page.clock.install()
    page.goto(f"{served_sample}search/")
    with page.expect_response("**/*.pf_index"):
        page.get_by_role("searchbox").press_sequentially("fishing")
    assert [url for url in asked if "/cards/" in url] == []
    page.clock.run_for(1000)
    assert len(found(page)) == 1
    assert len([url for url in asked if url.endswith(".pf_index")]) == 1


def test_a_host_may_unpack_what_it_sends(page: Page, served_sample: str):
    """The index and the columns are read as they come."""
    unpacked: list[str] = []

    def send_unpacked(route: Route) -> None:
        response = route.fetch()
        body = response.body()
        is_packed = body.startswith(b"\x1f\x8b")
        if is_packed:
            unpacked.append(route.request.url)
        route.fulfill(response=response, body=gzip.decompress(body) if is_packed else body)

    page.route("**/pagefind/**", send_unpacked)
    page.route("**/*.column", send_unpacked)
    page.goto(f"{served_sample}search/?q=fishing")
    assert len(found(page)) == 1
    assert {url.rpartition(".")[2] for url in unpacked} == {
        "pagefind",
        "pf_meta",
        "pf_index",
        "pf_fragment",
        "column",
    }


def test_one_letter_is_too_little(page: Page, served_sample: str):
    """A letter alone is half the archive: the page says so and does not ask."""
    page.goto(f"{served_sample}search/?q=a")
    expect(page.locator("#status")).to_have_text("Write at least two letters.")
    expect(page.locator("#answers")).to_be_hidden()


def test_read_as_a_file_the_page_says_what_it_needs(page: Page, sample: Path):
    """Browsers load no modules from files."""
    page.goto((sample / "search" / "index.html").as_uri())
    expect(page.locator("#status")).to_contain_text("through a web server")
