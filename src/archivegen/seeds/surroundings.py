"""What is asked of the files around a document: of the disk at this moment, or of a listing, whatever the disk has become since."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from archivegen.seeds.folder_files import FolderFiles


class Surroundings:
    """The files around documents, as the disk has them."""

    def inside(self, place: Path) -> Iterable[Path]:
        """Return what is in a folder."""
        return place.iterdir()

    def is_own(self, file: Path, within: Path) -> bool:
        """Say whether a file is a regular one that does not lead out of a folder."""
        return file.is_file() and file.resolve().is_relative_to(within.resolve())

    def size_of(self, file: Path) -> int:
        """Return how large a file is, in bytes."""
        return file.stat().st_size


class ListedSurroundings(Surroundings):
    """The files around documents as a listing has them in which there is no link."""

    def __init__(self, below: FolderFiles) -> None:
        """Ask nothing of the disk."""
        self._by_folder = below.by_folder()
        self._regular = frozenset(below.files)
        self._size_by_file = {below.folder / name: size for name, size in below.sizes}

    def inside(self, place: Path) -> Iterable[Path]:
        """Return what is in a folder and not hidden."""
        return self._by_folder.get(place, ())

    def is_own(self, file: Path, within: Path) -> bool:
        """Say whether a file is a regular one."""
        return file in self._regular and file.is_relative_to(within)

    def size_of(self, file: Path) -> int:
        """Return how large a file is, in bytes, where it is large; 0 of any other."""
        return self._size_by_file.get(file, 0)
