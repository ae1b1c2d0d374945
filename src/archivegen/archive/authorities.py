"""The people, organisations, places, archives, kinds, languages and years that the documents name.

Mentions are joined when their names are the same but for case, marks, hyphens and spaces, or when an editor's
bracket says that one is another spelling of the other. A name that does not identify anybody is kept, listed apart,
and never joined with another document's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from archivegen.archive.entities import Entity, Mention
from archivegen.archive.entity_addresses import with_addresses
from archivegen.archive.spellings import spellings_by_key, spellings_joined
from archivegen.records.agents import is_enough_for_a_page, name_key, sort_name
from archivegen.records.dates import years
from archivegen.records.fields import FIELDS, Field
from archivegen.records.languages import language_name
from archivegen.records.record import Record
from archivegen.records.values import AgentValue, CopyValue, DateValue, Value
from archivegen.remembering import Memory
from archivegen.storage.authority_files import Authority
from archivegen.storage.ids import DEVICE_NAMES, slug
from archivegen.storage.ledger import EntityEntry

_LONGEST_SLUG = 60
# Divides the document from the name in the key of a name that identifies nobody.
_NOBODY = "\x1f"
_Named = tuple[str, str, str, Mention]
# A document by its id, and all that it names.
_Naming = tuple[str, Record, tuple[_Named, ...]]
# A span longer than this says that nothing is known of the year; it fills no index.
MOST_YEARS = 200


@dataclass(slots=True)
class _Gathering:
    """What is known of an entity while documents are read."""

    index: str
    is_whole: bool
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)


def entity_keys(field_row: Field, value: Value, document_id: str) -> Iterator[tuple[str, str]]:
    """Yield the index and the key of each entity a value names; a year each for a date, nothing for most fields."""
    if isinstance(value, DateValue):
        touched = years(value.value)
        yield from (("years", str(year)) for year in touched if len(touched) <= MOST_YEARS)
        return
    if isinstance(value, AgentValue):
        index = "organisations" if value.kind == "body" else "people"
        is_whole = is_enough_for_a_page(value.value, value.kind)
        yield index, name_key(value.value) if is_whole else f"{document_id}{_NOBODY}{name_key(value.value)}"
        return
    for index in field_row.indexes:
        yield index, name_key(value.value)


def plain_key(key: str) -> str:
    """Return the key of a name without the document that the key of a name that identifies nobody begins with."""
    return key.rpartition(_NOBODY)[2]


def gather_entities(
    record_by_id: Mapping[str, Record],
    authorities: tuple[Authority, ...] = (),
    recorded: tuple[EntityEntry, ...] = (),
    memory: Memory | None = None,
) -> tuple[Entity, ...]:
    """Return every entity the records name, in the order of index and sort name; authority files always win.

    `recorded` are the addresses that were published, which stay. `memory` keeps what each record names for whoever does this
    again.
    """
    memory = memory or Memory()
    naming: list[_Naming] = []
    for document_id, record in record_by_id.items():
        of_same_fields = memory.alike((gather_entities, document_id), record, _fields_of)
        naming.append((document_id, of_same_fields, memory.recall(_named_in, document_id, of_same_fields)))
    return memory.recall(_gathered, memory.as_before(authorities), recorded, naming)


def _fields_of(record: Record) -> tuple[object, ...]:
    """Return all that a record names anything in, in its order."""
    return tuple(record.fields.items())


def _gathered(
    authorities: tuple[Authority, ...], recorded: tuple[EntityEntry, ...], naming: list[_Naming]
) -> tuple[Entity, ...]:
    """Return the entities of documents, of each of which there is what names them."""
    record_by_id = {document_id: record for document_id, record, _ in naming}
    same_as = spellings_joined(record_by_id, authorities)
    authority_by_key = {(entry.index, name_key(entry.name)): entry for entry in authorities}
    gatherings: dict[tuple[str, str], _Gathering] = {}
    for _, _, named in naming:
        for index, own_key, own_plain_key, mention in named:
            # A name that identifies nobody by itself is somebody's where an authority file says so.
            key = own_plain_key if (index, own_plain_key) in same_as else own_key
            joined_key = (index, same_as.get((index, key), key))
            gathering = gatherings.get(joined_key)
            if gathering is None:
                gathering = gatherings[joined_key] = _Gathering(index, _NOBODY not in key)
            gathering.mentions.append(mention)
            gathering.names[key if index == "years" else mention.value.value] += 1
    _add_receivers_of_copies(gatherings, record_by_id, same_as)
    spellings = spellings_by_key(record_by_id, same_as, authorities)
    entities = [
        _entity(key, gathering, spellings.get((index, key), ()), authority_by_key.get((index, key)))
        for (index, key), gathering in gatherings.items()
    ]
    return with_addresses(sorted(entities, key=lambda entity: (entity.index, _filing(entity))), recorded)


def _named_in(document_id: str, record: Record) -> tuple[_Named, ...]:
    """Return what each value of a record names: the index, the key, the key without the document, and the mention."""
    return tuple(
        (index, key, plain_key(key), Mention(document_id, row.name, value))
        for row in FIELDS
        if row.indexes
        for value in record.fields.get(row.name, ())
        for index, key in entity_keys(row, value, document_id)
    )


def _add_receivers_of_copies(
    gatherings: Mapping[tuple[str, str], _Gathering],
    record_by_id: Mapping[str, Record],
    same_as: Mapping[tuple[str, str], str],
) -> None:
    """Add the copies to those who received them, where the list of copies names somebody whom a document names otherwise:
    most names in such lists are surnames and disposals, and make nobody by themselves.
    """
    for document_id, record in record_by_id.items():
        for copy in record.values_of("copies", CopyValue):
            for index in ("people", "organisations") if copy.type == "distribution" else ():
                key = name_key(copy.value)
                gathering = gatherings.get((index, same_as.get((index, key), key)))
                if gathering and gathering.is_whole:
                    gathering.mentions.append(Mention(document_id, "copies", copy))


def resolve(
    archive_entities: Mapping[tuple[str, str], Entity], row: Field, value: Value, document_id: str
) -> Entity | None:
    """Return the entity a value leads to, from entities by index and every key they answer to."""
    for index, key in entity_keys(row, value, document_id):
        entity = archive_entities.get((index, key)) or archive_entities.get((index, plain_key(key)))
        if entity:
            return entity
    return None


def _entity(
    key: str, gathering: _Gathering, variants: tuple[str, ...], authority: Authority | None
) -> Entity:
    index, names = gathering.index, gathering.names
    name = authority.name if authority else min(names, key=lambda candidate: (-names[candidate], candidate))
    spellings = tuple(dict.fromkeys((*sorted(names), *variants)))
    is_agent = index in ("people", "organisations")
    worded = language_name(name) if index == "languages" else name
    filed = sort_name(name, "person" if index == "people" else "body") if is_agent else worded
    return Entity(
        index=index,
        key=key,
        slug=_short_slug(key if index in ("years", "languages") else name.replace("_", " ")),
        name=worded,
        sort_name=(authority.sort_name if authority else None) or filed,
        same_as=authority.same_as if authority else (),
        mentions=tuple(gathering.mentions),
        spellings=tuple(spelling for spelling in spellings if spelling != name)
        if is_agent or index == "places"
        else (),
        has_page=gathering.is_whole,
        coordinates=authority.coordinates if authority else None,
        is_not_placed=bool(authority and authority.is_not_placed),
    )


def _filing(entity: Entity) -> tuple[str, str]:
    return name_key(entity.sort_name), entity.key


def _short_slug(name: str) -> str:
    made = slug(name)[:_LONGEST_SLUG].strip("-") or "unnamed"
    return f"{made}-name" if made in DEVICE_NAMES else made
