"""What is the archive's own where its documents lie in the same folder as `archive.yml`: settings, ledger, names, theme."""

from __future__ import annotations

from pathlib import Path

from archivegen.config import HANDOVER_NAME, PUBLISHED_FILES_NAME, SETTINGS_NAME
from archivegen.storage.authority_files import AUTHORITY_NAMES
from archivegen.storage.ledger import LEDGER_NAME
from archivegen.storage.published import PUBLISHED_NAME

# In any folder these are read beside the documents; the others lie only in that of an archive.
_READ_BESIDE = (*AUTHORITY_NAMES, LEDGER_NAME, PUBLISHED_NAME)
_OF_ARCHIVES = (SETTINGS_NAME, HANDOVER_NAME, PUBLISHED_FILES_NAME, "templates", "static")


def is_of_the_archive(file: Path, root: Path) -> bool:
    """Say whether a file is read, kept or used by the archive in the folder `root` itself, and so is no document's."""
    if not file.is_relative_to(root):
        return False
    first, *inner = file.relative_to(root).parts
    is_archive = first in _OF_ARCHIVES and (root / SETTINGS_NAME).is_file()
    return is_archive or (not inner and first in _READ_BESIDE)
