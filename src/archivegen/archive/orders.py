"""The orders that documents stand in beside that of time: within an archival file, and within a series."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archivegen.archive.archive import Document
from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.records.values import ReferenceCode
from archivegen.records.worded_dates import worded
from archivegen.remembering import Memory

# A fond or a box alone holds thousands of papers that have nothing to do with each other.
_ARE_A_FILE = frozenset({"delo", "file", "papka"})
_LEAVES = re.compile(
    r"[\s,;]*(?:(?<![^\W_])(?:pages?|pp?|leaves|leaf|list\w{0,2}|ll?|folios?|fols?|ff?|str|s|л{1,2}|с|стр)\.?\s*)?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")
_MARKS_AROUND_A_DATE = re.compile(r"[\s,;:()\[\]“”\"'-]+$|\b(?:for|of|on|from|dated)\s*$", re.IGNORECASE)

# What says that documents belong to one order: its kind, and its name in a form that can be compared.
Key = tuple[str, str]
_Places = Mapping[Key, tuple[str, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Place:
    """The place of a document in an order: what the order is, what its documents are in, and those before and after it."""

    kind: str
    name: str
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class Orders:
    """The documents of each order in their order, by their ids, and the orders of each document with their names."""

    ids_by_key: Mapping[Key, tuple[str, ...]]
    names_by_id: Mapping[str, Mapping[Key, str]]
    position_by_id: Mapping[Key, Mapping[str, int]]

    def near(self, document_id: str, reach: int) -> list[tuple[Key, str, int]]:
        """Return the documents that are no farther away than the reach in an order of a document: the order, their id, and
        how many steps away they are.
        """
        found = []
        for key in self.names_by_id.get(document_id, {}):
            ids, place = self.ids_by_key[key], self.position_by_id[key][document_id]
            around = range(max(0, place - reach), min(len(ids), place + reach + 1))
            found += [(key, ids[other], abs(other - place)) for other in around if other != place]
        return found

    def places(self, document_id: str, kinds: Iterable[str]) -> tuple[Place, ...]:
        """Return the places of a document in its orders of some kinds, as far as there is another document in them."""
        places = []
        for key, name in self.names_by_id.get(document_id, {}).items():
            ids, place = self.ids_by_key[key], self.position_by_id[key][document_id]
            if key[0] in kinds and len(ids) > 1:
                earlier = ids[place - 1] if place else None
                later = ids[place + 1] if place + 1 < len(ids) else None
                places.append(Place(key[0], name, earlier, later))
        return tuple(sorted(places, key=lambda each: (tuple(kinds).index(each.kind), each.name)))


def orders_of(documents: Iterable[Document], memory: Memory | None = None) -> Orders:
    """Return the orders of documents, which are given in the order of time; a file is in the order of its leaves. `memory`
    keeps which each is in for whoever does this again.
    """
    memory = memory or Memory()
    places = [(document.id, memory.recall(_places_of, document)) for document in documents]
    return memory.recall(_ordered, places)


def _ordered(places_by_id: list[tuple[str, _Places]]) -> Orders:
    """Return the orders of documents, of each of which there are its id and its places in them."""
    members: defaultdict[Key, list[tuple[tuple[int, ...], str]]] = defaultdict(list)
    names_by_id: dict[str, dict[Key, str]] = {}
    for document_id, places in places_by_id:
        names_by_id[document_id] = {key: name for key, (name, _) in places.items()}
        for key, (_, leaves) in places.items():
            members[key].append((leaves, document_id))
    # Sorting keeps the order of time among those that stand on the same leaves or on none.
    ids_by_key = {
        key: tuple(document_id for _, document_id in sorted(each, key=lambda one: one[0]))
        for key, each in members.items()
    }
    positions = {
        key: {document_id: place for place, document_id in enumerate(ids)} for key, ids in ids_by_key.items()
    }
    return Orders(ids_by_key, names_by_id, positions)


def _places_of(document: Document) -> _Places:
    """Return the orders that a document belongs to, with the name of each as it is written first, and the leaves."""
    places: dict[Key, tuple[str, tuple[int, ...]]] = {}
    for kind, name, leaves in _orders(document):
        places.setdefault((kind, name_key(name)), (name, leaves))
    return places


def _orders(document: Document) -> Iterable[tuple[str, str, tuple[int, ...]]]:
    """Yield the kind, the name and, in a file, the leaves of each order that a document belongs to."""
    record = document.record
    for name, leaves in _files(record):
        yield "file", name, leaves
    for whole in record.fields.get("part_of", ()):
        yield "part_of", whole.value, ()
    for collection in record.fields.get("collections", ()):
        yield "collection", collection.value, ()
    title = _without_date(document)
    if title:
        yield "title", title, ()


def _files(record: Record) -> Iterable[tuple[str, tuple[int, ...]]]:
    """Yield the name of each file that a paper lies in, with its leaves.

    The file is all of the reference but for the leaves at its end: between the archive and the numbers there may be a series or
    a country, which is none of its parts.
    """
    for code in record.values_of("reference_code", ReferenceCode):
        parts = dict(code.parts)
        held = parts.get("repository") or record.only_repository
        if held and _ARE_A_FILE & parts.keys():
            leaves = parts.get("leaves", "")
            at_end = re.compile(r"\s*".join(map(re.escape, leaves)) + r"[\s.]*$") if leaves else None
            file = _LEAVES.sub("", at_end.sub("", code.value), 1) if at_end else code.value
            whole = file if held in file else f"{held}, {file}"
            yield whole, tuple(map(int, _NUMBER.findall(leaves)[:2]))


def _without_date(document: Document) -> str:
    """Return a title without the date that it ends with; "" where it ends with none."""
    principal = document.record.principal_date
    date = worded(principal.value) if principal else ""
    if not date or not document.title.endswith(date):
        return ""
    title = document.title.removesuffix(date)
    while (shorter := _MARKS_AROUND_A_DATE.sub("", title)) != title:
        title = shorter
    return title if len(title.split()) > 2 else ""
