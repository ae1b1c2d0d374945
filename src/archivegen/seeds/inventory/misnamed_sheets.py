"""Sheets that would close documents if they were inventories, and by their names are none: `inventory (1).csv`.

What such a sheet says is not read. So where it closes a document or redacts words, nothing may be published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from archivegen.problems import Problem, Refusal
from archivegen.seeds.inventory.finders import Files
from archivegen.seeds.inventory.opening import read_table
from archivegen.seeds.inventory.places import INVENTORY_NAME, is_sheet
from archivegen.seeds.inventory.rows import read_rows
from archivegen.seeds.inventory.sheet_types import SHEET_TYPES
from archivegen.settings.inventory import InventorySettings

_LARGEST = 4_000_000
# "inventory.csv.txt", "inventory.csv.bak": as computers save a sheet that is text.
_OF_TEXT = re.compile(rf"{INVENTORY_NAME}.*|.*\.(?:csv|tsv)\W.*", re.IGNORECASE)


def may_be_misnamed(file: Path) -> bool:
    """Say whether a file that is no inventory by its name may be one by what stands in it."""
    return is_sheet(file) or _OF_TEXT.fullmatch(file.name) is not None


def no_inventory(path: str) -> Problem:
    """Return the notice that a sheet is not read; `path` is how reports name it."""
    return Problem(
        path=path,
        level="notice",
        code="not-a-document",
        message="this sheet is not read",
        fix="if it describes the documents here, call it “inventory”, or name it in archive.yml as “inventory: {file: …}”",
    )


def misnamed_sheets(
    files: Iterable[Path], documents: Iterable[Path], root: Path, own: Mapping[str, tuple[str, str]]
) -> Iterator[Problem]:
    """Yield an error for each of some files that, read as an inventory, has a row that names one of the documents below
    its folder and closes it or redacts words of it; `own` is what the settings say of columns.
    """
    documents = list(documents)
    for file in files:
        path = file.relative_to(root).as_posix()
        beside = [each for each in documents if each != file and each.is_relative_to(file.parent)]
        names = Files(each.relative_to(file.parent).as_posix() for each in beside)
        if _closes_one(file, path, names, own):
            yield _problem(path)


def _closes_one(file: Path, path: str, names: Files, own: Mapping[str, tuple[str, str]]) -> bool:
    as_sheet = path if PurePosixPath(path).suffix.lower() in SHEET_TYPES else f"{path}.csv"
    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return False
        table = read_table(file.read_bytes(), as_sheet, InventorySettings(), own)
    except (OSError, Refusal):
        return False
    rows = (reading.row for reading in read_rows(table, path))
    return any(row.may_close and names.named(row) for row in rows)


def _problem(path: str) -> Problem:
    return Problem(
        path=path,
        code="misnamed-inventory",
        message="this sheet says who may see documents here, or which words of them, and by its name it is none that is read",
        fix="call it “inventory”, name it in archive.yml as “inventory: {file: …}”, or remove it",
    )
