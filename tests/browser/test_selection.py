"""Selected words copied with their footnote in a real Chromium: by pointer and keyboard, over passages, in other versions."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.browser.accessibility import WIDTHS, axe_faults
from tests.conftest import publish_quietly, served

BASE = "https://archive.example.org/"
LETTER = """\
---
title: Letter on the pier
date: 1961-03-04
repository: Harbour Museum
reference_code: box 4, folder 2
---
The board of the harbour met on Thursday[^1] and read what the [first] surveyor had written about the pier.

The second crane cannot be put there before the stones have been set anew, he says.

- Ada Brik asked for money.
- Nobody answered her.

| Year | Ships |
|---|---|
| 1960 | 41 |

[^1]: The second of March.
"""
TRANSLATION = """\
Der Vorstand des Hafens kam am Donnerstag zusammen und las, was der Vermesser geschrieben hatte.

Der zweite Kran kann dort nicht stehen, sagt er.
"""
SETTINGS = f"title: Pier papers\nbase_url: {BASE}\ncontact: Ada Brik <desk@pier.example.org>\n"
PAGE = "documents/1961-03-04-letter-pier/"
FOOTNOTE = "Harbour Museum, box 4, folder 2; “Letter on the pier,” 4 March 1961"
BUTTON = "Copy with footnote"
# Selects from the first of some words in the text to the end of others.
SELECT = """([selector, from, to]) => {
  const text = document.querySelector(selector);
  const place = (words, end) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const at = node.data.indexOf(words);
      if (at >= 0) return [node, at + (end ? words.length : 0)];
    }
    throw new Error(words);
  };
  getSelection().setBaseAndExtent(...place(from, false), ...place(to, true));
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of one published letter with a translation into German, and of one without another version."""
    root = tmp_path_factory.mktemp("pier")
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text(SETTINGS, "utf-8")
    (root / "seeds" / "letter.md").write_text(LETTER, "utf-8")
    (root / "seeds" / "tides.md").write_text(LETTER.replace("on the pier", "on the tides"), "utf-8")
    (root / "seeds" / "tides.yml").write_text("id: tides\nversion: original\nlanguage: en\n", "utf-8")
    (root / "seeds" / "tides-de.txt").write_text(TRANSLATION, "utf-8")
    (root / "seeds" / "tides-de.yml").write_text(
        "version_of: tides\nversion: translation\nlanguage: de\ntitle: Brief\n", "utf-8"
    )
    yield from served(publish_quietly(root, "2026-11-22", base_url=BASE))


@pytest.fixture
def letter(browser: Browser, address: str) -> Iterator[Page]:
    """The page of the letter, with a clipboard."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address + PAGE)
    yield page
    context.close()


def select(page: Page, start: str, end: str, text: str = ".text") -> None:
    page.evaluate(SELECT, [text, start, end])


def copied(page: Page) -> tuple[str, str]:
    """Copy the selection with its footnote and return the words and the note."""
    page.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    words, note = page.evaluate("navigator.clipboard.readText()").split("\n\n")
    return words, note


def anchor_of(page: Page, number: str, text: str = ".text") -> str:
    return page.locator(text).get_by_role("link", name=f"Paragraph {number}, link").get_attribute("href")


def test_words_of_a_passage_are_copied_with_their_footnote(letter: Page):
    """The archive's reference comes first, then the paragraph, the version and the address; brackets belong to the words."""
    select(letter, "what the", "surveyor")
    words, note = copied(letter)
    assert words == "“what the [first] surveyor”"
    assert re.fullmatch(
        re.escape(f"{FOOTNOTE}, ¶ 1, Pier papers, version of 22 November 2026 (")
        + r"[0-9a-f]{12}\), "
        + re.escape(f"{BASE}{PAGE}{anchor_of(letter, '1')}."),
        note,
    )


def test_words_of_several_passages_are_copied_without_numbers(letter: Page):
    """Neither the numbers of the margin nor the signs of notes are words; the note has the first and the last paragraph."""
    select(letter, "on Thursday", "the stones")
    words, note = copied(letter)
    assert words == (
        "“on Thursday and read what the [first] surveyor had written about the pier.\n"
        "The second crane cannot be put there before the stones”"
    )
    assert note.startswith(f"{FOOTNOTE}, ¶¶ 1–2, Pier papers, version of 22 November 2026 (")
    assert note.endswith(f"{PAGE}{anchor_of(letter, '1')}.")


def test_a_passage_that_is_only_touched_is_not_cited(letter: Page):
    """Three clicks select a paragraph as far as the beginning of the next."""
    letter.locator(".block.paragraph > p").nth(1).click(click_count=3)
    words, note = copied(letter)
    assert words == "“The second crane cannot be put there before the stones have been set anew, he says.”"
    assert ", ¶ 2, " in note


def test_cells_are_words_apart(letter: Page):
    """A table has no numbers in the margin, and its rows have addresses."""
    select(letter, "Year", "41")
    words, note = copied(letter)
    assert words == "“Year Ships\n1960 41”"
    assert note.startswith(f"{FOOTNOTE}, Pier papers, ")
    assert re.search(r"#[\w-]+\.$", note)


