"""Names that are likely one and are not joined: an offer to the archivist, on which nothing is done by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from archivegen.archive.names_in_use import NAME_INDEXES, NameInUse
from archivegen.archive.resemblances import (
    Group,
    Spelt,
    initials_that_fit,
    one_letter_apart,
    same_sound,
    surname_of_one,
    with_and_without_place,
)
from archivegen.records.agents import name_key
from archivegen.storage.authority_files import Authority

REASONS: dict[str, str] = {
    "initials": "the same surname, and the given names fit",
    "sound": "they sound alike, as two romanisations of one name do",
    "letter": "one letter apart",
    "surname": "the surname alone, and one whole name only has it",
    "place": "the same body, with its place and without",
}


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two names of one index, in the order of their keys, and the names of the reasons in the order of `REASONS`."""

    first: NameInUse
    second: NameInUse
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likelihoods:
    """The pairs to offer, and the names that resemble too many others for that, with the reason of each."""

    pairs: tuple[LikelyPair, ...]
    crowded: tuple[tuple[NameInUse, str], ...]


def likely_pairs(names: Sequence[NameInUse], authorities: Iterable[Authority] = ()) -> Likelihoods:
    """Return the likely pairs among the names of an archive, in the order of index and keys.

    The result does not depend on the order of the names. Those that `keep_apart` of an authority file tells apart are
    not among them.
    """
    numbered = sorted(names, key=lambda name: (NAME_INDEXES.index(name.index), name.key, name.is_whole))
    reasons: dict[Group, list[str]] = {}
    crowded: list[tuple[int, str]] = []
    for reason, groups in _found(tuple(enumerate(numbered))):
        found = {tuple(sorted(group)) for group in groups}
        too_many = {group[0] for group in found if len(group) == 1}
        crowded.extend((name, reason) for name in too_many)
        for group in found:
            if too_many.isdisjoint(group):
                reasons.setdefault(group, []).append(reason)
    apart = {
        (authority.index, frozenset((name_key(authority.name), name_key(other))))
        for authority in authorities
        for other in authority.keep_apart
    }
    pairs = (
        LikelyPair(numbered[one], numbered[other], tuple(given))
        for (one, other), given in sorted(reasons.items())
    )
    return Likelihoods(
        tuple(pair for pair in pairs if not _are_kept_apart(pair.first, pair.second, apart)),
        tuple((numbered[name], reason) for name, reason in sorted(crowded)),
    )


def _found(numbered: Sequence[tuple[int, NameInUse]]) -> Iterator[tuple[str, Iterator[Group]]]:
    """Yield the name of each reason with the groups it finds, in the order of `REASONS`."""
    whole, alone = (
        {index: _spelt(numbered, index, is_whole=is_whole) for index in NAME_INDEXES}
        for is_whole in (True, False)
    )
    yield "initials", initials_that_fit(whole["people"])
    for index in NAME_INDEXES:
        yield "sound", same_sound(whole[index], are_places=index == "places")
    for index in NAME_INDEXES:
        yield "letter", one_letter_apart(whole[index])
    yield "surname", surname_of_one(whole["people"], alone["people"])
    places = frozenset(spelt.key for spelt in whole["places"])
    yield (
        "place",
        with_and_without_place([*whole["organisations"], *alone["organisations"]], places),
    )


def _spelt(numbered: Sequence[tuple[int, NameInUse]], index: str, *, is_whole: bool) -> list[Spelt]:
    """Return the spellings of an index, those that differ in nothing but case and marks once."""
    return [
        Spelt(number, text, key)
        for number, name in numbered
        if name.index == index and name.is_whole == is_whole
        for key, text in {name_key(spelling.text): spelling.text for spelling in name.spellings}.items()
    ]


def _are_kept_apart(one: NameInUse, other: NameInUse, apart: set[tuple[str, frozenset[str]]]) -> bool:
    return one.key == other.key or any(
        (one.index, frozenset(keys)) in apart for keys in product(_keys(one), _keys(other))
    )


def _keys(name: NameInUse) -> set[str]:
    return {name.key, *(name_key(spelling.text) for spelling in name.spellings)}
