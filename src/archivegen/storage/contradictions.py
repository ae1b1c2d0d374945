"""What the ledger and its companion say against each other, though each of them is sound."""

from __future__ import annotations

import json
from collections.abc import Iterator

from archivegen.problems import Problem
from archivegen.storage.ledger import LEDGER_NAME, Ledger, LedgerEntry
from archivegen.storage.ledger_lines import RESTORE
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord

_RESTORE_BOTH = f"{RESTORE}, and {LEDGER_NAME} with it; after a merge keep the lines of both versions"
_RESTORE_ENTITY = f"restore {LEDGER_NAME} from your last backup or version, or from the last site: archivegen ids recover OLD_BUILD"
# Where something was concealed, a backup or a site from before it would bring the name back.
_TAKE_OUT = "take it out of “named” in this line, too, and the “check” of the line"


def contradictions(ledger: Ledger, records: tuple[PublishedRecord, ...], companion: str) -> Iterator[Problem]:
    """Yield a problem for each record that contradicts the ledger, each live entry of which nothing is kept, and each entity
    that a document has brought and the ledger has lost; `companion` is the text of the records, whose lines are named.
    """
    yield from _contradicting(ledger, records, companion)
    yield from _without_record(ledger, records)
    yield from _without_entity(ledger, records, companion)


def _contradicting(ledger: Ledger, records: tuple[PublishedRecord, ...], companion: str) -> Iterator[Problem]:
    line_of: dict[str, int] = {}
    for record in records:
        fault = _contradiction(ledger.entry(record.id), record)
        if fault:
            line_of = line_of or _lines_of(companion)
            message, fix = fault
            yield Problem(
                path=PUBLISHED_NAME,
                line=line_of[record.id],
                code="published-record-contradicts",
                message=f"“{record.id}” {message}",
                fix=fix,
            )


def _contradiction(entry: LedgerEntry | None, record: PublishedRecord) -> tuple[str, str] | None:
    if entry is None:
        return "was published, but the ledger has no line for it", _RESTORE_BOTH
    if entry.concealed:
        return "was withdrawn and concealed, but is described here", "remove this line"
    if entry.state == "withdrawn" and (record.values or record.passages or record.version_anchors):
        return "was withdrawn, but its values or passages are kept here", (
            "keep only id, title, citation, version_count and versions of this line"
        )
    if record.first_published not in ("", entry.first_published):
        return (
            f"was first published on {record.first_published} by this line, and on {entry.first_published} by the ledger",
            (
                f'if the day here is right, write first_published: "{record.first_published}" in the ledger; else '
                f"{_RESTORE_BOTH}"
            ),
        )
    first_day = record.versions[0].on if record.versions else entry.first_published
    if first_day < entry.first_published:
        return (
            f"has a version of {first_day} here, and the ledger has it first published on {entry.first_published}",
            (
                f'if that day is right, write first_published: "{first_day}" in the ledger; else {_RESTORE_BOTH}'
            ),
        )
    digests = {entry.sha256, record.source_sha256} - {""}
    if entry.state == "live" and len(digests) > 1:
        return "is here as it was published from another text than the ledger names", _RESTORE_BOTH
    return None


def _without_record(ledger: Ledger, records: tuple[PublishedRecord, ...]) -> Iterator[Problem]:
    """Yield a problem for each live entry of which nothing is kept; of one without a digest nothing need be."""
    known = {record.id for record in records}
    for entry in ledger.entries:
        if entry.state == "live" and entry.sha256 and entry.id not in known:
            yield Problem(
                path=PUBLISHED_NAME,
                code="published-record-missing",
                message=f"“{entry.id}” is in the ledger, but this file has no line for it",
                fix=_RESTORE_BOTH,
            )


def _without_entity(
    ledger: Ledger, records: tuple[PublishedRecord, ...], companion: str
) -> Iterator[Problem]:
    """Yield a problem for each entity that a document has brought and the ledger has lost."""
    known = {entity.address for entity in ledger.entities}
    lost = {address: record.id for record in records for address in record.named if address not in known}
    line_of = _lines_of(companion) if lost else {}
    for address, document_id in sorted(lost.items()):
        yield Problem(
            path=PUBLISHED_NAME,
            line=line_of[document_id],
            code="published-entity-missing",
            message=f"“{document_id}” has brought “{address}”, but the ledger has no line for it",
            fix=_TAKE_OUT
            if ledger.conceals
            else f"{_RESTORE_ENTITY}; if it was taken out on purpose, {_TAKE_OUT}",
        )


def _lines_of(companion: str) -> dict[str, int]:
    lines = enumerate(companion.split("\n"), 1)
    return {json.loads(line)["id"]: number for number, line in lines if line.strip()}
