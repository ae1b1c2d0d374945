"""What follows behind: another process builds the whole site, for its search index and for what is wrong with its links."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from archivegen.build import site_parts
from archivegen.preview.faults import problems_of
from archivegen.problems import Problem, Refusal
from archivegen.publish.search_table import SEARCH_FOLDERS
from archivegen.publish.site import written_and_verified
from archivegen.reading import read_archive
from archivegen.reading_room.bounds import collect_rarely, fall_silent
from archivegen.reading_room.worker import SPAWN, deaf_to_interruption
from archivegen.remembering import Memory
from archivegen.request import Request
from archivegen.watching import Watch

_SECONDS_TO_END = 10.0
# How much the process leaves to others who want a processor.
_NICENESS = 10


@dataclass(frozen=True, slots=True)
class Followed:
    """What a whole build came to: what is wrong, and the files of its search index by their paths in the site, if it has one."""

    problems: tuple[Problem, ...]
    index_files: Mapping[str, Path] = field(default_factory=dict)


class Behind:
    """One build of a site at a time, in a process of its own below a folder; one that is overtaken by a change is ended."""

    def __init__(self, request: Request, folder: Path) -> None:
        """Begin nothing yet."""
        self._request = replace(request, watch=Watch(), memory=Memory())
        self._folder = folder
        self._process: Any = None
        self._number = 0
        self._standing: Path | None = None

    def begin(self) -> None:
        """Begin with the archive as it is now.

        Raises:
            OSError: the system starts no process.

        """
        self.end()
        self._number += 1
        self._connection, other_end = SPAWN.Pipe()
        stale = [place for place in self._folder.glob("behind-*") if place != self._standing]
        # The index that is shown has most of the next one; the first may be in the site that was built last.
        before = self._standing or self._request.output
        arguments = (other_end, self._request, self._place, stale, before)
        process = SPAWN.Process(target=_work, args=arguments)
        try:
            with deaf_to_interruption():
                process.start()
        finally:
            other_end.close()
        self._process = process

    @property
    def _place(self) -> Path:
        return self._folder / f"behind-{self._number}"

    def result(self) -> Followed | None:
        """Return what it came to, None as long as that is not known; where it died nothing is known to be wrong."""
        if self._process is None or not self._connection.poll():
            return None
        try:
            problems = self._connection.recv()
        except (EOFError, OSError):
            problems = ()
        self._let_go()
        files = {
            file.relative_to(self._place).as_posix(): file
            for folder in SEARCH_FOLDERS
            for file in (self._place / folder).rglob("*")
            if file.is_file()
        }
        self._standing = self._place if files else self._standing
        return Followed(problems, files)

    def end(self) -> None:
        """End what was begun at once, with all that it has started; what it leaves on the disk the next one clears away."""
        if self._process is not None:
            try:
                os.killpg(self._process.pid, signal.SIGKILL)
            except (AttributeError, OSError):
                # It has no group of its own: not on this system, or not yet.
                self._process.kill()
            self._let_go()

    def _let_go(self) -> None:
        self._process.join(_SECONDS_TO_END)
        self._connection.close()
        self._process = None


def _work(connection: Connection, request: Request, place: Path, stale: list[Path], before: Path) -> None:
    """Build a site, keep nothing of it but its search index, and send what is wrong: the life of the process."""
    if hasattr(os, "setsid"):
        os.setsid()
        os.nice(_NICENESS)
    fall_silent()
    collect_rarely()
    for older in stale:
        shutil.rmtree(older, ignore_errors=True)
    place.mkdir()
    # What others put aside for a moment goes with the folder, also where the system ends this process at once.
    tempfile.tempdir = str(place)
    site = place / "site"
    try:
        problems = _faults(request, site, before)
    except Refusal as refusal:
        problems = refusal.problems
    except OSError:
        # A file went away: that is a change, and begins another build.
        problems = ()
    except Exception as error:  # noqa: BLE001 -- whatever it is, whoever looks at the preview is to see it
        problems = problems_of(error, request.root)
    for folder in SEARCH_FOLDERS:
        with suppress(OSError):
            (place / folder).parent.mkdir(exist_ok=True)
            (site / folder).rename(place / folder)
    shutil.rmtree(site, ignore_errors=True)
    with suppress(OSError):
        connection.send(problems)


def _faults(request: Request, site: Path, before: Path) -> tuple[Problem, ...]:
    reading = read_archive(request)
    parts = site_parts(request, reading)
    return written_and_verified(site, parts, before, request.watch).faults
