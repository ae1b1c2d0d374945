"""What is the archive's own where its documents lie in the same folder as `archive.yml`: settings, ledger, names, theme."""

from __future__ import annotations

from pathlib import Path

from archivegen.config import HANDOVER_NAME, PUBLISHED_FILES_NAME, SETTINGS_NAME
from archivegen.storage.authority_files import AUTHORITY_NAMES
from archivegen.storage.ledger import LEDGER_NAME
from archivegen.storage.published import PUBLISHED_NAME

# In any folder these are read beside the documents; the others lie only in that of an archive.
_READ_BESIDE = (*AUTHORITY_NAMES, LEDGER_NAME, PUBLISHED_NAME)
_OF_ARCHIVES = (SETTINGS_NAME, HANDOVER_NAME, PUBLISHED_FILES_NAME, "templates", "static", "pages")


def own_names(root: Path) -> frozenset[str]:
    """Return how files and folders in the folder `root` of an archive are called that it reads, keeps or uses itself: there
    they are no documents, and no files of corrections.
    """
    of_archive = _OF_ARCHIVES if (root / SETTINGS_NAME).is_file() else ()
    return frozenset((*_READ_BESIDE, *of_archive))
