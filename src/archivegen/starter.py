"""A new archive: the files that `archivegen init` gives, ready to build and meant to be changed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from archivegen.config import HANDOVER_NAME
from archivegen.handing_over import handover_text
from archivegen.problems import Problem, Refusal
from archivegen.publish.write import write_bytes, write_text
from archivegen.reading import read_archive
from archivegen.request import Request
from archivegen.storage.ledger import LEDGER_NAME

STARTER_FOLDER = Path(__file__).parent / "starter"


def start_archive(folder: Path) -> tuple[str, ...]:
    """Write the files of a new archive into a folder and return their names; where it fails, nothing is left of them,
    and what others have put there meanwhile stays.

    Raises:
        Refusal: the folder already holds files.

    """
    was_there = folder.exists()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refusal(
            Problem(
                path=str(folder),
                code="folder-not-empty",
                message="this folder already holds files",
                fix="give the name of a new folder",
            )
        )
    names = tuple(
        file.relative_to(STARTER_FOLDER).as_posix()
        for file in sorted(STARTER_FOLDER.rglob("*"))
        if file.is_file() and file.suffix in (".yml", ".txt")
    )
    try:
        _fill(folder, names)
    except BaseException:
        _empty(folder, (HANDOVER_NAME, *names), is_kept=was_there)
        raise
    return (HANDOVER_NAME, *names)


def _fill(folder: Path, names: tuple[str, ...]) -> None:
    for name in names:
        write_bytes(folder / name, (STARTER_FOLDER / name).read_bytes())
    reading = read_archive(Request(root=folder, output=folder / "build", ledger=folder / LEDGER_NAME))
    write_text(folder / HANDOVER_NAME, handover_text(None, folder, reading))


def _empty(folder: Path, names: tuple[str, ...], *, is_kept: bool) -> None:
    """Take back what was written into a folder, and each folder that nothing else is in; what cannot be taken back stays."""
    files = [folder / name for name in names]
    folders = {parent for file in files for parent in file.parents if parent.is_relative_to(folder)}
    for file in files:
        with suppress(OSError):
            file.unlink()
    for each in sorted(folders - {folder} if is_kept else folders, reverse=True):
        with suppress(OSError):
            each.rmdir()
