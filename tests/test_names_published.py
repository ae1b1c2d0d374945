"""What `publish` shows of the addresses of names, and of files that were moved, and what `build --locked` refuses."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archivegen.cli import main

GERMAN = "Die Halle ist bis auf weiteres geschlossen, weil es durch das Dach regnet.\n"
ENGLISH = "The hall is closed until further notice, because the roof lets in the rain.\n"
ONE_PERSON = "Viktor Halm:\n  variants: [Albrecht Noll]\n"
MERGED = "  merged  people/albrecht-noll/  leads to people/viktor-halm/\n"
DIVIDED = "  divided  people/albrecht-noll/  has a page of its own again\n"


def run(command: str, root: Path, *options: str, answer: str | None = None) -> Result:
    environment = {"SOURCE_DATE_EPOCH": "1767225600"}
    return CliRunner().invoke(main, [command, str(root), *options], input=answer, env=environment)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A published archive: minutes that name two people, and a notice in two languages."""
    seeds = tmp_path / "papers" / "seeds"
    (seeds / "letters").mkdir(parents=True)
    files = {
        "../archive.yml": "title: Papers\n",
        "minutes.txt": "The board met in May and decided nothing.\n",
        "minutes.yml": "title: Minutes\ncreators: [Viktor Halm]\nrecipients: [Albrecht Noll]\n",
        "notice.de.txt": GERMAN,
        "notice.de.yml": "title: Notice\ndate: 1932-04-01\nlanguage: de\n",
        "notice.en.txt": ENGLISH,
        "notice.en.yml": "version_of: notice.de.txt\nversion: translation\nlanguage: en\n",
    }
    for name, text in files.items():
        (seeds / name).write_text(text, "utf-8")
    assert run("publish", tmp_path / "papers", "--yes").exit_code == 0
    return tmp_path / "papers"


def test_names_that_become_one_are_shown_and_asked_about(archive: Path):
    """A redirect is a promise: a slip in a file of names makes none unseen."""
    before = (archive / "permalinks.yml").read_bytes()
    (archive / "people.yml").write_text(ONE_PERSON, "utf-8")
    shown = run("publish", archive, "--yes")
    assert MERGED in shown.stdout
    assert "1 address of a name would change" in shown.stdout
    assert "Nothing is new" not in shown.stdout
    assert shown.exit_code != 0
    assert (archive / "permalinks.yml").read_bytes() == before
    assert run("publish", archive, "--accept").exit_code == 0
    assert 'moved_to: "people/viktor-halm/"' in (archive / "permalinks.yml").read_text("utf-8")
    assert "Nothing is new" in run("publish", archive, "--yes").stdout


def test_names_that_are_divided_again_are_shown(archive: Path):
    """Whoever cited the address is led elsewhere than before."""
    (archive / "people.yml").write_text(ONE_PERSON, "utf-8")
    assert run("publish", archive, "--accept").exit_code == 0
    (archive / "people.yml").unlink()
    assert DIVIDED in run("publish", archive, "--accept").stdout
    assert "Nothing is new" in run("publish", archive).stdout


def test_a_locked_build_refuses_a_redirect_that_is_not_recorded(archive: Path):
    """It would stand in the site, and no ledger would know of it."""
    (archive / "people.yml").write_text(ONE_PERSON, "utf-8")
    built = run("build", archive, "--locked", "--quiet")
    assert built.exit_code == 1
    assert (
        "permalinks.yml: error: people/albrecht-noll/ leads to people/viktor-halm/ now, and the ledger does not say so; "
        "run “archivegen publish” and keep what it writes\n"
    ) in built.stderr.replace(f" {archive}", "")
    assert run("publish", archive, "--accept").exit_code == 0
    assert run("build", archive, "--locked", "--quiet").exit_code == 0


def test_a_document_of_two_files_that_moved_is_shown(archive: Path):
    """An original goes with its translation and their files of corrections."""
    for file in sorted((archive / "seeds").glob("notice.*")):
        file.rename(file.parent / "letters" / file.name)
    shown = run("publish", archive)
    assert (
        "  moved  documents/1932-04-01-notice/  seeds/notice.de.txt is now seeds/letters/notice.de.txt\n"
        in shown.stdout
    )
