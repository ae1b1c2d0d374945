"""Ctrl-C at any moment: no traceback, and the truth about what was done."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from archivegen import build as pipeline
from archivegen import starter
from archivegen.cli import ids, interruption, making
from archivegen.cli.interruption import terminate
from archivegen.publish import recording, write
from tests.conftest import ROOT
from tests.test_cli import run, started

LETTER = "1961-03-04-letter-anna-lindqvist-peter-okafor"
UPLOAD = "The new site is in {}.\nFor upload.zip run the same command again.\n"
RECORDED = "Interrupted when everything had been recorded already.\n"
READ = "  documents …\n  addresses …\n"
UNTOUCHED = "Interrupted. Nothing was recorded, and the site is as it was.\n"


SETTLED = (
    "permalinks.yml: notice: an interrupted recording was finished: the new site stands, and now its record does; "
    "nothing needs to be done\n"
)


def interrupt(*_arguments: object, **_options: object) -> None:
    """Do as Ctrl-C does."""
    raise KeyboardInterrupt


def fill_disk(*_arguments: object, **_options: object) -> None:
    """Do as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device", "place")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that a program can send itself")
@pytest.mark.parametrize("library", ["click", "yaml", "jinja2"])
def test_while_the_program_loads_there_is_nothing_to_tell(tmp_path: Path, library: str):
    """The first half second is spent on loading: it ends with one line."""
    (tmp_path / f"{library}.py").write_text(
        f"import os\nos.kill(os.getpid(), {int(signal.SIGINT)})\nwhile True: pass\n", "utf-8"
    )
    path = os.pathsep.join([str(tmp_path), str(ROOT / "src")])
    # What is started in the background is deaf to Ctrl-C, and so is all that it starts.
    hearing = "signal.signal(signal.SIGINT, signal.default_int_handler)"
    module = "runpy.run_module('archivegen', run_name='__main__', alter_sys=True)"
    finished = subprocess.run(
        [sys.executable, "-c", f"import runpy, signal; {hearing}; {module}", "check", "."],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": path},
        capture_output=True, text=True, check=False, timeout=30,
    )  # fmt: skip
    assert (finished.returncode, finished.stderr) == (130, "Interrupted before anything was done.\n")


def test_the_installed_program_begins_where_the_module_does():
    """What catches Ctrl-C while the program loads is loaded before all else, however it is started."""
    assert 'archivegen = "archivegen.__main__:start"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("module", "step", "said"),
    [
        (pipeline, "read_archive", UNTOUCHED),
        (pipeline, "write_site", UNTOUCHED),
        (making, "summary", RECORDED + UPLOAD),
        (pipeline, "hand_out_upload", RECORDED + UPLOAD),
    ],
)
def test_a_publish_says_whether_it_recorded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, step: str, said: str
):
    """What was recorded is recorded, whenever the command was interrupted; what was not is not."""
    root = started(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(module, step, interrupt)
    result = run("publish", root, "--yes", "--changed-only", "upload.zip")
    assert result.exit_code == 130
    assert result.stderr.endswith(said.format(root / "build"))
    assert (root / "permalinks.yml").exists() is said.startswith(RECORDED)
    assert (root / "build" / "index.html").exists() is said.startswith(RECORDED)


@pytest.mark.parametrize("ending", [interrupt, terminate, fill_disk])
def test_what_an_earlier_command_recorded_is_not_taken_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: Callable[..., None]
):
    """A recording that was broken off is settled first, and is told of in a line of its own."""
    root = started(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(recording, "_conclude", interrupt)
        patched.setattr(interruption, "settle", lambda _ledger: ())
        run("publish", root, "--yes")
    assert recording.is_interrupted(root / "permalinks.yml")
    assert not (root / "permalinks.yml").exists()
    monkeypatch.setattr(making, "review_text", ending)
    code, said = {
        interrupt: (130, UNTOUCHED),
        terminate: (143, UNTOUCHED),
        fill_disk: (
            1,
            f"place: error: No space left on device\n{UNTOUCHED.replace('Interrupted', 'Stopped')}",
        ),
    }[ending]
    result = run("publish", root, "--yes")
    assert (result.exit_code, result.stderr) == (code, SETTLED + READ + said)
    assert (root / "permalinks.yml").exists()


@pytest.mark.parametrize(
    ("command", "module", "step", "said"),
    [
        ("publish", pipeline, "hand_out_upload", (RECORDED + UPLOAD).format("build")),
        ("publish", pipeline, "write_site", UNTOUCHED),
        ("move", ids, "_say_next", RECORDED),
        ("move", ids, "move", UNTOUCHED),
    ],
)
def test_a_disk_that_fails_is_no_reason_to_say_that_nothing_was_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, command: str, module: object, step: str, said: str
):
    """It fails where it will, as a command is interrupted where it will."""
    monkeypatch.chdir(started(tmp_path))
    if command == "move":
        assert run("publish", "--yes").exit_code == 0
    words = {
        "publish": ["publish", "--yes", "--changed-only", "upload.zip"],
        "move": ["ids", "move", LETTER, "the-letter"],
    }[command]
    monkeypatch.setattr(module, step, fill_disk)
    result = run(*words)
    failed = "place: error: No space left on device\n"
    assert result.exit_code == 1
    assert result.stderr.endswith(failed + said.replace("Interrupted", "Stopped"))


