"""Files above the folder of the documents, as beside `archive.yml`, that would close documents if they stood among them.

Nothing reads them there. So where one closes a document or redacts words, nothing may be published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from archivegen.config import SETTINGS_NAME
from archivegen.problems import Problem, Refusal
from archivegen.remembering import Memory
from archivegen.seeds.beside import COLLECTION_NAME, SIDECAR_TYPES, closes_a_document
from archivegen.seeds.inventory.columns import own_columns
from archivegen.seeds.inventory.misnamed_sheets import may_be_misnamed, misnamed_sheets
from archivegen.seeds.inventory.opening import read_bytes, read_table
from archivegen.seeds.inventory.places import INVENTORY_NAME, is_inventory
from archivegen.seeds.inventory.rows import read_rows
from archivegen.seeds.misnamed import may_be_corrections_of
from archivegen.settings.inventory import InventorySettings
from archivegen.storage.authority_files import AUTHORITY_NAMES
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import read_yaml

_READ_HERE = (SETTINGS_NAME, *AUTHORITY_NAMES)
# Files of other programs lie here, too, and have keys such as “exclude”.
_OWN_KEYS = ("access", "redact")
_CLOSES = "this file says who may see documents, or which words of them"
_MAY_CLOSE = "this may be an inventory that says who may see documents"


def closing_above(
    documents: tuple[Path, ...],
    folder: Path,
    root: Path,
    settings: InventorySettings,
    memory: Memory | None = None,
) -> Iterator[Problem]:
    """Yield an error for each file in `root`, or between it and the `folder` of the documents, that closes documents.

    That is an inventory which the settings do not name, and a file of corrections: by its name one of a document or of a
    folder, or one that speaks of `access` or `redact`. `memory` keeps where such files belong for whoever does this again.

    Raises:
        Refusal: the settings give columns to fields that there are not.

    """
    above = [place for place in folder.parents if place.is_relative_to(root)]
    memory = memory or Memory()
    names = memory.recall(_names, documents, *map(memory.as_before, (folder, root))) if above else {}
    for place in reversed(above):
        for file in sorted(place.iterdir()):
            path = file.relative_to(root).as_posix()
            if not file.is_file() or path in _READ_HERE or path == settings.file:
                continue
            if may_be_misnamed(file) and file.name.casefold().startswith(INVENTORY_NAME):
                if what := _what_closes(file, documents, root, settings):
                    where = f"put it into {_below(folder, root)}, or name it in archive.yml as “inventory: {{file: {path}}}”"
                    yield _not_read_here(path, what, where)
            elif meant := _meant(file, path, names):
                yield _not_read_here(path, _CLOSES, meant)


def _names(documents: Iterable[Path], folder: Path, root: Path) -> dict[str, str]:
    """Return where a file of corrections belongs, by the names it may have, in small letters and without the ending."""
    names: dict[str, str] = {}
    places: dict[Path, str] = {}
    for document in documents:
        place, stem = document.parent, document.stem
        if place not in places:
            places[place] = _below(place, root)
        names.setdefault(stem.casefold(), f"put it into {places[place]} as {stem}.yml")
    for inner, path in places.items():
        names.setdefault(inner.name.casefold(), _of_folder(path))
    whole = _of_folder(_below(folder, root))
    return names | {folder.name.casefold(): whole, COLLECTION_NAME.partition(".")[0]: whole}


def _below(folder: Path, root: Path) -> str:
    return f"{folder.relative_to(root).as_posix()}/"


def _of_folder(path: str) -> str:
    return f"put it into {path} as {COLLECTION_NAME}"


def _meant(file: Path, path: str, names: Mapping[str, str]) -> str:
    """Return where a file of corrections that closes something belongs, or "" where it is no such file."""
    stem = file.stem.removeprefix(".").casefold()
    if file.suffix.lower() not in SIDECAR_TYPES:
        stem = may_be_corrections_of(file, names)
        return names[stem] if stem else ""
    if stem in names:
        return names[stem] if closes_a_document(file, path) else ""
    return "put it beside its document" if _has_own_keys(file, path) else ""


def _has_own_keys(file: Path, path: str) -> bool:
    try:
        text = text_of(file)
        # A ledger lies here, too, and is long: one that has none of the words is not taken apart. A sign may be written as \x61.
        if "\\" not in text and not any(key in text for key in _OWN_KEYS):
            return False
        reading = read_yaml(text, path)
    except (OSError, Refusal):
        return False
    return any(key in reading.entries for key in _OWN_KEYS)


def _what_closes(file: Path, documents: Iterable[Path], root: Path, settings: InventorySettings) -> str:
    """Return what is to be said of an inventory that has a row which closes a document, or may have one; "" of any other.

    One that is called so but for something more in its name is another state of it: that may be kept, if it closes nothing.
    """
    own = own_columns(settings)
    if not is_inventory(file):
        return _CLOSES if any(misnamed_sheets([file], documents, root, own)) else ""
    path = file.relative_to(root).as_posix()
    try:
        table = read_table(read_bytes(file, path, root), path, settings, own)
    except Refusal:
        return _MAY_CLOSE
    return _CLOSES if any(reading.row.may_close for reading in read_rows(table, path)) else ""


def _not_read_here(path: str, what: str, where: str) -> Problem:
    return Problem(
        path=path,
        code="closes-no-document",
        message=f"{what}, and nothing reads it here, outside of their folder",
        fix=f"{where}, or remove it",
    )
