"""Known questions to an archive of letters and telegrams in nine languages, among other documents: each must find its document."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page
from tests.conftest import build_quietly, served

TESTS = Path(__file__).parents[1]
QUESTIONS = yaml.safe_load((TESTS / "cases" / "search_questions.yml").read_text("utf-8"))
# Other documents among which those of the questions are found: so many of those that the tests of reading have.
EVERY = 6

ASK = """
async ([text, parts]) => {
  const answer = await window.archive.ask({ text, facets: {}, from: "", to: "", sort: "relevance", ...parts }, { first: 0, count: 400 });
  return {
    total: answer.total,
    found: answer.hits.map(({ card }) => card.address.split("/").at(-2)),
    languages: answer.hits.map(({ found }) => found),
    unknown: answer.unknown,
    instead: answer.suggestions.map(({ instead }) => instead),
    near: answer.approximate,
  };
}
"""


@pytest.fixture(scope="module")
def asked(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page that has the archive open, as `window.archive`."""
    root = tmp_path_factory.mktemp("questions") / "archive"
    shutil.copytree(TESTS / "search_archive", root)
    others = sorted(each for each in (TESTS / "cases" / "documents").iterdir() if each.suffix in (".txt", ".md"))
    for document in others[::EVERY]:
        shutil.copy(document, root / "seeds" / f"other_{document.name}")
    for address in served(build_quietly(root)):
        page = browser.new_page()
        page.goto(address)
        page.evaluate(
            """async () => {
              const { openArchive } = await import("/assets/search/ask.js");
              window.archive = await openArchive(new URL("/", location.href));
            }"""
        )
        yield page
        page.close()


@pytest.mark.parametrize("case", QUESTIONS, ids=[case["ask"] for case in QUESTIONS])
def test_a_question_finds_its_document(asked: Page, case: dict[str, object]):
    """It stands among the first ten, or first; what must not be found is not, and what is nowhere is said."""
    answer = asked.evaluate(ASK, [case["ask"], {}])
    found = answer["found"]
    assert answer["total"] == len(found)
    assert set(case.get("finds", ())) <= set(found[:10])
    assert not set(case.get("never", ())) & set(found)
    if "first" in case:
        assert found[:1] == [case["first"]]
    if "only" in case:
        assert sorted(found) == sorted(case["only"])
    assert answer["unknown"] == case.get("unknown", answer["unknown"] if "only" in case else [])
    assert answer["near"] == case.get("near", [])
    if "instead" in case:
        assert case["instead"] in answer["instead"]
