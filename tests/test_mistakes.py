"""The likeliest mistakes of somebody new, and what is said of each: what is wrong, and the way out."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archivegen.seeds.formats.reading import READ_TYPES
from tests.test_cli import run, started

OUTCOME = "Nothing was published.\n"
MEND = "mend the template, or remove it to use the theme’s own\n"


def write(root: Path, path: str, content: str | bytes) -> None:
    """Write a file of an archive."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def page(content: str | bytes) -> Callable[[Path], None]:
    """Return what gives an archive a template of its own for documents."""
    return lambda root: write(root, "templates/pages/document.html", content)


REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "no folder of documents": (
        lambda root: shutil.rmtree(root / "seeds"),
        ("seeds: error: this folder, in which the documents should be, is not there; make it and put .txt or .md files "
        "into it, or say where they are: “documents: …” in archive.yml\n"),
    ),
    "no documents": (
        lambda root: [file.unlink() for file in (root / "seeds").iterdir()],
        "seeds: error: no document was found here; put .txt or .md files there\n",
    ),
    "template that breaks off": (
        page("{% broken"),
        f"templates/pages/document.html:1: error: Encountered unknown tag 'broken'; {MEND}",
    ),
    "template with a misspelt name": (
        page("{{ page.titel }}"),
        f"templates/pages/document.html:1: error: there is no “titel” to be shown here; {MEND}",
    ),
    "template that asks for another": (
        page("\n{% include 'missing.html' %}"),
        "templates/pages/document.html:2: error: it asks for the template “missing.html”, which is not there; " + MEND,
    ),
    "template in another encoding": (
        page(b"M\xe4rz"),
        "templates/pages/document.html: error: this template, or one that it asks for, is not text in UTF-8; " + MEND,
    ),
}  # fmt: skip


@pytest.mark.parametrize("mistake", REFUSED)
def test_what_stops_a_build_is_said_in_one_line(tmp_path: Path, mistake: str):
    """With the file, where there is one, and nothing of the program's own."""
    root = started(tmp_path)
    spoil, message = REFUSED[mistake]
    spoil(root)
    result = run("build", root, "--no-search", "--quiet")
    assert (result.exit_code, result.stderr) == (1, message + OUTCOME)


@pytest.mark.parametrize("address", ["example.org/papers", "it's here"])
def test_an_address_of_the_site_that_is_none(tmp_path: Path, address: str):
    """A command has no lines."""
    result = run("build", started(tmp_path), "--base-url", address, "--quiet")
    assert result.stderr == (
        f"--base-url: error: “{address}” is no web address; write it as https://example.org/archive/\n{OUTCOME}"
    )


@pytest.mark.parametrize(
    "command", [["build"], ["publish"], ["check"], ["ids", "list"], ["ids", "move", "a", "b", "--archive"]]
)
def test_a_folder_that_is_no_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]):
    """One inside an archive leads to it; of any other it is said how an archive is known."""
    root = started(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "papers").mkdir()
    for folder, message in (
        ("demo/seeds", "demo/seeds lies inside an archive. Name the archive’s folder: demo"),
        (
            "papers",
            (
                "papers has no archive.yml. Name the folder of an archive, which has one; start an archive with archivegen "
                "init; or, to build a bare folder of documents, say with --output where its site should go."
            ),
        ),
    ):
        result = run(*command, folder.replace("/", os.sep))
        assert result.exit_code == 2
        assert result.stderr.replace(os.sep, "/").endswith(f"Error: {message}\n")
    assert sorted(path.name for path in root.iterdir()) == ["HANDOVER.md", "archive.yml", "seeds"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "seeds/empty.txt: error: there is no text in this file; add the text, or remove the file\n"),
        (
            "scan.txt",
            b"\xff\xd8\x00\x01\x80",
            (
                "seeds/scan.txt:1: error: this is not text in UTF-8; open it in an editor and save it as UTF-8 text, or, if it "
                "is none, keep it outside this folder\n"
            ),
        ),
        (
            "scan.djvu",
            b"AT&TFORM",
            (
                "seeds/scan.djvu: notice: files ending in “.djvu” are not read as documents; save it as "
                f"{' or '.join(READ_TYPES)}, or keep it outside this folder\n"
            ),
        ),
        (
            "SOURCE",
            b"Copied from the town archive.",
            (
                "seeds/SOURCE: notice: files without an ending are not read as documents; save it as "
                f"{' or '.join(READ_TYPES)}, or keep it outside this folder\n"
            ),
        ),
        (
            "book.txt",
            b"The pier. " * 2_100_000,
            "seeds/book.txt: error: this file is larger than 20 MB; divide it, or keep it outside this folder\n",
        ),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_costs_itself(tmp_path: Path, name: str, content: bytes, message: str):
    """The other documents are published, and the line says what to do with this one."""
    root = started(tmp_path)
    write(root, f"seeds/{name}", content)
    result = run("build", root, "--no-search", "--quiet")
    assert result.stderr == message
    assert len(list((root / "build" / "documents").glob("*/index.html"))) == 1


