"""The ledger and its companion, read together: each alone may be sound and both contradict each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from archivegen.problems import Problem, Refusal
from archivegen.storage.ledger import LEDGER_NAME, Ledger, LedgerEntry, read_ledger
from archivegen.storage.ledger_lines import RESTORE
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord, read_published

_RECOVER = (
    "restore it from your last backup or version, or from the last site: archivegen ids recover OLD_BUILD"
)
_Content = TypeVar("_Content")


@dataclass(frozen=True, slots=True)
class Promises:
    """What was published: the addresses, and what stood at them; `notices` tell of an interrupted recording."""

    ledger: Ledger
    published: tuple[PublishedRecord, ...] = ()
    notices: tuple[Problem, ...] = ()


def read_promises(ledger_text: str | None, published_text: str | None, path: str = LEDGER_NAME) -> Promises:
    """Read the ledger and its companion from their texts, None for a file that is not there.

    Raises:
        Refusal: with every fault of both files, and every contradiction between them.

    """
    problems: list[Problem] = []
    records = _read(lambda: read_published(published_text or ""), problems)
    ledger = _read(lambda: Ledger() if ledger_text is None else read_ledger(ledger_text, path), problems)
    if ledger_text is None and records:
        problems.append(_ledger_lost(path, len(records)))
    elif ledger is not None and records is not None:
        problems.extend(_contradictions(ledger, records, published_text or ""))
    if problems or ledger is None or records is None:
        raise Refusal(*problems)
    return Promises(ledger, records)


def _read(read: Callable[[], _Content], problems: list[Problem]) -> _Content | None:
    try:
        return read()
    except Refusal as refusal:
        problems.extend(refusal.problems)
        return None


def _contradictions(
    ledger: Ledger, records: tuple[PublishedRecord, ...], published_text: str
) -> Iterator[Problem]:
    for record in records:
        fault = _contradiction(ledger.entry(record.id), record)
        if fault:
            message, fix = fault
            yield Problem(
                path=PUBLISHED_NAME,
                line=_line_of(record.id, published_text),
                code="published-record-contradicts",
                message=f"“{record.id}” {message}",
                fix=fix,
            )


def _contradiction(entry: LedgerEntry | None, record: PublishedRecord) -> tuple[str, str] | None:
    if entry is None:
        return "was published, but the ledger has no line for it", (
            f"{RESTORE}, and {LEDGER_NAME} with it; after a merge keep the lines of both versions"
        )
    if entry.concealed:
        return "was withdrawn and concealed, but is described here", "remove this line"
    if entry.state == "withdrawn" and (record.values or record.passages):
        return "was withdrawn, but its values or passages are kept here", (
            "keep only id, title, citation and versions of this line"
        )
    return None


def _line_of(document_id: str, published_text: str) -> int | None:
    for number, line in enumerate(published_text.split("\n"), 1):
        if line.strip() and json.loads(line)["id"] == document_id:
            return number
    return None


def _ledger_lost(path: str, count: int) -> Problem:
    named = "1 published document" if count == 1 else f"{count} published documents"
    return Problem(
        path=path,
        code="ledger-lost",
        message=f"this file is not there, but {PUBLISHED_NAME} names {named}",
        fix=_RECOVER,
    )
