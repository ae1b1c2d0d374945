"""What the archivist supplies, and what gave way to it, as the page, the data file and `inspect` show it."""

import html
import json
import re
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from archivegen.cli import main
from archivegen.records.fields import FIELDS
from tests.conftest import LETTER, build_quietly


def built(root: Path, corrections: str, text: str = LETTER) -> tuple[str, dict[str, Any]]:
    """Return the page and the data of a letter with its file of corrections."""
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    (root / "seeds" / "letter.txt").write_text(text, "utf-8")
    (root / "seeds" / "letter.yml").write_text(corrections, "utf-8")
    site = build_quietly(root, with_search=False)
    [folder] = (path.parent for path in site.glob("documents/*/index.html"))
    page = (folder / "index.html").read_text("utf-8")
    return page, json.loads((folder / "document.json").read_text("utf-8"))


def test_a_text_is_enough_for_every_field(tmp_path: Path):
    """No part beside the value is needed, and none that is missing leaves a mark on the page."""
    free = [field.name for field in FIELDS if field.name not in ("dates", "access")]
    page, data = built(tmp_path, "".join(f"{name}: The {name}\n" for name in free))
    assert [name for name in data["fields"] if f"The {name}" not in page] == ["dates"]
    assert not re.search(r'class="detail">(,| |<)|, </span>| = <', page)


CAPTURE = """\
May 3, 1961

Note on a Talk

The talk was long.

A. and B. discuss fish and then discuss more fish.

Document Information

Source

XYZ 1-2
"""


def test_the_page_shows_what_zones_replaced(tmp_path: Path):
    """The reading of the field where its value is opened, and what the lines were read as beside the record."""
    page, data = built(tmp_path, "zones: {5: summary, 7: body}\n", CAPTURE)
    assert "Also read: “A. and B. discuss fish and then discuss more fish.”." in html.unescape(page)
    assert "Also read: line 5 as text, line 7 as Summary." in page
    assert data["other_readings"]["summary"][0]["lines"] == [[7, 7]]
    assert data["other_zones"] == [
        {"lines": [5, 5], "zone": "body", "field": None},
        {"lines": [7, 7], "zone": "field", "field": "summary"},
    ]
    shown = CliRunner().invoke(main, ["inspect", str(tmp_path / "seeds" / "letter.txt")]).stdout
    assert "gave way: A. and B. discuss fish" in shown
    assert re.search(r"gave way +5 │ was read as body\n +gave way +7 │ was read as summary\n", shown)


def test_the_page_shows_what_was_taken_away(tmp_path: Path):
    """Where the archivist leaves a core field or the summary empty, what was read can still be opened."""
    page, _ = built(tmp_path, "summary: []\ncreators: []\n", CAPTURE)
    assert "Also read: “A. and B. discuss fish and then discuss more fish.”." in html.unescape(page)
    (tmp_path / "other").mkdir()
    page, _ = built(tmp_path / "other", "creators: []\nrecipients: []\n")
    assert "Also read: “Anna Lindqvist”." in html.unescape(page)


def test_a_reading_of_the_same_words_says_how_it_differs(tmp_path: Path):
    """The same day of another event."""
    page, _ = built(tmp_path, "dates: {value: 1961-03-04, type: received}\n")
    assert "Also read: “4 March 1961” (date of the document)." in html.unescape(page)
