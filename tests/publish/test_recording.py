"""The site and its record change together: whatever is killed, and whenever, both stand in the end or neither."""

import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.conftest import build_quietly, copy_sample, request_for
from tests.test_cli import run

from archivegen.archive.publication import review_of
from archivegen.build import build
from archivegen.problems import Refusal
from archivegen.publish import recording, write
from archivegen.publish.lock import locked
from archivegen.publish.recording import RECORDING, record, settle, site_and_record
from archivegen.publish.write import write_text
from archivegen.reading import read_archive

OLD, NEW = (
    {"permalinks.yml": "old\n", "published.jsonl": "old\n"},
    {"permalinks.yml": "new\n", "published.jsonl": "new\n"},
)
# Every call that changes the disk in the course of a recording, by the module that makes it.
STEPS = [
    (recording, "new_folder"), (recording, "_lay_ready"), (recording, "to_disk"), (recording, "put_in_place"),
    (write, "_swap"), (recording, "_conclude"), (recording, "replace_text"),
]  # fmt: skip


def published(folder: Path, texts: dict[str, str]) -> Path:
    """Return a folder with a site and its record, both of one state."""
    ledger = folder / "permalinks.yml"
    with site_and_record(folder / "build", ledger, texts) as site:
        write_text(site / "data" / "permalinks.yml", texts["permalinks.yml"])
        write_text(site / "index.html", texts["permalinks.yml"])
    return ledger


def state(folder: Path) -> list[str]:
    """Return what the site and each file of the record hold, and what else lies about."""
    names = ("build/index.html", *NEW)
    found = [(folder / name).read_text("utf-8").strip() for name in names if (folder / name).is_file()]
    return found + sorted(p.name for p in folder.iterdir() if p.name not in ("build", *NEW))


def killed_at(folder: Path, count: int) -> int:
    """Publish in a process that dies at a change to the disk; return how the process ended."""

    def dying(function: Callable[..., object], left: list[int]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                os._exit(9)
            return function(*arguments, **options)

        return call

    def publish() -> None:
        left = [count]
        for method in ("rename", "replace", "mkdir", "open"):
            setattr(Path, method, dying(getattr(Path, method), left))
        recording.shutil.rmtree = dying(recording.shutil.rmtree, left)
        published(folder, NEW)

    process = multiprocessing.get_context("fork").Process(target=publish)
    process.start()
    process.join(30)
    return process.exitcode or 0


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_process_killed_at_any_step_leaves_nothing_half_done(tmp_path: Path):
    """Killed before each change to the disk in turn, the next command finds the old state or the new one, whole."""
    outcomes = []
    for count in range(100):
        folder = tmp_path / str(count)
        folder.mkdir()
        ledger = published(folder, OLD)
        code = killed_at(folder, count)
        settle(ledger)
        with write.new_folder(folder / "build") as fresh:
            fresh.rmdir()
        assert state(folder) in (["old"] * 3, ["new"] * 3), f"killed before change {count}"
        outcomes.append(state(folder)[0])
        if code == 0:
            break
    assert len(outcomes) > 15
    assert outcomes == sorted(outcomes, reverse=True), "once the site stands, its record follows"
    assert outcomes[0] == "old"
    assert outcomes[-1] == "new"


@pytest.mark.parametrize(("module", "step"), STEPS, ids=lambda part: getattr(part, "__name__", part))
@pytest.mark.parametrize("is_after", [False, True], ids=["before", "after"])
def test_an_error_at_any_step_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: object, step: str, is_after: bool
):
    """A full disk or Ctrl-C, before or after any step."""
    ledger = published(tmp_path, OLD)
    function = getattr(module, step)

    def interrupted(*arguments: object, **options: object) -> object:
        if is_after:
            function(*arguments, **options)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        published(tmp_path, NEW)
    monkeypatch.undo()
    settle(ledger)
    with write.new_folder(tmp_path / "build") as fresh:
        fresh.rmdir()
    assert state(tmp_path) in (["old"] * 3, ["new"] * 3)


