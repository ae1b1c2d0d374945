"""The points of the map: one for each place, or for several that would lie on each other; and room for their names."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archivegen.archive.entities import Entity
from archivegen.pages.map_parts import LabelView

_LARGEST_RADIUS = 10.0
_SMALLEST_RADIUS = 3.0
# The radius of a point with one document, where none has many.
_UNIT = 4.0
# What a click around a point counts for it, where no other is so near: a target of 24 pixels.
_REACH = 12.0
_ROOM = 1.0
# How broad a letter is for its height, and one of a script whose letters are squares.
_LETTER, _SQUARE_LETTER = 0.54, 1.0
# What is left free before and behind a name, for its height.
_BESIDE = 0.12
_GAP = 4

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the map: its places, those of most documents first; it stands where the first of them does."""

    places: tuple[Entity, ...]
    x: float
    y: float
    radius: float

    @property
    def documents(self) -> int:
        """How many documents name one of its places."""
        return len({each for place in self.places for each in place.document_ids})


def marks_of(placed: Sequence[tuple[Entity, tuple[float, float]]]) -> tuple[Mark, ...]:
    """Return the points for places, those of most documents first, with their areas as the numbers of documents; places whose
    points would touch share one.
    """
    most = max(len(place.document_ids) for place, _ in placed)
    unit = min(_UNIT, _LARGEST_RADIUS / math.sqrt(most))
    marks: list[Mark] = []
    for place, (x, y) in placed:
        mark = _with_radius(Mark((place,), x, y, 0), unit)
        # A point that has grown by a place may touch the next.
        while touched := next((other for other in marks if _is_touching(mark, other)), None):
            marks.remove(touched)
            first, second = sorted((touched, mark), key=lambda each: -len(each.places[0].document_ids))
            mark = _with_radius(Mark((*first.places, *second.places), first.x, first.y, 0), unit)
        marks.append(mark)
    return tuple(sorted(marks, key=lambda each: -each.documents))


def reach_of(mark: Mark, marks: Iterable[Mark]) -> float:
    """Return how far around a point a click is meant for it: at most as far as half the way to the edge of the next."""
    gap = min(
        (_apart(mark, other) - mark.radius - other.radius for other in marks if other is not mark),
        default=2 * _REACH,
    )
    return math.floor(min(_REACH, mark.radius + gap / 2) * 10) / 10


def labels_for(
    marks: Sequence[Mark], names: Sequence[str], size: int, width: int, height: int
) -> tuple[LabelView, ...]:
    """Return names beside the points of most documents, as many as have room; none lies on another or on a point."""
    taken = [_circle(mark) for mark in marks]
    labels = []
    for mark, name in zip(marks, names, strict=False):
        for label in _candidates(mark, name, size):
            box = _box(label, size)
            is_inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if is_inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                labels.append(label)
                break
    return tuple(labels)


def _with_radius(mark: Mark, unit: float) -> Mark:
    radius = min(_LARGEST_RADIUS, max(_SMALLEST_RADIUS, unit * math.sqrt(mark.documents)))
    return Mark(mark.places, mark.x, mark.y, round(radius, 1))


def _apart(mark: Mark, other: Mark) -> float:
    return math.hypot(mark.x - other.x, mark.y - other.y)


def _is_touching(mark: Mark, other: Mark) -> bool:
    return _apart(mark, other) < mark.radius + other.radius + _ROOM


def _candidates(mark: Mark, name: str, size: int) -> tuple[LabelView, ...]:
    x, y, away = round(mark.x), round(mark.y), round(mark.radius) + _GAP
    aslant = round(away * 0.7)
    middle, above, below = y + round(size * 0.35), y - away, y + away + round(size * 0.75)
    return (
        LabelView(name, x + away, middle, "start"),
        LabelView(name, x - away, middle, "end"),
        LabelView(name, x, above, "middle"),
        LabelView(name, x, below, "middle"),
        LabelView(name, x + aslant, above + _GAP, "start"),
        LabelView(name, x + aslant, below - _GAP, "start"),
        LabelView(name, x - aslant, above + _GAP, "end"),
        LabelView(name, x - aslant, below - _GAP, "end"),
    )


def _box(label: LabelView, size: int) -> _Box:
    """Return what room a name takes: left, upper, right and lower edge."""
    broad = sum(
        _SQUARE_LETTER if unicodedata.east_asian_width(letter) in "WF" else _LETTER for letter in label.text
    )
    breadth = broad * size
    left = label.x - {"start": 0.0, "middle": breadth / 2, "end": breadth}[label.anchor]
    aside = size * _BESIDE
    return left - aside, label.y - size * 0.85, left + breadth + aside, label.y + size * 0.25


def _circle(mark: Mark) -> _Box:
    return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius


def _overlap(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
