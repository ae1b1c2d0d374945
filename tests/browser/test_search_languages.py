"""Search over documents in several languages: one box, every document."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect
from tests.conftest import build_quietly, served

from archivegen.pages import search_shards

LETTERS = {
    "en": "The harbour was begun in the year after the flood, and nobody remembers who drew the first plan of it.",
    "fr": "Les citoyens de la ville se sont réunis dans la salle du conseil pour entendre les plaintes des marins.",
    "de": "Der Hafen ist in einem schlechten Zustand, und die Mauern sind von dem Wasser ausgewaschen.",
    "vi": "Đồng chí Đỗ Mười đã đến thăm nhà máy và nói chuyện với công nhân về kế hoạch của năm sau.",
    "ru": "Капитан приехал в город, но телеграммы для него не было, и он уехал на другой день.",
}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of an archive with a letter in each language."""
    root: Path = tmp_path_factory.mktemp("languages")
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text("title: Letters\n", "utf-8")
    for language, text in LETTERS.items():
        (root / "seeds" / f"letter-{language}.txt").write_text(f"Letter {language}\n\n{text}\n", "utf-8")
        (root / "seeds" / f"letter-{language}.yml").write_text(f"language: {language}\n", "utf-8")
    yield from served(build_quietly(root))


@pytest.mark.parametrize(
    ("question", "letter"),
    [
        ("flood", "en"),
        ("citoyens", "fr"),
        ("citoyen", "fr"),
        ("Hafen", "de"),
        ("телеграмма", "ru"),
        ("plan", "en"),
    ],
)
def test_every_language_is_found_by_its_own_forms(browser: Browser, address: str, question: str, letter: str):
    """A word finds the documents of its language, in another form than the text's too."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}search/?q={question}")
    expect(page.locator("#results h3")).to_have_text([f"Letter {letter}"])
    context.close()


def test_each_part_of_an_index_has_documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """There are no more of them than documents, and one alone has the name of the language."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Letters\n", "utf-8")
    (tmp_path / "seeds/letter.txt").write_text(f"Letter\n\n{LETTERS['en']}\n", "utf-8")
    (tmp_path / "seeds/letter.yml").write_text("language: en\n", "utf-8")
    monkeypatch.setattr(search_shards, "MOST_LETTERS", 5)
    assert [folder.name for folder in (build_quietly(tmp_path) / "pagefind").iterdir()] == ["en"]


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of an archive whose texts are too long for one index."""
    root: Path = tmp_path_factory.mktemp("divided")
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text("title: Letters\n", "utf-8")
    for number in range(12):
        text = f"{LETTERS['en']} {'Lighthouse. ' * (number == 7)}There were {number} boats in it."
        (root / "seeds" / f"letter-{number}.txt").write_text(f"Letter {number}\n\n{text}\n", "utf-8")
        (root / "seeds" / f"letter-{number}.yml").write_text("language: en\n", "utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(search_shards, "MOST_LETTERS", 500)
        site = build_quietly(root)
    folders = sorted((site / "pagefind").iterdir())
    assert len(folders) > 3
    assert all(folder.name.startswith("en-x-") for folder in folders)
    assert [folder for folder in folders if (folder / "pagefind.js").exists()] == folders[:1]
    yield from served(site)


def test_an_index_in_several_parts_is_one_for_readers(browser: Browser, divided: str):
    """Every document is found, each once, whichever part it is in; a word that is nowhere is said to be."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{divided}search/?q=harbour")
    expect(page.locator("#status")).to_contain_text("12")
    expect(page.locator("#results h3")).to_have_count(10)
    seen = page.locator("#results h3").all_inner_texts()
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#results h3")).to_have_count(2)
    assert len({*seen, *page.locator("#results h3").all_inner_texts()}) == 12
    page.goto(f"{divided}search/?q=lighthouses")
    expect(page.locator("#results h3")).to_have_text(["Letter 7"])
    expect(page.locator("#results mark").first).to_have_text("Lighthouse")
    page.goto(f"{divided}search/?q=zeppelin")
    expect(page.locator("#results h3")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("kind", ["pagefind", "pf_meta", "pf_index", "pf_fragment"])
def test_what_does_not_come_of_one_part_is_asked_for_again(browser: Browser, divided: str, kind: str):
    """Until it is there the page says that it could not read the index, and names no number of documents."""
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []

    def refuse_one(route: Route) -> None:
        part = route.request.url.rpartition("/")[0]
        if not refused or part == refused[0]:
            refused.append(part)
            route.abort()
        else:
            route.continue_()

    page.route(f"**/*.{kind}", refuse_one)
    page.goto(f"{divided}search/?q=harbour")
    expect(page.locator("#status")).to_contain_text("could not be read")
    expect(page.locator("#results h3:visible")).to_have_count(0)
    page.unroute(f"**/*.{kind}")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator("#status")).to_contain_text("12")
    context.close()
