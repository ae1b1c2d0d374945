"""The land of a map as the path of an SVG: outlines cut to what is shown, and as fine as it can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from archivegen.pages.projection import Projection

Point = tuple[float, float]

_UNITS_A_DEGREE = 30
_FIGURE = re.compile(r"-?\d+")
# Outlines go on so many units beyond the edge, where nobody sees that they were cut.
_BEYOND = 4
# A point that is no farther than this from the line without it is left out, and so is an island of no more area.
_FINEST = 0.7
_SMALLEST_AREA = 1.5


class _Ring(NamedTuple):
    """An outline, as longitudes and latitudes, and how far it reaches."""

    points: tuple[Point, ...]
    west: float
    east: float
    south: float
    north: float


@lru_cache(maxsize=1024)
def land_path(projection: Projection) -> str:
    """Return the path of the land on a map, in whole units; islands that cannot be seen are left out."""
    drawn = []
    for ring in _outlines():
        for turned in _turned(ring, projection):
            on_map = [(projection.x(longitude), projection.y(latitude)) for longitude, latitude in turned]
            whole = _whole(_simplified(_cut(on_map, projection)))
            if abs(_area(whole)) > _SMALLEST_AREA:
                drawn.append(_path(whole))
    return "".join(drawn)


@cache
def _outlines() -> tuple[_Ring, ...]:
    """Return the rings of the land of the earth."""
    text = files("archivegen.pages").joinpath("land_outlines.txt").read_text("ascii")
    rings = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        figures = [int(figure) for figure in _FIGURE.findall(line)]
        x = y = 0
        ring = []
        for step_x, step_y in zip(figures[::2], figures[1::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x / _UNITS_A_DEGREE, y / _UNITS_A_DEGREE))
        longitudes, latitudes = zip(*ring, strict=True)
        rings.append(_Ring(tuple(ring), min(longitudes), max(longitudes), min(latitudes), max(latitudes)))
    return tuple(rings)


def _turned(ring: _Ring, projection: Projection) -> Iterator[Sequence[Point]]:
    """Yield a ring wherever the map shows a part of it; one beyond the date line is turned round the earth."""
    if projection.y(ring.south) < 0 or projection.y(ring.north) > projection.height:
        return
    for turn in (-360, 0, 360):
        if projection.x(ring.west + turn) < projection.width and projection.x(ring.east + turn) > 0:
            yield [(x + turn, y) for x, y in ring.points]


def _cut(ring: list[Point], projection: Projection) -> list[Point]:
    """Return what of a ring lies on the map (Sutherland and Hodgman 1974)."""
    for axis, edge, sign in (
        (0, -_BEYOND, 1),
        (0, projection.width + _BEYOND, -1),
        (1, -_BEYOND, 1),
        (1, projection.height + _BEYOND, -1),
    ):
        ring = list(_on_one_side(ring, axis, edge, sign))
    return ring


def _on_one_side(ring: list[Point], axis: int, edge: float, sign: int) -> Iterator[Point]:
    for number, point in enumerate(ring):
        before = ring[number - 1]
        is_in, was_in = ((each[axis] - edge) * sign >= 0 for each in (point, before))
        if is_in != was_in:
            share = (edge - before[axis]) / (point[axis] - before[axis])
            yield (
                before[0] + (point[0] - before[0]) * share,
                before[1] + (point[1] - before[1]) * share,
            )
        if is_in:
            yield point


def _simplified(ring: list[Point]) -> list[Point]:
    """Return a ring without the points that nobody would miss (Douglas and Peucker 1973)."""
    if len(ring) < 4:
        return ring
    far = max(range(len(ring)), key=lambda number: _square(ring[0], ring[number]))
    kept = {0, far}
    spans = [(0, far), (far, len(ring))]
    closed = [*ring, ring[0]]
    while spans:
        first, last = spans.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        distance, number = max((_distance(closed[i], closed[first], closed[last]), i) for i in inner)
        if distance > _FINEST:
            kept.add(number)
            spans += [(first, number), (number, last)]
    return [ring[number] for number in sorted(kept)]


def _square(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line between two others."""
    length = _square(start, end)
    if not length:
        return float(_square(point, start) ** 0.5)
    (x, y), (ax, ay), (bx, by) = point, start, end
    return float(abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length**0.5)


def _whole(ring: list[Point]) -> list[tuple[int, int]]:
    points = [(round(x), round(y)) for x, y in ring]
    return [point for number, point in enumerate(points) if point != points[number - 1]]


def _area(ring: Sequence[tuple[int, int]]) -> float:
    return sum(ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1] for i in range(len(ring))) / 2


def _path(ring: Sequence[tuple[int, int]]) -> str:
    """Return a ring in the steps of SVG; a minus sign divides as well as a space."""
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(ring)]
    line = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
    return f"M{ring[0][0]} {ring[0][1]}l{line}z"
