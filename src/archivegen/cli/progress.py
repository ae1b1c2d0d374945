"""How long work is shown: a bar with rate and time left on a terminal, plain lines elsewhere, nothing where quiet is asked for."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from archivegen.watching import Watch

# Who reads plain lines wants to know that something goes on, and not all of it.
_SECONDS_BETWEEN_LINES = 10.0
# Each process has its own copy of the program in the memory.
_MOST_JOBS_UNASKED = 4


class Timed(Watch):
    """Keeps how long each step took, in their order, and the figures that were noted. It shows nothing."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.figures: dict[str, int] = {}
        self.step, self.count, self.done = "", 0, 0
        self.began = time.monotonic()

    def begin(self, step: str, count: int = 0) -> None:
        """End the last step and begin another."""
        self.finish()
        self.step, self.count, self.done, self.began = step, count, 0, time.monotonic()

    def advance(self) -> None:
        """Count one more."""
        self.done += 1

    def note(self, what: str, count: int) -> None:
        """Add to a figure."""
        self.figures[what] = self.figures.get(what, 0) + count

    def finish(self) -> None:
        """End the last step."""
        if self.step:
            self.seconds[self.step] = self.seconds.get(self.step, 0) + time.monotonic() - self.began
        self.step = ""

    @property
    def rate(self) -> float:
        """How many things a second this step has done until now."""
        return self.done / max(time.monotonic() - self.began, 0.001)


class _Lines(Timed):
    """A line for each step, and now and then one for how far it is."""

    def begin(self, step: str, count: int = 0) -> None:
        super().begin(step, count)
        self._said = self.began
        click.echo(f"  {step} …", err=True)

    def advance(self) -> None:
        super().advance()
        if time.monotonic() - self._said > _SECONDS_BETWEEN_LINES:
            self._said = time.monotonic()
            left = (self.count - self.done) / self.rate
            click.echo(
                f"  {self.step}: {self.done} of {self.count}, {self.rate:.0f} a second, about {left:.0f} s left",
                err=True,
            )


class _Bars(Timed):
    """A bar for each step whose things are counted, and a line for the others."""

    _bar: Any = None

    def begin(self, step: str, count: int = 0) -> None:
        super().begin(step, count)
        if not count:
            click.echo(f"  {step} …", err=True)
            return
        self._bar = click.progressbar(
            length=count, label=f"  {step}", show_pos=True, show_percent=False, file=sys.stderr, width=30,
            item_show_func=lambda _item: f"{self.rate:.0f}/s",
        )  # fmt: skip
        self._bar.render_progress()

    def advance(self) -> None:
        super().advance()
        if self._bar:
            self._bar.update(1)

    def finish(self) -> None:
        super().finish()
        if self._bar:
            self._bar.render_finish()
            self._bar = None


@contextmanager
def shown(*, quiet: bool = False) -> Iterator[Timed]:
    """Give a watch that shows how work goes on; whatever ends the work, the terminal is left as it was."""
    kind = Timed if quiet else _Bars if sys.stderr.isatty() else _Lines
    watch = kind()
    try:
        yield watch
    finally:
        watch.finish()


def usual_jobs() -> int:
    """Return how many processes read where nobody says: as there are processors, and never this one alone, which a damaged
    file could bring down.
    """
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(max(allowed, 2), _MOST_JOBS_UNASKED)


def timings(watch: Timed) -> str:
    """Return how long each step took, and how many files were read for it."""
    lines = [f"{seconds:9.2f} s  {step}" for step, seconds in watch.seconds.items()]
    if watch.figures:
        lines.append(f"{watch.figures['read']:9} read, {watch.figures['kept']} unchanged")
    return "\n".join(lines)
