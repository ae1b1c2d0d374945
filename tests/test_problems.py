"""Broken archives: each folder of tests/broken holds one, and what the program must say of it, word for word."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from archivegen.cli import main
from archivegen.problems import LEVELS, Problem, lines_of

BROKEN = sorted((Path(__file__).parent / "broken").iterdir())


@pytest.mark.parametrize("archive", BROKEN, ids=lambda folder: folder.name)
def test_every_fault_is_named_with_its_place_and_the_way_out(archive: Path, tmp_path: Path):
    """All problems come in one run, each with file, line and what to do; there is never a traceback."""
    root = tmp_path / "archive"
    shutil.copytree(archive, root)
    expected = (root / "expected.txt").read_text("utf-8")
    (root / "expected.txt").unlink()
    result = CliRunner().invoke(
        main, ["build", str(root), "--quiet", "--report", str(tmp_path / "report.json")]
    )
    assert f"exit {result.exit_code}\n{result.stderr}".replace(str(root), "ARCHIVE") == expected
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert len(report) == sum(": " in line for line in result.stderr.splitlines())
    assert (root / "build").exists() == (result.exit_code != 1)


def test_check_finds_in_files_of_corrections_what_a_build_finds(tmp_path: Path):
    """The same lines, errors first, before anything is built; of the site that is missing there is a notice more."""
    root = tmp_path / "archive"
    shutil.copytree(Path(__file__).parent / "broken" / "faulty_corrections", root)
    first, *expected = (
        (root / "expected.txt").read_text("utf-8").removesuffix("Nothing was published.\n").splitlines()
    )
    result = CliRunner().invoke(main, ["check", str(root)])
    found = result.stderr.replace(str(root), "ARCHIVE").splitlines()
    assert f"exit {result.exit_code}" == first
    assert [line for line in found if not line.startswith("build: notice")] == expected


def test_what_a_document_says_cannot_steer_the_terminal():
    """Control characters and reversals in a message are printed as escapes, and long ones are cut."""
    problem = Problem(path="a\x1b[2J.txt", code="x", message="\u202eevil" + "y" * 1000, fix="z")
    line = problem.as_line()
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert line.startswith("a\\u001b[2J.txt: error: \\u202eevil")
    assert len(line) <= 400


def test_errors_come_first(tmp_path: Path):
    """Twelve documents that are kept out do not drown in what is said of hundreds: warnings and notices follow, printed and in
    the report alike.
    """
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "archive.yml").write_text("title: Pier\n", "utf-8")
    (seeds / "a.html").write_text("<h1>On the pier</h1><p>It <del>was</del> is closed.", "utf-8")
    (seeds / "b.txt").write_text("Report\n\nThe mole is closed.\n", "utf-8")
    (seeds / "b.yml").write_text("dates: some day\n", "utf-8")
    (seeds / "c.docx").write_bytes(b"PK\x03\x04 broken off")
    report = tmp_path / "report.json"
    result = CliRunner().invoke(main, ["build", str(tmp_path), "--quiet", "--report", str(report)])
    levels = [line.split(": ")[1] for line in result.stderr.splitlines()]
    assert levels[0] == "error"
    assert "notice" in levels
    assert levels == sorted(levels, key=LEVELS.index)
    assert [problem["level"] for problem in json.loads(report.read_text("utf-8"))] == levels


def test_what_is_said_of_many_places_is_said_once():
    """Five warnings alike are one line with their number; four, and errors however many, are each named."""

    def warning(number: int, message: str, level: str = "warning") -> Problem:
        return Problem(path=f"seeds/{number}.txt", level=level, code="x", message=message, fix="do it")

    problems = [
        *(
            problem
            for number in range(5)
            for problem in (warning(number, "often"), warning(number, "bad", "error"))
        ),
        *(warning(number, "at times") for number in range(4)),
        *(
            Problem(path="seeds/a.txt", line=n, level="notice", code="x", message="here", fix="go")
            for n in range(1, 7)
        ),
    ]
    assert list(lines_of(problems)) == [
        *(f"seeds/{number}.txt: error: bad; do it" for number in range(5)),
        "seeds/0.txt: warning: often; do it (the same in 5 files)",
        *(f"seeds/{number}.txt: warning: at times; do it" for number in range(4)),
        "seeds/a.txt:1: notice: here; go (the same in 6 places of this file)",
    ]


def test_a_command_that_names_the_file_does_not_make_another_thing_of_it():
    """What is said of three hundred pages is one line, with the command for the first."""
    problems = [
        Problem(
            path=f"seeds/{number}.html",
            line=20 + number,
            level="notice",
            code="not-shown",
            message="words are hidden",
            fix=f"look with “archivegen inspect seeds/{number}.html”",
        )
        for number in range(300)
    ]
    assert list(lines_of(problems)) == [
        "seeds/0.html:20: notice: words are hidden; look with “archivegen inspect seeds/0.html” (the same in 300 files)"
    ]
