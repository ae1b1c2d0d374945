"""The files below a folder of documents, without those that systems and office programs keep there for themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from archivegen.problems import Problem
from archivegen.seeds.own_files import own_names

# In bytes; how large a larger file is decides whether it is read.
_SMALL = 10_000_000
# How files begin that Word and LibreOffice keep beside a document as long as somebody has it open.
_OF_OPEN_FILES = ("~$", ".~lock.")
# What Windows and macOS keep in a folder: small pictures, its look.
_OF_SYSTEMS = frozenset(
    ("thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", ".ds_store", "icon\r")
)
# Folders of what was thrown away, of what macOS packs into an archive beside the files, and of a server's small pictures.
_FOLDERS_OF_SYSTEMS = frozenset(
    ("$recycle.bin", "__macosx", "@eadir", "#recycle", "system volume information")
)


@dataclass(frozen=True, slots=True)
class FolderFiles:
    """The files below a folder of the archive `root` by their paths in it, in the order of these, `hidden` ones apart, the
    folders below it, and those of systems.

    `links` are those of them that are links, or no regular files; `sizes` are those of large files, in bytes. Of any other file
    two listings that are equal say that it is called the same and is still a small regular file, whatever stands in it.
    """

    folder: Path
    root: Path
    names: tuple[str, ...]
    hidden_names: tuple[str, ...]
    folders_of_systems: tuple[str, ...]
    folders: tuple[str, ...]
    links: frozenset[str]
    sizes: tuple[tuple[str, int], ...]

    @property
    def files(self) -> list[Path]:
        """The files that are not hidden."""
        return [self.folder / name for name in self.names]

    @property
    def hidden(self) -> list[Path]:
        """Hidden files whose names are text and which do not lead out of the folder."""
        return [self.folder / name for name in self.hidden_names]

    def by_folder(self) -> dict[Path, list[Path]]:
        """Return what is in each folder and not hidden, folders too, as far as there is anything."""
        found: dict[Path, list[Path]] = {}
        for name in (*self.names, *self.folders):
            file = self.folder / name
            found.setdefault(file.parent, []).append(file)
        return found

    @property
    def all(self) -> tuple[Path, ...]:
        """All files, hidden ones behind the others."""
        return (*self.files, *self.hidden)

    @property
    def of_systems(self) -> list[Path]:
        """The folders that systems have made."""
        return [self.folder / name for name in self.folders_of_systems]


def files_below(folder: Path, root: Path) -> FolderFiles:
    """Return the files below a folder of the archive `root` that are not the archive's own. A link to a folder is one of them."""
    found: dict[str, int | None] = {}
    folders: list[str] = []
    of_systems: list[str] = []
    waiting = [""]
    while waiting:
        start = waiting.pop()
        place = folder / start
        own = own_names(root) if place == root else frozenset[str]()
        for entry in _entries(place):
            name, path = entry.name, f"{start}{entry.name}"
            if _is_folder(entry):
                if name.casefold() in _FOLDERS_OF_SYSTEMS:
                    of_systems.append(path)
                if not _may_hold_documents(name) or name in own:
                    continue
                if not entry.is_symlink():
                    folders.append(path)
                    waiting.append(f"{path}/")
                    continue
            elif _is_kept_by_a_program(name) or name in own:
                continue
            found[path] = _size_of_regular(entry)
    hidden = dict.fromkeys(path for path in sorted(found) if path.rpartition("/")[2].startswith("."))
    may_be_read = [path for path in hidden if _may_be_read(path, folder)]
    return FolderFiles(
        folder,
        root,
        tuple(path for path in sorted(found) if path not in hidden),
        tuple(sorted(may_be_read, key=lambda path: folder / path)),
        tuple(sorted(of_systems, key=lambda path: folder / path)),
        tuple(sorted(folders)),
        frozenset(path for path, size in found.items() if size is None),
        tuple(sorted((path, size) for path, size in found.items() if size and size > _SMALL)),
    )


def _entries(place: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(place) as entries:
            return list(entries)
    except OSError:
        # It went away in this moment, or nobody may look into it.
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _size_of_regular(entry: os.DirEntry[str]) -> int | None:
    """Return how large a regular file is, in bytes; None of a link, and of what cannot be asked or is something else."""
    try:
        return entry.stat().st_size if entry.is_file(follow_symlinks=False) else None
    except OSError:
        return None


def _may_be_read(path: str, folder: Path) -> bool:
    return is_text(path.rpartition("/")[2]) and is_inside(folder / path, folder)


def _is_kept_by_a_program(name: str) -> bool:
    return name.startswith(_OF_OPEN_FILES) or name.casefold() in _OF_SYSTEMS


def _may_hold_documents(folder: str) -> bool:
    return not folder.startswith(".") and folder.casefold() not in _FOLDERS_OF_SYSTEMS


def is_text(name: str) -> bool:
    """Say whether a name can be written in UTF-8."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def inside_of(folder: Path) -> Callable[[Path], bool]:
    """Return what says so of files below a folder, many of which may lie beside each other."""
    whole = folder.resolve()

    @cache
    def is_place_inside(place: Path) -> bool:
        return place.resolve().is_relative_to(whole)

    return lambda file: is_inside(file, folder) if file.is_symlink() else is_place_inside(file.parent)


def paths_from(root: Path) -> Callable[[Path], str]:
    """Return what names files below a folder as reports and the ledger do, many of which may lie beside each other."""

    @cache
    def start_in(place: Path) -> str:
        path = place.relative_to(root).as_posix()
        return "" if path == "." else f"{path}/"

    return lambda file: f"{start_in(file.parent)}{file.name}"


def is_inside(file: Path, folder: Path) -> bool:
    """Say whether a file leads to no place outside of a folder."""
    return file.resolve().is_relative_to(folder.resolve())


def passed_over(of_systems: list[Path], root: Path) -> Iterator[Problem]:
    """Yield a notice for each folder of a system that is not empty."""
    for folder in of_systems:
        if next(folder.iterdir(), None) is not None:
            yield Problem(
                path=folder.relative_to(root).as_posix(),
                level="notice",
                code="folder-of-a-system",
                message="what is in this folder was thrown away, or put there by a system or a program; it is passed over",
                fix="if documents are in it, move them into a folder of another name",
            )
