"""A folder, searched for documents: every file is a document, belongs to one, or is named in a notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem
from archivegen.seeds.beside import (
    SIDECAR_TYPES,
    Beside,
    closes_a_document,
    files_beside,
    is_collection,
)
from archivegen.seeds.collections import without_documents
from archivegen.seeds.folder_files import files_below, inside_of, is_text, passed_over, paths_from
from archivegen.seeds.formats.pictures import PICTURES
from archivegen.seeds.formats.reading import DOCUMENT_TYPES, READ_TYPES
from archivegen.seeds.inventory.misnamed_sheets import may_be_misnamed, no_inventory
from archivegen.seeds.inventory.places import is_inventory, is_sheet
from archivegen.seeds.inventory.rows import InventoryRow
from archivegen.seeds.largest_files import too_large
from archivegen.seeds.misnamed import misnamed, without_notices
from archivegen.seeds.pictures_beside import pictures_of_documents

# What is wrong with a file, and what to do.
_OTHER_NAME = ("the name of this file is not UTF-8", "rename it")
_ELSEWHERE = ("this is a link that leads out of the folder, or no regular file", "put the file itself here")


@dataclass(frozen=True, slots=True)
class Seed:
    """A document to read: its path as reports and the ledger name it, its file, its sidecar if it has one, the files
    of defaults of the folders it is in, the outermost first, why it must not be read, if so, the row of an inventory
    that describes it, the files that have its notes, and of a volume the files of corrections of single documents.
    """

    path: str
    file: Path
    sidecar: Path | None
    collections: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    row: InventoryRow | None = None
    companions: tuple[Path, ...] = ()
    parts: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """The documents of a folder in the order of their paths, and what was found beside them. `astray` are the files that
    close a document that is not there: it may be one that is, under another name. `inventories` are the files called so, `other_sheets` those that may be some.
    """

    seeds: tuple[Seed, ...]
    problems: tuple[Problem, ...]
    astray: tuple[Problem, ...] = ()
    inventories: tuple[Path, ...] = ()
    other_sheets: tuple[Path, ...] = ()


def find_seeds(folder: Path, root: Path, versions: str = "") -> Finding:
    """Find the documents below `folder`; paths are given relative to `root`, with forward slashes. `versions` is the pattern of
    the paths of files that are versions of one document.

    Hidden files and folders are passed over, but for a file that would close a document without its dot. Links that lead
    out of the folder, and anything that is not a regular file, are named in a problem and never opened.
    """
    documents, corrections, inventories = list[Path](), list[Path](), list[Path]()
    below, is_inside, path_of = files_below(folder, root), inside_of(folder), paths_from(root)
    problems, others = [*passed_over(below.of_systems, root)], [*below.hidden]
    for file in below.files:
        path = path_of(file)
        ending = file.suffix.lower()
        if not is_text(path):
            problems.append(_not_read(ascii(path), *_OTHER_NAME, level_is_error=True))
        elif ending in SIDECAR_TYPES and not file.is_dir():
            corrections.append(file)
        elif is_inventory(file) and not file.is_dir():
            inventories.append(file)
        elif not is_inside(file) or not file.is_file():
            problems.append(_not_read(path, *_ELSEWHERE))
        elif is_sheet(file):
            problems.append(no_inventory(path))
        elif ending not in (*DOCUMENT_TYPES, *PICTURES):
            others.append(file)
            problems.append(_not_read_by_ending(file, path))
        else:
            documents.append(file)
    documents, loose_pictures, faults = _readable(documents, folder, path_of, versions)
    beside = files_beside(documents, folder, root)
    used = {looked_at for each in beside.values() for looked_at in each.files}
    seeds = [_seed(path_of(file), file, each) for file, each in beside.items()]
    unused = [file for file in corrections if file not in used]
    orphans, astray = _without_document(unused, filter(is_sheet, below.files), root)
    astray = (*astray, *misnamed((*documents, *others, *loose_pictures), root))
    sheets = [file for file in below.all if file not in inventories and may_be_misnamed(file)]
    said = (*without_notices((*problems, *faults), astray), *orphans)
    return Finding(tuple(seeds), said, astray, tuple(inventories), tuple(sheets))


def _readable(
    files: list[Path], folder: Path, path_of: Callable[[Path], str], versions: str
) -> tuple[list[Path], list[Path], list[Problem]]:
    """Return the documents among files that may be some, the pictures among them that are versions of none, and what is
    wrong with these and with those that are too large.
    """
    pictures = [file for file in files if file.suffix.lower() in PICTURES]
    others = [file for file in files if file.suffix.lower() not in PICTURES]
    loose = set(pictures) - set(pictures_of_documents(pictures, others, folder, versions))
    documents: list[Path] = []
    problems: list[Problem] = []
    for file in files:
        if file in loose:
            problems.append(_not_read_by_ending(file, path_of(file)))
        elif fault := too_large(file):
            problems.append(_not_read(path_of(file), *fault, level_is_error=True))
        else:
            documents.append(file)
    return documents, sorted(loose), problems


def _not_read_by_ending(file: Path, path: str) -> Problem:
    ending = f"ending in “{file.suffix}”" if file.suffix else "without an ending"
    return _not_read(path, f"files {ending} are not read as documents")


def _without_document(
    unused: list[Path], sheets: Iterable[Path], root: Path
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems of files of corrections without a document, and of folders: of those that close none, and of others."""
    folders = [file for file in unused if is_collection(file)]
    paths = {file: file.relative_to(root).as_posix() for file in unused if file not in folders}
    astray = {file for file in paths if closes_a_document(file, paths[file])}
    orphans = (_orphan(path) for file, path in paths.items() if file not in astray)
    empty = without_documents(folders, sheets, root)
    return (*orphans, *empty), tuple(_astray(paths[file]) for file in sorted(astray))


def _seed(path: str, file: Path, each: Beside) -> Seed:
    return Seed(
        path,
        file,
        each.sidecar,
        each.collections,
        each.problems,
        companions=each.companions,
        parts=each.parts,
    )


def _orphan(path: str) -> Problem:
    return Problem(
        path=path,
        level="warning",
        code="sidecar-without-document",
        message="there is no document of this name beside this file of corrections",
        fix="give it the name of its document, but for the ending",
    )


def _astray(path: str) -> Problem:
    return Problem(
        path=path,
        code="closes-no-document",
        message="this file says who may see a document, or which words of it, and there is none of this name beside it",
        fix="give it the name of its document, but for the ending, or remove it",
    )


def _not_read(
    path: str,
    message: str,
    way_out: str = f"save it as {' or '.join(READ_TYPES)}",
    *,
    level_is_error: bool = False,
) -> Problem:
    return Problem(
        path=path,
        level="error" if level_is_error else "notice",
        code="not-a-document",
        message=message,
        fix=f"{way_out}, or keep it outside this folder",
    )
