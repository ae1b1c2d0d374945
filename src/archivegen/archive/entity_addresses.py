"""The addresses of people, organisations, places and archives: what was recorded first, and never anything twice.

An entity is known by the key of any spelling of its name. Where two that were recorded have become one, one address
stays and the other leads there; where none of its spellings is in any document now, its page stays and says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from archivegen.archive.entities import Entity, by_every_key
from archivegen.records.agents import name_key
from archivegen.storage.ledger import EntityEntry
from archivegen.storage.ledger_lines import ENTITY_INDEXES
from archivegen.storage.moves import end_of_moves


@dataclass(frozen=True, slots=True)
class FormerEntities:
    """What became of recorded addresses that are no entity's own now: where some lead, and which name nobody."""

    moved_to: Mapping[str, str]
    silent: tuple[EntityEntry, ...] = ()


def with_addresses(entities: Sequence[Entity], recorded: Sequence[EntityEntry]) -> tuple[Entity, ...]:
    """Return the entities with the slugs that were recorded for them; new ones that would have the slug of another
    get a number, in the order of the entities.
    """
    slug_by_key = {
        key: entry.address.split("/")[1] for key, entry in _recorded_for(entities, recorded).items()
    }
    taken = {tuple(entry.address.rstrip("/").split("/")) for entry in recorded}
    distinct = []
    for entity in entities:
        own = slug_by_key.get((entity.index, entity.key))
        candidate, number = own or entity.slug, 1
        while own is None and (entity.index, candidate) in taken:
            number += 1
            candidate = f"{entity.slug}-{number}"
        taken.add((entity.index, candidate))
        distinct.append(replace(entity, slug=candidate))
    return tuple(distinct)


def former_entities(entities: Sequence[Entity], recorded: Sequence[EntityEntry]) -> FormerEntities:
    """Return what became of recorded addresses, from entities that have theirs."""
    own = {entity.address for entity in entities if entity.has_page}
    known = _known(entities)
    moved_to: dict[str, str] = {}
    silent = []
    for entry in recorded:
        entity = known.get(_key_of(entry))
        if entry.address in own:
            continue
        if entity:
            moved_to[entry.address] = entity.address
        elif entry.moved_to:
            moved_to[entry.address] = entry.moved_to
        else:
            silent.append(entry)
    ends = {start: end_of_moves(moved_to, start) for start in moved_to}
    return FormerEntities(ends, tuple(silent))


def entries_to_record(
    entities: Iterable[Entity], recorded: Sequence[EntityEntry], day: str
) -> tuple[EntityEntry, ...]:
    """Return the entries that `publish` would add or change on a day: new addresses, those that lead elsewhere now,
    and those that are an entity's own again.
    """
    entities = tuple(entities)
    entry_by_address = {entry.address: entry for entry in recorded}
    own = {
        entity.address: entity.name
        for entity in entities
        if entity.has_page and entity.index in ENTITY_INDEXES
    }
    changed = [
        EntityEntry(address, name, day) for address, name in own.items() if address not in entry_by_address
    ]
    moved_to = former_entities(entities, recorded).moved_to
    for entry in recorded:
        leads_to = "" if entry.address in own else moved_to.get(entry.address, "")
        if leads_to != entry.moved_to and (leads_to or entry.address in own):
            changed.append(replace(entry, moved_to=leads_to))
    return tuple(changed)


def _recorded_for(
    entities: Sequence[Entity], recorded: Sequence[EntityEntry]
) -> dict[tuple[str, str], EntityEntry]:
    """Return the recorded entry that each entity keeps: that of its preferred name, else the oldest."""
    known = _known(entities)
    entry_by_address = {entry.address: entry for entry in recorded}
    moves = {entry.address: entry.moved_to for entry in recorded if entry.moved_to}
    live: dict[tuple[str, str], list[EntityEntry]] = defaultdict(list)
    moved: dict[tuple[str, str], list[EntityEntry]] = defaultdict(list)
    for entry in recorded:
        entity = known.get(_key_of(entry))
        if entity:
            (moved if entry.moved_to else live)[entity.index, entity.key].append(entry)
    chosen = {key: min(entries, key=lambda entry: _rank(entry, key[1])) for key, entries in live.items()}
    used = {entry.address for entry in chosen.values()}
    for key, entries in sorted(moved.items()):
        if key in chosen:
            continue
        first = min(entries, key=lambda entry: _rank(entry, key[1]))
        end = entry_by_address[end_of_moves(moves, first.address)]
        chosen[key] = first if end.address in used or known.get(_key_of(end)) else end
        used.add(chosen[key].address)
    return chosen


def _known(entities: Iterable[Entity]) -> dict[tuple[str, str], Entity]:
    return by_every_key(
        tuple(entity for entity in entities if entity.has_page and entity.index in ENTITY_INDEXES)
    )


def _key_of(entry: EntityEntry) -> tuple[str, str]:
    return entry.address.partition("/")[0], name_key(entry.name)


def _rank(entry: EntityEntry, key: str) -> tuple[bool, str, str]:
    # Without its last slash an address comes before those that are made of it with a number.
    return name_key(entry.name) != key, entry.first_published, entry.address.rstrip("/")
