"""The parts of the map of places: what is drawn, in units of the drawing, and the lists that say the same."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.pages.parts import BasisView, Link


@dataclass(frozen=True, slots=True)
class MarkView:
    """A point of the map: what it is called, where it leads, where it stands, its size, and how far around it a click counts."""

    link: Link
    x: int
    y: int
    radius: float
    reach: float


@dataclass(frozen=True, slots=True)
class LabelView:
    """A name on the map; `anchor` is where in it its place is: start, middle or end."""

    text: str
    x: int
    y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class BarView:
    """The bar that tells the scale: its length on the map and on the ground, in words."""

    length: int
    text: str


@dataclass(frozen=True, slots=True)
class DrawingView:
    """A map as it is drawn: its size, the path of its land, the points, their names for wide and for narrow screens."""

    width: int
    height: int
    land: str
    marks: tuple[MarkView, ...]
    labels: tuple[LabelView, ...]
    labels_if_narrow: tuple[LabelView, ...]
    bar: BarView | None


@dataclass(frozen=True, slots=True)
class MapEntry:
    """The places that one point of the map stands for, with the numbers of their documents."""

    anchor: str
    places: tuple[tuple[Link, int], ...]


@dataclass(frozen=True, slots=True)
class AbsentGroup:
    """Places that are not on the map for one reason, and how many more there are, in words."""

    reason: str
    places: tuple[Link, ...]
    more: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """Where positions were taken from, and under which licence: names and addresses of other sites."""

    name: str
    address: str
    licence: str
    licence_address: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of places: the drawing, None where no place could be placed, the same as a list with the words before it, what is
    not on it, and the gazetteer, where a position was taken from there.
    """

    drawing: DrawingView | None
    introduction: str
    entries: tuple[MapEntry, ...]
    more: str
    absent: tuple[AbsentGroup, ...]
    source: SourceView | None


@dataclass(frozen=True, slots=True)
class LocatorView:
    """A small map with one point."""

    width: int
    height: int
    land: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PositionView:
    """Where a place lies: in words, what the gazetteer calls it, why, and a small map; or why that is not known."""

    coordinates: str
    found_as: str
    basis: BasisView | None
    locator: LocatorView | None
    why_absent: str
