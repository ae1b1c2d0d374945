"""A folder, searched for documents: every file is a document, belongs to one, or is named in a notice."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from archivegen.problems import Problem
from archivegen.remembering import Memory
from archivegen.seeds.beside import Beside, closes_a_document, files_beside, is_collection
from archivegen.seeds.collections import without_documents
from archivegen.seeds.folder_files import FolderFiles, files_below, passed_over, paths_from
from archivegen.seeds.inventory.misnamed_sheets import may_be_misnamed
from archivegen.seeds.inventory.rows import InventoryRow
from archivegen.seeds.kinds_of_files import Kinds, kinds_of, not_read, not_read_by_ending
from archivegen.seeds.largest_files import too_large
from archivegen.seeds.misnamed import misnamed, named_alike, without_notices
from archivegen.seeds.pictures_beside import pictures_of_documents
from archivegen.seeds.supplied_faults import did_you_mean
from archivegen.seeds.surroundings import ListedSurroundings, Surroundings


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


@dataclass(frozen=True, slots=True)
class _LaidOut:
    """What follows from the names of files: the documents, what of corrections belongs to none, the files called like
    corrections with the names that they may mean, and what is wrong with files that may be documents.
    """

    seeds: tuple[Seed, ...]
    unused: tuple[Path, ...]
    alike: tuple[tuple[Path, frozenset[str]], ...]
    other_sheets: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find_seeds(folder: Path, root: Path, versions: str = "", memory: Memory | None = None) -> Finding:
    """Find the documents below `folder`; paths are given relative to `root`, with forward slashes. `versions` is the pattern of
    the paths of files that are versions of one document. `memory` keeps what follows from the names of files for whoever does
    this again.

    Hidden files and folders are passed over, but for a file that would close a document without its dot. Links that lead
    out of the folder, and anything that is not a regular file, are named in a problem and never opened.
    """
    below = files_below(folder, root)
    # Where a link leads is in no listing.
    memory = memory if memory and not below.links else Memory()
    below = memory.as_before(below)
    kinds = memory.recall(kinds_of, below)
    loose = memory.as_before(_loose_pictures(kinds, folder, versions))
    laid = memory.recall(_laid_out, below, kinds, loose)
    documents = [seed.path for seed in laid.seeds] if laid.unused else []
    orphans, astray = _without_document(laid.unused, kinds.sheets, root, documents)
    astray = (*astray, *misnamed(laid.alike, root))
    problems = (*passed_over(below.of_systems, root), *kinds.problems, *laid.problems)
    said = (*without_notices(problems, astray), *orphans)
    return Finding(laid.seeds, said, astray, kinds.inventories, laid.other_sheets)


def _laid_out(below: FolderFiles, kinds: Kinds, loose: tuple[Path, ...]) -> _LaidOut:
    """Return what follows from the names of the files below a folder and from which pictures are `loose`: versions of nothing."""
    path_of = paths_from(below.root)
    around_them = Surroundings() if below.links else ListedSurroundings(below)
    documents, faults = _readable(kinds, frozenset(loose), around_them, path_of)
    beside = files_beside(documents, below.folder, below.root, around_them)
    used = {looked_at for each in beside.values() for looked_at in each.files}
    inventories = frozenset(kinds.inventories)
    return _LaidOut(
        tuple(_seed(path_of(file), file, each) for file, each in beside.items()),
        tuple(file for file in kinds.corrections if file not in used),
        tuple(named_alike((*documents, *kinds.others, *loose))),
        tuple(file for file in below.all if may_be_misnamed(file) and file not in inventories),
        tuple(faults),
    )


def _loose_pictures(kinds: Kinds, folder: Path, versions: str) -> tuple[Path, ...]:
    """Return the pictures that are versions of no document, as their names and the files of corrections beside them say."""
    pictures = frozenset(kinds.pictures)
    others = (file for file in kinds.documents if file not in pictures)
    of_documents = pictures_of_documents(pictures, others, folder, versions) if pictures else ()
    return tuple(sorted(pictures.difference(of_documents)))


def _readable(
    kinds: Kinds, loose: frozenset[Path], around_them: Surroundings, path_of: Callable[[Path], str]
) -> tuple[list[Path], list[Problem]]:
    """Return the documents among files that may be some, and what is wrong with the others: these are pictures, or too large."""
    documents: list[Path] = []
    problems: list[Problem] = []
    for file in kinds.documents:
        if file in loose:
            problems.append(not_read_by_ending(file, path_of(file)))
        elif fault := too_large(file, around_them.size_of(file)):
            problems.append(not_read(path_of(file), *fault, level_is_error=True))
        else:
            documents.append(file)
    return documents, problems


def _without_document(
    unused: tuple[Path, ...], sheets: Iterable[Path], root: Path, documents: list[str]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the problems of files of corrections without a document, and of folders: of those that close none, and of others."""
    folders = [file for file in unused if is_collection(file)]
    paths = {file: file.relative_to(root).as_posix() for file in unused if file not in folders}
    astray = {file for file in paths if closes_a_document(file, paths[file])}
    orphans = (_orphan(path, documents) for file, path in paths.items() if file not in astray)
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


def _orphan(path: str, documents: list[str]) -> Problem:
    """Return the problem of a file of corrections without a document, with the name that it may have been meant to have."""
    folder, _, name = path.rpartition("/")
    stem, dot, ending = name.rpartition(".")
    beside = [PurePosixPath(each).stem for each in documents if each.rpartition("/")[0] == folder]
    meant = did_you_mean(f"{stem}{dot}{ending}", [f"{other}{dot}{ending}" for other in beside])
    return Problem(
        path=path,
        level="warning",
        code="sidecar-without-document",
        message="there is no document of this name beside this file of corrections",
        fix=f"give it the name of its document, but for the ending{meant}",
    )


def _astray(path: str) -> Problem:
    return Problem(
        path=path,
        code="closes-no-document",
        message="this file says who may see a document, or which words of it, and there is none of this name beside it",
        fix="give it the name of its document, but for the ending, or remove it",
    )
