"""The page of a Word document in a real Chromium: its lists, its table and its notes, at a desk and on a telephone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.accessibility import axe_faults
from tests.conftest import build_quietly, nu_messages, served
from tests.seeds.formats.office_files import p, r, table, word_file

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level}"/></w:style>'
    for level in (1, 2, 3)
)
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
REFER = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTES = "".join(
    f'<w:footnote w:id="{number}">{p(words)}</w:footnote>'
    for number, words in (
        (2, "Tomas Brandl, who had surveyed the mole before."),
        (3, "It rained on that day."),
    )
)


def item(words: str, level: int = 0) -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


REPORT = (
    p("Report on the Work of the Harbour Commission", "h1") + p("Oslo, 12 May 1963")
    + p(r("The Commission met twice in the winter and heard the surveyor") + REFER.format(2) + r(" of the ") + r("Vilma", "<w:i/>")
        + r(" on each of the two days."))
    + p("What was resolved", "h2")
    + item("The crane stays where it is until the thaw, and nobody is to stand below it, whatever the foreman may say.")
    + item("The rails are lifted:") + item("those on the mole, with the sleepers, which go to the railway this year;", 1)
    + item("those before the shed.", 1) + p("Ships", "h3")
    + table(("Year", "Ships", "Of them under foreign flags"), ("1960", "412", "Norway 31, Denmark 12"), ("1961", "389", "Norway 28"))
    + p(r("So it was resolved by all who were there, and the meeting ended before dark.") + REFER.format(3))
)  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("word")
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    (root / "seeds").mkdir()
    content = word_file(REPORT, styles=STYLES, numbering=NUMBERING, footnotes=NOTES)
    (root / "seeds" / "report.docx").write_bytes(content)
    return build_quietly(root)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    (page,) = (file.parent.name for file in site.glob("documents/*/index.html"))
    for root in served(site):
        yield f"{root}documents/{page}/"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(page: Page, address: str, width: int, scheme: str):
    """Lists, tables and notes are accessible at either width, in either scheme, and nothing scrolls sideways."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert axe_faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_nu_checker_has_nothing_to_say(site: Path):
    """The page is valid HTML, without a warning."""
    assert nu_messages(site / "documents") == []


def test_a_reference_leads_to_its_note_and_back(page: Page, address: str):
    """Both are links, and land where they say."""
    page.goto(address)
    page.locator(".reference a").first.click()
    note = page.locator(".block.note:target")
    assert note.locator("p").inner_text() == "Tomas Brandl, who had surveyed the mole before."
    note.locator("a.label").click()
    assert page.locator(":target").inner_text() == "1"


@pytest.mark.parametrize("width", [1280, 390])
def test_numbers_of_paragraphs_and_of_items_never_meet(page: Page, address: str, width: int):
    """The number of the paragraph stands before the words of its item, wherever the margin is."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    for block in page.locator(".block.list-item").all():
        number = block.locator(".number").bounding_box()
        words = page.evaluate(
            "block => { const range = document.createRange(); range.selectNodeContents(block); return range.getClientRects()[0].left }",
            block.locator("p").element_handle(),
        )
        assert number is not None
        assert number["x"] + number["width"] <= words
