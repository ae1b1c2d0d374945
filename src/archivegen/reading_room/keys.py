"""By what a kept record is known: the digest of all that it was read from, the program included."""

from __future__ import annotations

import hashlib
import platform
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from archivegen import __version__
from archivegen.seed_reading import files_read
from archivegen.seeds.find import Seed
from archivegen.seeds.inventory.rows import InventoryRow

# What reading is done by: our own modules with their lists of words, and the libraries that they ask.
READING_CODE = (
    "problems.py",
    "remembering.py",
    "records",
    "storage",
    "config.py",
    "settings",
    "seeds",
    "seed_reading.py",
    "reading_room",
)
# Names of languages are in one that nothing of ours imports.
LIBRARIES = (
    "charset-normalizer", "edtf", "langcodes", "language-data", "lxml", "openpyxl", "pypdfium2", "pyyaml", "selectolax",
)  # fmt: skip
# In bytes. Most files are smaller: for more, room would have to be made clear for each of them.
_AT_ONCE = 64 * 1024
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*")


def key_of(seed: Seed) -> str:
    """Return the digest of everything that what is read from a file depends on.

    Raises:
        OSError: a file cannot be read.

    """
    told = [_program(), repr(seed.problems), _row(seed.row)]
    for part, path, file in files_read(seed):
        told += [part, path, _digest_of_file(file)]
    return _digest(told)


def _row(row: InventoryRow | None) -> str:
    """Return a row of an inventory in words; sets have no order of their own."""
    if row is None:
        return ""
    ordered = replace(row, supplied=replace(row.supplied, cleared=frozenset()))
    return f"{ordered!r} {sorted(row.supplied.cleared)}"


@cache
def _program() -> str:
    """Return the digest of the program that reads, as it stands on the disk, and of what it is run by."""
    package = Path(__file__).parents[1]
    told = [__version__, platform.python_version(), unicodedata.unidata_version]
    told += [f"{name} {_version(name)}" for name in all_libraries()]
    for name in READING_CODE:
        place = package / name
        for file in [place] if place.is_file() else sorted(place.rglob("*")):
            if file.suffix in (".py", ".txt"):
                told += [file.relative_to(package).as_posix(), _digest_of_file(file)]
    return _digest(told)


def all_libraries() -> list[str]:
    """Return the names of the libraries that reading is done by, and of those that they ask in turn."""
    found: set[str] = set()
    waiting = list(LIBRARIES)
    while waiting:
        library = waiting.pop()
        if library not in found:
            found.add(library)
            waiting += _asked_by(library)
    return sorted(found)


def _asked_by(library: str) -> list[str]:
    try:
        needed = requires(library) or []
    except PackageNotFoundError:
        return []
    names = (_NAME.match(each) for each in needed if "extra ==" not in each)
    return [re.sub(r"[-_.]+", "-", name[0]).lower() for name in names if name]


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _digest_of_file(file: Path) -> str:
    whole = hashlib.sha256()
    with file.open("rb", buffering=0) as stream:
        while content := stream.read(_AT_ONCE):
            whole.update(content)
    return whole.hexdigest()


def _digest(told: Iterable[str]) -> str:
    """Return the digest of texts, none of which can run into the next."""
    contents = [text.encode("utf-8", "surrogatepass") for text in told]
    return hashlib.sha256(b"".join(b"%d:%b" % (len(each), each) for each in contents)).hexdigest()
