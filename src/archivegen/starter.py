"""A new archive: the files that `archivegen init` gives, ready to build and meant to be changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from archivegen.handing_over import HANDOVER_NAME, handover_text
from archivegen.problems import Problem, Refusal
from archivegen.publish.write import write_bytes, write_text
from archivegen.reading import Request, read_archive
from archivegen.storage.ledger import LEDGER_NAME

STARTER_FOLDER = Path(__file__).parent / "starter"


def start_archive(folder: Path) -> tuple[str, ...]:
    """Write the files of a new archive into a folder and return their names; where it fails, nothing is left of them.

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
    try:
        return _fill(folder)
    except BaseException:
        for part in folder.iterdir() if folder.is_dir() else ():
            shutil.rmtree(part) if part.is_dir() else part.unlink()
        if folder.is_dir() and not was_there:
            folder.rmdir()
        raise


def _fill(folder: Path) -> tuple[str, ...]:
    names = []
    for file in sorted(STARTER_FOLDER.rglob("*")):
        if file.is_file() and file.suffix in (".yml", ".txt"):
            name = file.relative_to(STARTER_FOLDER)
            write_bytes(folder / name, file.read_bytes())
            names.append(name.as_posix())
    reading = read_archive(Request(root=folder, output=folder / "build", ledger=folder / LEDGER_NAME))
    write_text(folder / HANDOVER_NAME, handover_text(None, folder, reading))
    return (HANDOVER_NAME, *names)
