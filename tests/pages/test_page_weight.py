"""What a page weighs: bytes as a host sends them, and files as they lie there."""

import gzip
from collections import Counter
from pathlib import Path

from tests.conftest import ROOT, build_quietly

MOST_BYTES = 30_000
MOST_FILES = 6
TEXT_BYTES = 6_000


def test_a_document_with_its_style_is_light(sample: Path, tmp_path: Path):
    """A page of six kilobytes of text with numbers, names, a path and all its citations, and the style sheet."""
    seed = next((ROOT / "seeds").glob("000*.txt"))
    text = seed.read_text("utf-8")
    assert len(text.encode()) > TEXT_BYTES
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / seed.name).write_text(text, "utf-8")
    settings = "title: Papers\nbase_url: https://archive.example.org/\ncontact: desk@example.org\n"
    (tmp_path / "archive.yml").write_text(settings, "utf-8")
    site = build_quietly(tmp_path)
    (page,) = site.glob("documents/*/index.html")
    style = sample / "assets" / "archive.css"
    assert sum(len(gzip.compress(file.read_bytes())) for file in (page, style)) < MOST_BYTES


def test_a_document_is_few_files(sample: Path):
    """A document has its page and its data; what is offered beside it is counted here too."""
    counted = Counter(file.parent for file in sample.glob("documents/*/*"))
    assert max(counted.values()) <= MOST_FILES
