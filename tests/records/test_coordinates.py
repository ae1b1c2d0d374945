"""Coordinates as archivists write them, and what is none."""

import pytest

from archivegen.records.coordinates import Coordinates, read_coordinates

VIENNA = Coordinates(48.2082, 16.3738)
WRITTEN = {
    "48.2082, 16.3738": VIENNA,
    "48.2082,16.3738": VIENNA,
    "48.2082; 16.3738": VIENNA,
    "48.2082 N, 16.3738 E": VIENNA,
    "48.2082° N, 16.3738° E": VIENNA,
    "48.2082°n, 16.3738°e": VIENNA,
    "-33.92, 18.42": Coordinates(-33.92, 18.42),
    "−33.92, 18.42": Coordinates(-33.92, 18.42),
    "33.92 S, 18.42 E": Coordinates(-33.92, 18.42),
    "40, -74": Coordinates(40, -74),
    "90, 180": Coordinates(90, 180),
    "": None,
    "none": None,
    "Vienna": None,
    "48.2082 16.3738": None,
    "48,2082, 16,3738": None,
    "48.2082, 16.3738, 171": None,
    "48° 12′ 30″ N, 16° 22′ 26″ E": None,
    "-33.92 S, 18.42 E": None,
    "90.1, 0": None,
    "0, 180.5": None,
    "16.3738 E, 48.2082 N": None,
}


@pytest.mark.parametrize("text", WRITTEN)
def test_coordinates_are_read_or_not_at_all(text: str):
    """Latitude stands first; what could be meant otherwise is not repaired."""
    assert read_coordinates(text) == WRITTEN[text]


def test_distances_are_those_on_a_globe():
    """From Vienna it is 55 km to Bratislava and half round the earth to its antipode, also across the date line."""
    assert round(VIENNA.kilometres_to(Coordinates(48.1486, 17.1077))) == 55
    assert round(VIENNA.kilometres_to(Coordinates(-48.2082, -163.6262))) == 20016
    assert round(Coordinates(0, 179.5).kilometres_to(Coordinates(0, -179.5))) == 111
