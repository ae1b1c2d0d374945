"""An archive of twenty letters whose words, names and dates are known, and what a reader sees of the search page."""

from pathlib import Path
from typing import NotRequired, TypedDict, cast

import yaml
from playwright.sync_api import Page, expect
from tests.conftest import ROOT

# Paragraphs around those that are told of, so that a page has something to scroll.
_FILLER = " ".join(["Of the weather there is nothing to report."] * 20)


class Letter(TypedDict):
    """A letter as the table of the tests has it."""

    date: NotRequired[str]
    sender: str
    to: str
    place: NotRequired[str]
    kind: NotRequired[str]
    language: NotRequired[str]
    title: str
    text: list[str]


def letters() -> list[Letter]:
    """Return the letters."""
    rows = yaml.safe_load((ROOT / "tests" / "cases" / "harbour_letters.yml").read_text("utf-8"))
    return [cast("Letter", {**row, "sender": row.pop("from")}) for row in rows]


def write_letters(root: Path) -> Path:
    """Write the letters as an archive into a folder, and return it."""
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text("title: Letters of a Harbour Office\n", "utf-8")
    for number, letter in enumerate(letters()):
        head = {
            "title": letter["title"], "date": letter.get("date"), "kind": letter.get("kind", "letter"), "creators": letter["sender"],
            "recipients": letter["to"], "place": letter.get("place"), "language": letter.get("language", "English"),
            "repository": "Harbour Office", "reference_code": f"fond 7, opis 2, delo {number + 1}",
        }  # fmt: skip
        lines = "".join(f"{key}: {value!r}\n" for key, value in head.items() if value)
        text = "\n\n".join((_FILLER, *letter["text"], _FILLER)) if "date" in letter else letter["text"][0]
        (root / "seeds" / f"letter-{number:02}.md").write_text(f"---\n{lines}---\n\n{text}\n", "utf-8")
    return root


def titles(page: Page) -> list[str]:
    """Return the titles that the search page lists."""
    return page.locator("#results h3").all_inner_texts()


def ask(page: Page, address: str, asked: str) -> None:
    """Open the search page with a question in its address, and wait for the answer."""
    page.goto(f"{address}search/{asked}")
    expect(page.locator("#status .total")).to_be_visible()


def count_in(page: Page, facet: str, value: str) -> int:
    """Return how many documents a value of a facet would leave, as the page has it; the facet is opened."""
    place = page.locator(f'[data-facet="{facet}"]')
    if place.get_attribute("open") is None:
        place.locator("summary").click()
    label = place.locator("li label", has_text=value)
    return int(label.locator(".count").inner_text())
