"""The files of sheets by their endings: the one place that knows which are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from archivegen.seeds.inventory.cells import Sheet
from archivegen.seeds.inventory.csv_sheet import read_csv
from archivegen.seeds.inventory.ods_sheet import read_ods
from archivegen.seeds.inventory.xlsx_sheet import read_xlsx

# The last argument is the encoding that the archivist names, which only CSV needs.
_READERS: Mapping[str, Callable[[bytes, str, str], tuple[Sheet, ...]]] = {
    ".csv": lambda content, path, declared: (read_csv(content, path, declared),),
    ".xlsx": lambda content, path, _: read_xlsx(content, path),
    ".ods": lambda content, path, _: read_ods(content, path),
}
SHEET_TYPES = tuple(_READERS)


def sheets_in(content: bytes, path: str, declared: str = "") -> tuple[Sheet, ...]:
    """Return the sheets of a file whose ending is one of `SHEET_TYPES`.

    Raises:
        Refusal: the file is damaged, or is not what its name says.

    """
    return _READERS[PurePosixPath(path).suffix.lower()](content, path, declared)
