"""The ledger of published addresses, `permalinks.yml`: one line per entry, made to be read, compared and merged."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from archivegen.problems import Problem, Refusal
from archivegen.storage.ledger_lines import (
    DOCUMENT_KEYS,
    ENTITY_KEYS,
    KEYS_OF_STATE,
    KEYS_OF_WITHDRAWN,
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
    with_check,
)
from archivegen.storage.moves import end_of_moves, move_faults

LEDGER_NAME = "permalinks.yml"
_DOCUMENTS, _ENTITIES = "permalinks:", "entities:"
_HEADER = f"""\
# The addresses this archive has published, one line each. "archivegen publish" writes this file.
# Keep it with your documents and never delete a line: each is a promise to whoever has cited the address.
{_DOCUMENTS}
"""
_OF_ENTITY = "- {address: "
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One published address: its document's source and digest, the day it was first published, what became of it.

    `state` is live, moved or withdrawn, and `on` the day it became so. A concealed document has no source
    here. `sketch` is by what the words of a withdrawn one are known if it comes back.
    """

    id: str
    address: str
    source: str
    sha256: str
    first_published: str
    state: str = "live"
    on: str = ""
    moved_to: str = ""
    reason: str = ""
    concealed: bool = False
    sketch: str = ""


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """The published address of a person, an organisation, a place or an archive; `moved_to` is another of them."""

    address: str
    name: str
    first_published: str
    moved_to: str = ""


@dataclass(frozen=True)
class Ledger:
    """Every address ever published: documents in the order of ids, entities in the order of addresses."""

    entries: tuple[LedgerEntry, ...] = ()
    entities: tuple[EntityEntry, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, LedgerEntry]:
        """The entries of documents by their ids."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def moves(self) -> dict[str, str]:
        """Where each moved id leads next."""
        return {entry.id: entry.moved_to for entry in self.entries if entry.state == "moved"}

    def with_entries(self, new: tuple[LedgerEntry, ...], entities: tuple[EntityEntry, ...] = ()) -> Ledger:
        """Return the ledger with new and changed entries, by id and by address."""
        by_id = self.by_id | {entry.id: entry for entry in new}
        by_address = {entry.address: entry for entry in (*self.entities, *entities)}
        return Ledger(_in_order(by_id), _in_order(by_address))

    def entry(self, document_id: str) -> LedgerEntry | None:
        """Return the entry of a document, or None where it is not published."""
        return self.by_id.get(document_id)

    def end_of(self, document_id: str) -> str:
        """Return the id that a moved id leads to in the end; one that was not moved leads to itself."""
        return end_of_moves(self.moves, document_id)


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
        """Take in a line; return what is wrong with it."""
        values = values_of(line)
        if values is None:
            return form_fault(line)
        name = values.get(self.name_key, "")
        earlier = self.line_of.setdefault(name, number)
        fault = self.fault_in(values) or check_fault(line)
        if fault:
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
        Refusal: with a problem for every line that is no entry, or contradicts another; nothing is repaired.

    """
    documents = _Part(_document, document_fault, "id")
    entities = _Part(_entity, entity_fault, "address")
    problems: list[Problem] = []
    # After a merge a line may stand twice, or below the other heading: neither says anything else by it.
    known = {"", _DOCUMENTS, _ENTITIES}
    for number, line in enumerate(map(str.rstrip, text.split("\n")), 1):
        if line in known or line.startswith("#"):
            continue
        known.add(line)
        part = entities if line.startswith(_OF_ENTITY) else documents
        if fault := part.read(line, number):
            problems.append(line_problem(path, number, fault))
    if not re.search(rf"^{_DOCUMENTS}\s*$", text, re.MULTILINE):
        problems.append(line_problem(path, None, headless(text, _DOCUMENTS)))
    problems += [line_problem(path, line, fault) for line, fault in _at_two_addresses(documents)]
    for each in (documents, entities):
        for name, fault in move_faults(each.moved_to, each.line_of.keys()).items():
            problems.append(line_problem(path, each.line_of[name], fault))
    if problems:
        raise Refusal(*sorted(problems, key=lambda problem: problem.line or 0))
    return Ledger(_in_order(documents.entries), _in_order(entities.entries))


def ledger_text(ledger: Ledger) -> str:
    """Return the ledger as the text of its file: the same for the same entries, one line each."""
    lines = [_line([(key, getattr(entry, key)) for key in _keys_of(entry)]) for entry in ledger.entries]
    if ledger.entities:
        lines.append(_ENTITIES)
    for entity in ledger.entities:
        keys = (*ENTITY_KEYS, "moved_to") if entity.moved_to else ENTITY_KEYS
        lines.append(with_check(_line([(key, getattr(entity, key)) for key in keys])))
    return _HEADER + "".join(f"{line}\n" for line in lines)


def _keys_of(entry: LedgerEntry) -> tuple[str, ...]:
    optional = [key for key in KEYS_OF_WITHDRAWN if getattr(entry, key)]
    return (*DOCUMENT_KEYS, *KEYS_OF_STATE[entry.state], *optional)


def _line(pairs: list[tuple[str, str | bool]]) -> str:
    parts = (f"{key}: {_quoted('yes' if value is True else value)}" for key, value in pairs)
    return f"- {{{', '.join(parts)}}}"


def _quoted(value: str | bool) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _in_order(by_name: dict[str, _Entry]) -> tuple[_Entry, ...]:
    return tuple(by_name[name] for name in sorted(by_name))


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
