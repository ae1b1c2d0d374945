"""The preview kept as the files are: it looks at them often, shows a change as soon as it stands still, and has the rest follow."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from archivegen.archive_files import State, state_of
from archivegen.preview.behind import Behind
from archivegen.preview.faults import no_process, problems_of
from archivegen.preview.showing import Showing
from archivegen.preview.site import PreviewSite, site_of
from archivegen.problems import Problem
from archivegen.reading_room.bounds import collect_at_rest
from archivegen.request import Request
from archivegen.watching import Watch

# How long nothing looks at the files: looking takes a twentieth of a processor at most, however many there are, and of a slow
# disk, or one elsewhere, half of the time.
_SHORTEST_PAUSE, _PAUSES = 0.1, 20
# While somebody is at work, and for so many seconds after, it looks more than twice as often.
_AT_WORK, _SHORTEST_PAUSE_AT_WORK, _PAUSES_AT_WORK = 60.0, 0.04, 8
# A file that is other within this time is still being written.
_STANDS_STILL = 0.1
# What takes long begins when no more changes have come for so long.
_AT_REST = 1.0
_HOME = "index.html"

# Hears of problems that were not told before, and what has come of a change.
Told = Callable[[tuple[Problem, ...], str], None]


class Follower:
    """Keeps what is shown as the archive is."""

    def __init__(self, request: Request, showing: Showing, tell: Told) -> None:
        """Show nothing yet; `tell` hears what there is to tell."""
        self._request, self._showing, self._tell = request, showing, tell
        self._shown: State = frozenset()
        # Letting go of a large site takes a while, in which no page would be sent.
        self._left: PreviewSite | None = None
        self._told: set[Problem] = set()

    def begin(self, watch: Watch) -> None:
        """Show the archive as it is, or why it cannot be; `watch` hears how reading it goes on."""
        self._shown, made = self._made(replace(self._request, watch=watch))
        self._show(made, "")

    def follow(self, behind: Behind) -> NoReturn:
        """Show every change, and what a whole build finds, which is made when no more changes come."""
        collect_at_rest()
        changed, is_followed = time.monotonic(), bool(self._showing.now.refused)
        while True:
            looked, worked = time.monotonic(), time.thread_time()
            now = state_of(self._request.root)
            is_at_work = looked - changed < _AT_WORK
            pauses, shortest = (
                (_PAUSES_AT_WORK, _SHORTEST_PAUSE_AT_WORK) if is_at_work else (_PAUSES, _SHORTEST_PAUSE)
            )
            pause = max(pauses * (time.thread_time() - worked), time.monotonic() - looked)
            if now != self._shown:
                behind.end()
                self._left = self._showing.now.site
                self._shown, made = self._made(self._request)
                self._show(made, "The preview shows the change.")
                changed, is_followed = time.monotonic(), bool(self._showing.now.refused)
            elif not is_followed and looked - changed > _AT_REST:
                self._rest()
                self._begin(behind)
                is_followed = True
            elif followed := behind.result():
                self._found(followed.problems, followed.index_files)
            time.sleep(max(shortest, pause))

    def _made(self, request: Request) -> tuple[State, PreviewSite | tuple[Problem, ...]]:
        """Return the files as they have stood still, and the site that is made of them, or why there is none.

        They are read at once, and once more where they have changed by the time that this is done.
        """
        state = state_of(self._request.root)
        while True:
            began = time.monotonic()
            made = self._attempt(request)
            time.sleep(max(0.0, began + _STANDS_STILL - time.monotonic()))
            before, state = state, state_of(self._request.root)
            if state == before:
                return state, made
            state = self._at_rest(state)

    def _at_rest(self, state: State) -> State:
        """Return the files as soon as they stand still."""
        while True:
            time.sleep(_STANDS_STILL)
            before, state = state, state_of(self._request.root)
            if state == before:
                return state

    def _attempt(self, request: Request) -> PreviewSite | tuple[Problem, ...]:
        """Return the site, of whose pages those that are open can be made, or why there is none."""
        try:
            site = site_of(request)
            for path in self._showing.open_paths or (_HOME,):
                if path in site.pages:
                    site.pages[path]()
        except Exception as error:  # noqa: BLE001 -- whatever it is, the next change may mend it
            return problems_of(error, self._request.root)
        finally:
            self._request.memory.forget_unused()
        return site

    def _show(self, made: PreviewSite | tuple[Problem, ...], outcome: str) -> None:
        """Show a site, or leave the one that is there and say why."""
        if isinstance(made, PreviewSite):
            self._showing.put(made)
        else:
            self._showing.refuse(made)
            stays = (
                "The preview stays as it was" if self._showing.now.site else "There is nothing to show yet"
            )
            outcome = f"{stays}: it follows as soon as this is mended."
        self._say(outcome)

    def _rest(self) -> None:
        """Do what nobody is to wait for: let go of what was shown before, and lay out the lists."""
        self._left = None
        gc.collect()
        # What keeps the lists from being laid out is told by the whole build behind.
        with suppress(Exception):
            len(self._showing.now.site.pages if self._showing.now.site else ())

    def _begin(self, behind: Behind) -> None:
        try:
            behind.begin()
        except OSError as error:
            self._found((no_process(error),), {})

    def _found(self, problems: tuple[Problem, ...], index_files: Mapping[str, Path]) -> None:
        index = {"index": self._showing.now.index + 1, "index_files": index_files} if index_files else {}
        self._showing.change(found=problems, is_indexing=False, **index)
        self._say("")

    def _say(self, outcome: str) -> None:
        problems = self._showing.now.problems
        self._tell(tuple(problem for problem in problems if problem not in self._told), outcome)
        self._told = set(problems)
