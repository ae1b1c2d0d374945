"""One document, with what stands beside it: its file of corrections, the defaults of its folders, its row in an inventory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from archivegen.config import SETTINGS_NAME, Config, read_config, with_base_url
from archivegen.problems import Problem, Refusal
from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.records.values import Value
from archivegen.seeds.beside import files_beside
from archivegen.seeds.described import Described, describe, with_row
from archivegen.seeds.find import Seed, find_seeds
from archivegen.seeds.inventory.matching import matched_by_number_read
from archivegen.seeds.inventory.places import is_inventory
from archivegen.seeds.normalise import read_documents
from archivegen.seeds.supplied import read_folder
from archivegen.storage.text_files import text_of

# The paths and texts of the files of defaults above a document.
_Defaults = tuple[tuple[str, str], ...]
_NO_SETTINGS = Problem(
    path=SETTINGS_NAME,
    code="no-settings",
    message="the settings of this archive are not there any more",
    fix=f"put {SETTINGS_NAME} back; a folder without it is no archive",
)
_NUMBERS = ("identifiers", "reference_code")


def documents_folder(root: Path, config: Config) -> Path:
    """Return the folder the documents are in: the one the settings name, or the whole of a bare folder."""
    return root / config.documents if (root / SETTINGS_NAME).is_file() else root


def config_at(root: Path, base_url: str | None, *, is_needed: bool = False) -> Config:
    """Return the settings of a folder, with the address of the site that a command gives.

    Raises:
        Refusal: they cannot be read, or are not there and needed.

    """
    file = root / SETTINGS_NAME
    if is_needed and not file.is_file():
        raise Refusal(_NO_SETTINGS)
    config = read_config(text_of(file)) if file.is_file() else Config(title=root.resolve().name)
    return config if base_url is None else with_base_url(config, base_url)


def introductions_of(files: Iterable[Path]) -> dict[str, str]:
    """Return what folders say of themselves in their `collection.yml`, by the keys of their titles; of two with one title, what the outer one says.
    One that is no text says nothing: it is reported with the documents that it keeps out.
    """
    read = []
    for file in dict.fromkeys(files):
        with suppress(Refusal):
            read.append(read_folder(text_of(file), file.name).collection)
    return {name_key(each.title): each.introduction for each in reversed(read) if each}


def seed_of(file: Path) -> Seed:
    """Return one document with its sidecar, its row and the defaults of its folders: those of the archive it is in, or its
    own.

    Raises:
        Refusal: the settings of the archive cannot be read.

    """
    own = file.absolute()
    root = next((folder for folder in own.parents if (folder / SETTINGS_NAME).is_file()), None)
    config = read_config(text_of(root / SETTINGS_NAME)) if root else Config()
    folder = documents_folder(root, config) if root else own.parent
    if root is None or not own.is_relative_to(folder):
        root = folder = own.parent
        path = file.as_posix()
    else:
        path = own.relative_to(root).as_posix()
    if _has_inventory(own, folder, config):
        described = describe(find_seeds(folder, root, config.versions), folder, root, config.inventory)
        for seed in described.seeds:
            if seed.file == own:
                return _with_row_of_number(replace(seed, path=path), described)
    beside = files_beside([own], folder, root)[own]
    return Seed(
        path,
        own,
        beside.sidecar,
        beside.collections,
        beside.problems,
        companions=beside.companions,
        parts=beside.parts,
    )


def _has_inventory(file: Path, folder: Path, config: Config) -> bool:
    """Say whether an inventory may describe a document: other folders need not be searched for that."""
    above = [parent for parent in file.parents if parent.is_relative_to(folder)]
    return bool(config.inventory.file) or any(
        is_inventory(beside) for parent in above for beside in parent.iterdir()
    )


def _with_row_of_number(seed: Seed, described: Described) -> Seed:
    """Return a document with the row whose number is read in it, where it has no other."""
    if seed.row or seed.problems or not described.numbered:
        return seed
    below = [each for each in described.inventories if seed.file.is_relative_to(each.folder)]
    rows = [row for row in described.numbered if row.path in {each.path for each in below}]
    matching = matched_by_number_read(rows, {seed.path: numbers_of(read_seed(seed))})
    return with_row(seed, matching.row_of.get(seed.path), matching.faults.get(seed.path, ()))


def numbers_of(records: tuple[Record, ...]) -> list[str]:
    """Return the numbers of a document by which the row of an inventory may find it; of a volume there are none."""
    if len(records) != 1:
        return []
    return [value.value for name in _NUMBERS for value in records[0].fields.get(name, ())]


def read_seed(seed: Seed) -> tuple[Record, ...]:
    """Read the documents of one file with its sidecar and its row.

    Raises:
        Refusal: it cannot be read, or what stands beside it cannot.

    """
    if seed.problems:
        raise Refusal(*seed.problems)
    defaults = tuple(_path_and_text(seed, file) for file in seed.collections)
    sidecar = _path_and_text(seed, seed.sidecar) if seed.sidecar else None
    companions = dict(_notes_beside(seed, defaults, sidecar))
    parts = {name: _path_and_text(seed, file) for name, file in seed.parts}
    return read_documents(
        seed.file.read_bytes(), seed.path, defaults, sidecar, seed.row, companions=companions, parts=parts
    )


def _notes_beside(
    seed: Seed, defaults: _Defaults, sidecar: tuple[str, str] | None
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of notes of a page that may be shown where the page is: those that can be published themselves, and are
    closed by nothing that does not close the page.
    """
    for file in seed.companions:
        content = file.read_bytes()
        access = _access_of_notes(content, _path_above(seed, file), defaults)
        if access == ():
            yield file.name, content
        elif access:
            own = read_documents(seed.file.read_bytes(), seed.path, defaults, sidecar, seed.row)
            if all(record.fields.get("access") == access for record in own):
                yield file.name, content


@lru_cache(maxsize=4)
def _access_of_notes(content: bytes, path: str, defaults: _Defaults) -> tuple[Value, ...] | None:
    """Return what is said of who may see a file of notes, () where everybody may; None where it cannot be published."""
    try:
        records = read_documents(content, path, defaults)
    except Refusal:
        return None
    if any(problem.level == "error" for record in records for problem in record.problems):
        return None
    said = tuple(value for record in records for value in record.fields.get("access", ()))
    return () if all(value.value == "open" for value in said) else said


def _path_and_text(seed: Seed, file: Path) -> tuple[str, str]:
    path = _path_above(seed, file)
    return path, text_of(file, path)


def files_read(seed: Seed) -> Iterator[tuple[str, str, Path]]:
    """Yield every file that `read_seed` reads for a document: what it is to it, how reports name it, and where it is."""
    yield "document", seed.path, seed.file
    for file in seed.collections:
        yield "defaults", _path_above(seed, file), file
    if seed.sidecar:
        yield "corrections", _path_above(seed, seed.sidecar), seed.sidecar
    for file in seed.companions:
        yield "notes", file.name, file
    for name, file in seed.parts:
        yield f"corrections of {name}", _path_above(seed, file), file


def _path_above(seed: Seed, file: Path) -> str:
    """Return the path of a file that stands beside a seed, or in a folder above it, as reports name it."""
    folders = seed.path.split("/")[:-1]
    steps_up = len(seed.file.parent.parts) - len(file.parent.parts)
    return "/".join([*folders[: len(folders) - steps_up], file.name])
