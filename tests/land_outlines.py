"""The land outlines of the map, made by `make land` from Natural Earth's 1:50m land, which is in the public domain.

The npm package `world-atlas` has it as TopoJSON; only who makes the outlines anew needs it. Points are dropped in the order
in which they say least (Visvalingam and Whyatt 1993), until the file is as small as it is to be.
"""

import heapq
import json
import math
import sys
from itertools import pairwise
from pathlib import Path

OUTLINES = Path(__file__).parents[1] / "src" / "archivegen" / "pages" / "land_outlines.txt"
HEAD = """\
# Outlines of the land of the earth, from Natural Earth 4.1.0, 1:50m land (https://www.naturalearthdata.com/), which is in
# the public domain; simplified by tests/land_outlines.py. A ring a line: longitude and latitude of a point in thirtieths
# of a degree, then the steps to the next points. A ring inside another is water; one across the date line goes on beyond
# 180 degrees.
"""
UNITS_A_DEGREE = 30
POINTS = 12_000
# Ice has few archives: beyond the polar circles an outline may be coarser.
POLAR_CIRCLE = 66.6
POLAR_WEIGHT = 0.3
# An island whose triangle is smaller than this, in square degrees at the equator, is not shown anywhere.
SMALLEST_RING = 0.004

Point = tuple[float, float]


def rings_of(topology: dict) -> list[list[Point]]:
    """Return the rings of the land of a TopoJSON file, as longitudes and latitudes, none broken at the date line."""
    (scale_x, scale_y), (shift_x, shift_y) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + shift_x, y * scale_y + shift_y))
        arcs.append(points)
    return [
        unbroken(
            [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])[1:]]
        )
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in geometry["arcs"]
        for ring in polygon
    ]


def unbroken(ring: list[Point]) -> list[Point]:
    """Return a ring whose longitudes go on beyond 180 degrees; one around the pole is closed along it."""
    longitude = ring[0][0]
    turned = []
    for x, y in ring:
        longitude += (x - longitude + 180) % 360 - 180
        turned.append((longitude, y))
    if abs(turned[-1][0] - turned[0][0]) > 180:
        turned += [(turned[-1][0], -90.0), (turned[0][0], -90.0)]
    return turned


def weight(before: Point, point: Point, after: Point) -> float:
    """Return how much of an outline a point is: the area of the triangle with its neighbours, as it is on the ground."""
    (ax, ay), (bx, by), (cx, cy) = before, point, after
    shown = math.cos(math.radians(by)) * (POLAR_WEIGHT if abs(by) > POLAR_CIRCLE else 1)
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * shown


def weighed(ring: list[Point]) -> list[tuple[float, Point]]:
    """Return every point of a ring with the weight at which it falls out, in the order of the ring."""
    before = [number - 1 for number in range(len(ring))]
    after = [*range(1, len(ring)), 0]
    before[0] = len(ring) - 1
    final = [math.inf] * len(ring)
    heap = [(weight(ring[before[i]], ring[i], ring[after[i]]), i) for i in range(len(ring))]
    current = {i: value for value, i in heap}
    heapq.heapify(heap)
    heaviest, left = 0.0, len(ring)
    while heap and left > 3:
        value, i = heapq.heappop(heap)
        if current.get(i) != value:
            continue
        del current[i]
        heaviest, left = max(heaviest, value), left - 1
        final[i] = heaviest
        before[after[i]], after[before[i]] = before[i], after[i]
        for j in (before[i], after[i]):
            current[j] = weight(ring[before[j]], ring[j], ring[after[j]])
            heapq.heappush(heap, (current[j], j))
    size = max(current.values(), default=0)
    return [(size if value == math.inf else value, point) for value, point in zip(final, ring, strict=True)]


def outlines(topology: dict) -> str:
    """Return the file: the heaviest points of all rings, those of the largest ring first."""
    rings = [weighed(ring) for ring in rings_of(topology)]
    least = sorted((value for ring in rings for value, _ in ring), reverse=True)[POINTS]
    lines = []
    for ring in rings:
        if max(value for value, _ in ring) < SMALLEST_RING:
            continue
        kept = [
            (round(x * UNITS_A_DEGREE), round(y * UNITS_A_DEGREE)) for value, (x, y) in ring if value >= least
        ]
        kept = [point for number, point in enumerate(kept) if point != kept[number - 1]]
        if len(kept) > 2:
            lines.append(line_of(kept))
    return HEAD + "".join(sorted(lines, key=len, reverse=True))


def line_of(ring: list[tuple[int, int]]) -> str:
    """Return a ring as a line of figures; a minus sign divides as well as a space."""
    steps = [ring[0], *((x - a, y - b) for (a, b), (x, y) in pairwise(ring))]
    return " ".join(str(figure) for step in steps for figure in step).replace(" -", "-") + "\n"


if __name__ == "__main__":
    OUTLINES.write_text(outlines(json.loads(Path(sys.argv[1]).read_text("utf-8"))), "ascii", newline="\n")
