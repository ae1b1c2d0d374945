"""Files of corrections whose names a computer has changed: `letter.yml.txt`, as editors save them, or `letter.ynl`.

What such a file says is not read. So where it closes a document or redacts words, nothing may be published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.seeds.closing_words import closes_or_redacts
from archivegen.seeds.formats.pictures import PICTURES
from archivegen.seeds.formats.reading import DOCUMENT_TYPES
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import read_yaml

_LARGEST = 64_000
_COLLECTION = "collection"
# What stands behind the name of a document: nothing, or an ending like that of a file of corrections.
_OF_CORRECTIONS = re.compile(r"(?:[._ -]+y\w{1,3}(?:\.(?:txt|md))?)?")


def misnamed(files: Iterable[Path], root: Path) -> Iterator[Problem]:
    """Yield an error for each file that is no file of corrections by its name, but would close a document beside it if it
    were: one that begins with the name of a document, or of the file of a folder. Paths are given relative to `root`.
    """
    by_folder: dict[Path, list[Path]] = {}
    for file in files:
        by_folder.setdefault(file.parent, []).append(file)
    for beside in by_folder.values():
        stems = {
            file.stem.casefold() for file in beside if file.suffix.lower() in (*DOCUMENT_TYPES, *PICTURES)
        } | {_COLLECTION}
        for file in beside:
            name = _name_meant(file, stems)
            if name and _closes(file):
                yield _problem(file.relative_to(root).as_posix(), name)


def _name_meant(file: Path, stems: set[str]) -> str:
    """Return the name that a file would have as a file of corrections of one of some stems, or "" where it is none."""
    written = file.name.casefold()
    for stem in stems:
        rest = written.removeprefix(stem)
        is_text_of_folder = stem == _COLLECTION and rest in (".txt", ".md")
        if written.startswith(stem) and (is_text_of_folder or _OF_CORRECTIONS.fullmatch(rest)):
            return f"{file.name[: len(stem)]}.yml"
    return ""


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
