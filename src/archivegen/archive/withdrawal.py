"""What stays of a document that is withdrawn and not concealed: nothing of its versions that may not be seen."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from archivegen.archive.recorded_names import addresses_brought, with_those_leading_there
from archivegen.archive.redaction import name_of_version
from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.storage.authority_files import Authority
from archivegen.storage.ledger import EntityEntry
from archivegen.storage.published import PublishedRecord


@dataclass(frozen=True, slots=True)
class Remains:
    """What is kept of a withdrawn document, and of the recorded entities."""

    record: PublishedRecord
    entities: tuple[EntityEntry, ...]


def remains_of(
    own: PublishedRecord,
    entities: tuple[EntityEntry, ...],
    named: AbstractSet[str],
    authorities: tuple[Authority, ...],
    closed: Iterable[Record],
) -> Remains:
    """Return what is kept of a document: title, citation, the days of its versions, and the names that it ever brought. What
    was said to have changed goes with its text, of which it may have words.

    `closed` are the files that may not be seen now, `named` the addresses of the entities that other documents name. What
    a closed version had published goes: it cannot come back, and nothing is left that would say when it might be seen.
    """
    kept = PublishedRecord(
        own.id,
        own.title,
        own.citation,
        versions=tuple(replace(version, changes=(), voices=()) for version in own.versions),
        named=own.named,
        first_published=own.first_published,
    )
    files = {str(each.get("file", "")) for each in own.other_versions}
    newly_closed = [record for record in closed if record.source.path in files]
    if not (newly_closed or own.version_anchors):
        return Remains(kept, entities)
    gone = _names_gone(own, entities, authorities, newly_closed) - named
    gone = with_those_leading_there(gone, entities)
    titles = {title.value for record in newly_closed for title in record.fields.get("title", ())}
    kept = replace(
        kept,
        title=own.id if own.title in titles else own.title,
        # It may name who made such a version.
        citation="" if newly_closed else own.citation,
        versions=tuple(
            replace(version, digest=name_of_version(own.id, number))
            for number, version in enumerate(kept.versions, 1)
        ),
        named=tuple(address for address in own.named if address not in gone),
    )
    return Remains(kept, tuple(entity for entity in entities if entity.address not in gone))


def _names_gone(
    own: PublishedRecord,
    entities: tuple[EntityEntry, ...],
    authorities: tuple[Authority, ...],
    newly_closed: Iterable[Record],
) -> frozenset[str]:
    """Return the addresses of the entities that a document ever brought, and that its closed versions may have."""
    brought = addresses_brought((own,), entities, authorities)
    shown = addresses_brought((replace(own, named=()),), entities, authorities)
    keys = {
        name_key(value.value)
        for record in newly_closed
        for values in record.fields.values()
        for value in values
    }
    in_closed = {entity.address for entity in entities if name_key(entity.name) in keys}
    return brought - (shown - in_closed)
