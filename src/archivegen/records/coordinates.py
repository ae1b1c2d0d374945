"""Where on the earth a place lies: latitude and longitude in degrees."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

KILOMETRES_A_DEGREE = 111.2
_DEGREES = r"([-−+]?\d{1,3}(?:\.\d+)?)\s*°?"
_COORDINATES = re.compile(rf"^{_DEGREES}\s*([NS])?\s*[,;]\s*{_DEGREES}\s*([EW])?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Coordinates:
    """Latitude and longitude in degrees; south and west are negative."""

    latitude: float
    longitude: float

    def kilometres_to(self, other: Coordinates) -> float:
        """Return how far another place is on a globe (haversine formula)."""
        here, there = math.radians(self.latitude), math.radians(other.latitude)
        across = math.sin(math.radians(other.longitude - self.longitude) / 2) ** 2
        chord = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * across
        return 2 * math.degrees(math.asin(min(1, math.sqrt(chord)))) * KILOMETRES_A_DEGREE


def read_coordinates(text: str) -> Coordinates | None:
    """Return the coordinates that a text such as `48.2082, 16.3738` or `48.2082 N, 16.3738 E` gives, latitude first.

    None where it gives none, or some that lie on no globe.
    """
    match = _COORDINATES.match(text.strip())
    if match is None:
        return None
    latitude, longitude = (_signed(*match.group(number, number + 1)) for number in (1, 3))
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return Coordinates(latitude, longitude)


def _signed(figures: str, side: str | None) -> float | None:
    """Return degrees with their sign; None where a sign and a side of the globe stand together."""
    if side and not figures[0].isdigit():
        return None
    degrees = float(figures.replace("−", "-"))
    return -degrees if side and side.upper() in "SW" else degrees
