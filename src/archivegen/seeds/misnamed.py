"""Files of corrections whose names a computer has changed: `letter.yml.txt`, as editors save them, or `letter.ynl`.

What such a file says is not read. So where it closes a document or redacts words, nothing may be published.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.seeds.closing_words import closes_or_redacts
from archivegen.seeds.formats.pictures import PICTURES
from archivegen.seeds.formats.reading import DOCUMENT_TYPES
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import read_yaml

_LARGEST = 64_000
_OF_DOCUMENTS = frozenset((*DOCUMENT_TYPES, *PICTURES))
_COLLECTION = "collection"
# What stands behind the name of a document: nothing, or an ending like that of a file of corrections.
_OF_CORRECTIONS = re.compile(r"(?:(?:[._ ,~-]+y\w{1,3}|ya?ml)(?:\.\w{1,5})?)?")
# As editors call the copy that they keep while a file is open: #letter.yml#.
_AROUND = "#"
# What is no document may have any other ending: letter.access, letter.yml.bak.
_OF_ANOTHER = re.compile(r"[._ ~-].{0,20}")
# As editors keep the file that is read, as it was before.
_OF_BACKUP = re.compile(r"\.ya?ml(?:~|\.(?:bak|old|orig|save))")


def named_alike(files: Iterable[Path]) -> Iterator[tuple[Path, frozenset[str]]]:
    """Yield each file that may be one of corrections by its name, which is none of these, with the names, in small letters,
    of which it may be: it begins with that of a document beside it or of the file of a folder, or with a dot before it, which hides it.
    """
    by_folder: dict[Path, list[Path]] = {}
    for file in files:
        by_folder.setdefault(file.parent, []).append(file)
    for beside in by_folder.values():
        stems = {file.stem.casefold() for file in beside if _is_document(file)} | {_COLLECTION}
        for file in beside:
            if meant := frozenset(stem for stem, _ in _stems_meant(file, stems)):
                yield file, meant


def misnamed(alike: Iterable[tuple[Path, frozenset[str]]], root: Path) -> Iterator[Problem]:
    """Yield an error for each of some files `named_alike` that would close a document if it were called so. Paths are given
    relative to `root`.
    """
    for file, stems in alike:
        if stem := may_be_corrections_of(file, stems):
            name = f"{file.name.removeprefix('.').strip(_AROUND)[: len(stem)]}.yml"
            yield _problem(file.relative_to(root).as_posix(), name)


def without_notices(problems: Iterable[Problem], named: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems but for the notices about files that are named in others, which say what to do with them."""
    paths = {problem.path for problem in named}
    yield from (each for each in problems if each.level != "notice" or each.path not in paths)


def _is_document(file: Path) -> bool:
    return not file.name.startswith(".") and file.suffix.lower() in _OF_DOCUMENTS


def may_be_corrections_of(file: Path, stems: Collection[str]) -> str:
    """Return of which of some names, in small letters and without the ending, a file is one of corrections under an
    ending that is not read, if it closes or redacts anything; else "".
    """
    for stem, is_kept in _stems_meant(file, stems):
        own = file.name.removeprefix(".").strip(_AROUND)
        if not (is_kept and file.with_name(f"{own[: len(stem)]}.yml").is_file()):
            return stem if _closes(file) else ""
    return ""


def _stems_meant(file: Path, stems: Collection[str]) -> Iterator[tuple[str, bool]]:
    """Yield of which names a file may be one of corrections, the longest first, and whether an editor may keep it beside that."""
    own = file.name.removeprefix(".").strip(_AROUND)
    written = own.casefold()
    for length in range(len(written), 0, -1):
        stem = written[:length]
        if stem not in stems:
            continue
        rest = written[length:]
        is_text_of_folder = stem == _COLLECTION and rest in (".txt", ".md")
        is_another = not _is_document(file) and _OF_ANOTHER.fullmatch(rest)
        if is_text_of_folder or is_another or _OF_CORRECTIONS.fullmatch(rest):
            yield stem, bool(_OF_BACKUP.fullmatch(rest)) or own != file.name.removeprefix(".")


def _closes(file: Path) -> bool:
    """Say whether a small file of text has entries that close a document or redact words."""
    if not file.is_file() or file.stat().st_size > _LARGEST:
        return False
    try:
        reading = read_yaml(text_of(file), file.name)
    except (OSError, Refusal):
        return False
    return bool(reading.entries) and closes_or_redacts(reading.entries)


def _problem(path: str, name: str) -> Problem:
    return Problem(
        path=path,
        code="misnamed-corrections",
        message="this file says who may see a document, or which words of it, and by its name it is none that is read",
        fix=f"call it {name}, or remove it",
    )
