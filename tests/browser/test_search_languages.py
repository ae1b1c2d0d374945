"""Search over documents in several languages: one box, every document."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.conftest import build_quietly, served

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
    expect(page.locator("#results h2")).to_have_text([f"Letter {letter}"])
    context.close()
