"""The plane map: what it shows, where things stand on it, and that the land is where the land is."""

import re

import pytest

from archivegen.pages.land import land_path
from archivegen.pages.projection import Projection, projection_around, projection_for
from archivegen.records.coordinates import Coordinates

PYONGYANG, KAESONG = Coordinates(39.03, 125.75), Coordinates(37.97, 126.55)
VIENNA, HANOI, SANTIAGO = Coordinates(48.21, 16.37), Coordinates(21.02, 105.84), Coordinates(-33.46, -70.65)
VLADIVOSTOK, HONOLULU, SUVA = (
    Coordinates(43.11, 131.87),
    Coordinates(21.31, -157.86),
    Coordinates(-18.14, 178.44),
)
ANADYR, TROMSO, ROTHERA = Coordinates(64.73, 177.5), Coordinates(69.65, 18.96), Coordinates(-67.57, -68.13)
ARCHIVES = {
    "one place": [VIENNA],
    "Korea": [PYONGYANG, KAESONG],
    "the old world": [VIENNA, HANOI],
    "the world": [VIENNA, HANOI, SANTIAGO, HONOLULU],
    "across the date line": [VLADIVOSTOK, HONOLULU],
    "beside the date line": [SUVA, Coordinates(-13.83, -171.77)],
    "far north": [TROMSO, ANADYR],
    "around the north": [
        Coordinates(61.22, -149.9), Coordinates(59.56, 150.8), Coordinates(64.15, -21.94), Coordinates(69.35, 88.2),
        Coordinates(62.45, -114.37), Coordinates(59.91, 10.75),
    ],
    "around the south": [
        ROTHERA, Coordinates(-66.28, 110.53), Coordinates(-54.81, -68.3), Coordinates(-77.85, 166.67), Coordinates(-69.0, 39.58),
        Coordinates(-70.67, -8.27),
    ],
    "far south": [ROTHERA, Coordinates(-90, 0)],
}  # fmt: skip
# Well inside land and well out at sea.
ON_LAND = {
    "Urumqi": Coordinates(43.8, 87.6), "Denver": Coordinates(39.74, -104.98), "Brasília": Coordinates(-15.8, -47.9),
    "Alice Springs": Coordinates(-23.7, 133.9), "Warsaw": Coordinates(52.23, 21.01), "Kumasi": Coordinates(6.69, -1.62),
    "Yakutsk": Coordinates(62.03, 129.73), "Vostok": Coordinates(-78.46, 106.84), "Chita": Coordinates(52.03, 113.5),
    "Chukotka": Coordinates(67.5, -177.0),
}  # fmt: skip
AT_SEA = {
    "Atlantic": Coordinates(30, -40), "Sea of Japan": Coordinates(40, 134), "Black Sea": Coordinates(43.3, 34.5),
    "Caspian Sea": Coordinates(41.5, 51), "Bering Sea": Coordinates(58, -178), "Hudson Bay": Coordinates(60, -86),
}  # fmt: skip


def degrees_shown(projection: Projection) -> tuple[float, float]:
    """Return how many degrees of longitude and of latitude a map shows."""
    across = projection.x(projection.longitude + 1) - projection.x(projection.longitude)
    return projection.width / across, projection.height / projection.scale


def rings_of(path: str) -> list[list[tuple[int, int]]]:
    """Return the corners of every ring of a path."""
    rings = []
    for ring in path.split("z")[:-1]:
        x = y = 0
        corners = []
        figures = [int(figure) for figure in re.findall(r"-?\d+", ring)]
        for step_x, step_y in zip(figures[::2], figures[1::2], strict=True):
            x, y = x + step_x, y + step_y
            corners.append((x, y))
        rings.append(corners)
    return rings


