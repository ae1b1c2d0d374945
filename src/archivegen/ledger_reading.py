"""The ledger and its companion as they lie beside each other, after an interrupted recording is settled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from archivegen.publish.recording import settle
from archivegen.storage.promises import Promises, read_promises
from archivegen.storage.published import PUBLISHED_NAME
from archivegen.storage.text_files import text_of


def promises_at(ledger: Path) -> Promises:
    """Read the ledger at a path and its companion; an archive that has published nothing has neither.

    Raises:
        Refusal: with every fault of both files and every contradiction between them.

    """
    notices = settle(ledger)
    files = (ledger, ledger.with_name(PUBLISHED_NAME))
    texts = [text_of(file) if file.is_file() else None for file in files]
    return replace(read_promises(texts[0], texts[1], ledger.name), notices=notices)
