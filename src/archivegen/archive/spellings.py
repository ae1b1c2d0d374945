"""Which spellings are one name, as the archivist's authority files and the editors' brackets say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from archivegen.records.agents import name_key
from archivegen.records.record import Record
from archivegen.records.values import NameVariant
from archivegen.storage.authority_files import Authority


def spellings_joined(
    record_by_id: Mapping[str, Record], authorities: tuple[Authority, ...] = ()
) -> dict[tuple[str, str], str]:
    """Return, for each spelling that an editor's bracket or an authority file gives, the key of the name it is a
    spelling of.
    """
    joined: dict[tuple[str, str], str] = {}
    apart: set[tuple[str, str, str]] = set()
    for authority in authorities:
        key = name_key(authority.name)
        for spelling in authority.variants:
            joined[authority.index, name_key(spelling)] = key
        for other in authority.keep_apart:
            apart |= {(authority.index, key, name_key(other)), (authority.index, name_key(other), key)}
    for authority in authorities:
        # A name that another entry calls a spelling of its own is that one's, whichever entry stands first.
        joined.setdefault((authority.index, name_key(authority.name)), name_key(authority.name))
    for index, variant in _variants(record_by_id):
        spelling, key = name_key(variant.variant), name_key(variant.value)
        if (index, spelling, key) not in apart:
            joined.setdefault((index, spelling), key)
    places = {each: place for place, each in enumerate(joined)}
    return {(index, spelling): _end_of(spelling, index, joined, places) for index, spelling in joined}


def _end_of(
    spelling: str, index: str, joined: Mapping[tuple[str, str], str], places: Mapping[tuple[str, str], int]
) -> str:
    """Return the name that a spelling is one of in the end. Where names are said to be spellings of each other in a circle it
    is the one of them that was said first, whichever spelling leads into the circle.
    """
    chain = [spelling]
    while (above := joined.get((index, chain[-1]), chain[-1])) not in chain:
        chain.append(above)
    circle = chain[chain.index(above) :]
    return min(circle, key=lambda name: places.get((index, name), 0))


def spellings_by_key(
    record_by_id: Mapping[str, Record],
    same_as: Mapping[tuple[str, str], str],
    authorities: tuple[Authority, ...] = (),
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return every spelling of each entity that the brackets join, by index and key."""
    spellings: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for authority in authorities:
        spellings[authority.index, name_key(authority.name)].update(dict.fromkeys(authority.variants))
    for index, variant in _variants(record_by_id):
        key = same_as.get((index, name_key(variant.value)), name_key(variant.value))
        spellings[index, key].update(dict.fromkeys((variant.value, variant.variant)))
    return {key: tuple(names) for key, names in spellings.items()}


def _variants(record_by_id: Mapping[str, Record]) -> Iterator[tuple[str, NameVariant]]:
    for record in record_by_id.values():
        for variant in record.values_of("name_variants", NameVariant):
            yield "people", variant
        places = {
            value.value
            for name in ("places_mentioned", "place_of_creation")
            for value in record.fields.get(name, ())
        }
        for variant in record.values_of("place_name_variants", NameVariant):
            yield "places", variant
            for place in sorted(places):
                before, space, last = place.rpartition(" ")
                if space and last == variant.value:
                    yield "places", replace(variant, value=place, variant=f"{before} {variant.variant}")
