"""What is known of an archive when the versions of its documents are sought."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from archivegen.archive.permalinks import mint
from archivegen.config import Config
from archivegen.records.record import Record
from archivegen.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an archive when versions are sought: the pattern of their paths, the folder of the documents, the
    published addresses, whether record numbers are ids, the files that could not be read, and the id a record would have.
    """

    pattern: str
    folder: str
    ledger: Ledger
    by_record_number: bool
    not_read: frozenset[str]
    mint: Callable[[Record], str]


def known_of(config: Config, ledger: Ledger, folder: str) -> Known:
    """Return what is known before any document is read; `folder` is the path of the documents' folder."""
    by_record_number = config.id_from == "record_number"
    mint_id = partial(mint, by_record_number=by_record_number)
    return Known(config.versions, folder, ledger, by_record_number, frozenset(), mint_id)