def test_a_whole_text_is_selected_as_one(letter: Page):
    """A selection may begin at an element and not within its words, as one of everything does."""
    letter.evaluate("getSelection().selectAllChildren(document.querySelector('.text'))")
    words, note = copied(letter)
    assert words.startswith("“The board of the harbour met on Thursday and read")
    assert note.startswith(f"{FOOTNOTE}, ¶")


def test_a_passage_in_use_shows_its_buttons_on_a_telephone(browser: Browser, served_sample: str):
    """The page moves to the passage, and what can be done with it stands above it, in view."""
    context = browser.new_context(
        viewport={"width": 390, "height": 800},
        permissions=["clipboard-read", "clipboard-write"],
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(f"{served_sample}documents/116546/")
    page.get_by_role("link", name="Paragraph 4, link").click()
    expect(page).to_have_url(re.compile("#p-"))
    expect(page.get_by_role("button", name="Copy link")).to_be_in_viewport(ratio=1)
    context.close()


def test_a_plain_copy_stays_plain(letter: Page):
    """Whoever copies as always gets the words as always."""
    select(letter, "what the", "surveyor")
    expect(letter.get_by_role("button", name=BUTTON)).to_be_visible()
    letter.keyboard.press("Control+c")
    assert letter.evaluate("navigator.clipboard.readText()") == "what the [first] surveyor"


def test_by_keyboard_alone(letter: Page):
    """The button is announced, the first Tab leads to it, Enter copies, and Tab goes on; Escape takes it away."""
    select(letter, "Ada", "Ada")
    letter.keyboard.press("Shift+End")
    expect(letter.get_by_role("status")).to_have_text("Tab: copy the selected words with a footnote")
    letter.keyboard.press("Tab")
    expect(letter.get_by_role("button", name=BUTTON)).to_be_focused()
    letter.keyboard.press("Enter")
    expect(letter.get_by_role("button", name="Copied")).to_be_focused()
    assert letter.evaluate("navigator.clipboard.readText()").startswith("“Ada Brik asked for money.”\n\n")
    letter.keyboard.press("Tab")
    expect(letter.get_by_role("button", name=BUTTON)).to_have_count(0)
    select(letter, "Nobody", "her")
    expect(letter.get_by_role("button", name=BUTTON)).to_be_visible()
    letter.keyboard.press("Escape")
    expect(letter.get_by_role("button", name=BUTTON)).to_have_count(0)


def test_it_comes_and_goes_without_moving_anything(letter: Page):
    """It belongs to a selection inside a text; the words stay where they are."""
    height = letter.evaluate("document.documentElement.scrollHeight")
    places = letter.locator(".block").evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
    for start, end in (("The board", "Thursday"), ("asked", "Nobody"), ("1960", "41")):
        select(letter, start, end)
        expect(letter.get_by_role("button", name=BUTTON)).to_be_visible()
        now = letter.locator(".block").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().top)"
        )
        assert now == places
        assert letter.evaluate("document.documentElement.scrollHeight") == height
    letter.get_by_role("heading", level=1).click()
    expect(letter.get_by_role("button", name=BUTTON)).to_have_count(0)
    letter.evaluate("getSelection().selectAllChildren(document.querySelector('.panel'))")
    letter.wait_for_timeout(500)
    expect(letter.get_by_role("button", name=BUTTON)).to_have_count(0)


def test_the_version_is_named(browser: Browser, address: str):
    """Words of a translation say that they are, and lead to their place in it."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}documents/tides/")
    german = ".text[lang=de]"
    select(page, "Der zweite", "stehen", german)
    words, note = copied(page)
    assert words == "“Der zweite Kran kann dort nicht stehen”"
    assert " 4 March 1961, Translation, German, ¶ 2, Pier papers, " in note
    assert note.endswith(f"{BASE}documents/tides/{anchor_of(page, '2', german)}.")
    context.close()


def test_an_error_is_reported_with_its_paragraph(letter: Page):
    """The link at the foot names document and version; that beside a number the paragraph as well."""
    at_foot = letter.locator(".report a").get_attribute("href")
    assert at_foot.startswith("mailto:desk@pier.example.org?subject=Error%20in%20%E2%80%9CLetter")
    letter.get_by_role("link", name="Paragraph 2, link").focus()
    link = letter.get_by_role("group").get_by_role("link", name="Report an error")
    anchor = anchor_of(letter, "2")
    told = letter.evaluate("words => encodeURIComponent(words)", f"¶ 2, {BASE}{PAGE}{anchor}")
    assert link.get_attribute("href") == at_foot + told
    letter.keyboard.press("Tab")
    letter.keyboard.press("Tab")
    letter.keyboard.press("Tab")
    expect(link).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_words_are_selected(browser: Browser, address: str, width: int, scheme: str):
    """The button shown, all citations open; nothing is wider than the window."""
    context = browser.new_context(
        color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900},
        permissions=["clipboard-read", "clipboard-write"],
    )  # fmt: skip
    page = context.new_page()
    page.goto(address + PAGE)
    for summary in page.locator(".cite summary").all():
        summary.click()
    select(page, "The board", "Thursday")
    button = page.get_by_role("button", name=BUTTON)
    expect(button).to_be_visible()
    assert button.bounding_box()["height"] >= 24
    assert axe_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
