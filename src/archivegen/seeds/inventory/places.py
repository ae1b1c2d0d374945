"""Where inventories are: called so in the folder of the documents or one below it, or named in the settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.seeds.inventory.cells import damaged
from archivegen.seeds.inventory.faults import folded, of_columns
from archivegen.seeds.inventory.opening import Table, read_bytes, read_table
from archivegen.seeds.inventory.rows import InventoryRow, read_rows
from archivegen.seeds.inventory.sheet_types import SHEET_TYPES
from archivegen.settings.inventory import InventorySettings

INVENTORY_NAME = "inventory"
# Sheets that are not read; under this name they are meant to be.
_OTHER_TYPES = (".xls", ".xlsm", ".xlsb", ".tsv", ".numbers", ".fods")
_OF_SHEETS = frozenset((*SHEET_TYPES, *_OTHER_TYPES))


@dataclass(frozen=True, slots=True)
class Inventory:
    """An inventory: its path as reports name it, the folder whose documents it describes, its rows, and what is wrong.

    `refused` says why nothing of it can be trusted: none of the documents of its folder may be published then.
    """

    path: str
    folder: Path
    rows: tuple[InventoryRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()


def is_inventory(file: Path) -> bool:
    """Say whether a file is called an inventory, whether or not it can be read."""
    return is_sheet(file) and file.stem.strip().casefold() == INVENTORY_NAME


def is_sheet(file: Path) -> bool:
    """Say whether a file is a sheet, which might be meant as an inventory."""
    return file.suffix.lower() in _OF_SHEETS


def inventories(
    called_so: Iterable[Path],
    folder: Path,
    root: Path,
    settings: InventorySettings,
    own: Mapping[str, tuple[str, str]],
) -> list[Inventory]:
    """Read the inventories `called_so` below the folder of the documents, and the one that the settings name.

    `own` is what the settings say of columns.
    """
    by_folder: dict[Path, list[Path]] = {}
    for file in called_so:
        by_folder.setdefault(file.parent, []).append(file)
    if settings.file and (named := root / settings.file) not in by_folder.get(named.parent, []):
        within = named.parent if named.is_relative_to(folder) else folder
        by_folder.setdefault(within, []).append(named)
    table_of = partial(read_table, settings=settings, own=own)
    found = []
    for within, files in sorted(by_folder.items()):
        path = files[0].relative_to(root).as_posix()
        if len(files) > 1:
            names = " and ".join(f"“{file.relative_to(root).as_posix()}”" for file in files)
            fix = "put what both say into one of them, and remove the other"
            problem = damaged(path, f"{names} are inventories of the same documents", fix=fix)
            found.append(Inventory(path, within, refused=(problem,)))
        else:
            found.append(_read(path, within, root, table_of))
    return found


def _read(path: str, within: Path, root: Path, table_of: Callable[[bytes, str], Table]) -> Inventory:
    try:
        table = table_of(read_bytes(root / path, path, root), path)
    except Refusal as refusal:
        return Inventory(path, within, refused=refusal.problems)
    of_heads = tuple(of_columns(table.columns, table.rows, path))
    if refused := tuple(problem for problem in of_heads if problem.level == "error"):
        return Inventory(path, within, refused=refused)
    readings = list(read_rows(table, path))
    standing = folded(problem for reading in readings for problem in reading.problems)
    rows = tuple(reading.row.with_problems(standing) for reading in readings)
    said = dict.fromkeys(problem for problem in standing.values() if problem.level != "error")
    return Inventory(path, within, rows, (*table.problems, *of_heads, *said))
