"""The ledger and its companion, read together: each alone may be sound and both contradict each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from archivegen.problems import Problem, Refusal
from archivegen.storage.contradictions import contradictions
from archivegen.storage.ledger import LEDGER_NAME, EntityEntry, Ledger, LedgerEntry, ledger_text
from archivegen.storage.ledger_lines import has_checks
from archivegen.storage.ledger_reading import ledger_as_it_stands
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord, published_text
from archivegen.storage.published_reading import all_kept, read_published

RECOVER = (
    "restore it from your last backup or version, or from the last site: archivegen ids recover OLD_BUILD"
)
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


def read_promises(
    in_ledger: str | None, in_companion: str | None, path: str = LEDGER_NAME, *, is_all_needed: bool = True
) -> Promises:
    """Read the ledger and its companion from their texts, None for a file that is not there; `read_published` says what is not
    read unless all is needed.

    Raises:
        Refusal: with every fault of both files, and every contradiction between them.

    """
    with all_kept():
        return _read_both(in_ledger, in_companion, path, is_all_needed=is_all_needed)


def _read_both(
    in_ledger: str | None, in_companion: str | None, path: str, *, is_all_needed: bool
) -> Promises:
    problems: list[Problem] = []
    records = _read(lambda: read_published(in_companion or "", is_all_needed=is_all_needed), problems)
    ledger = _read(lambda: _ledger_in(in_ledger, path, problems), problems)
    if in_ledger is None and records:
        problems.append(_ledger_lost(path, len(records)))
    elif in_ledger is not None and ledger is not None and records is not None and in_companion is not None:
        # An older program left the names that it concealed in the lines of documents that had once had them, too.
        if ledger.conceals and not has_checks(in_ledger):
            records = with_names_in(ledger.entities, records)
        problems.extend(contradictions(ledger, records, in_companion))
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
