"""One writer at a time for a site's folder and for a ledger."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from archivegen.problems import Problem, Refusal


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Hold the lock of a folder or file; it lies apart from it, and the system frees it if the program dies.

    Raises:
        Refusal: another program holds it.

    """
    name = hashlib.sha256(str(place.resolve()).encode()).hexdigest()[:16]
    lock = FileLock(Path(tempfile.gettempdir()) / f"archivegen-{name}.lock", timeout=0)
    try:
        with lock:
            yield
    except Timeout as error:
        raise Refusal(
            Problem(
                path=str(place),
                code="output-locked",
                message="another build is writing this folder"
                if place.is_dir() or not place.suffix
                else "another command is writing this file",
                fix="wait until it has ended",
            )
        ) from error
