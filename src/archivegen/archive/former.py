"""The published addresses at which no document and no entity stands any more: what is said there, where they lead."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from archivegen.archive.entities import Entity
from archivegen.archive.entity_addresses import former_entities
from archivegen.storage.ledger import EntityEntry
from archivegen.storage.promises import Promises


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A document that was withdrawn: of a concealed one only the address, the day and the reason are known."""

    address: str
    withdrawn_on: str
    reason: str
    first_published: str = ""
    title: str = ""
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that leads to another one of the site, without a step between, and what is found there."""

    address: str
    target: str
    name: str


@dataclass(frozen=True, slots=True)
class Former:
    """All former addresses, each list in the order of addresses."""

    withdrawn: tuple[Withdrawn, ...] = ()
    redirects: tuple[Redirect, ...] = ()
    silent: tuple[EntityEntry, ...] = ()


def former_addresses(
    promises: Promises,
    title_by_id: dict[str, str],
    entities: Sequence[Entity],
    hidden: Collection[str] = (),
) -> Former:
    """Return what became of every published address that is not a page of its own now.

    `title_by_id` are the documents that are there, `hidden` the addresses of which nothing may be said. An address that
    would lead to a page that is not is left out.
    """
    withdrawn = _withdrawn(promises)
    names = {f"documents/{document_id}/": title for document_id, title in title_by_id.items()}
    own = set(names)
    names |= {each.address: each.title for each in withdrawn}
    moved = {
        entry.address: f"documents/{promises.ledger.end_of(entry.id)}/"
        for entry in promises.ledger.entries
        if entry.state == "moved"
    }
    recorded = tuple(entry for entry in promises.ledger.entities if entry.address not in hidden)
    former = former_entities(entities, recorded)
    names |= {entry.address: entry.name for entry in former.silent}
    names |= {entity.address: entity.name for entity in entities}
    moved |= former.moved_to
    return Former(withdrawn, _redirects(moved, names, own), former.silent)


def _withdrawn(promises: Promises) -> tuple[Withdrawn, ...]:
    record_by_id = {record.id: record for record in promises.published}
    found = []
    for entry in promises.ledger.entries:
        record = record_by_id.get(entry.id)
        if entry.state != "withdrawn":
            continue
        if entry.concealed:
            found.append(Withdrawn(entry.address, entry.on, entry.reason))
            continue
        found.append(
            Withdrawn(
                entry.address,
                entry.on,
                entry.reason,
                entry.first_published,
                record.title if record else "",
                record.citation if record else "",
            )
        )
    return tuple(found)


def _redirects(moved: dict[str, str], names: dict[str, str], own: Collection[str]) -> tuple[Redirect, ...]:
    return tuple(
        Redirect(address, target, names[target])
        for address, target in sorted(moved.items())
        if target in names and address not in own
    )