def test_a_disk_that_fails_while_it_is_told_makes_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """What cannot be finished now is finished by the next command."""
    root = started(tmp_path)
    monkeypatch.setattr(pipeline, "write_site", interrupt)
    monkeypatch.setattr(interruption, "settle", fill_disk)
    result = run("publish", root, "--yes")
    assert result.exit_code == 130
    assert result.stderr.endswith(
        "place: error: No space left on device\n"
        "Interrupted while the record was being written: the next command finishes or drops it, and says which.\n"
    )


def test_an_archive_to_upload_that_was_interrupted_is_had_by_the_same_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The next one holds every file that this one would have held."""
    root = started(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "hand_out_upload", interrupt)
        assert run("publish", root, "--yes", "--changed-only", tmp_path / "upload.zip").exit_code == 130
    files = sum(file.is_file() for file in (root / "build").rglob("*"))
    again = run("publish", root, "--yes", "--changed-only", tmp_path / "upload.zip")
    assert f"To upload: {files} files" in again.stdout


def test_a_build_says_whether_its_site_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Before the swap and after it."""
    root = started(tmp_path)
    for module, step, said in (
        (pipeline, "write_site", UNTOUCHED),
        (
            making,
            "summary",
            f"Interrupted when the new site stood already; there was nothing to record.\nThe new site is in {root / 'build'}.\n",
        ),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(module, step, interrupt)
            assert run("build", root).stderr.endswith(said)


def test_between_the_two_steps_of_the_swap_the_old_site_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The old site was set aside and the new one does not stand yet."""
    root = started(tmp_path)
    assert run("build", root).exit_code == 0
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if write._NEW in path.name:
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    result = run("publish", root, "--yes")
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (130, UNTOUCHED.strip())
    assert (root / "build" / "index.html").exists()
    assert not (root / "permalinks.yml").exists()


def test_a_change_of_the_ledger_says_whether_it_was_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The commands of `ids` write the record alone."""
    root = started(tmp_path)
    assert run("publish", root, "--yes").exit_code == 0
    for step, said in (
        ("move", UNTOUCHED),
        ("_say_next", RECORDED),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(ids, step, interrupt)
            result = run("ids", "move", LETTER, "the-letter", "--archive", root)
            assert (result.exit_code, result.stderr) == (130, said)


@pytest.mark.parametrize("is_there", [True, False])
def test_an_archive_that_was_not_begun_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
):
    """Or the same command would be refused, because there are files."""
    if is_there:
        (tmp_path / "demo").mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(starter, "handover_text", interrupt)
        assert run("init", tmp_path / "demo").exit_code == 130
    assert [path.name for path in tmp_path.rglob("*")] == ["demo"] * is_there
    started(tmp_path)


def test_what_others_put_into_a_new_archive_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Files, folders and links that came while it was begun are nobody's but theirs."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "kept.txt").write_text("kept", "utf-8")
    demo = tmp_path / "demo"

    def meanwhile(*_arguments: object) -> None:
        (demo / "seeds" / "mine.txt").write_text("mine", "utf-8")
        (demo / "notes").mkdir()
        (demo / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
        raise KeyboardInterrupt

    monkeypatch.setattr(starter, "handover_text", meanwhile)
    result = run("init", demo)
    assert (result.exit_code, result.stderr) == (130, "Interrupted.\n")
    assert sorted(path.relative_to(demo).as_posix() for path in demo.rglob("*")) == [
        "linked", "notes", "seeds", "seeds/mine.txt",
    ]  # fmt: skip
    assert (tmp_path / "elsewhere" / "kept.txt").exists()


def test_the_question_may_be_answered_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing is recorded before it is answered with yes."""
    root = started(tmp_path)

    def answered(_question: str) -> bool:
        try:
            interrupt()
        except KeyboardInterrupt:
            raise click.Abort from None
        return True

    monkeypatch.setattr(click, "confirm", answered)
    result = run("publish", root)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (130, UNTOUCHED.strip())


def test_where_nobody_can_answer_the_options_are_named(tmp_path: Path):
    """As where a machine runs the command."""
    root = started(tmp_path)
    result = run("publish", root, input="")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "Error: nobody is there to answer: --yes records what is new, --accept what has changed, unasked\n"
    )
    assert not (root / "permalinks.yml").exists()
