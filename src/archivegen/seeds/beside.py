"""What stands beside a document and above it: its file of corrections, and the defaults of its folders.

A file of corrections may close its document. So one that cannot be read, or not surely, keeps the document out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from archivegen.problems import Problem, Refusal
from archivegen.seeds.closing_words import closes_or_redacts, may_close_or_redact
from archivegen.seeds.formats.html.notes import FILES_OF_NOTES
from archivegen.seeds.formats.html.tree import PAGE_TYPES
from archivegen.seeds.formats.reading import DOCUMENT_TYPES, VOLUME_TYPES
from archivegen.seeds.own_files import own_names
from archivegen.seeds.surroundings import Surroundings
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import read_yaml

COLLECTION_NAME = "collection.yml"
SIDECAR_TYPES = (".yml", ".yaml")
_LARGEST_OF_NOTES = 20_000_000
_KEY = re.compile(r"([\w-]+)[\"']?\s*:")


@dataclass(frozen=True, slots=True)
class Beside:
    """The sidecar of a document if it has one, the files of defaults of the folders it is in, the outermost first, and
    what is wrong with either: such a document is not to be read. `files` are all that were looked at,
    `companions` files of notes that belong to the documents beside them.
    """

    sidecar: Path | None = None
    collections: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()
    companions: tuple[Path, ...] = ()
    parts: tuple[tuple[str, Path], ...] = ()


def files_beside(
    documents: Iterable[Path], folder: Path, root: Path, around_them: Surroundings | None = None
) -> dict[Path, Beside]:
    """Return what stands beside each of the documents below `folder`; problems give paths relative to `root`. Without other
    surroundings it is those that the disk has.

    Names are compared without regard to case, and to how letters with marks are written: a file that closes a document does so
    on every system.
    """
    asked = around_them or Surroundings()

    @cache
    def listing(of: Path) -> _Listing:
        return _listed(of, root, asked)

    @cache
    def around(place: Path) -> tuple[_Listing, list[list[Path]], list[Problem]]:
        """Return what is in a folder, the files of defaults that hold for its documents, and what is wrong with these."""
        above = [each for each in reversed((place, *place.parents)) if each.is_relative_to(folder)]
        collections = [listing(each).collections for each in above]
        faults = [problem for files in collections for problem in _problems(files, folder, root, asked)]
        return listing(place), collections, faults

    found = {}
    for document in documents:
        inside, collections, problems_above = around(document.parent)
        sidecars, parts = inside.sidecars_of(document), inside.parts_of(document)
        own = [*sidecars, *(file for _, file in parts)]
        lists = (sidecars, *([file] for _, file in parts))
        problems = [each for files in lists for each in _problems(files, document.parent, root, asked)]
        problems += problems_above
        found[document] = Beside(
            sidecars[0] if sidecars and not problems else None,
            tuple(files[0] for files in collections if files) if not problems else (),
            tuple(problems),
            (*own, *(file for files in collections for file in files)),
            inside.companions_of(document),
            tuple(parts) if not problems else (),
        )
    return found


def is_collection(file: Path) -> bool:
    """Say whether a file is the defaults of its folder."""
    return _is_corrections(file) and f"{file.stem}{SIDECAR_TYPES[0]}".casefold() == COLLECTION_NAME


def closes_a_document(file: Path, path: str) -> bool:
    """Say whether a file of YAML says who may see a document, or which of its words; one that cannot be read may."""
    try:
        text = text_of(file)
    except (OSError, Refusal):
        return True
    reading = read_yaml(text, path)
    if reading.problems:
        return any(may_close_or_redact(key) for key in _KEY.findall(text))
    return closes_or_redacts(reading.entries)


@dataclass(frozen=True, slots=True)
class _Listing:
    """The documents of a folder and its files of YAML by their names without the ending, folded."""

    stems: frozenset[str]
    corrections: dict[str, list[Path]]
    collections: list[Path]
    notes: tuple[Path, ...] = ()

    def companions_of(self, document: Path) -> tuple[Path, ...]:
        """Return the files of notes beside a page. One with corrections of its own has no other document's notes: they may
        close it.
        """
        if document.suffix.lower() not in PAGE_TYPES:
            return ()
        return tuple(file for file in self.notes if file != document and not self.sidecars_of(file))

    def parts_of(self, document: Path) -> list[tuple[str, Path]]:
        """Return the files of corrections of single documents of a volume, each with its document's name in the volume:
        `volume.d12.yml`. What bears exactly another file's name is that one's.
        """
        if document.suffix.lower() not in VOLUME_TYPES:
            return []
        start = f"{_folded(document.stem)}."
        return [
            (unicodedata.normalize("NFC", file.stem)[len(start) :], file)
            for stem, files in sorted(self.corrections.items())
            for file in files
            if stem.startswith(start) and file.stem not in self.stems
        ]

    def sidecars_of(self, document: Path) -> list[Path]:
        """Return the files of corrections of a document; what bears exactly another one's name is that one's."""
        candidates = self.corrections.get(_folded(document.stem), [])
        return [file for file in candidates if file.stem == document.stem or file.stem not in self.stems]


def _listed(folder: Path, root: Path, asked: Surroundings) -> _Listing:
    own = own_names(root) if folder == root else frozenset[str]()
    shown = (file for file in asked.inside(folder) if not (file.name.startswith(".") or file.name in own))
    files = sorted(shown, key=lambda file: file.name)
    of_yaml = [file for file in files if _is_corrections(file)]
    corrections: dict[str, list[Path]] = {}
    for file in of_yaml:
        if not is_collection(file):
            corrections.setdefault(_folded(file.stem), []).append(file)
    return _Listing(
        frozenset(file.stem for file in files if file.suffix.lower() in DOCUMENT_TYPES),
        corrections,
        [file for file in of_yaml if is_collection(file)],
        tuple(file for file in files if _is_file_of_notes(file, folder, asked)),
    )


def _folded(stem: str) -> str:
    """Return a name in small letters, those with marks written as one character: computers write them in either way."""
    return unicodedata.normalize("NFC", stem).casefold()


def _is_file_of_notes(file: Path, folder: Path, asked: Surroundings) -> bool:
    """Say whether a file has the notes of the pages beside it; what leads out of its folder is never opened."""
    is_named_so = file.suffix.lower() in PAGE_TYPES and file.stem.casefold() in FILES_OF_NOTES
    return is_named_so and asked.is_own(file, folder) and asked.size_of(file) <= _LARGEST_OF_NOTES


def _is_corrections(file: Path) -> bool:
    return file.suffix.lower() in SIDECAR_TYPES


def _problems(files: list[Path], within: Path, root: Path, asked: Surroundings) -> Iterable[Problem]:
    for file in files:
        path = file.relative_to(root).as_posix()
        if not asked.is_own(file, within):
            yield Problem(
                path=path,
                code="corrections-not-read",
                message="this is a link that leads out of the folder, or no regular file; what it says is not read",
                fix="put the file itself here: it may say that nobody may see the document",
            )
    if len(files) > 1:
        names = " and ".join(f"“{file.name}”" for file in files)
        yield Problem(
            path=files[0].relative_to(root).as_posix(),
            code="two-files-of-corrections",
            message=f"{names} are corrections of the same documents",
            fix="put what both say into one of them, and remove the other",
        )
