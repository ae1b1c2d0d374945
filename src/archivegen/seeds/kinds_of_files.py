"""What the files of a folder are by their names: documents, corrections, inventories, or none of these, as a notice says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem
from archivegen.seeds.beside import SIDECAR_TYPES
from archivegen.seeds.folder_files import FolderFiles, inside_of, is_text, paths_from
from archivegen.seeds.formats.pictures import PICTURES
from archivegen.seeds.formats.reading import DOCUMENT_TYPES, READ_TYPES
from archivegen.seeds.inventory.misnamed_sheets import no_inventory
from archivegen.seeds.inventory.places import is_inventory, is_sheet

_OF_DOCUMENTS = frozenset((*DOCUMENT_TYPES, *PICTURES))
# What is wrong with a file, and what to do.
_OTHER_NAME = ("the name of this file is not UTF-8", "rename it")
_ELSEWHERE = ("this is a link that leads out of the folder, or no regular file", "put the file itself here")


@dataclass(frozen=True, slots=True)
class Kinds:
    """The files below a folder: `documents` have a name of one, pictures among them; `others` none that is read; `sheets` are all
    that may be meant as inventories, these among them. `problems` say what is not read.
    """

    documents: tuple[Path, ...]
    corrections: tuple[Path, ...]
    inventories: tuple[Path, ...]
    sheets: tuple[Path, ...]
    others: tuple[Path, ...]
    problems: tuple[Problem, ...]

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The files that are pictures."""
        return tuple(file for file in self.documents if file.suffix.lower() in PICTURES)


def kinds_of(below: FolderFiles) -> Kinds:
    """Return what the files below a folder are. Links, and what is no regular file, are asked of the disk, and nothing else is."""
    documents, corrections, inventories = list[Path](), list[Path](), list[Path]()
    sheets, others, problems = list[Path](), [*below.hidden], list[Problem]()
    is_inside, path_of = inside_of(below.folder), paths_from(below.root)
    for name, file in zip(below.names, below.files, strict=True):
        path, ending = path_of(file), file.suffix.lower()
        is_regular = name not in below.links
        is_file = is_regular or not file.is_dir()
        if is_sheet(file):
            sheets.append(file)
        if not is_text(path):
            problems.append(not_read(ascii(path), *_OTHER_NAME, level_is_error=True))
        elif ending in SIDECAR_TYPES and is_file:
            corrections.append(file)
        elif is_inventory(file) and is_file:
            inventories.append(file)
        elif not is_regular and not (is_inside(file) and file.is_file()):
            problems.append(not_read(path, *_ELSEWHERE))
        elif is_sheet(file):
            problems.append(no_inventory(path))
        elif ending not in _OF_DOCUMENTS:
            others.append(file)
            problems.append(not_read_by_ending(file, path))
        else:
            documents.append(file)
    return Kinds(
        tuple(documents),
        tuple(corrections),
        tuple(inventories),
        tuple(sheets),
        tuple(others),
        tuple(problems),
    )


def not_read_by_ending(file: Path, path: str) -> Problem:
    """Return the notice that no file of such an ending is read; `path` is how reports name it."""
    ending = f"ending in “{file.suffix}”" if file.suffix else "without an ending"
    return not_read(path, f"files {ending} are not read as documents")


def not_read(
    path: str,
    message: str,
    way_out: str = f"save it as {' or '.join(READ_TYPES)}",
    *,
    level_is_error: bool = False,
) -> Problem:
    """Return what is said of a file that is not read: what is wrong with it, and what else to do than to put it elsewhere."""
    return Problem(
        path=path,
        level="error" if level_is_error else "notice",
        code="not-a-document",
        message=message,
        fix=f"{way_out}, or keep it outside this folder",
    )
