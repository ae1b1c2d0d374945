"""The files below a folder of documents, without those that systems and office programs keep there for themselves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from archivegen.problems import Problem
from archivegen.seeds.own_files import own_names

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
    """The files below a folder, in the order of their paths, `hidden` ones apart, and the folders of systems among them."""

    files: list[Path]
    hidden: list[Path]
    of_systems: list[Path]

    @property
    def all(self) -> tuple[Path, ...]:
        """All files, hidden ones behind the others."""
        return (*self.files, *self.hidden)


def files_below(folder: Path, root: Path) -> FolderFiles:
    """Return the files below a folder of the archive `root` that are not the archive's own. A link to a folder is one of them.

    Of hidden ones there are those whose name is text and which do not lead out of the folder.
    """
    found: list[Path] = []
    of_systems: list[Path] = []
    for current, folders, names in os.walk(folder):
        place = Path(current)
        own = own_names(root) if place == root else frozenset[str]()
        of_systems.extend(place / name for name in folders if name.casefold() in _FOLDERS_OF_SYSTEMS)
        folders[:] = sorted(name for name in folders if _may_hold_documents(name) and name not in own)
        found.extend(place / name for name in folders if (place / name).is_symlink())
        found.extend(place / name for name in names if not (_is_kept_by_a_program(name) or name in own))
    found.sort(key=Path.as_posix)
    hidden = {file for file in found if file.name.startswith(".")}
    may_be_read = [file for file in sorted(hidden) if is_text(file.name) and is_inside(file, folder)]
    return FolderFiles([file for file in found if file not in hidden], may_be_read, sorted(of_systems))


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
