"""What the archivist supplies, and what gave way to it, as the page, the data file and `inspect` show it."""

import json
import re
from pathlib import Path
from typing import Any

from archivegen.records.fields import FIELDS
from tests.conftest import build_quietly

LETTER = """\
Saved from a web page on a Tuesday
4 March 1961

Dear Mr. Okafor,

The surveyor has been to the harbour twice and found the pier in a worse state than either of us had feared it was.

Lindqvist tells Okafor about the pier and asks him to write to the board before the summer is over.

Yours sincerely,
Anna Lindqvist
"""


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
    corrections = "".join(f"{field.name}: The {field.name}\n" for field in FIELDS if field.name != "dates")
    page, data = built(tmp_path, corrections)
    assert [name for name in data["fields"] if f"The {name}" not in page] == ["dates"]
    assert not re.search(r'class="detail">(,| |<)|, </span>| = <', page)
