"""One writer at a time for a site's folder and for a ledger, whoever it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import EACCES, EPERM, EROFS
from pathlib import Path

from filelock import FileLock, Timeout

from archivegen.problems import Problem, Refusal

# Anybody may open the lock: who may not write into its folder cannot do anything with it.
_FOR_EVERYBODY = 0o666


@contextmanager
def locked(place: Path) -> Iterator[None]:
    """Hold the lock of a folder or file; it lies beside it as long as it is held, and dies with the program.

    Raises:
        Refusal: another program holds it, or nothing may be written there.

    """
    whole = place.resolve()
    file = whole.with_name(f".{whole.name}.archivegen-lock")
    lock = FileLock(file, timeout=0, mode=_FOR_EVERYBODY)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise Refusal(_held(place)) from error
    except OSError as error:
        if error.errno in (EACCES, EPERM, EROFS):
            raise Refusal(_not_writable(place.parent)) from error
        raise
    try:
        yield
    finally:
        _remove(file)
        lock.release()


def check_free(*places: Path) -> None:
    """Make sure that folders and files may be written now; what is not there yet is not made.

    Raises:
        Refusal: another program holds one of them, or nothing may be written there.

    """
    # Of folders that are still to be made, the outermost shows whether they may be: several places may share it.
    there = [next(each for each in (place, *place.parents) if each.parent.exists()) for place in places]
    with ExitStack() as held:
        for place in {each.resolve(): each for each in there}.values():
            held.enter_context(locked(place))


def _remove(file: Path) -> None:
    """Remove a lock that is still held; Windows cannot, and does so itself when it is released."""
    try:
        file.unlink(missing_ok=True)
    except PermissionError:
        return


def _held(place: Path) -> Problem:
    return Problem(
        path=str(place),
        code="output-locked",
        message="another build is writing this folder"
        if place.is_dir() or not place.suffix
        else "another command is writing this file",
        fix="wait until it has ended",
    )


def _not_writable(folder: Path) -> Problem:
    return Problem(
        path=str(folder),
        code="folder-not-writable",
        message="this folder cannot be written",
        fix="get the right to write there, or work on a copy of the archive; a build can also go elsewhere, with --output",
    )
