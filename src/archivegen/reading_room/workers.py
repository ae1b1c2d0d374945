"""Processes that work on one thing at a time, bounded in time and memory; one that dies costs what it worked on.

They are started afresh (“spawn”), which every system can. What they give back is bytes: nothing that a document made of its
reader is unpickled here.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Literal, TypeVar

from archivegen.problems import Problem, Refusal
from archivegen.reading_room.bounds import bound_memory, bound_seconds, fall_silent

Failure = Literal["too-slow", "too-large", "died"]
Task = TypeVar("Task")
# What a worker sends: that it is there; a result, behind this sign; that the memory did not suffice.
_READY, _RESULT, _TOO_LARGE = b"+", b"=", b"-"
_SECONDS_TO_START = 300.0
_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Job(Generic[Task]):
    """Something to work on, and how many seconds that may take."""

    task: Task
    seconds: float


@dataclass(frozen=True, slots=True)
class Crew(Generic[Task]):
    """How work is done: `work` is a function of a module, which processes load for themselves; `size` is how many of them
    there are at most, `memory` the bytes that each may have.
    """

    work: Callable[[Task], bytes]
    size: int
    memory: int

    def results(self, jobs: Sequence[Job[Task]]) -> Iterator[tuple[int, bytes | Failure]]:
        """Yield what came of each job with its place in the sequence, in the order in which they end.

        Raises:
            Refusal: no process can be started.

        """
        waiting = deque(enumerate(jobs))
        workers: list[_Worker] = []
        try:
            while waiting or workers:
                while waiting and len(workers) < self.size:
                    workers.append(_Worker(self.work, self.memory, *waiting.popleft()))
                for worker in _ended(workers):
                    place, result = worker.place, worker.result()
                    if result is None:
                        continue
                    if waiting and worker.is_sound:
                        worker.give(*waiting.popleft())
                    else:
                        workers.remove(worker)
                        worker.end()
                    yield place, result
        finally:
            for worker in workers:
                worker.end()


class _Worker:
    """One process, what it works on, and until when it may."""

    def __init__(self, work: Callable[[Any], bytes], memory: int, place: int, job: Job[Any]) -> None:
        self.connection, other_end = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(other_end, work, memory), daemon=True)
        try:
            with _deaf_to_interruption():
                self._process.start()
        except OSError as error:
            raise Refusal(_not_started()) from error
        finally:
            # The last one who holds this end must be the worker: it is by its end that its death is noticed.
            other_end.close()
        self.is_sound = True
        self._is_there = False
        self.give(place, job)

    def give(self, place: int, job: Job[Any]) -> None:
        """Have it work on something."""
        self.place = place
        self._seconds = job.seconds
        self.deadline = time.monotonic() + (job.seconds if self._is_there else _SECONDS_TO_START)
        try:
            self.connection.send((job.task, job.seconds))
        except OSError as error:
            # It died while it had nothing to do, or before it was there.
            raise Refusal(_not_started()) from error

    def result(self) -> bytes | Failure | None:
        """Return what came of its work, or None where it has only come to be there.

        Raises:
            Refusal: it could not be started.

        """
        try:
            message = self.connection.recv_bytes() if self.connection.poll() else b""
        except (EOFError, OSError):
            return self._lost("died")
        if message == _READY:
            self._is_there = True
            self.deadline = time.monotonic() + self._seconds
            return None
        if message[:1] == _RESULT:
            return message[1:]
        return self._lost("too-large" if message == _TOO_LARGE else "too-slow")

    def _lost(self, failure: Failure) -> Failure:
        if not self._is_there:
            raise Refusal(_not_started())
        self.is_sound = False
        return failure

    def end(self) -> None:
        """End it, whatever it does."""
        self._process.kill()
        self._process.join()
        self.connection.close()


def _ended(workers: list[_Worker]) -> list[_Worker]:
    """Wait, and return the workers that have something to say, or have worked for too long."""
    rest = min(worker.deadline for worker in workers) - time.monotonic()
    heard = wait([worker.connection for worker in workers], max(rest, 0))
    now = time.monotonic()
    return [worker for worker in workers if worker.connection in heard or worker.deadline <= now]


def _serve(connection: Connection, work: Callable[[Any], bytes], memory: int) -> None:
    """Do what one is given until there is nobody to give anything: the life of a worker."""
    fall_silent()
    bound_memory(memory)
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
def _deaf_to_interruption() -> Iterator[None]:
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


def _not_started() -> Problem:
    return Problem(
        path="workers",
        code="workers-not-started",
        message="the processes that read the documents cannot be started here",
        fix="read all in one process, without bounds of time and memory: --jobs 1",
    )
