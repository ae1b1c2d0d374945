"""Likely pairs as entries of authority files that would join them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from archivegen.archive.likely_pairs import REASONS, LikelyPair
from archivegen.archive.names_in_use import NameInUse
from archivegen.records.agents import name_key
from archivegen.storage.authority_files import Authority


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry that would join names, why each of its new spellings is there, and whether it has one already."""

    entry: Authority
    remarks: Mapping[str, str]
    is_there_already: bool


def suggestions(pairs: Iterable[LikelyPair], authorities: Iterable[Authority] = ()) -> tuple[Suggestion, ...]:
    """Return an entry for each name that others may be spellings of, in the order of index and name.

    An entry has all that the authority file already says of the name, so that it may stand in its place.
    """
    known = {(authority.index, name_key(authority.name)): authority for authority in authorities}
    offered: dict[tuple[str, str], Suggestion] = {}
    for pair in pairs:
        name, other = sorted((pair.first, pair.second), key=lambda one: _rank(one, known))
        key = (name.index, name.key)
        known_entry = known.get((name.index, name_key(name.text)))
        before = offered.get(key) or Suggestion(
            _with_spellings(known_entry or Authority(name.index, name.text), name),
            {},
            known_entry is not None,
        )
        remark = "; ".join(REASONS[reason] for reason in pair.reasons)
        entry = _with_spellings(before.entry, other)
        new = [text for text in entry.variants if text not in before.entry.variants]
        offered[key] = replace(before, entry=entry, remarks={**before.remarks, **dict.fromkeys(new, remark)})
    return tuple(offered[key] for key in sorted(offered))


def _rank(name: NameInUse, known: Mapping[tuple[str, str], Authority]) -> tuple[object, ...]:
    """Return what puts first the name to prefer: one with an entry, a whole one, the fuller, the more frequent."""
    return (
        (name.index, name_key(name.text)) not in known,
        not name.is_whole,
        -len(name_key(name.text).split()),
        -len(name.documents),
        -name.mentions,
        name.text,
    )


def _with_spellings(entry: Authority, name: NameInUse) -> Authority:
    """Return an entry that has the spellings of a name among its variants, those that are one by their key once."""
    keys = {name_key(text) for text in (entry.name, *entry.variants)}
    new = {name_key(spelling.text): spelling.text for spelling in reversed(name.spellings)}
    added = [text for key, text in sorted(new.items()) if key not in keys]
    return replace(entry, variants=(*entry.variants, *added))
