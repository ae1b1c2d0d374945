"""The ledger changed by the archivist's own word: a document moved, one withdrawn."""

from __future__ import annotations

from pathlib import Path

from archivegen.archive.access import is_open
from archivegen.archive.archive import assemble
from archivegen.archive.ledger_changes import Holdings, with_move, with_withdrawal
from archivegen.publish.recording import ledger_held, record
from archivegen.reading import survey
from archivegen.request import Request
from archivegen.storage.promises import Promises, promise_texts
from archivegen.storage.published import PUBLISHED_NAME


def move(request: Request, old_id: str, new_id: str, day: str) -> Promises:
    """Give a published document another id, or let one that is gone lead to another; return what is recorded.

    Raises:
        Refusal: it cannot be done, or the ledger cannot be read; nothing was changed.

    """
    with ledger_held(request.ledger):
        promises, holdings = _state(request)
        changed = with_move(promises, holdings, old_id, new_id, day)
        _record(request.ledger, promises, changed)
    return changed


def withdraw(request: Request, old_id: str, reason: str, day: str, *, conceal: bool) -> Promises:
    """Withdraw a document whose file is gone; return what is recorded.

    Raises:
        Refusal: it cannot be done, or the ledger cannot be read; nothing was changed.

    """
    with ledger_held(request.ledger):
        promises, holdings = _state(request)
        changed = with_withdrawal(promises, holdings, old_id, reason, day, conceal=conceal)
        _record(request.ledger, promises, changed)
    return changed


def _state(request: Request) -> tuple[Promises, Holdings]:
    found = survey(request)
    source_by_id = {document_id: path for path, document_id in found.addresses.id_by_path.items()}
    for entry in found.promises.ledger.entries:
        if entry.state == "live" and entry.source in found.not_read:
            source_by_id.setdefault(entry.id, entry.source)
    archive = assemble(
        found.config, found.records, found.addresses, found.authorities, found.promises, day=request.day
    )
    named = frozenset(entity.address for entity in archive.entities)
    closed = tuple(record for record in found.read if not is_open(record, request.day))
    return found.promises, Holdings(source_by_id, named, found.authorities, closed)


def _record(ledger: Path, before: Promises, after: Promises) -> None:
    texts = promise_texts(after, ledger.name)
    if before.published == after.published:
        del texts[PUBLISHED_NAME]
    record(ledger, texts)
