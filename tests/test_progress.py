"""Long work shows how far it is: in a bar on a terminal, in plain lines elsewhere, and not at all where quiet is asked for."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from archivegen.cli import progress
from archivegen.cli.progress import shown, timings, usual_jobs
from tests.conftest import copy_sample
from tests.test_cli import run

STEPS = ["documents", "addresses", "pages", "links"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The sample archive."""
    return copy_sample(tmp_path / "archive")


def test_each_step_is_a_plain_line_elsewhere(root: Path):
    """On the stream of messages, so that what a command gives out stays clean."""
    result = run("build", root, "--no-search")
    assert result.stderr.splitlines()[: len(STEPS)] == [f"  {step} …" for step in STEPS]
    assert "…" not in result.stdout


def test_long_steps_say_how_far_they_are(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """With rate and time left; whoever keeps the lines is not flooded."""
    now = iter(range(0, 10_000, 3))
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(now))
    with shown() as watch:
        watch.begin("documents", 40)
        for _ in range(20):
            watch.advance()
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "  documents …"
    assert 1 < len(lines) < 20
    assert all(
        re.fullmatch(r"  documents: \d+ of 40, \d+ a second, about \d+ s left", line) for line in lines[1:]
    )


def test_quiet_shows_nothing(root: Path):
    """Neither steps nor summary."""
    result = run("build", root, "--no-search", "--quiet")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "…" not in result.stderr


def test_timings_name_every_step_and_what_was_read(root: Path):
    """Also where all else is quiet."""
    for read, kept in ((2, 0), (0, 2)):
        result = run("build", root, "--no-search", "--quiet", "--timings")
        *steps, files = [line for line in result.stderr.splitlines() if re.match(r" +\d", line)]
        assert [line.split()[-1] for line in steps] == STEPS
        assert files.split() == [str(read), "read,", str(kept), "unchanged"]


def test_the_summary_says_how_much_was_read(root: Path):
    """As soon as there is anything that was not."""
    assert "Read" not in run("build", root, "--no-search").stdout
    assert (
        "Read 0 of 2 files; the others have not changed since they were last read."
        in run("build", root, "--no-search").stdout
    )
    (root / "seeds/letter.txt").write_text("Westhaven, 3 March 1961\n\nThe pier is closed.\n", "utf-8")
    assert "Read 1 of 3 files;" in run("build", root, "--no-search").stdout


def test_one_process_alone_is_never_chosen_unasked():
    """There a damaged file would not be bounded."""
    assert 2 <= usual_jobs() <= 4


def test_what_is_not_counted_has_no_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """But it has its time."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with shown() as watch:
        watch.begin("links")
    assert capsys.readouterr().err == "  links …\n"
    assert timings(watch).endswith("links")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no terminals that a program can make")
def test_a_terminal_sees_a_bar(root: Path):
    """How far each counted step is, how fast, and how long it will take; the cursor is there again at the end."""
    mine, its = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "archivegen", "build", str(root), "--no-search"],
        stdout=subprocess.DEVNULL, stderr=its, env=os.environ | {"TERM": "xterm", "COLUMNS": "100"},
    )  # fmt: skip
    os.close(its)
    seen = b""
    while True:
        try:
            piece = os.read(mine, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    os.close(mine)
    assert process.wait(30) == 0
    text = click.unstyle(seen.decode())
    assert re.search(r"  documents  \[#{30}\]  2/2  ", text)
    assert re.search(r"  pages  \[[#-]{30}\]  \d+/\d+ .*\d+/s", text)
    assert seen.rfind(b"\x1b[?25h") > seen.rfind(b"\x1b[?25l")
