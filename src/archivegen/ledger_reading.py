"""The ledger and its companion as they lie beside each other, after an interrupted recording is settled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from archivegen.problems import Problem
from archivegen.publish.recording import settle
from archivegen.storage.ledger import Ledger
from archivegen.storage.promises import read_promises
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord
from archivegen.storage.text_files import text_of


@dataclass(frozen=True, slots=True)
class Promises:
    """What was published: the addresses, what stood at them, and a notice where a recording had been interrupted."""

    ledger: Ledger
    published: tuple[PublishedRecord, ...]
    notices: tuple[Problem, ...] = ()


def promises_at(ledger: Path) -> Promises:
    """Read the ledger at a path and its companion; an archive that has published nothing has neither.

    Raises:
        Refusal: with every fault of both files and every contradiction between them.

    """
    notices = settle(ledger)
    files = (ledger, ledger.with_name(PUBLISHED_NAME))
    texts = [text_of(file) if file.is_file() else None for file in files]
    return Promises(*read_promises(texts[0], texts[1], ledger.name), notices)
