"""`HANDOVER.md`: complete, current after every publish, and never at the cost of what somebody wrote."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen import __version__
from archivegen.cli import main
from archivegen.handing_over import FIRST_LINE, LAST_LINE


def run(*arguments: object) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new archive."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert run("init", tmp_path / "harbour").exit_code == 0
    return tmp_path / "harbour"


def page(archive: Path) -> str:
    """Return the text of the page."""
    return (archive / "HANDOVER.md").read_text("utf-8")


def test_a_new_archive_has_the_page(archive: Path):
    """It says at once what to keep, how to build, and that nothing is published yet."""
    assert "1 document; 0 addresses recorded" in page(archive)
    assert "- 1 document without a recorded address." in page(archive)


def test_publish_keeps_it_current(archive: Path):
    """Where the site is, who answers for it, what was published when, with which version, what is open."""
    settings = (
        "title: Letters of the harbour\neditor: Anna Lindqvist\ncontact: archive@example.org\n"
        "base_url: https://example.org/letters\nhosting: At Example Hosting, paid until 2030 by the town.\n"
    )
    (archive / "archive.yml").write_text(settings, "utf-8")
    (archive / "people.yml").write_text("Anna Lindqvist:\n  variants: [A. Lindqvist]\n", "utf-8")
    (archive / "templates").mkdir()
    (archive / "seeds/closed.txt").write_text("This must not be seen by anybody at all.\n", "utf-8")
    (archive / "seeds/closed.yml").write_text("access: restricted\n", "utf-8")
    (archive / "seeds/1961-03-04-letter.yml").write_text("colour: blue\n", "utf-8")
    result = run("publish", archive, "--yes")
    assert result.exit_code == 0, result.output
    text = page(archive)
    for words in (
        "## Letters of the harbour\n\n1 document; 1 address recorded in `permalinks.yml`.\n",
        "First published on 2023-11-14, last added to on 2023-11-14.\n",
        "Responsible: Anna Lindqvist. Contact: archive@example.org.\n",
        "https://example.org/letters/\n\nAt Example Hosting, paid until 2030 by the town.\n",
        "- `people.yml`: says which names are one.\n- `templates/`: holds templates",
        f"look for `archivegen=={__version__}` in a package index",
        "- 0 errors and 1 warning: `archivegen check .` says which.\n- `seeds/closed.txt`: this document is ",
    ):
        assert words in text
    assert str(archive) not in text
    assert str(archive.parent) not in text


def test_what_the_archivist_writes_is_kept(archive: Path):
    """Word for word, above and below the two lines."""
    text = page(archive)
    written = text.replace("what should happen next.", "what next.\n\nThe originals: ask  Ada.")
    (archive / "HANDOVER.md").write_text(f"{written}\n## Passwords\n\nIn the safe.\n", "utf-8")
    assert run("publish", archive, "--yes").exit_code == 0
    kept = page(archive)
    assert "The originals: ask  Ada.\n\n" + FIRST_LINE in kept
    assert kept.endswith(f"{LAST_LINE}\n\n## Passwords\n\nIn the safe.\n")
    assert "1 address recorded" in kept
    assert run("publish", archive, "--yes").exit_code == 0
    assert page(archive) == kept


def test_a_page_of_the_archivists_own_is_added_to(archive: Path):
    """One that archivegen did not begin keeps all of its words; one that is gone is written anew."""
    (archive / "HANDOVER.md").write_text("# Our handbook\n\nCall Ada.", "utf-8")
    assert run("publish", archive, "--yes").exit_code == 0
    assert page(archive).startswith(f"# Our handbook\n\nCall Ada.\n\n{FIRST_LINE}\n\n## My archive\n")
    (archive / "HANDOVER.md").unlink()
    assert run("publish", archive, "--yes").exit_code == 0
    assert page(archive).startswith("# Handing this archive over\n")


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace(LAST_LINE, ""),
        lambda text: text.replace(FIRST_LINE, ""),
        lambda text: text + text,
        lambda text: LAST_LINE + text.replace(LAST_LINE, ""),
    ],
)
def test_a_page_whose_marks_are_broken_is_not_guessed_at(archive: Path, broken: Callable[[str], str]):
    """Nothing is published, the page stays as it is, and the way out is said."""
    (archive / "HANDOVER.md").write_text(broken(page(archive)), "utf-8")
    before = page(archive)
    result = run("publish", archive, "--yes")
    assert result.exit_code == 1
    assert (
        "HANDOVER.md: error: the two lines between which archivegen writes are not both there once"
        in result.stderr
    )
    assert page(archive) == before
    assert not (archive / "permalinks.yml").exists()


def test_what_git_could_not_merge_of_somebodys_words_is_not_published(archive: Path):
    """In its own part the program writes anew; elsewhere somebody must decide."""
    own = "<<<<<<< HEAD\n1 document.\n=======\n2 documents.\n>>>>>>> theirs\n"
    (archive / "HANDOVER.md").write_text(page(archive).replace(FIRST_LINE, f"{FIRST_LINE}\n{own}"), "utf-8")
    assert run("publish", archive, "--yes").exit_code == 0
    assert "<<<" not in page(archive)
    (archive / "HANDOVER.md").write_text(f"Ada’s page\n=======\n{page(archive)}", "utf-8")
    assert run("publish", archive, "--yes").exit_code == 0
    (archive / "HANDOVER.md").write_text(own + page(archive), "utf-8")
    result = run("publish", archive, "--yes")
    assert result.exit_code == 1
    assert (
        "HANDOVER.md: error: two versions of this page were merged and git’s marks are left; keep what you want of both "
        "and remove the marks; what archivegen writes it writes anew\n"
    ) in result.stderr


def test_build_leaves_it_as_it_is(archive: Path):
    """Only `publish` writes beside the ledger."""
    (archive / "seeds/second.txt").write_text("The pier was closed on the day of the great storm.\n", "utf-8")
    before = page(archive)
    assert run("build", archive).exit_code == 0
    assert page(archive) == before
    assert not (archive / "published-files.txt").exists()


def commands_of(archive: Path) -> list[list[str]]:
    """Return the commands of the page."""
    block = re.search(r"```sh\n(.*?)```", page(archive), re.DOTALL)
    assert block
    return [shlex.split(line) for line in block[1].splitlines()]


def test_the_commands_of_the_page_run(archive: Path, monkeypatch: pytest.MonkeyPatch):
    """A successor who follows them in the archive's folder, with the program installed, gets the site."""
    assert run("publish", archive, "--yes").exit_code == 0
    monkeypatch.chdir(archive)
    for command in commands_of(archive):
        assert command[0] == "archivegen"
        assert run(*command[1:]).exit_code == 0, command


