"""The map of the places that documents name, and the small map on the page of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from archivegen.archive import gazetteer
from archivegen.archive.entities import Entity
from archivegen.archive.positions import Position, Reason, Standing, Unplaced
from archivegen.pages.land import land_path
from archivegen.pages.listing import Desk
from archivegen.pages.map_marks import Mark, labels_for, marks_of, reach_of
from archivegen.pages.map_parts import (
    AbsentGroup,
    BarView,
    DrawingView,
    LocatorView,
    MapEntry,
    MapView,
    MarkView,
    PositionView,
    SourceView,
)
from archivegen.pages.parts import BasisView, Link
from archivegen.pages.projection import Projection, projection_around, projection_for
from archivegen.records.agents import name_key
from archivegen.records.coordinates import Coordinates

_WIDTH = 800
_LETTERS, _LETTERS_IF_NARROW = 14, 28
# A page with more would be too heavy for a telephone, and the map too full to be read.
_MOST_PLACES = 120
_MOST_LABELS = 50
_MOST_ABSENT = 40
_REASONS: tuple[Reason, ...] = get_args(Reason)
_SOURCE = SourceView(gazetteer.SOURCE, gazetteer.SOURCE_ADDRESS, gazetteer.LICENCE, gazetteer.LICENCE_ADDRESS)


def map_view(desk: Desk) -> MapView | None:
    """Return the map of all places; None where documents name none."""
    places = sorted(
        desk.archive.entities_in("places"),
        key=lambda place: (-len(place.document_ids), name_key(place.sort_name), place.key),
    )
    if not places:
        return None
    standings = [(place, desk.standing_of(place)) for place in places]
    placed = [(place, where) for place, where in standings if isinstance(where, Position)]
    shown = [(place, where.coordinates) for place, where in placed[:_MOST_PLACES]]
    projection = projection_for([where for _, where in shown], _WIDTH) if shown else None
    marks = marks_of([(place, projection.point(where)) for place, where in shown]) if projection else ()
    return MapView(
        drawing=_drawing(desk, projection, marks) if projection else None,
        introduction=desk.say("map.shared")
        if any(len(mark.places) > 1 for mark in marks)
        else desk.say("map.on_it"),
        entries=tuple(_entry(number, mark) for number, mark in enumerate(marks, start=1)),
        more=desk.say("map.more", count=len(placed) - len(shown)) if len(placed) > len(shown) else "",
        absent=tuple(_absent(desk, standings)),
        source=_SOURCE if any(where.found_as for _, where in placed) else None,
    )


def absence(desk: Desk, place: Entity) -> str:
    """Return that a place is not on the map, in words; nothing for what is on it and for what is no place."""
    is_absent = place.index == "places" and isinstance(desk.standing_of(place), Unplaced)
    return desk.say("map.not_on_it") if is_absent else ""


def position_view(desk: Desk, place: Entity) -> PositionView | None:
    """Return where a place lies, or why that is not known; None for what is no place."""
    if place.index != "places":
        return None
    standing = desk.standing_of(place)
    if isinstance(standing, Unplaced):
        return PositionView("", "", None, None, desk.say(f"map_absence.{standing.reason}"))
    name, country = standing.found_as or ("", "")
    return PositionView(
        coordinates=_in_words(desk, standing.coordinates),
        found_as=desk.say("map.found_as", name=name, country=country) if name else "",
        basis=BasisView(
            mark=desk.say(f"status.{standing.status}"),
            certainty="" if standing.certainty == "certain" else desk.say(f"how_sure.{standing.certainty}"),
            reason=desk.say(f"rule.{standing.rule}"),
            quote="",
            place="",
            otherwise="",
            confirmed="",
        ),
        locator=_locator(standing.coordinates),
        why_absent="",
    )


def _drawing(desk: Desk, projection: Projection, marks: Sequence[Mark]) -> DrawingView:
    names = [_label(desk, mark) for mark in marks[:_MOST_LABELS]]
    size = (projection.width, projection.height)
    bar = projection.scale_bar()
    return DrawingView(
        *size,
        land=land_path(projection),
        marks=tuple(
            MarkView(
                Link(_name(desk, mark), _address(mark, number)),
                round(mark.x),
                round(mark.y),
                mark.radius,
                reach_of(mark, marks),
            )
            for number, mark in enumerate(marks, start=1)
        ),
        labels=labels_for(marks, names, _LETTERS, *size),
        labels_if_narrow=labels_for(marks, names, _LETTERS_IF_NARROW, *size),
        bar=BarView(round(bar[1]), desk.say("map.kilometres", number=bar[0])) if bar else None,
    )


def _name(desk: Desk, mark: Mark) -> str:
    documents = desk.say("documents", count=mark.documents)
    others = len(mark.places) - 1
    name = (
        desk.say("map.with_others", count=others, name=mark.places[0].name) if others else mark.places[0].name
    )
    return desk.say("map.point", name=name, documents=documents)


def _label(desk: Desk, mark: Mark) -> str:
    others = len(mark.places) - 1
    return desk.say("map.label", name=mark.places[0].name, others=others) if others else mark.places[0].name


def _address(mark: Mark, number: int) -> str:
    """Return where a point leads: to its place, or to its several places in the list."""
    return mark.places[0].address if len(mark.places) == 1 else f"places/#map-{number}"


def _entry(number: int, mark: Mark) -> MapEntry:
    return MapEntry(
        f"map-{number}",
        tuple((Link(place.name, place.address), len(place.document_ids)) for place in mark.places),
    )


def _absent(desk: Desk, standings: Sequence[tuple[Entity, Standing]]) -> Iterator[AbsentGroup]:
    for reason in _REASONS:
        places = [Link(place.name, place.address) for place, where in standings if where == Unplaced(reason)]
        if places:
            left = len(places) - _MOST_ABSENT
            yield AbsentGroup(
                reason=desk.say(f"map_absence.{reason}"),
                places=tuple(places[:_MOST_ABSENT]),
                more=desk.say("map.more_absent", count=left) if left > 0 else "",
            )


def _in_words(desk: Desk, where: Coordinates) -> str:
    north, east = (
        desk.say(f"degrees.{side}", degrees=f"{abs(degrees):.2f}")
        for side, degrees in (
            ("north" if where.latitude >= 0 else "south", where.latitude),
            ("east" if where.longitude >= 0 else "west", where.longitude),
        )
    )
    return f"{north}, {east}"


def _locator(where: Coordinates) -> LocatorView:
    projection = projection_around(where)
    x, y = projection.point(where)
    return LocatorView(projection.width, projection.height, land_path(projection), round(x), round(y))
