"""The documents of an archive's folder, each read with all that stands beside it and the row that describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from archivegen.config import Config
from archivegen.problems import Problem, Refusal
from archivegen.reading_room.outcome import Outcome
from archivegen.reading_room.room import ReadingRoom
from archivegen.records.record import Record
from archivegen.row_finding import PrincipalsOf, by_inventory, rows_left
from archivegen.seeds.beside import files_beside
from archivegen.seeds.described import Described, below_each, describe
from archivegen.seeds.find import Seed, find_seeds
from archivegen.seeds.folder_defaults import words_replaced
from archivegen.seeds.inventory.places import Inventory
from archivegen.seeds.inventory.rows import InventoryRow
from archivegen.seeds.misnamed import without_notices
from archivegen.seeds.textless import Textless, read_textless
from archivegen.storage.text_files import text_of

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents that were found, the records that can be published, every problem once, how many files cannot, and
    the paths of those; `unsound` are the records that were read in them. `astray` is what closes a document that is not there, `collections` the files of defaults that hold
    for any of them, `without_row` the documents in the folder of an inventory that no row describes.
    """

    seeds: tuple[Seed, ...]
    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    rejected: int
    not_read: frozenset[str]
    astray: tuple[Problem, ...] = ()
    collections: tuple[Path, ...] = ()
    unsound: tuple[Record, ...] = ()
    without_row: tuple[str, ...] = ()


def read_documents(
    folder: Path, root: Path, config: Config, room: ReadingRoom, principals_of: PrincipalsOf
) -> Documents:
    """Read every document below `folder`; paths count from `root`. One bad document costs one document.

    `principals_of` says which records are versions of the document of another, by their paths.

    Raises:
        Refusal: the settings of the inventory give columns to fields that there are not.

    """
    found = find_seeds(folder, root, config.versions, room.memory)
    described = describe(found, folder, root, config.inventory, room.memory)
    seeds = {seed.path: seed for seed in described.seeds}
    outcomes = room.read(seeds)
    left, notices = rows_left(described, seeds, outcomes, room, principals_of)
    room.cache.forget_unused()
    textless = list(_textless(described, left, seeds.values(), folder, root))
    read: tuple[Outcome | Textless, ...] = (*outcomes.values(), *textless)
    problems = [*without_notices(found.problems, described.astray), *described.problems, *notices]
    problems += [problem for each in read for problem in each.problems]
    records = tuple(record for each in read for record in each.records)
    problems += words_replaced(records)
    not_read = frozenset(path for each in read for path in each.not_read)
    return Documents(
        tuple(seeds.values()),
        records,
        # A fault in the defaults of a folder, or in an inventory, comes with each of its documents.
        tuple(dict.fromkeys(problems)),
        len(not_read) + sum(problem.level == "error" for problem in (*found.problems, *described.problems)),
        not_read | {inventory.path for inventory in described.inventories if inventory.refused},
        (*found.astray, *described.astray, *(problem for each in textless for problem in each.astray)),
        tuple(_all_collections(described, seeds.values(), folder, root)),
        tuple(record for each in read for record in each.rejected),
        _without_row(described, seeds.values()),
    )


def _textless(
    described: Described, left: list[InventoryRow], seeds: Iterable[Seed], folder: Path, root: Path
) -> Iterator[Textless]:
    rows_of = by_inventory(left)
    with_rows = [inventory for inventory in described.inventories if inventory.path in rows_of]
    bare = below_each(
        filter(_is_bare, seeds), [inventory for inventory in with_rows if not inventory.refused]
    )
    for inventory in with_rows:
        collections = _collections(inventory, folder, root)
        paths = [(file.relative_to(root).as_posix(), file) for file in collections]
        defaults = tuple((path, text_of(file, path)) for path, file in paths)
        yield read_textless(rows_of[inventory.path], defaults, bare.get(inventory.folder, []))


def _all_collections(described: Described, seeds: Iterable[Seed], folder: Path, root: Path) -> Iterator[Path]:
    for seed in seeds:
        yield from seed.collections
    for inventory in described.inventories:
        yield from _collections(inventory, folder, root)


def _collections(inventory: Inventory, folder: Path, root: Path) -> tuple[Path, ...]:
    """Return the files of defaults that hold for the folder of an inventory.

    Raises:
        Refusal: one of them must not be read, and might close the records of the inventory.

    """
    place = inventory.folder / "inventory"
    beside = files_beside([place], folder, root)[place]
    if beside.problems:
        raise Refusal(*beside.problems)
    return beside.collections


def _without_row(described: Described, seeds: Iterable[Seed]) -> tuple[str, ...]:
    trusted = [inventory for inventory in described.inventories if not inventory.refused]
    below = {path for paths in below_each(seeds, trusted).values() for path in paths}
    return tuple(seed.path for seed in seeds if seed.path in below and _is_bare(seed))


def notices_of_no_row(found: Documents, principals: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a notice for each document in the folder of an inventory that no row describes; one for many. `principals` are
    the documents that files are versions of, by the paths of these: a document is described where one of its files is.
    """
    described = {principals.get(seed.path, seed.path) for seed in found.seeds if seed.row}
    bare = [path for path in found.without_row if path not in principals and path not in described]
    fix = "write its name into a row, if the inventory should describe it"
    if len(bare) <= _MOST_NAMED:
        for path in bare:
            yield _no_row(path, "no row of the inventory describes this document", fix)
    else:
        names = ", ".join(path.rpartition("/")[2] for path in bare[:_MOST_NAMED])
        message = f"no row of the inventory describes {len(bare)} documents: {names} and {len(bare) - _MOST_NAMED} more"
        yield _no_row(bare[0], message, "write their names into rows, if the inventory should describe them")


def _is_bare(seed: Seed) -> bool:
    """Say whether no inventory describes a document that is read."""
    return seed.row is None and not seed.problems


def _no_row(path: str, message: str, fix: str) -> Problem:
    return Problem(path=path, level="notice", code="document-without-row", message=message, fix=fix)