def test_the_page_tells_of_the_program_that_is_kept(archive: Path):
    """If it is the version that made the site; how that is installed, a test of docs/backup.md shows."""
    (archive / "program").mkdir()
    (archive / "program" / "archivegen-0.0.1-py3-none-any.whl").touch()
    assert run("publish", archive, "--yes").exit_code == 0
    assert "the program is not kept in this folder" in page(archive)
    wheel = f"archivegen-{__version__}-py3-none-any.whl"
    (archive / "program" / wheel).touch()
    assert run("publish", archive, "--yes").exit_code == 0
    assert "is not kept" not in page(archive)
    assert "- `program/`: holds the program that makes the site" in page(archive)
    install = ["python", "-m", "pip", "install", "--find-links", "program", f"program/{wheel}"]
    assert commands_of(archive)[0] == install


def test_embargoes_are_named_with_their_last_day(archive: Path):
    """Whoever comes next must know what a build after that day will open."""
    for name, access in (
        ("a", "{value: embargoed, until: 2035-12-31}"),
        ("b", "{value: embargoed, until: 2035-12-31}"),
        ("c", "draft"),
    ):
        (archive / f"seeds/{name}.txt").write_text(
            f"This must not be seen by anybody at all, {name}.\n", "utf-8"
        )
        (archive / f"seeds/{name}.yml").write_text(f"access: {access}\n", "utf-8")
    assert run("publish", archive, "--yes").exit_code == 0
    assert (
        "- `seeds/c.txt`: this document is a draft, and its text is not published.\n"
        "- `seeds/a.txt`, `seeds/b.txt`: this document is embargoed until 31 December 2035, and its text is not published.\n"
    ) in page(archive)
