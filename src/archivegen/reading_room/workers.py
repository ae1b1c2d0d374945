"""Processes that work on one thing at a time; one that dies costs what it worked on.

What a worker dies over is tried once more: the system ends processes where memory is short, and what it had worked on before
may have broken it.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic

from archivegen.problems import Problem, Refusal
from archivegen.reading_room.worker import Failure, Job, Task, Worker

# When so many have died one after another before they could begin, the next would as well.
_MOST_STILLBORN = 3


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
        workers: list[Worker] = []
        died_over: set[int] = set()
        size, stillborn = self.size, 0
        try:
            while waiting or workers:
                self._start(workers, waiting, size)
                for worker in _ended(workers):
                    place, job, result = worker.place, worker.job, worker.result()
                    if result is None:
                        stillborn = 0
                        continue
                    if worker.is_sound and waiting and worker.give(*waiting[0]):
                        waiting.popleft()
                    else:
                        workers.remove(worker)
                        worker.end()
                    if result == "unborn":
                        raise Refusal(_not_started())
                    if result == "stillborn":
                        waiting.appendleft((place, job))
                        size, stillborn = max(len(workers), 1), stillborn + 1
                        if stillborn >= _MOST_STILLBORN and not workers:
                            raise Refusal(_not_started())
                    elif result == "died" and place not in died_over:
                        waiting.appendleft((place, job))
                        died_over.add(place)
                    else:
                        yield place, result
        finally:
            for worker in workers:
                worker.end()

    def _start(self, workers: list[Worker], waiting: deque[tuple[int, Job[Task]]], size: int) -> None:
        """Start workers for what is waiting, as many as there can be."""
        while waiting and len(workers) < size:
            try:
                workers.append(Worker(self.work, self.memory, *waiting[0]))
            except OSError as error:
                if not workers:
                    raise Refusal(_not_started()) from error
                return
            waiting.popleft()


def _ended(workers: list[Worker]) -> list[Worker]:
    """Wait, and return the workers that have something to say, or have worked for too long."""
    rest = min(worker.deadline for worker in workers) - time.monotonic()
    heard = wait([worker.connection for worker in workers], max(rest, 0))
    now = time.monotonic()
    return [worker for worker in workers if worker.connection in heard or worker.deadline <= now]


def _not_started() -> Problem:
    return Problem(
        path="workers",
        code="workers-not-started",
        message="the processes that read the documents cannot be started here",
        fix="close other programs and try again; if that does not help, read all in one process, without bounds of time and "
        "memory: --jobs 1",
    )
