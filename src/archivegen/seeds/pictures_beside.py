"""Pictures among the documents: one is read where it is said to be a version of a document, and no other is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from archivegen.problems import Refusal
from archivegen.records.version_paths import version_path
from archivegen.seeds.beside import SIDECAR_TYPES
from archivegen.storage.text_files import text_of
from archivegen.storage.yaml_lines import read_yaml


def pictures_of_documents(
    pictures: Iterable[Path], documents: Iterable[Path], folder: Path, pattern: str
) -> Iterator[Path]:
    """Yield those pictures below a folder whose path follows the pattern together with that of a document, or whose file of
    corrections says of what they are a version.
    """

    def said(file: Path) -> tuple[str, bool]:
        read = version_path(pattern, file.relative_to(folder).as_posix()) if pattern else None
        return (read.name, bool(read.language or read.kind)) if read else ("", False)

    names = {said(document)[0] for document in documents} - {""}
    for picture in pictures:
        name, is_version = said(picture)
        if (is_version and name in names) or _is_said_beside(picture):
            yield picture


def _is_said_beside(picture: Path) -> bool:
    for ending in SIDECAR_TYPES:
        sidecar = picture.with_suffix(ending)
        if sidecar.is_file() and sidecar.resolve().is_relative_to(picture.parent.resolve()):
            try:
                return "version_of" in read_yaml(text_of(sidecar), sidecar.name).entries
            except (OSError, Refusal):
                return False
    return False