NOT_USED = "and none of yours asks for it: it changes nothing; give it the name of the file whose place it should take, or remove it\n"


@pytest.mark.parametrize(
    ("file", "near"),
    [
        ("templates/pages/documnet.html", " (did you mean “pages/document.html”?)"),
        ("templates/document.html", " (did you mean “pages/document.html”?)"),
        ("templates/mesages.yml", " (did you mean “messages.yml”?)"),
        ("templates/letter-of-the-harbour.html", ""),
        ("static/css/tokens.scss", " (did you mean “css/tokens.css”?)"),
    ],
)
def test_a_file_of_the_theme_that_takes_the_place_of_none(tmp_path: Path, file: str, near: str):
    """It would be passed over, and nobody would know why the page stays as it is."""
    root = started(tmp_path)
    write(root, file, "{# nothing #}\n")
    result = run("build", root, "--no-search", "--quiet")
    assert result.stderr == f"{file}: warning: the theme has no file of this name{near}, {NOT_USED}"


def test_files_that_a_template_of_the_archive_asks_for(tmp_path: Path):
    """Are used, whatever they are called; so is any static file, and any style sheet."""
    root = started(tmp_path)
    write(root, "templates/pages/not_found.html", "{% include 'foot.html' %}")
    write(root, "templates/foot.html", "<p>The harbour</p>")
    write(root, "static/css/layouts.css", "@layer components { h1 { font-style: italic; } }")
    write(root, "static/images/crane.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert run("build", root, "--no-search", "--quiet").stderr == ""


def test_a_name_with_spaces_and_letters_of_any_language(tmp_path: Path):
    """Is a name like any other."""
    root = started(tmp_path)
    (seed,) = (root / "seeds").glob("*.txt")
    seed.rename(seed.with_name("Brief an Jürgen (Abschrift) — März.txt"))
    result = run("build", root, "--no-search", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.skipif(os.name == "nt" or os.uname().sysname == "Darwin", reason="the disk refuses such a name")
def test_a_name_in_an_old_encoding_is_to_be_changed(tmp_path: Path):
    """Another ending would not mend it."""
    root = started(tmp_path)
    (seed,) = (root / "seeds").glob("*.txt")
    shutil.copy(seed, os.fsencode(root / "seeds") + b"/M\xe4rz.txt")
    assert run("build", root, "--no-search", "--quiet").stderr == (
        r"'seeds/M\udce4rz.txt': error: the name of this file is not UTF-8; rename it, or keep it outside this folder"
        "\n"
    )


def test_the_help_names_the_commands_in_the_order_of_their_use():
    """Each in one whole line."""
    listed = run("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == [
        "init", "build", "serve", "publish", "check", "inspect", "sheet", "ids",
    ]  # fmt: skip
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)
