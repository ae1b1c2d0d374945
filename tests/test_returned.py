"""What was withdrawn does not come back by itself, whatever became of its file, its sidecar or its words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen.cli import main

LETTER = """Westhaven, 4 March 1961

Dear Mrs. Brandauer,

The surveyor has been to the harbour twice and found the pier in a worse state than either of us had feared it was.
He asks for the stone that was promised in the autumn, and for two men who know how to set it before the winter comes.

Nobody has paid the watchman since Easter, and his daughter writes that he will leave the lamp unlit from next week on.

Yours sincerely,
Jan Lind
"""
OTHER = LETTER.replace("the pier in a worse state than either of us had feared", "nothing but sand and old rope there").replace(
    "Nobody has paid the watchman since Easter", "The lamp was mended in May"
).replace("for two men who know how to set it", "that the ferry be called back")  # fmt: skip
WITHDRAWN = "“1961-letter”, published on 2026-01-01, was withdrawn on 2026-01-01: asked by the heirs"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments)], env={"SOURCE_DATE_EPOCH": "1767225600"})


@pytest.fixture(params=[[], ["--conceal"]], ids=["withdrawn", "concealed"])
def archive(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """An archive from which a letter was withdrawn; its folder says in `archive.yml` whether it was concealed."""
    root = tmp_path / "papers"
    (root / "seeds").mkdir(parents=True)
    (root / "archive.yml").write_text(f"title: Papers\nlead: x{'.'.join(request.param)}\n", "utf-8")
    (root / "seeds" / "pier.txt").write_text("The pier is made of stone from the hills.\n", "utf-8")
    letter = root / "seeds" / "letter.txt"
    letter.write_text(LETTER, "utf-8")
    letter.with_suffix(".yml").write_text("id: 1961-letter\ntitle: On the watchman’s daughter\n", "utf-8")
    assert run("publish", root, "--yes").exit_code == 0
    letter.unlink()
    letter.with_suffix(".yml").unlink()
    options = ["1961-letter", "--reason", "asked by the heirs", "--archive", root, *request.param]
    assert run("ids", "withdraw", *options).exit_code == 0
    assert run("publish", root, "--yes").exit_code == 0
    return root


def put_back(root: Path, text: str, path: str = "box/other.txt", newline: str = "\n") -> Result:
    """Put a text into the archive and build it."""
    file = root / "seeds" / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8", newline=newline)
    return run("build", root, "--quiet", "--no-search")


@pytest.mark.parametrize(
    "again",
    [
        lambda root: put_back(root, LETTER, "letter.txt"),
        lambda root: put_back(root, LETTER),
        lambda root: put_back(root, LETTER, newline="\r\n"),
        lambda root: put_back(root, f"---\ntitle: Quite another\ndate: 1975\n---\n{LETTER}", "box/other.md"),
    ],
    ids=["without its sidecar", "under another name", "with other ends of lines", "with front matter"],
)
def test_the_file_is_known_again(archive: Path, again: Callable[[Path], Result]):
    """Neither its bytes alone nor its place: every one of these has the very words that were withdrawn."""
    built = again(archive)
    assert built.exit_code == 1
    assert WITHDRAWN in built.stderr


def test_a_corrected_text_is_known_again_unless_it_was_concealed(archive: Path):
    """Of a concealed document nothing is kept by which a guess at its words could be tried."""
    is_concealed = "--conceal" in (archive / "archive.yml").read_text("utf-8")
    built = put_back(archive, LETTER.replace("twice", "thrice"))
    assert built.exit_code == (0 if is_concealed else 1)
    assert (WITHDRAWN in built.stderr) is not is_concealed
    # It may be another document after all.
    (archive / "seeds" / "box" / "other.yml").write_text("id: second-letter\n", "utf-8")
    assert run("build", archive, "--quiet", "--no-search").exit_code == 0


def test_another_letter_of_the_same_hand_is_another_document(archive: Path):
    """Greeting, subject and close are the same in many letters."""
    assert put_back(archive, OTHER).exit_code == 0


def test_the_site_has_nothing_by_which_it_is_known_again(archive: Path):
    """The ledger beside the settings has it; that of the site has neither digest nor sketch of its words."""
    own, shown = (
        (archive / path).read_text("utf-8") for path in ("permalinks.yml", "build/data/permalinks.yml")
    )
    is_concealed = "--conceal" in (archive / "archive.yml").read_text("utf-8")
    (line,) = [line for line in own.splitlines() if '"1961-letter"' in line]
    (as_shown,) = [line for line in shown.splitlines() if '"1961-letter"' in line]
    digest = line.partition('sha256: "')[2].partition('"')[0]
    assert "sketch: " in line
    assert "sketch: " not in as_shown
    assert len(digest) == 64
    assert (digest in as_shown) is not is_concealed
