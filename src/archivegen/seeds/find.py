"""A folder, searched for documents: every file is a document, belongs to one, or is named in a notice."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem

DOCUMENT_TYPES = (".txt", ".md")
COLLECTION_NAME = "collection.yml"
SIDECAR_TYPES = (".yml", ".yaml")
LARGEST_DOCUMENT = 20_000_000


@dataclass(frozen=True, slots=True)
class Seed:
    """A document to read: its path as reports and the ledger name it, its file, its sidecar if it has one, and the
    files of defaults of the folders it is in, the outermost first.
    """

    path: str
    file: Path
    sidecar: Path | None
    collections: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The documents of a folder in the order of their paths, and what was found beside them."""

    seeds: tuple[Seed, ...]
    problems: tuple[Problem, ...]


def find_seeds(folder: Path, root: Path) -> Finding:
    """Find the documents below `folder`; paths are given relative to `root`, with forward slashes.

    Hidden files and folders are passed over. Links that lead out of the folder, and anything that is not a
    regular file, are named in a problem and never opened.
    """
    seeds: list[Seed] = []
    problems: list[Problem] = []
    for file in _files(folder):
        path = file.relative_to(root).as_posix()
        if not _is_text(path):
            problems.append(_not_read(ascii(path), "the name of this file is not UTF-8", level_is_error=True))
            continue
        if not _is_inside(file, folder) or not file.is_file():
            problems.append(
                _not_read(path, "this is a link that leads out of the folder, or no regular file")
            )
        elif file.suffix.lower() in DOCUMENT_TYPES:
            if file.stat().st_size > LARGEST_DOCUMENT:
                problems.append(_not_read(path, "this file is larger than 20 MB", level_is_error=True))
            else:
                seeds.append(Seed(path, file, sidecar_of(file), collections_of(file, folder)))
        elif file.name == COLLECTION_NAME:
            continue
        elif file.suffix.lower() in SIDECAR_TYPES:
            if not _is_sidecar(file):
                problems.append(_orphan(path))
        else:
            problems.append(_not_read(path, f"files ending in “{file.suffix}” are not read as documents"))
    return Finding(tuple(seeds), tuple(problems))


def _files(folder: Path) -> list[Path]:
    found: list[Path] = []
    for current, folders, names in os.walk(folder):
        linked = [name for name in folders if (Path(current) / name).is_symlink()]
        found.extend(Path(current) / name for name in linked if not name.startswith("."))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(current) / name for name in names if not name.startswith("."))
    return sorted(found, key=lambda file: file.relative_to(folder).as_posix())


def _is_text(path: str) -> bool:
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _is_inside(file: Path, folder: Path) -> bool:
    return file.resolve().is_relative_to(folder.resolve())


def sidecar_of(file: Path) -> Path | None:
    """Return the file of corrections beside a document, or None; one that is a link out of its folder is not read."""
    for suffix in SIDECAR_TYPES:
        sidecar = file.with_suffix(suffix)
        if sidecar.is_file() and _is_inside(sidecar, file.parent):
            return sidecar
    return None


def collections_of(file: Path, folder: Path) -> tuple[Path, ...]:
    """Return the files of defaults of the folders a document is in, from `folder` down."""
    above = [parent for parent in file.parents if parent.is_relative_to(folder)]
    candidates = [parent / COLLECTION_NAME for parent in reversed(above)]
    return tuple(found for found in candidates if found.is_file() and _is_inside(found, folder))


def _is_sidecar(file: Path) -> bool:
    return any(file.with_suffix(document_type).is_file() for document_type in DOCUMENT_TYPES)


def _orphan(path: str) -> Problem:
    return Problem(
        path=path,
        level="warning",
        code="sidecar-without-document",
        message="there is no document of this name beside this file of corrections",
        fix="give it the name of its document, but for the ending",
    )


def _not_read(path: str, message: str, *, level_is_error: bool = False) -> Problem:
    return Problem(
        path=path,
        level="error" if level_is_error else "notice",
        code="not-a-document",
        message=message,
        fix=f"save it as {' or '.join(DOCUMENT_TYPES)}, or keep it outside this folder",
    )
