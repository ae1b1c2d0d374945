"""The ledger of published addresses, `permalinks.yml`: one line per entry, made to be read, compared and merged."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from archivegen.storage.ledger_lines import (
    DOCUMENT_KEYS,
    ENTITY_KEYS,
    KEYS_OF_STATE,
    KEYS_OF_WITHDRAWN,
    with_check,
)
from archivegen.storage.moves import end_of_moves

LEDGER_NAME = "permalinks.yml"
DOCUMENTS_HEAD, ENTITIES_HEAD = "permalinks:", "entities:"
_HEADER = f"""\
# The addresses this archive has published, one line each. "archivegen publish" writes this file.
# Keep it with your documents and never delete a line: each is a promise to whoever has cited the address.
{DOCUMENTS_HEAD}
"""
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

    @cached_property
    def conceals(self) -> bool:
        """Whether a document was concealed, whose names are not to come back."""
        return any(entry.concealed for entry in self.entries)

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


def ledger_text(ledger: Ledger) -> str:
    """Return the ledger as the text of its file: the same for the same entries, one line each."""
    lines = [_line([(key, getattr(entry, key)) for key in _keys_of(entry)]) for entry in ledger.entries]
    if ledger.entities:
        lines.append(ENTITIES_HEAD)
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
