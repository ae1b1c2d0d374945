"""The documents of a folder with the rows of its inventories that describe them, and the rows that describe none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archivegen.problems import Problem
from archivegen.remembering import Memory
from archivegen.seeds.above import closing_above
from archivegen.seeds.find import Finding, Seed
from archivegen.seeds.inventory.columns import own_columns
from archivegen.seeds.inventory.matching import Matching, Several, match, two_rows
from archivegen.seeds.inventory.misnamed_sheets import misnamed_sheets
from archivegen.seeds.inventory.places import Inventory, inventories
from archivegen.seeds.inventory.rows import InventoryRow
from archivegen.settings.inventory import InventorySettings


@dataclass(frozen=True, slots=True)
class Described:
    """The documents, each with its row if it has one, and the inventories with the rows that name none of them.

    `numbered` are the rows whose document may still be found by a number that is read in it, `several` those that may be
    of several files; `astray` are the sheets that would close documents and are no inventories by their names, and what
    would close some and lies above their folder.
    """

    seeds: tuple[Seed, ...]
    numbered: tuple[InventoryRow, ...] = ()
    inventories: tuple[Inventory, ...] = ()
    problems: tuple[Problem, ...] = ()
    astray: tuple[Problem, ...] = ()
    several: tuple[Several, ...] = ()


def describe(
    finding: Finding, folder: Path, root: Path, settings: InventorySettings, memory: Memory | None = None
) -> Described:
    """Give each document of a folder its row. `memory` keeps what follows from the names of documents for whoever does this again.

    Raises:
        Refusal: the settings give columns to fields that there are not.

    """
    own = own_columns(settings)
    seeds = {seed.path: seed for seed in finding.seeds}
    left: list[InventoryRow] = []
    several: list[Several] = []
    problems: list[Problem] = []
    found = inventories(finding.inventories, folder, root, settings, own)
    paths = below_each(seeds.values(), found)
    for inventory in found:
        below = {
            seeds[path].file.relative_to(inventory.folder).as_posix(): path
            for path in paths[inventory.folder]
        }
        matching = match(inventory.rows, below) if not inventory.refused else Matching()
        for inner, path in below.items():
            faults = (*inventory.refused, *matching.faults.get(inner, ()))
            seeds[path] = with_row(seeds[path], matching.row_of.get(inner), faults)
        left += matching.left
        several += [
            each._replace(paths=tuple(below[path] for path in each.paths)) for each in matching.several
        ]
        problems += [*inventory.problems, *matching.notices]
        problems += inventory.refused if not below else ()
    return Described(
        tuple(without_described_notes(seeds)),
        tuple(left),
        tuple(found),
        tuple(problems),
        _astray(finding, folder, root, settings, memory or Memory()),
        tuple(several),
    )


def _astray(
    finding: Finding, folder: Path, root: Path, settings: InventorySettings, memory: Memory
) -> tuple[Problem, ...]:
    sheets = [file for file in finding.other_sheets if file != root / settings.file]
    documents = memory.recall(_files_of, finding.seeds)
    return (
        *misnamed_sheets(sheets, documents, root, own_columns(settings)),
        *closing_above(documents, folder, root, settings, memory),
    )


def _files_of(seeds: tuple[Seed, ...]) -> tuple[Path, ...]:
    return tuple(seed.file for seed in seeds)


def below_each(seeds: Iterable[Seed], inventories: Iterable[Inventory]) -> dict[Path, list[str]]:
    """Return the paths of the documents below the folder of each inventory, in one walk: there may be many of both."""
    below: dict[Path, list[str]] = {inventory.folder: [] for inventory in inventories}
    for seed in seeds if below else ():
        for folder in seed.file.parents:
            if folder in below:
                below[folder].append(seed.path)
    return below


def without_described_notes(seeds: dict[str, Seed]) -> Iterator[Seed]:
    """Yield documents without such files of notes as have a row of their own: it may close them."""
    described = {seed.file for seed in seeds.values() if seed.row or seed.problems}
    for seed in seeds.values():
        if described.isdisjoint(seed.companions):
            yield seed
        else:
            yield replace(seed, companions=tuple(file for file in seed.companions if file not in described))


def with_row(seed: Seed, row: InventoryRow | None, faults: Iterable[Problem]) -> Seed:
    """Return a document with its row, and with what is wrong with either added to why it must not be read."""
    faults = tuple(faults)
    if row and seed.row:
        faults = (*faults, two_rows(seed.path, [seed.row, row]))
    if row and row.supplied.problems:
        faults = (*faults, *row.supplied.problems)
    return replace(seed, row=row or seed.row, problems=(*seed.problems, *faults))
