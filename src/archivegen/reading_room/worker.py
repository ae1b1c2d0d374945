"""One process that works for this one, bounded in time and memory, and what passes between the two.

It is started afresh (“spawn”), which every system can. What it gives back is bytes: nothing that a document made of its
reader is unpickled here.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from typing import Any, Generic, Literal, TypeVar

from archivegen.reading_room.bounds import bound_memory, bound_seconds, collect_rarely, fall_silent

Failure = Literal["too-slow", "too-large", "died"]
# It never was there: nothing was heard of it for minutes, or it died.
Misbirth = Literal["unborn", "stillborn"]
Task = TypeVar("Task")
# What a worker sends: that it is there; a result, behind this sign; that the memory did not suffice.
_READY, _RESULT, _TOO_LARGE = b"+", b"=", b"-"
_SECONDS_TO_START, _SECONDS_TO_SEND, _SECONDS_TO_END = 300.0, 60.0, 10.0
SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Job(Generic[Task]):
    """Something to work on, and how many seconds that may take."""

    task: Task
    seconds: float


class Worker:
    """One process, what it works on, and until when it may."""

    def __init__(self, work: Callable[[Any], bytes], memory: int, place: int, job: Job[Any]) -> None:
        """Start it on something.

        Raises:
            OSError: the system starts no process.

        """
        self.connection, other_end = SPAWN.Pipe()
        self._process = SPAWN.Process(target=_serve, args=(other_end, work, memory), daemon=True)
        try:
            with deaf_to_interruption():
                self._process.start()
        finally:
            # The last one who holds this end must be the worker: it is by its end that its death is noticed.
            other_end.close()
        self.is_sound = True
        self._is_there = False
        self._memory = memory
        self.give(place, job)

    def give(self, place: int, job: Job[Any]) -> bool:
        """Have it work on something, and say whether it still lives to hear of it."""
        self.place, self.job = place, job
        self.deadline = time.monotonic() + (job.seconds if self._is_there else _SECONDS_TO_START)
        try:
            self.connection.send((job.task, job.seconds))
        except OSError:
            return False
        return True

    def result(self) -> bytes | Failure | Misbirth | None:
        """Return what came of its work, or of starting it; None where it has only come to be there."""
        try:
            message = self._heard() if self.connection.poll() else None
        except (EOFError, OSError):
            return self._lost("died")
        if message is None:
            return self._lost("too-slow")
        if message == _READY and not self._is_there:
            self._is_there = True
            self.deadline = time.monotonic() + self.job.seconds
            return None
        if message[:1] == _RESULT:
            return message[1:]
        return self._lost("too-large" if message == _TOO_LARGE else "died")

    def _heard(self) -> bytes:
        """Return what it says; it is ended if it stops in the midst of it, or does not come to an end."""
        timer = threading.Timer(_SECONDS_TO_SEND, self._process.kill)
        # Ctrl-C may come while it starts, and is not to wait for it.
        timer.daemon = True
        try:
            timer.start()
            return self.connection.recv_bytes(self._memory)
        finally:
            timer.cancel()

    def _lost(self, failure: Failure) -> Failure | Misbirth:
        self.is_sound = False
        if self._is_there:
            return failure
        return "unborn" if failure == "too-slow" else "stillborn"

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join(_SECONDS_TO_END)
        self.connection.close()


def _serve(connection: Connection, work: Callable[[Any], bytes], memory: int) -> None:
    """Do what one is given until there is nobody to give anything: the life of a worker."""
    fall_silent()
    bound_memory(memory)
    collect_rarely()
    connection.send_bytes(_READY)
    while True:
        try:
            task, seconds = connection.recv()
        except EOFError:
            return
        bound_seconds(seconds)
        try:
            answer = _RESULT + work(task)
        except MemoryError:
            answer = _TOO_LARGE
        connection.send_bytes(answer)


@contextmanager
def deaf_to_interruption() -> Iterator[None]:
    """Have a process that is started here never hear Ctrl-C, not even while it loads; this one hears it when that is done."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started by the first process otherwise, which then would be heard again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
