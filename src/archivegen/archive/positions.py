"""Where the places of an archive lie: as the archivist says, else as the gazetteer has it, else nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from archivegen.archive.entities import Entity
from archivegen.archive.gazetteer import Town, is_known_everywhere, open_gazetteer
from archivegen.records.coordinates import Coordinates
from archivegen.records.values import Certainty, Status

Reason = Literal["unknown", "several", "small", "said"]
# A small town is believed where the documents name a place so near that is placed beyond doubt.
_NEAR_IN_KILOMETRES = 500


@dataclass(frozen=True, slots=True)
class Position:
    """Where a place lies, and how that is known; `found_as` is the name and the country of the town in the gazetteer."""

    coordinates: Coordinates
    status: Status
    certainty: Certainty
    rule: str
    found_as: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Why a place is on no map: the gazetteer does not know it, knows several, or a small town of which nothing near is named;
    or the archivist says so.
    """

    reason: Reason


Standing = Position | Unplaced


def positions_of(places: Iterable[Entity]) -> Mapping[str, Standing]:
    """Return where each place lies, or why it is on no map, by its key. The gazetteer is not opened where the archivist has
    said it of all.
    """
    standings: dict[str, Standing] = {}
    left: list[Entity] = []
    for place in places:
        if place.is_not_placed:
            standings[place.key] = Unplaced("said")
        elif place.coordinates:
            standings[place.key] = Position(place.coordinates, "supplied", "certain", "supplied")
        else:
            left.append(place)
    gazetteer = open_gazetteer(frozenset(name for place in left for name in (place.name, *place.spellings)))
    small: dict[str, Town] = {}
    for place in left:
        names = (place.name, *place.spellings)
        town = gazetteer.town_meant(names)
        if town is None:
            standings[place.key] = Unplaced("several" if gazetteer.knows(names) else "unknown")
        elif is_known_everywhere(town):
            standings[place.key] = _found(town)
        else:
            small[place.key] = town
    return {**standings, **_small_standings(small, standings.values())}


def _small_standings(small: Mapping[str, Town], standings: Iterable[Standing]) -> Mapping[str, Standing]:
    """Return the standing of towns that may have namesakes too small for the gazetteer."""
    beyond_doubt = [each.coordinates for each in standings if isinstance(each, Position)]
    return {
        key: _found(town)
        if any(town.coordinates.kilometres_to(each) <= _NEAR_IN_KILOMETRES for each in beyond_doubt)
        else Unplaced("small")
        for key, town in small.items()
    }


def _found(town: Town) -> Position:
    return Position(town.coordinates, "derived", "probable", "gazetteer", (town.name, town.country))
