"""What the archivist says of the lines of a document, out of all its files of corrections, and what that replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archivegen.problems import Problem
from archivegen.records.record import Zone, ZoneKind
from archivegen.records.values import LineRange
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.redrawn import DrawnZone, faults_of
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.supplied import Supplied
from archivegen.seeds.zones import tile


def drawn_zones(
    supplied: Iterable[Supplied], source: SourceText, below: SourceText
) -> tuple[tuple[DrawnZone, ...], tuple[Problem, ...]]:
    """Return the zones the archivist draws and what is wrong with them: those of the nearest file that draws any, and
    none if one of them is wrong. `supplied` has the farthest file first; `below` is the source without front matter.
    """
    drawn: tuple[DrawnZone, ...] = ()
    for part in supplied:
        drawn = part.zones or drawn
    faults = tuple(faults_of(drawn, source, below))
    return (() if faults else drawn), faults


def with_values_of_zones(
    supplied: Iterable[Supplied], drawn: tuple[DrawnZone, ...], values: tuple[Found, ...]
) -> Iterator[Supplied]:
    """Yield what is supplied, with the values that zones give just below those of the file that draws them.

    A value that the same file writes out is the nearer one: the zone then says only where it stands.
    """
    for part in supplied:
        if drawn and part.zones == drawn:
            yield Supplied(found=values)
        yield part


def zones_given_way(read: Sheet, drawn: Sheet, source: SourceText) -> tuple[Zone, ...]:
    """Return what the lines were read as that are something else now that the archivist has drawn zones on a sheet."""
    if read is drawn:
        return ()
    before, now = _parts_by_line(read, source), _parts_by_line(drawn, source)
    given_way: list[Zone] = []
    is_open = False
    for number in (number for number in before if source.line(number).strip()):
        kind, field = before[number]
        if before[number] == now[number]:
            is_open = False
        elif is_open and (given_way[-1].kind, given_way[-1].field) == before[number]:
            given_way[-1] = replace(given_way[-1], lines=LineRange(given_way[-1].lines.first, number))
        else:
            given_way.append(Zone(LineRange(number, number), kind, field))
            is_open = True
    return tuple(given_way)


def _parts_by_line(sheet: Sheet, source: SourceText) -> dict[int, tuple[ZoneKind, str | None]]:
    return {
        number: (zone.kind, zone.field)
        for zone in tile(sheet.zones, sheet.body_lines, source.lines)
        for number in range(zone.lines.first, zone.lines.last + 1)
    }
