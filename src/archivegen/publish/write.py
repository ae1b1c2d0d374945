"""The site, written whole into a fresh folder beside the old one, and swapped in at the end.

Nothing is ever deleted in a folder that archivegen did not make: its marker file says which it made.
"""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.publish.lock import locked
from archivegen.publish.manifest import (
    MARKER,
    digests_of,
    files_of,
    is_without_list,
    marked_files,
    marker_text,
    without_list,
)

_NEW, _OLD = ".archivegen-new-", ".archivegen-old-"


def check_output(output: Path, kept: list[Path]) -> None:
    """Make sure that a folder may be replaced by a site.

    `kept` are folders and files that must survive: the documents, the archive's own settings.

    Raises:
        Refusal: the folder is a link, holds or lies in something that must survive, or holds files that archivegen
            did not make.

    """
    resolved = output.resolve()
    if output.is_symlink():
        raise Refusal(_refused(output, "this output folder is a link"))
    if resolved in (Path(resolved.anchor), Path.home().resolve()):
        raise Refusal(_refused(output, "this folder cannot be replaced by a site"))
    for path in kept:
        if path.resolve().is_relative_to(resolved):
            raise Refusal(_refused(output, f"this output folder holds {path.name or path}"))
        if path.is_dir() and resolved.is_relative_to(path.resolve()):
            raise Refusal(_refused(output, f"this output folder lies inside {path.name or path}"))
    if output.exists() and not output.is_dir():
        raise Refusal(_refused(output, "this is a file"))
    foreign = _foreign_file(output) if output.is_dir() else None
    if foreign and is_without_list(output):
        # Without the list nobody knows whether a file of it is somebody's own.
        raise Refusal(replace(without_list(str(output)), code="output-refused"))
    if foreign:
        raise Refusal(_refused(output, f"this folder holds {foreign}, which archivegen did not make"))


def _foreign_file(output: Path) -> str | None:
    """Return the first file of a folder that is not in the list its marker keeps, or None."""
    marked = marked_files(output)
    own = {MARKER, *marked} if marked is not None else set()
    return next((name for name in files_of(output) if name not in own), None)


@contextmanager
def new_folder(output: Path) -> Iterator[Path]:
    """Give a new folder beside `output`, which is removed where an error ends the block.

    What an interrupted build left behind is removed first.
    """
    output.parent.mkdir(parents=True, exist_ok=True)
    clear_leftovers(output)
    fresh = Path(tempfile.mkdtemp(prefix=f"{output.name}{_NEW}", dir=output.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def clear_leftovers(output: Path) -> None:
    """Remove what an interrupted build left beside a site's folder, and put the old site back if it was moved away."""
    for leftover in sorted(output.parent.glob(f"{glob.escape(output.name)}{_NEW}*")):
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover, ignore_errors=True)
    recover(output)


def clear_unless_held(output: Path) -> None:
    """Do so before a command that may be refused; nothing is touched while another one is at work there."""
    if any(output.parent.glob(f"{glob.escape(output.name)}.archivegen-*-*")):
        with suppress(Refusal), locked(output):
            clear_leftovers(output)


def put_in_place(fresh: Path, output: Path) -> None:
    """Mark a new folder as ours, with the list of its files, and let it take the place of the old site.

    Raises:
        OSError: it cannot; the old site stands again.

    """
    write_text(fresh / MARKER, marker_text(digests_of(fresh)))
    _swap(fresh, output)


def write_text(file: Path, text: str) -> None:
    """Write a text file with the folders it needs: UTF-8, lines ended by LF on every system."""
    write_bytes(file, text.encode("utf-8"))


def write_bytes(file: Path, content: bytes) -> None:
    """Write a file with the folders it needs; a full disk is noticed here and not at the swap."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("wb") as stream:
        stream.write(content)


def replace_text(file: Path, text: str) -> None:
    """Replace a text file in one step, so that a reader sees the old one or the new one, never a part."""
    replace_bytes(file, text.encode("utf-8"))


def replace_bytes(file: Path, content: bytes) -> None:
    """Replace a file in one step."""
    fresh_file(file, content).replace(file)


def fresh_file(file: Path, content: bytes) -> Path:
    """Return a file beside another one, on the disk with what is to take the other's place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    return fresh


def to_disk(path: Path) -> None:
    """Have a file or folder written to the disk itself; some systems cannot do so for folders."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        if path.is_file():
            raise
    finally:
        os.close(handle)


def _swap(fresh: Path, output: Path) -> None:
    old = output.with_name(output.name + _OLD + fresh.name.rpartition("-")[2])
    if output.exists():
        output.rename(old)
    try:
        fresh.rename(output)
    except BaseException:
        if old.exists() and not output.exists():
            old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)


def recover(output: Path) -> None:
    """Put the old site back if a build was killed between the two renames, and remove what it left."""
    for old in sorted(output.parent.glob(f"{glob.escape(output.name)}{_OLD}*")):
        if not output.exists() and (old / MARKER).is_file():
            old.rename(output)
        else:
            shutil.rmtree(old, ignore_errors=True)


def _refused(output: Path, message: str) -> Problem:
    return Problem(
        path=str(output),
        code="output-refused",
        message=message,
        fix="choose another folder with --output",
    )
