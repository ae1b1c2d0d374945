"""A plane map: the equirectangular projection, true to scale along the parallel in its middle and along every meridian."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from archivegen.records.coordinates import KILOMETRES_A_DEGREE, Coordinates

# Half the height of the smallest map in degrees: a place is shown with the country around it.
_SMALLEST_HALF = 7.0
_MARGIN = 0.12
# A map is between so wide and so wide for its height.
_NARROWEST, _WIDEST = 1.6, 2.1
_FARTHEST_PARALLEL = 60.0
# A hundredth of a degree is nothing on any map.
_STAYS = 0.01
# On a map that reaches over more degrees of latitude no bar tells the scale of all of it.
_MOST_LATITUDE_WITH_SCALE = 25.0
_LARGEST_BAR = 0.25
# The region around a place: its height and the step of its middle in degrees, its size in units.
_REGION, _REGION_STEP, _REGION_SIZE = 20.0, 4.0, (300, 200)


@dataclass(frozen=True, slots=True)
class Projection:
    """A map of so many units: the middle of what it shows, and its scale in units to a degree of latitude."""

    longitude: float
    latitude: float
    scale: float
    width: int
    height: int

    @property
    def shrinking(self) -> float:
        """How long a degree of longitude is beside one of latitude."""
        return _shrinking(self.latitude)

    def x(self, longitude: float) -> float:
        """Return how far from the left edge a longitude stands, which may be counted on beyond 180 degrees."""
        return self.width / 2 + (longitude - self.longitude) * self.shrinking * self.scale

    def y(self, latitude: float) -> float:
        """Return how far from the upper edge a latitude stands."""
        return self.height / 2 - (latitude - self.latitude) * self.scale

    def point(self, place: Coordinates) -> tuple[float, float]:
        """Return where a place stands on the map, on that side of the date line which is nearer to the middle."""
        return self.x(self.longitude + _turned(place.longitude - self.longitude)), self.y(place.latitude)

    def scale_bar(self) -> tuple[int, float] | None:
        """Return a round number of kilometres and its length on the map; None where the scale is not the same all over."""
        if self.height / self.scale > _MOST_LATITUDE_WITH_SCALE:
            return None
        units_a_kilometre = self.scale / KILOMETRES_A_DEGREE
        most = self.width * _LARGEST_BAR / units_a_kilometre
        power = 10 ** int(math.log10(most))
        kilometres = max(step * power for step in (1, 2, 5) if step * power <= most)
        return kilometres, kilometres * units_a_kilometre


def projection_for(places: Collection[Coordinates], width: int) -> Projection:
    """Return the smallest map of a width that has all of some places on it, with land around them.

    The map is cut where the gap between two neighbouring places is widest, so that places on both sides of the date line
    stand beside each other.
    """
    west, east = _shortest_arc([place.longitude for place in places])
    latitudes = [place.latitude for place in places]
    south, north = min(latitudes), max(latitudes)
    middle, moved = math.inf, (south + north) / 2
    # A map that would reach beyond a pole is moved towards the equator instead, where the same places are farther apart.
    while abs(middle - moved) > _STAYS:
        middle = moved
        wide, tall = _extent(east - west, north - south, _shrinking(middle))
        moved = min(max(middle, tall / 2 - 90), 90 - tall / 2)
    return Projection(
        longitude=_turned((west + east) / 2),
        latitude=moved,
        scale=width / wide,
        width=width,
        height=round(width * tall / wide),
    )


def _extent(across: float, along: float, shrinking: float) -> tuple[float, float]:
    """Return the width and the height of a map, in degrees of latitude, that shows so many degrees of longitude and latitude."""
    tall = max(2 * _SMALLEST_HALF, along * (1 + 2 * _MARGIN))
    wide = min(360 * shrinking, max(2 * _SMALLEST_HALF, across * shrinking * (1 + 2 * _MARGIN)))
    wide = max(wide, min(360 * shrinking, tall * _NARROWEST))
    return wide, min(180, max(tall, wide / _WIDEST))


def projection_around(place: Coordinates) -> Projection:
    """Return a small map of the region a place lies in, the same one for places near each other."""
    reach = 90 - _REGION / 2
    latitude = min(max(round(place.latitude / _REGION_STEP) * _REGION_STEP, -reach), reach)
    longitude = _turned(round(place.longitude / _REGION_STEP) * _REGION_STEP)
    width, height = _REGION_SIZE
    return Projection(longitude, latitude, height / _REGION, width, height)


def _shortest_arc(longitudes: Collection[float]) -> tuple[float, float]:
    """Return the ends of the shortest way along a parallel that passes all longitudes; the east end may be beyond 180."""
    ordered = sorted(set(longitudes))
    following = [*ordered[1:], ordered[0] + 360]
    gaps = [after - before for before, after in zip(ordered, following, strict=True)]
    widest = max(range(len(gaps)), key=gaps.__getitem__)
    return following[widest], ordered[widest] + 360


def _shrinking(latitude: float) -> float:
    """Return how long a degree of longitude is beside one of latitude on a map with its middle there."""
    return math.cos(math.radians(min(abs(latitude), _FARTHEST_PARALLEL)))


def _turned(longitude: float) -> float:
    """Return a longitude from -180 to 180 degrees."""
    return (longitude + 180) % 360 - 180