def killed_before(step: str, monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Publish an archive as if the program had died before a step: what it would do afterwards is not done."""
    reading = read_archive(request_for(root))
    monkeypatch.setattr(recording, step, _die)
    monkeypatch.setattr(recording, "_conclude", _die)
    with pytest.raises(SystemExit):
        request = request_for(root, with_search=False, day="2026-12-01")
        build(request, review_of(reading.archive, reading.ledger))
    monkeypatch.undo()


def _die(*_arguments: object) -> None:
    raise SystemExit


@pytest.mark.parametrize("command", ["build", "check", "publish", "ids"])
@pytest.mark.parametrize(("step", "is_recorded"), [("put_in_place", False), ("_conclude", True)])
def test_the_next_command_finishes_or_drops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, step: str, is_recorded: bool
):
    """Killed before the site stood, nothing is recorded; killed after, the record follows."""
    root = copy_sample(tmp_path)
    build_quietly(root, with_search=False)
    (root / "seeds" / "pier.txt").write_text("The pier was closed on the day of the storm.\n", "utf-8")
    (root / "seeds" / "pier.yml").write_text("title: The pier\nid: pier\n", "utf-8")
    before = (root / "permalinks.yml").read_text("utf-8")
    killed_before(step, monkeypatch, root)
    assert (root / "permalinks.yml").read_text("utf-8") == before
    result = run(
        *{"ids": ("ids", "list", root), "publish": ("publish", root)}.get(command, (command, root)),
        input="n\n",
    )
    assert "an interrupted recording was " + ("finished" if is_recorded else "dropped") in result.stderr
    recorded = (root / "permalinks.yml").read_text("utf-8")
    assert ('id: "pier"' in recorded) is is_recorded
    assert not (root / RECORDING).exists()


def test_a_recording_without_a_site_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What is laid ready is decided: the next command finishes it."""
    ledger = published(tmp_path, OLD)
    monkeypatch.setattr(recording, "_conclude", _die)
    with pytest.raises(SystemExit):
        record(ledger, NEW)
    monkeypatch.undo()
    assert [notice.code for notice in settle(ledger)] == ["recording-settled"]
    assert state(tmp_path)[1:] == ["new", "new"]
    assert settle(ledger) == ()


def test_a_recording_that_is_under_way_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Another command is at work on the ledger: what it has laid ready is its own."""
    ledger = published(tmp_path, OLD)
    monkeypatch.setattr(recording, "_conclude", _die)
    with pytest.raises(SystemExit):
        record(ledger, NEW)
    monkeypatch.undo()
    with locked(ledger):
        assert settle(ledger) == ()
        with pytest.raises(Refusal, match="another command is writing this file"), locked(ledger):
            pass
    assert state(tmp_path)[1:] == ["old", "old", RECORDING]


@pytest.mark.parametrize("linked", ["ledger", "site"])
def test_a_folder_reached_through_a_link_is_recorded(tmp_path: Path, linked: str):
    """What lies beside the link is not what lies beside the folder."""
    deep = tmp_path / "elsewhere" / "deep" / "deeper"
    deep.mkdir(parents=True)
    (tmp_path / "link").symlink_to(deep)
    folders = {"ledger": tmp_path, "site": tmp_path, linked: tmp_path / "link"}
    ledger = folders["ledger"] / "permalinks.yml"
    with site_and_record(folders["site"] / "build", ledger, NEW) as site:
        write_text(site / "data" / "permalinks.yml", NEW["permalinks.yml"])
    assert [(folders["ledger"] / name).read_text("utf-8") for name in NEW] == ["new\n", "new\n"]


def test_without_a_path_from_one_to_the_other_the_whole_path_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The site and the ledger lie on two drives."""

    def other_drive(*_paths: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(recording.os.path, "relpath", other_drive)
    published(tmp_path, NEW)
    assert state(tmp_path) == ["new"] * 3


def test_a_site_that_is_not_found_in_its_place_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nothing is recorded of it, and nobody is told that it was."""
    ledger = published(tmp_path, OLD)
    monkeypatch.setattr(recording, "put_in_place", lambda *_folders: None)
    with pytest.raises(Refusal) as refused:
        published(tmp_path, NEW)
    assert [problem.as_line() for problem in refused.value.problems] == [
        (
            f"{tmp_path}/build: error: the new site was swapped in but is not found here, and nothing was recorded; look at "
            "what else changes this folder, and publish again"
        )
    ]
    assert ledger.read_text("utf-8") == "old\n"


def test_a_ledger_changed_after_the_interruption_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """A colleague's ledger was taken over meanwhile: both texts are named, and brought together they are recorded."""
    ledger = published(tmp_path, OLD)
    monkeypatch.setattr(recording, "_conclude", _die)
    with pytest.raises(SystemExit):
        published(tmp_path, NEW)
    monkeypatch.undo()
    write_text(ledger, "old and pulled\n")
    with pytest.raises(Refusal) as refused:
        settle(ledger)
    assert [problem.as_line() for problem in refused.value.problems] == [
        (
            "permalinks.yml: error: this file was changed after a recording was interrupted, which would put "
            ".archivegen-recording/texts/permalinks.yml in its place; bring both together and save the same text in both; "
            "the next command finishes the recording"
        )
    ]
    assert state(tmp_path)[1:] == ["old and pulled", "old", RECORDING]
    for file in (ledger, tmp_path / RECORDING / "texts" / "permalinks.yml"):
        write_text(file, "new and pulled\n")
    assert [notice.code for notice in settle(ledger)] == ["recording-settled"]
    assert state(tmp_path)[1:] == ["new and pulled", "new"]
