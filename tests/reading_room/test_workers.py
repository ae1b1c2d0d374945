"""Processes that die, hang and swell cost what they worked on and nothing else."""

import importlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.reading_room.bad_readers import work, work_of_nobody

from archivegen.problems import Refusal
from archivegen.reading_room import worker
from archivegen.reading_room.worker import Job
from archivegen.reading_room.workers import Crew

MEMORY = 400_000_000
PYTHONS_OWN = 700
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows holds no process to its memory")


def results(*tasks: str, size: int = 2, seconds: float = 60) -> list[bytes | str]:
    """Return what comes of tasks, in their order."""
    found = dict(Crew(work, size, MEMORY).results([Job(task, seconds) for task in tasks]))
    return [found[place] for place in range(len(tasks))]


def test_each_task_has_its_result():
    """Whoever ends first, and however many there are."""
    tasks = [f"task {number}" for number in range(40)]
    assert results(*tasks, size=3) == [task.encode() for task in tasks]
    assert results() == []


def test_workers_seldom_look_for_cycles():
    """What documents are read into has few; Python's own measure costs a twentieth of the time of reading."""
    (between,) = results("values between two looks for cycles")
    assert int(between) >= 10 * PYTHONS_OWN


@pytest.mark.parametrize("misfortune", ["crash", "leave"])
def test_a_worker_that_dies_costs_what_it_worked_on(misfortune: str):
    """The others have their results, also those that come after it with the same worker."""
    assert results("a", misfortune, "b", misfortune, "c", size=1) == [b"a", "died", b"b", "died", b"c"]


def test_a_worker_that_ends_with_an_error_of_its_own_is_one_that_dies():
    """Nothing but memory that runs out comes back in words."""
    assert list(Crew(work_of_nobody, 1, MEMORY).results([Job("a", 60)])) == [(0, "died")]


def test_a_worker_that_dies_after_its_answer_costs_nothing():
    """Neither what it has answered, nor what it is given next, nor the whole build."""
    found = {}
    for place, result in Crew(work, 1, MEMORY).results([Job(task, 60) for task in ("a", "linger", "b", "c")]):
        found[place] = result
        time.sleep(0.3)
    assert found == {0: b"a", 1: b"linger", 2: b"b", 3: b"c"}


def test_what_a_worker_dies_over_is_tried_once_more(tmp_path: Path):
    """The system may have ended it, and no document is to be blamed for that."""
    task = f"once {tmp_path / 'tally'}"
    assert results("a", task, "b", size=1) == [b"a", task.encode(), b"b"]


@POSIX
@pytest.mark.parametrize("misfortune", ["stammer", "boast"])
def test_a_worker_that_does_not_end_its_answer_is_ended(misfortune: str, monkeypatch: pytest.MonkeyPatch):
    """What it says is not waited for without end, nor is more of it taken than it may have of memory."""
    monkeypatch.setattr(worker, "_SECONDS_TO_SEND", 0.5)
    assert results("a", misfortune, "b", size=1) == [b"a", "died", b"b"]


@pytest.mark.parametrize("misfortune", ["hang", "sleep"])
def test_a_worker_that_hangs_is_ended(misfortune: str):
    """When its time is over, which begins when it is there, and not when it is started."""
    began = time.monotonic()
    assert results("a", misfortune, "b", size=1, seconds=0.5) == [b"a", "too-slow", b"b"]
    assert time.monotonic() - began < 60


@POSIX
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS holds no process to its memory")
def test_a_worker_that_swells_is_ended():
    """Before the machine runs out of memory."""
    assert results("a", "swell", "b", size=1) == [b"a", "too-large", b"b"]


@POSIX
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS holds no process to its memory")
@pytest.mark.parametrize("misfortune", ["xml", "xhtml"])
def test_libraries_that_call_a_lack_of_memory_otherwise_are_understood(misfortune: str):
    """A sound file is not called damaged, nor is it read in another way."""
    assert results("a", misfortune, "b", size=1) == [b"a", "too-large", b"b"]


def test_what_libraries_print_is_for_nobody(capfd: pytest.CaptureFixture[str]):
    """A damaged file makes noise in the libraries that read it."""
    assert results("print") == [b"print"]
    assert capfd.readouterr() == ("", "")


def test_workers_that_cannot_be_started_are_not_blamed_on_a_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Every document would be rejected otherwise."""
    module = tmp_path / "work_that_is_gone.py"
    module.write_text("def work(task):\n    return b'done'\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    gone = importlib.import_module("work_that_is_gone")
    module.unlink()
    with pytest.raises(Refusal, match="--jobs 1"):
        list(Crew(gone.work, 1, MEMORY).results([Job("a", 60)]))


def test_workers_that_die_before_they_are_there_are_started_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where memory is short for a moment, nothing is lost but time."""
    (tmp_path / "work_that_comes_late.py").write_text(
        "import os\n"
        "if tally := os.environ.get('TALLY'):\n"
        "    with open(tally, 'a') as file:\n"
        "        file.write('.')\n"
        "    if os.path.getsize(tally) < 3:\n"
        "        os._exit(9)\n"
        "def work(task):\n"
        "    return b'done'\n",
        "utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    late = importlib.import_module("work_that_comes_late")
    monkeypatch.setenv("TALLY", str(tmp_path / "tally"))
    found = dict(Crew(late.work, 2, MEMORY).results([Job(task, 60) for task in "abc"]))
    assert found == dict.fromkeys(range(3), b"done")


def test_who_asks_for_no_more_ends_the_workers():
    """Ctrl-C leaves nobody behind."""
    several = Crew(work, 2, MEMORY).results([Job(task, 60) for task in ("a", "sleep", "sleep")])
    assert next(several) == (0, b"a")
    began = time.monotonic()
    several.close()
    assert time.monotonic() - began < 10


@POSIX
def test_interrupted_workers_say_nothing(tmp_path: Path):
    """Ctrl-C reaches every process of a terminal, and only the first one answers it."""
    program = tmp_path / "asks.py"
    program.write_text(
        "import signal\n"
        "from archivegen.reading_room.worker import Job\n"
        "from archivegen.reading_room.workers import Crew\n"
        "from tests.reading_room.bad_readers import work\n"
        "if __name__ == '__main__':\n"
        "    signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "    try:\n"
        "        for _ in Crew(work, 2, 400_000_000).results([Job(t, 60) for t in ('a', 'sleep', 'sleep')]):\n"
        "            print('begun', flush=True)\n"
        "    except KeyboardInterrupt:\n"
        "        print('interrupted', flush=True)\n",
        "utf-8",
    )
    process = subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, text=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=30) == ("interrupted\n", "")
