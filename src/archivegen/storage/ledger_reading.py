"""The ledger, read: line by line, with every fault in its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from archivegen.problems import Problem, Refusal
from archivegen.storage.ledger import (
    DOCUMENTS_HEAD,
    ENTITIES_HEAD,
    LEDGER_NAME,
    EntityEntry,
    Ledger,
    LedgerEntry,
)
from archivegen.storage.ledger_lines import (
    Fault,
    at_another_address,
    check_fault,
    document_fault,
    entity_fault,
    form_fault,
    headless,
    line_problem,
    second_time,
    values_of,
)
from archivegen.storage.moves import move_faults

_OF_ENTITY = "- {address: "
_Entry = TypeVar("_Entry")


@dataclass(slots=True)
class _Part(Generic[_Entry]):
    """One list of the ledger while it is read: its entries, and the line of every name that it knows."""

    make: Callable[[dict[str, str]], _Entry]
    fault_in: Callable[[dict[str, str]], Fault | None]
    name_key: str
    entries: dict[str, _Entry] = field(default_factory=dict)
    line_of: dict[str, int] = field(default_factory=dict)
    moved_to: dict[str, str] = field(default_factory=dict)

    def read(self, line: str, number: int) -> Fault | None:
        """Take in a line; return why it cannot be taken in."""
        values = values_of(line)
        if values is None:
            return form_fault(line)
        name = values.get(self.name_key, "")
        earlier = self.line_of.setdefault(name, number)
        if fault := self.fault_in(values):
            return fault
        entry = self.make(values)
        # Only one of two may have a check, where another program wrote the other.
        if earlier != number and self.entries.get(name) != entry:
            return second_time(name, earlier)
        self.entries[name] = entry
        if values.get("moved_to"):
            self.moved_to[name] = values["moved_to"]
        return None


def read_ledger(text: str, path: str = LEDGER_NAME) -> Ledger:
    """Read the ledger from its text, line by line.

    Raises:
        Refusal: with a problem for every line that is no entry, contradicts another or was changed by hand; nothing is
            repaired.

    """
    ledger, changed = ledger_as_it_stands(text, path)
    if changed:
        raise Refusal(*changed)
    return ledger


def ledger_as_it_stands(text: str, path: str = LEDGER_NAME) -> tuple[Ledger, tuple[Problem, ...]]:
    """Read the ledger with the lines that were changed by hand; return it with a problem for each of these.

    Raises:
        Refusal: with these problems and one for every line that is no entry or contradicts another.

    """
    documents = _Part(_document, document_fault, "id")
    entities = _Part(_entity, entity_fault, "address")
    problems: list[Problem] = []
    changed: list[Problem] = []
    # After a merge a line may stand twice, or below the other heading: neither says anything else by it.
    known = {"", DOCUMENTS_HEAD, ENTITIES_HEAD}
    for number, line in enumerate(map(str.rstrip, text.split("\n")), 1):
        if line in known or line.startswith("#"):
            continue
        known.add(line)
        part = entities if line.startswith(_OF_ENTITY) else documents
        if fault := part.read(line, number):
            problems.append(line_problem(path, number, fault))
        elif fault := check_fault(line):
            changed.append(line_problem(path, number, fault))
    if not re.search(rf"^{DOCUMENTS_HEAD}\s*$", text, re.MULTILINE):
        problems.append(line_problem(path, None, headless(text, DOCUMENTS_HEAD)))
    problems += [line_problem(path, line, fault) for line, fault in _at_two_addresses(documents)]
    for each in (documents, entities):
        for name, fault in move_faults(each.moved_to, each.line_of.keys()).items():
            problems.append(line_problem(path, each.line_of[name], fault))
    if problems:
        raise Refusal(*sorted(problems + changed, key=lambda problem: problem.line or 0))
    ledger = Ledger().with_entries(tuple(documents.entries.values()), tuple(entities.entries.values()))
    return ledger, tuple(changed)


def _document(values: dict[str, str]) -> LedgerEntry:
    parts: dict[str, Any] = values | {"concealed": True} if "concealed" in values else values
    return LedgerEntry(**parts)


def _entity(values: dict[str, str]) -> EntityEntry:
    return EntityEntry(**{key: value for key, value in values.items() if key != "check"})


def _at_two_addresses(documents: _Part[LedgerEntry]) -> Iterator[tuple[int, Fault]]:
    """Yield a fault for each live document that stands at another live address already, with its line."""
    first_by_source: dict[tuple[str, str], LedgerEntry] = {}
    for entry in documents.entries.values():
        if entry.state != "live" or not (entry.source and entry.sha256):
            continue
        first = first_by_source.setdefault((entry.source, entry.sha256), entry)
        if first is not entry:
            line = documents.line_of[first.id]
            yield (
                documents.line_of[entry.id],
                at_another_address(
                    entry.id, first.id, line, max(first.first_published, entry.first_published)
                ),
            )
