"""The files of an archive as they are at a moment, so that a change of any of them is seen."""

from __future__ import annotations

import os
from pathlib import Path

from archivegen.publish.manifest import MARKER

State = frozenset[tuple[str, int, int]]


def state_of(root: Path) -> State:
    """Return name, time and size of every file below a folder; hidden ones, and sites that were built there, are left out."""
    found = []
    for folder, folders, names in os.walk(root):
        if MARKER in names:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (name for name in names if not name.startswith(".")):
            path = f"{folder}/{name}"
            try:
                about = Path(path).stat()
            except OSError:
                # It went away in this moment, or is a link that leads nowhere.
                continue
            found.append((path, about.st_mtime_ns, about.st_size))
    return frozenset(found)
