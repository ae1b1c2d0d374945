"""The names among the recorded addresses that a concealed document alone has brought there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from archivegen.archive.spellings import spellings_joined
from archivegen.archive.value_changes import values_shown
from archivegen.problems import Problem
from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.storage.authority_files import Authority
from archivegen.storage.ledger import LEDGER_NAME, EntityEntry
from archivegen.storage.promises import Promises
from archivegen.storage.published import PUBLISHED_NAME, PublishedRecord


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
    brought = addresses_brought((concealed,), entities, authorities) - named
    gone = {entity.address for entity in entities if entity.address in brought and not entity.moved_to}
    left_out = with_those_leading_there(gone, entities)
    return tuple(entity for entity in entities if entity.address not in left_out)


def addresses_brought(
    published: Iterable[PublishedRecord],
    entities: tuple[EntityEntry, ...],
    authorities: tuple[Authority, ...],
) -> frozenset[str]:
    """Return the recorded addresses of all entities that some documents ever named."""
    published = tuple(published)
    joined = spellings_joined({}, authorities)
    keys = {key for record in published for key in keys_named(record)}
    keys |= {preferred for (_, spelling), preferred in joined.items() if spelling in keys}
    by_name = {entity.address for entity in entities if name_key(entity.name) in keys}
    return frozenset(by_name.union(*(record.named for record in published)))


def brought_by_none(promises: Promises, named: AbstractSet[str]) -> Iterator[Problem]:
    """Yield an error for each recorded entity that no document is known to have brought, where one was concealed: merging
    two versions of the ledger may put its names back. `named` are the addresses of those that documents name now.
    """
    entities = promises.ledger.entities
    if not promises.ledger.conceals:
        return
    keys = {key for record in promises.published for key in keys_named(record)}
    brought = {address for record in promises.published for address in record.named}.union(named)
    brought |= {entity.address for entity in entities if name_key(entity.name) in keys}
    known = with_those_leading_there(brought, entities)
    for entity in entities:
        if entity.address not in known:
            yield Problem(
                path=LEDGER_NAME,
                code="entity-brought-by-none",
                message=f"“{entity.address}” is here, and no document ever named it that is not concealed",
                fix="if a merge has brought it back, remove its line; if a document did name it, write this address into "
                f"“named” of that document’s line in {PUBLISHED_NAME}",
            )


def keys_shown(
    promises: Promises,
    open_records: Mapping[str, Record],
    redacted_words: Iterable[str],
    authorities: tuple[Authority, ...],
) -> frozenset[str]:
    """Return what the names of recorded entities are compared by that the site has in any case: all but those that live
    documents alone have brought that are not open now, and those with redacted words.

    `open_records` are the open documents by their ids. What one has brought of which a version is closed counts as closed
    but for what it says now.
    """
    entities = promises.ledger.entities
    live = {entry.id for entry in promises.ledger.entries if entry.state == "live"}
    partly = {key for key, record in open_records.items() if record.withheld}
    hidden = live - (open_records.keys() - partly)
    closed = [record for record in promises.published if record.id in hidden]
    others = [record for record in promises.published if record.id not in hidden]
    others += [
        replace(record, named=(), values=values_shown(open_records[record.id]))
        for record in closed
        if record.id in partly
    ]
    brought = addresses_brought(closed, entities, authorities) if closed else frozenset()
    # What the authority files say today does not tell what an open document has named.
    withheld = brought - addresses_brought(others, entities, ()) if brought else brought
    words = [name_key(redacted) for redacted in redacted_words]
    keys = {name_key(entity.name) for entity in entities if entity.address not in withheld}
    return frozenset(key for key in keys if not any(key in redacted or redacted in key for redacted in words))


def keys_named(published: PublishedRecord) -> set[str]:
    """Return what the names are compared by that the published values of a document are or may be."""
    return {name_key(str(value["value"])) for values in published.values.values() for value in values}


def with_those_leading_there(
    addresses: AbstractSet[str], entities: tuple[EntityEntry, ...]
) -> frozenset[str]:
    """Return some addresses of entities and all that lead to one of them, over however many steps."""
    found = frozenset(addresses)
    while led_there := {entity.address for entity in entities if entity.moved_to in found} - found:
        found |= led_there
    return found
