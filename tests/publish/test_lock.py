"""One writer at a time, whoever it is; and who may not write is told so before anything is begun."""

import errno
import os
from pathlib import Path

import pytest
from filelock import FileLock
from tests.test_cli import run, started

from archivegen.problems import Refusal
from archivegen.publish.lock import locked

READ_ONLY = (
    "{}: error: this folder cannot be written; get the right to write there, or work on a copy of the archive; "
    "a build can also go elsewhere, with --output\n"
)


def files(folder: Path) -> list[str]:
    """Return the names of what stands in a folder, but for what is kept for the next build."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".cache")


@pytest.mark.parametrize("name", ["build", "permalinks.yml"])
def test_a_lock_lies_beside_what_it_guards_and_leaves_nothing(tmp_path: Path, name: str):
    """Whoever may write the archive may take its lock: it lies in no folder that another user could have filled."""
    with locked(tmp_path / name):
        assert files(tmp_path) == [f".{name}.archivegen-lock"]
    assert files(tmp_path) == []
    with locked(tmp_path / name):
        pass


@pytest.mark.skipif(os.name == "nt", reason="there the folder says who may open a file")
def test_a_lock_of_somebody_else_can_be_opened(tmp_path: Path):
    """Or it could not be told whether it is held; one whose program was killed is left behind."""
    before = os.umask(0o077)
    try:
        with locked(tmp_path / "build"):
            (file,) = tmp_path.iterdir()
            assert file.stat().st_mode & 0o777 == 0o666
    finally:
        os.umask(before)


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("build", "another build is writing this folder; wait until it has ended"),
        ("permalinks.yml", "another command is writing this file; wait until it has ended"),
        ("upload.zip", "another command is writing this file; wait until it has ended"),
    ],
)
def test_who_comes_second_is_told_before_anything_is_shown(tmp_path: Path, place: str, message: str):
    """Nobody need approve what cannot be recorded."""
    root = started(tmp_path)
    with locked(root / place):
        result = run("publish", root, "--yes", "--changed-only", root / "upload.zip")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{root / place}: error: {message}\nNothing was published.\n"


def test_what_is_declined_makes_no_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The folders of the site and of the archive to upload are made when there is something to put in."""
    monkeypatch.chdir(started(tmp_path))
    before = files(Path())
    result = run(
        "publish", "--output", "new/site", "--changed-only", "new/deep/upload.zip", input="n\n"
    )  # fmt: skip
    assert result.exit_code == 1
    assert result.stdout.endswith("[y/N]: n\nNothing was recorded.\n")
    assert files(Path()) == before


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
@pytest.mark.parametrize(
    ("command", "outcome"),
    [
        (["publish", "--yes"], "Nothing was published."),
        (["build"], "Nothing was published."),
        (["ids", "move", "old", "new", "--archive"], "Nothing was changed."),
    ],
    ids=lambda part: part[0] if isinstance(part, list) else None,
)
def test_where_nothing_may_be_written_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, command: list[str], outcome: str
):
    """It names the archivist's folder and no file of the program's, and nothing else is said."""
    root = started(tmp_path)
    before = files(root)

    def refused(*_arguments: object, **_options: object) -> None:
        raise OSError(number, os.strerror(number), str(root / ".internal"))

    monkeypatch.setattr(FileLock, "acquire", refused)
    result = run(*command, root)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == READ_ONLY.format(root) + f"{outcome}\n"
    assert files(root) == before


def test_another_fault_of_the_disk_is_no_question_of_rights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A full disk is told as what it is."""
    root = started(tmp_path)

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "place")

    monkeypatch.setattr(FileLock, "acquire", full)
    assert run("build", root).stderr == (
        "place: error: No space left on device\nStopped. Nothing was recorded, and the site is as it was.\n"
    )


def test_a_build_elsewhere_asks_nothing_of_the_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A folder that may only be read can be built."""
    root = started(tmp_path)
    acquire = FileLock.acquire

    def refused(lock: FileLock, *arguments: object, **options: object) -> object:
        if Path(lock.lock_file).parent == root:
            raise PermissionError(errno.EACCES, "Permission denied", lock.lock_file)
        return acquire(lock, *arguments, **options)

    monkeypatch.setattr(FileLock, "acquire", refused)
    assert run("build", root, "--output", tmp_path / "site", "--no-search").exit_code == 0
    with pytest.raises(Refusal), locked(root / "build"):
        pass
