"""A text that is closed in one file is not published from another, as long as nobody says that it may be."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen.cli import main
from tests.test_access import traces

LETTER = """Letter on the pier

4 March 1961

Jonas Quorzel told the board that the pier was closed on the day of the storm, and that nobody has opened it since.
"""
CLOSED = "what stands here stands in seeds/b.txt, too, where it or words of it may not be seen; it is not published"


def build(root: Path, **files: str) -> Result:
    """Build an archive of an open note, a letter `b.txt`, and other files, by their names with a dot for two underscores."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    (root / "archive.yml").write_text("title: Harbour papers\n", "utf-8")
    for name, text in {"note__txt": "A note of the lamp.\n", "b__txt": LETTER, **files}.items():
        (seeds / name.replace("__", ".")).write_text(text, "utf-8", newline="")
    return CliRunner().invoke(main, ["build", str(root), "--no-search"])


@pytest.mark.parametrize(
    "copy",
    [
        {"copy__txt": LETTER},
        {"a__txt": LETTER},
        {"copy__txt": LETTER.replace("\n", "\r\n")},
        {"copy__txt": LETTER, "copy__yml": "title: Quite another\n"},
    ],
    ids=["its bytes", "its bytes, read before it", "other ends of lines", "another title"],
)
@pytest.mark.parametrize(
    "closed",
    ["access: restricted\n", "access: {status: embargoed, until: 2999-01-01}\n", "access: restrictedd\n"],
    ids=["restricted", "embargoed", "faulty"],
)
def test_a_copy_of_a_closed_document_is_not_published(tmp_path: Path, closed: str, copy: dict[str, str]):
    """Whoever closes a document means its text."""
    built = build(tmp_path / "a", b__yml=closed, **copy)
    assert CLOSED in built.stderr
    assert traces(tmp_path / "a" / "build", "quorzel") == []


def test_a_copy_of_a_document_with_redacted_words_is_not_published(tmp_path: Path):
    """It has the words; where they are redacted in both, both are published."""
    redact = "redact: [{lines: 5, words: Quorzel}]\n"
    built = build(tmp_path / "a", b__yml=redact, copy__txt=LETTER)
    assert CLOSED in built.stderr
    assert traces(tmp_path / "a" / "build", "quorzel") == []
    built = build(tmp_path / "a", b__yml=redact, copy__txt=LETTER, copy__yml=redact)
    assert CLOSED not in built.stderr
    same = "warning: what is published of this file is the same as of seeds/b.txt; both are published"
    assert same in built.stderr
    assert traces(tmp_path / "a" / "build", "quorzel") == []


@pytest.mark.parametrize(
    "files",
    [
        {"copy__txt": LETTER, "copy__yml": "access: open\n"},
        {"copy__txt": LETTER.replace("storm", "fair")},
        {"note__txt": "Not legible.\n", "b__txt": "Not legible. \n"},
    ],
    ids=["said to be open", "another text", "what many papers say"],
)
def test_what_is_no_copy_or_is_said_to_be_open_is_published(tmp_path: Path, files: dict[str, str]):
    """The archivist’s word goes before the likeness, and few words say nothing."""
    built = build(tmp_path / "a", b__yml="access: restricted\n", **files)
    assert built.exit_code == 0, built.stderr
    assert CLOSED not in built.stderr
