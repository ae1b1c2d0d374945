"""Versions of one document in a real Chromium: side by side at a desk, one beneath the other on a telephone and on paper."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import axe_faults
from tests.conftest import build_quietly, served
from tests.joined_archives import ENGLISH, KOREAN, LETTER, PERSIAN, TITLE, lay_out

DESK, TELEPHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
KOREAN_PAGE = "documents/1961-03-04-letter-harbour-committee/"
PERSIAN_PAGE = "documents/1962-letter-harbour-committee/"
FILES = {
    **LETTER,
    "seeds/fa/second.txt": PERSIAN,
    "seeds/fa/second.yml": "title: نامه به انجمن بندر\nversion: original\nlanguage: fa\ndate: 1962\n",
    "seeds/en/second.txt": ENGLISH,
    # A translation that leaves a paragraph out does not stand beside it paragraph by paragraph.
    "seeds/ko/third.txt": KOREAN,
    "seeds/ko/third.yml": f"{TITLE}version: original\nid: third\n",
    "seeds/en/third.txt": ENGLISH.replace("I hope that you will answer before the winter comes.\n", ""),
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of three documents, each with a translation."""
    yield from served(build_quietly(lay_out(tmp_path_factory.mktemp("joined"), FILES)))


def shown(browser: Browser, address: str, viewport: dict[str, int], **options: object) -> Page:
    page = browser.new_context(viewport=viewport, **options).new_page()
    page.goto(address)
    return page


def boxes(page: Page) -> list[list[dict[str, float]]]:
    """Return where the paragraphs of each text are."""
    return [
        [paragraph.bounding_box() for paragraph in text.locator(".block.paragraph > p").all()]
        for text in page.locator(".text").all()
    ]


@pytest.mark.parametrize("path", [KOREAN_PAGE, PERSIAN_PAGE])
def test_paragraphs_stand_beside_their_counterparts(browser: Browser, address: str, path: str):
    """At a desk each paragraph is level with that of the other text, the original on the left."""
    page = shown(browser, f"{address}{path}", DESK)
    left, right = boxes(page)
    assert len(left) == len(right) == 3
    for one, other in zip(left, right, strict=True):
        assert one["y"] == other["y"]
        assert one["x"] + one["width"] < other["x"]
    page.context.close()


def test_what_has_no_counterpart_runs_by_itself(browser: Browser, address: str):
    """Two texts with other numbers of paragraphs stand in columns all the same."""
    page = shown(browser, f"{address}documents/third/", DESK)
    left, right = boxes(page)
    assert (len(left), len(right)) == (3, 2)
    assert left[0]["x"] + left[0]["width"] < right[0]["x"]
    assert page.locator(".texts.aligned").count() == 0
    page.context.close()


@pytest.mark.parametrize("medium", ["telephone", "paper"])
def test_texts_follow_each_other_where_there_is_no_room(browser: Browser, address: str, medium: str):
    """All paragraphs of the first text stand above those of the second; nothing is wider than the screen."""
    page = shown(
        browser,
        f"{address}{KOREAN_PAGE}",
        TELEPHONE if medium == "telephone" else {"width": 700, "height": 900},
    )
    if medium == "paper":
        page.emulate_media(media="print")
    first, second = boxes(page)
    assert first[-1]["y"] < second[0]["y"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


def test_links_above_lead_to_each_version(browser: Browser, address: str):
    """On a telephone nobody has to scroll through the original to find the translation."""
    page = shown(browser, f"{address}{KOREAN_PAGE}", TELEPHONE)
    links = page.locator(".version-links a")
    expect(links).to_have_text(["Original, Korean", "Translation, English"])
    links.last.click()
    expect(page.locator("#en-text")).to_be_in_viewport()
    page.context.close()


def test_a_right_to_left_text_begins_at_the_right(browser: Browser, address: str):
    """Its numbers stand on its right, and nothing leaves the page."""
    page = shown(browser, f"{address}{PERSIAN_PAGE}", DESK)
    block = page.locator("[lang=fa] .block.paragraph").first
    number, text = block.locator(".number").bounding_box(), block.locator("p").bounding_box()
    assert number["x"] > text["x"] + text["width"] / 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()


@pytest.mark.parametrize(
    ("question", "anchor"), [("부두를", "#p-"), ("surveyor", "#en-p-"), ("اسکله", "#p-")]
)
def test_each_language_is_found(browser: Browser, address: str, question: str, anchor: str):
    """A word of any version leads to its paragraph in that version."""
    page = shown(browser, f"{address}search/?q={question}", DESK)
    link = page.locator("#results .passage a").first
    expect(link).to_be_visible()
    assert anchor in link.get_attribute("href")
    page.context.close()


def test_the_citation_of_a_passage_names_its_version(browser: Browser, address: str):
    """Whoever copies it says which text was read, and who translated it."""
    page = shown(browser, f"{address}{KOREAN_PAGE}", DESK, permissions=["clipboard-read", "clipboard-write"])
    page.locator("section:has(#en-text) .number").nth(1).focus()
    page.locator(".passage-tools .copy").nth(1).click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Translation, English, ¶ 2, trans. Anna Lindqvist" in copied
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESK, TELEPHONE], ids=["desk", "telephone"])
@pytest.mark.parametrize("path", [KOREAN_PAGE, PERSIAN_PAGE])
def test_axe_has_nothing_to_say(
    browser: Browser, address: str, path: str, viewport: dict[str, int], scheme: str
):
    """No fault by WCAG 2.2, in either scheme."""
    page = shown(browser, f"{address}{path}", viewport, color_scheme=scheme, bypass_csp=True)
    assert axe_faults(page) == []
    page.context.close()