def is_on_land(projection: Projection, place: Coordinates) -> bool:
    """Say whether a place is inside the drawn land, by counting the outlines to the right of it."""
    x, y = projection.point(place)
    crossings = 0
    for ring in rings_of(land_path(projection)):
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossings += (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
    return crossings % 2 == 1


@pytest.mark.parametrize("archive", ARCHIVES)
def test_every_place_is_on_the_map_with_room_around_it(archive: str):
    """Whatever the places are, none stands at the edge, but for one at a pole."""
    projection = projection_for(ARCHIVES[archive], 800)
    for place in ARCHIVES[archive]:
        x, y = projection.point(place)
        assert 40 <= x <= 760
        assert abs(place.latitude) == 90 or 20 <= y <= projection.height - 20
    assert 1.5 <= projection.width / projection.height <= 2.2


def test_korea_is_shown_with_its_neighbours_and_not_with_the_world():
    """Two places in Korea give a map of Korea, the coasts of China and of Japan."""
    wide, tall = degrees_shown(projection_for(ARCHIVES["Korea"], 800))
    assert 15 < wide < 35
    assert 12 < tall < 20


def test_a_map_is_cut_where_nothing_is():
    """Between Vladivostok and Honolulu lies the date line, which no reader sees: the way is the short one."""
    projection = projection_for(ARCHIVES["across the date line"], 800)
    assert degrees_shown(projection)[0] < 110
    assert projection.point(VLADIVOSTOK)[0] < projection.point(HONOLULU)[0]
    assert is_on_land(projection, Coordinates(62.0, 129.73)) == is_on_land(
        projection, Coordinates(64.0, -150.0)
    )


def test_the_order_of_places_does_not_change_the_map():
    """The same places give the same map."""
    places = ARCHIVES["the world"]
    assert projection_for(places, 800) == projection_for(places[::-1], 800)


def test_distances_on_the_map_are_those_of_the_bar():
    """A regional map has a bar, and the way from Pyongyang to Kaesong measured by it is right; a map of the world has none."""
    projection = projection_for(ARCHIVES["Korea"], 800)
    kilometres, length = projection.scale_bar() or (0, 0)
    (ax, ay), (bx, by) = projection.point(PYONGYANG), projection.point(KAESONG)
    measured = ((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 / length * kilometres
    assert measured == pytest.approx(PYONGYANG.kilometres_to(KAESONG), rel=0.03)
    assert projection_for(ARCHIVES["the world"], 800).scale_bar() is None


WORLD = projection_for([Coordinates(80, -170), Coordinates(-80, 170), Coordinates(0, 0)], 800)


@pytest.mark.parametrize("name", [*ON_LAND, *AT_SEA])
@pytest.mark.parametrize("scale", ["the world", "its region"])
def test_land_is_where_the_land_is(name: str, scale: str):
    """Cities stand on land and seas are empty, on the map of the world and on that of the region, also by the date line."""
    place = (ON_LAND | AT_SEA)[name]
    projection = WORLD if scale == "the world" else projection_around(place)
    assert is_on_land(projection, place) == (name in ON_LAND)


@pytest.mark.parametrize("archive", ARCHIVES)
def test_the_land_is_light_and_stays_near_the_map(archive: str):
    """Its path weighs little, and nothing goes far beyond the edge."""
    projection = projection_for(ARCHIVES[archive], 800)
    path = land_path(projection)
    assert len(path) < 16_000
    for x, y in (corner for ring in rings_of(path) for corner in ring):
        assert -5 <= x <= projection.width + 5
        assert -5 <= y <= projection.height + 5


@pytest.mark.parametrize("place", [*ON_LAND.values(), SUVA, VIENNA, Coordinates(90, 0)])
def test_the_small_map_has_its_place_and_weighs_little(place: Coordinates):
    """The point is never at the edge, but for a pole; the land is a few kilobytes at most."""
    projection = projection_around(place)
    x, y = projection.point(place)
    assert 50 <= x <= 250
    assert abs(place.latitude) == 90 or 20 <= y <= 180
    assert len(land_path(projection)) < 6_000
