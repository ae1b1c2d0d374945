"""The ledger changed by the archivist's own word: a document moved, one withdrawn, the whole restored."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from archivegen.archive.archive import assemble
from archivegen.archive.ledger_changes import Holdings, with_move, with_withdrawal
from archivegen.problems import Problem, Refusal
from archivegen.publish.recording import LEDGER_COPY, ledger_held, record
from archivegen.reading import Request, survey
from archivegen.storage.ledger import LedgerEntry, ledger_text
from archivegen.storage.promises import Promises, promise_texts, read_promises
from archivegen.storage.published import PUBLISHED_NAME
from archivegen.storage.text_files import text_of

_ID_IN_LINE = re.compile(r'^- \{id: "([^"\\]+)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored from an old site: how many documents, and whether what stood at their addresses is known."""

    documents: int
    has_companion: bool


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


def recover(ledger: Path, old_build: Path) -> Restored:
    """Restore a lost or damaged ledger, and its companion, from the copy that a site carries.

    Raises:
        Refusal: the site has no copy that can be read, or the ledger holds what the copy does not.

    """
    texts = [
        text_of(file) if file.is_file() else None
        for file in (old_build / LEDGER_COPY, (old_build / LEDGER_COPY).with_name(PUBLISHED_NAME))
    ]
    if texts[0] is None:
        raise Refusal(_no_copy(old_build))
    copy = read_promises(texts[0], texts[1], LEDGER_COPY)
    with ledger_held(ledger):
        lost = _lost_by(copy, ledger)
        if lost:
            raise Refusal(_holds_more(ledger, lost))
        record(
            ledger, _texts(ledger, copy) if texts[1] is not None else {ledger.name: ledger_text(copy.ledger)}
        )
    return Restored(len(copy.ledger.entries), texts[1] is not None)


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
    return found.promises, Holdings(source_by_id, named, found.authorities)


def _record(ledger: Path, before: Promises, after: Promises) -> None:
    texts = _texts(ledger, after)
    if before.published == after.published:
        del texts[PUBLISHED_NAME]
    record(ledger, texts)


def _texts(ledger: Path, promises: Promises) -> dict[str, str]:
    return promise_texts(promises, ledger.name)


def _lost_by(copy: Promises, ledger: Path) -> list[str]:
    """Return the ids that a ledger holds and a copy does not, or holds in an earlier state; a damaged ledger is read
    as far as it goes.
    """
    if not ledger.is_file():
        return []
    text = text_of(ledger)
    try:
        entries = read_promises(text, None).ledger.entries
    except Refusal:
        return sorted(set(_ID_IN_LINE.findall(text)) - copy.ledger.by_id.keys())
    return [entry.id for entry in entries if not _keeps(copy.ledger.entry(entry.id), entry)]


def _keeps(in_copy: LedgerEntry | None, entry: LedgerEntry) -> bool:
    return in_copy is not None and (in_copy.state, in_copy.moved_to) == (entry.state, entry.moved_to)


def _no_copy(old_build: Path) -> Problem:
    return Problem(
        path=(old_build / LEDGER_COPY).as_posix(),
        code="no-ledger-copy",
        message="there is no copy of a ledger here",
        fix="give the folder of a site that archivegen has published",
    )


def _holds_more(ledger: Path, lost: list[str]) -> Problem:
    return Problem(
        path=ledger.name,
        code="ledger-holds-more",
        message=f"this ledger holds what the copy does not: {', '.join(lost[:5])}"
        + (f" and {len(lost) - 5} more" if len(lost) > 5 else ""),
        fix="mend what is reported of it; to restore the copy all the same, move this file away first",
    )
