"""The names among the recorded addresses that a concealed document alone has brought there."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from archivegen.archive.spellings import spellings_joined
from archivegen.records.agents import name_key
from archivegen.storage.authority_files import Authority
from archivegen.storage.ledger import EntityEntry
from archivegen.storage.published import PublishedRecord


def without_names_of(
    concealed: PublishedRecord | None,
    entities: tuple[EntityEntry, ...],
    named: AbstractSet[str],
    authorities: tuple[Authority, ...],
) -> tuple[EntityEntry, ...]:
    """Return the recorded entities without those that a document ever named and no other names.

    `named` are the addresses of the entities that the other documents name. Concealing goes before the promise that an
    address stays: the name is in the address.
    """
    if concealed is None:
        return entities
    joined = spellings_joined({}, authorities)
    keys = {name_key(str(value["value"])) for values in concealed.values.values() for value in values}
    keys |= {preferred for (_, spelling), preferred in joined.items() if spelling in keys}
    gone = {
        entity.address
        for entity in entities
        if entity.address not in named
        and not entity.moved_to
        and (name_key(entity.name) in keys or entity.address in concealed.named)
    }
    while True:
        led_there = {entity.address for entity in entities if entity.moved_to in gone} - gone
        if not led_there:
            return tuple(entity for entity in entities if entity.address not in gone)
        gone |= led_there
