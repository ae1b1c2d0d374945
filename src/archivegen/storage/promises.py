"""The ledger and its companion, read together: each alone may be sound and both contradict each other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from archivegen.problems import Problem, Refusal
from archivegen.storage.ledger import LEDGER_NAME, EntityEntry, Ledger, LedgerEntry, ledger_text
from archivegen.storage.ledger_lines import RESTORE, has_checks
from archivegen.storage.ledger_reading import ledger_as_it_stands
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord, published_text
from archivegen.storage.published_reading import read_published

RECOVER = (
    "restore it from your last backup or version, or from the last site: archivegen ids recover OLD_BUILD"
)
_RESTORE_BOTH = f"{RESTORE}, and {LEDGER_NAME} with it; after a merge keep the lines of both versions"
_RESTORE_ENTITY = f"restore {LEDGER_NAME} from your last backup or version, or from the last site: archivegen ids recover OLD_BUILD"
# Where something was concealed, a backup or a site from before it would bring the name back.
_TAKE_OUT = "take it out of “named” in this line, too, and the “check” of the line"
_Content = TypeVar("_Content")


@dataclass(frozen=True, slots=True)
class Promises:
    """What was published: the addresses, and what stood at them; `notices` tell of an interrupted recording."""

    ledger: Ledger
    published: tuple[PublishedRecord, ...] = ()
    notices: tuple[Problem, ...] = ()

    @property
    def last_day(self) -> str:
        """The latest day on which anything was recorded; empty where nothing was."""
        entries = [day for entry in self.ledger.entries for day in (entry.first_published, entry.on)]
        entities = [entity.first_published for entity in self.ledger.entities]
        versions = [version.on for record in self.published for version in record.versions]
        return max((*entries, *entities, *versions), default="")


def with_names_in(
    entities: Iterable[EntityEntry], published: Iterable[PublishedRecord]
) -> tuple[PublishedRecord, ...]:
    """Return records without the names that have no address among some recorded entities."""
    known = {entity.address for entity in entities}
    return tuple(
        record
        if known.issuperset(record.named)
        else replace(record, named=tuple(address for address in record.named if address in known))
        for record in published
    )


def is_bare(entry: LedgerEntry) -> bool:
    """Say whether nothing is known of a live document but its address: of a closed one a site tells no more."""
    return entry.state == "live" and not (entry.source or entry.sha256)


def read_promises(in_ledger: str | None, in_companion: str | None, path: str = LEDGER_NAME) -> Promises:
    """Read the ledger and its companion from their texts, None for a file that is not there.

    Raises:
        Refusal: with every fault of both files, and every contradiction between them.

    """
    problems: list[Problem] = []
    records = _read(lambda: read_published(in_companion or ""), problems)
    ledger = _read(lambda: _ledger_in(in_ledger, path, problems), problems)
    if in_ledger is None and records:
        problems.append(_ledger_lost(path, len(records)))
    elif in_ledger is not None and ledger is not None and records is not None and in_companion is not None:
        # An older program left the names that it concealed in the lines of documents that had once had them, too.
        if ledger.conceals and not has_checks(in_ledger):
            records = with_names_in(ledger.entities, records)
        problems.extend(_contradictions(ledger, records, in_companion))
        problems.extend(_without_record(ledger, records))
        problems.extend(_without_entity(ledger, records, in_companion))
    if problems or ledger is None or records is None:
        raise Refusal(*problems)
    return Promises(ledger, records)


def promise_texts(promises: Promises, path: str = LEDGER_NAME) -> dict[str, str]:
    """Return the ledger and its companion as the texts of their files, by their names.

    Raises:
        Refusal: they could not be read again; what is written once is refused for ever.

    """
    texts = {path: ledger_text(promises.ledger), PUBLISHED_NAME: published_text(promises.published)}
    try:
        read_promises(texts[path], texts[PUBLISHED_NAME] or None, path)
    except Refusal as refusal:
        raise Refusal(*[_not_readable(problem) for problem in refusal.problems]) from refusal
    return texts


def _read(read: Callable[[], _Content], problems: list[Problem]) -> _Content | None:
    try:
        return read()
    except Refusal as refusal:
        problems.extend(refusal.problems)
        return None


def _ledger_in(text: str | None, path: str, problems: list[Problem]) -> Ledger:
    """Return the ledger; lines that were changed by hand are named, and what contradicts them is looked for all the same."""
    if text is None:
        return Ledger()
    ledger, changed = ledger_as_it_stands(text, path)
    problems.extend(changed)
    return ledger


def _contradictions(
    ledger: Ledger, records: tuple[PublishedRecord, ...], companion: str
) -> Iterator[Problem]:
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


def _not_readable(problem: Problem) -> Problem:
    return replace(
        problem,
        code="record-not-readable",
        message=f"what was to be recorded could not be read again: {problem.message}",
        fix="nothing was recorded; report this line as an error of archivegen",
    )


def _ledger_lost(path: str, count: int) -> Problem:
    named = "1 published document" if count == 1 else f"{count} published documents"
    return Problem(
        path=path,
        code="ledger-lost",
        message=f"this file is not there, but {PUBLISHED_NAME} names {named}",
        fix=RECOVER,
    )
