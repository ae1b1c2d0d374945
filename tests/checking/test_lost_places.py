"""A site in twenty documents of five formats, built again unchanged and then with words taken out: what `check --against` says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.checking.test_check import check
from tests.conftest import build_quietly
from tests.seeds.formats.pdf_files import set_as_pdf

from archivegen.cli import main

PEOPLE = "Lind Brik Novak Reyl Quispe Orban Steger Halm Noll Vance Ruiz Pell Dorn Kray Lund Moss Nagy Okal Prat Rust".split()
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>To {name}</title></titleStmt>
<publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><pb n="1"/>
{body}
<p>The second leaf begins behind this, {name}.</p><pb n="2"/>
<p>It was written in the hut on the pier.</p></body></text></TEI>"""
PAGE = """<!DOCTYPE html><html lang="en"><head><title>To {name}</title></head><body><main>
{body}
<p>Nobody has answered.<a href="#n1">1</a></p><p id="n1">1 Not even {name}.</p></main></body></html>"""
NOTE = "\n\n> So it was said to {name}.[^1]\n\n[^1]: By nobody in the house.\n"


def paragraphs(place: int) -> list[str]:
    """Return the text of a letter."""
    return [
        f"Port Ashby, {place + 1} July 19{31 + place}",
        f"Dear Miss {PEOPLE[place]},",
        f"The hut on pier {place} needs a new roof before the winter comes, and there is no money for boards.",
        f"The pilots of house {3 * place + 1} have asked for it twice, and were not even given an answer.",
        "Oswin Tarrant",
    ]


def source(place: int) -> tuple[str, bytes]:
    """Return a document, in one format after the other: how its file ends, and what is in it."""
    name, text = PEOPLE[place], paragraphs(place)
    marked = "\n".join(f"<p>{paragraph}</p>" for paragraph in text)
    made: list[tuple[str, str | bytes]] = [
        ("txt", "\n\n".join(text)), ("md", "---\nkind: letter\n---\n" + "\n\n".join(text) + NOTE.format(name=name)),
        ("html", PAGE.format(name=name, body=marked)), ("xml", TEI.format(name=name, body=marked)), ("pdf", set_as_pdf("\n\n".join(text))),
    ]  # fmt: skip
    ending, content = made[place % len(made)]
    return ending, content.encode() if isinstance(content, str) else content


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of twenty documents, published."""
    root = tmp_path_factory.mktemp("pilots")
    (root / "seeds").mkdir()
    (root / "archive.yml").write_text("title: Papers of the pilots\n", "utf-8")
    for place in range(len(PEOPLE)):
        ending, content = source(place)
        (root / "seeds" / f"{place:02}.{ending}").write_bytes(content)
    result = CliRunner().invoke(main, ["publish", str(root), "--yes"])
    assert result.exit_code == 0, result.output
    return root


def test_an_unchanged_archive_has_lost_nothing_in_any_format(published: Path, tmp_path: Path):
    """Built elsewhere, without a cache, under another address of the site."""
    shutil.copytree(published, tmp_path / "again", ignore=shutil.ignore_patterns(".archivegen*", "build"))
    build_quietly(tmp_path / "again", with_search=False, base_url="https://example.org/papers/")
    result = check(tmp_path / "again", "--against", published / "build")
    assert result.exit_code == 0
    assert "20 documents: 0 errors, 0 warnings" in result.stdout


def test_what_was_closed_is_no_loss_though_its_file_is_gone(published: Path, tmp_path: Path):
    """The archive cannot be put together then, and what was recorded last says that the document is closed."""
    root = tmp_path / "archive"
    shutil.copytree(published, root)
    (root / "seeds/05.yml").write_text("access: restricted\n", "utf-8")
    assert CliRunner().invoke(main, ["publish", str(root), "--yes", "--accept"]).exit_code == 0
    for name in ("05.txt", "05.yml"):
        (root / "seeds" / name).unlink()
    result = check(root, "--against", published / "build")
    assert "is gone; put the file back" in result.stderr
    lost = [line for line in result.stderr.splitlines() if "the earlier build" in line]
    assert lost
    assert [line for line in lost if ": error" in line] == []
    assert not any("orban" in line for line in lost)


LOSSES: dict[str, tuple[Callable[[str], str], str, int]] = {
    "02.html": (
        lambda text: text.replace('<a href="#n1">1</a>', "").replace('<p id="n1">1 Not even Novak.</p>', ""),
        "#to-p-", 11,
    ),
    "03.xml": (lambda text: text.replace('<pb n="2"/>', ""), "#page-2", 13),
    "06.md": (lambda text: text.replace("[^1]\n\n[^1]: By nobody in the house.", ""), "#to-p-", 14),
}  # fmt: skip


def test_a_lost_place_is_named_by_the_file_and_the_line_in_front_of_it(published: Path, tmp_path: Path):
    """Lines are those of the text that was read, as everywhere; a passage that is gone keeps its place, and is no loss."""
    root = tmp_path / "archive"
    shutil.copytree(published, root)
    for name, (edit, _, _) in LOSSES.items():
        file = root / "seeds" / name
        file.write_text(edit(file.read_text("utf-8")), "utf-8")
    (root / "seeds/00.txt").write_text("\n\n".join(paragraphs(0)[:3]), "utf-8")
    (root / "seeds/04.pdf").write_bytes(set_as_pdf("\n\n".join(paragraphs(4)[:3])))
    build_quietly(root, with_search=False)
    lines = check(root, "--against", published / "build").stderr.splitlines()
    lost = sorted(line for line in lines if "the earlier build" in line)
    assert [line.partition(": ")[0] for line in lost] == [
        f"seeds/{name}:{at}" for name, (_, _, at) in LOSSES.items()
    ]
    for line, (_, place, _) in zip(lost, LOSSES.values(), strict=True):
        assert f"{place}" in line
        assert "about here, and the new page does not" in line
