"""The files of an archive as they are at a moment, so that a change of any of them is seen."""

from __future__ import annotations

import os
from pathlib import Path

from archivegen.publish.manifest import MARKER

State = frozenset[tuple[str, int, int]]


def state_of(root: Path) -> State:
    """Return name, time and size of every file below a folder; hidden ones, and sites that were built there, are left out."""
    found = []
    waiting = [str(root)]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                inside = list(entries)
        except OSError:
            # It went away in this moment, or nobody may look into it.
            continue
        if any(entry.name == MARKER for entry in inside):
            continue
        for entry in inside:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
                continue
            try:
                about = os.stat(entry.path)  # noqa: PTH116 -- asked several times a second, of every file
            except OSError:
                # It went away in this moment, or is a link that leads nowhere.
                continue
            found.append((entry.path, about.st_mtime_ns, about.st_size))
    return frozenset(found)
