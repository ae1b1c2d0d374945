"""Known questions to an archive of letters and telegrams in nine languages, among other documents: each must find its document."""

import gzip
import json
import random
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
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the archive."""
    root = tmp_path_factory.mktemp("questions") / "archive"
    shutil.copytree(TESTS / "search_archive", root)
    others = sorted(
        each for each in (TESTS / "cases" / "documents").iterdir() if each.suffix in (".txt", ".md")
    )
    for document in others[::EVERY]:
        shutil.copy(document, root / "seeds" / f"other_{document.name}")
    return build_quietly(root)


@pytest.fixture(scope="module")
def asked(browser: Browser, site: Path) -> Iterator[Page]:
    """A page that has the archive open, as `window.archive`."""
    for address in served(site):
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


def test_every_document_is_found_by_its_own_citation(asked: Page):
    """The note that its page gives, pasted as a whole, finds the document first."""
    cited = asked.evaluate(
        """async () => {
          const answer = await window.archive.ask({ text: "", facets: {}, from: "", to: "", sort: "oldest" }, { first: 0, count: 1000 });
          const citations = await answer.citations(1000);
          return answer.hits.map(({ card }, place) => [card.address.split("/").at(-2), citations[place].citation]);
        }"""
    )
    assert len(cited) > 100
    assert [
        (name, note) for name, note in cited if asked.evaluate(ASK, [note, {}])["found"][:1] != [name]
    ] == []


def _records(site: Path) -> Iterator[tuple[str, list[str], str]]:
    """Yield document, words and joint of every record that the index has."""
    for file in sorted((site / "pagefind").glob("*/fragment/*")):
        content = gzip.decompress(file.read_bytes())
        record = json.loads(content[content.index(b"{") :])
        is_spaced = "\u200b" not in record["content"]
        words = record["content"].split(None if is_spaced else "\u200b")
        yield record["url"].strip("/").split("/")[-1], words, " " if is_spaced else ""


def test_any_words_of_a_text_in_their_order_find_it(asked: Page, site: Path):
    """Words taken from anywhere in a text, with its accents, hyphens and brackets, are a phrase of it, and each of them a word of it."""
    drawn = random.Random(1945)  # noqa: S311 -- the same places every time
    lost = []
    tried = 0
    for document, words, joint in _records(site):
        start = drawn.randrange(max(1, len(words) - 5))
        phrase = joint.join(word.strip('"“”„«»') for word in words[start : start + drawn.randrange(2, 6)])
        if not joint and not phrase.isalpha():
            continue
        tried += 1
        for question in (f'"{phrase}"', phrase) if joint else (phrase,):
            # What stands in brackets, or behind a hyphen alone, would be a sign.
            typed = (
                question.translate(dict.fromkeys(map(ord, "()[]–—-"), " "))
                if question == phrase
                else question
            )
            if sum(map(str.isalpha, typed)) > 3 and document not in asked.evaluate(ASK, [typed, {}])["found"]:
                lost.append((document, typed))
    assert tried > 100
    assert lost == []


@pytest.mark.parametrize(
    ("text", "document", "marked"),
    [
        ('"Korean Workers\' Party"', "journal-shchukin-spring", [["Korean", "[Workers']", "Party"]]),
        ("朝鲜战争", "huitan-jiyao", [["朝鲜", "战争"]]),
        ("大使馆", "huitan-jiyao", [["大使", "馆"], ["大使", "馆"]]),
        ("대사관", "seongmyeong-nongjang", [["소련대사관에서"]]),
        ('"déclaration à la presse"', "lettre-lefevre", [["déclaration", "à", "la", "presse,"]]),
        ("hopital", "lettre-lefevre", [["l'hôpital."]]),
        ("телеграмма", "dnevnik-poslannika", [["телеграммы"]]),
        ('"sacred duty"', "duties-letter", [["sacred", "duty"]]),
        ("Mueller", "cable-tide-tables", [["Müller"]]),
        ("Müller", "note-mueller", [["Mueller"]]),
    ],
)
def test_a_passage_shows_what_was_found(asked: Page, text: str, document: str, marked: list[list[str]]):
    """The words are marked as they stand there, lead to their paragraph, and each occurrence has its line."""
    passages, lines = asked.evaluate(
        """async ([text, document]) => {
          const answer = await window.archive.ask({ text, facets: {}, from: "", to: "", sort: "relevance" }, { first: 0, count: 400 });
          const hit = answer.hits.find(({ card }) => card.address.includes(`/${document}/`));
          const { lines } = await answer.lines({ first: 0, count: 100 });
          return [await hit.passages(), lines.filter(({ row }) => row === hit.row)];
        }""",
        [text, document],
    )
    shown = [word["text"] for passage in passages for word in passage["words"] if word["isHit"]]
    assert shown == [word for words in marked for word in words]
    assert all("#p-" in passage["href"] and "h=" in passage["href"] for passage in passages)
    assert [line["hit"].replace(" ", "") for line in lines] == ["".join(words) for words in marked]


def test_a_name_that_stands_in_no_text_is_said(asked: Page):
    """A document that was found by another spelling names it, with its accents."""
    names = asked.evaluate(
        """async () => {
          const answer = await window.archive.ask({ text: "Chang OR Konmo", facets: {}, from: "", to: "", sort: "relevance" }, { first: 0, count: 400 });
          const hit = answer.hits.find(({ card }) => card.address.includes("/seongmyeong-nongjang/"));
          return hit.names();
        }"""
    )
    assert "Chŏng Kŏn-mo" in names


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"from": "1957-05-29", "to": "1957-05-29"}, ["journal-shchukin-spring"]),
        ({"facets": {"kinds": ["telegram"]}}, ["telegram-visit-peking"]),
        (
            {"facets": {"kinds": ["telegram", "minutes"]}},
            ["huitan-jiyao", "minutes-politburo", "telegram-visit-peking"],
        ),
        ({"facets": {"languages": ["ko"]}, "from": "1959-01-01"}, ["seongmyeong-nongjang"]),
        ({"facets": {"people": ["nobody"]}}, []),
    ],
)
def test_a_question_is_narrowed(asked: Page, parts: dict[str, object], found: list[str]):
    """By kinds, languages and days that a document may be of."""
    answer = asked.evaluate(ASK, ["person:Geon-mo OR (person:Shchukin lathes)", parts])
    assert sorted(answer["found"]) == found
    assert answer["total"] == len(found)


def test_many_questions_at_once_are_answered_each_for_itself(asked: Page):
    """Answers do not depend on what else is asked at the same time, or was asked before."""
    texts = [case["ask"] for case in QUESTIONS[:70]]
    one_by_one = [asked.evaluate(ASK, [text, {}])["found"] for text in texts]
    together = asked.evaluate(
        """async (texts) => {
          const { openArchive } = await import("/assets/search/ask.js");
          const archive = await openArchive(new URL("/", location.href));
          const answers = await Promise.all(texts.map((text) => archive.ask({ text, facets: {}, from: "", to: "", sort: "relevance" }, { first: 0, count: 400 })));
          return answers.map(({ hits }) => hits.map(({ card }) => card.address.split("/").at(-2)));
        }""",
        texts,
    )
    assert together == one_by_one
