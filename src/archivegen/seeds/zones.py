"""The zones of a file: every line is in one of them, and lines with words that nothing knows are reported."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.problems import Problem
from archivegen.records.record import Zone
from archivegen.records.values import LineRange
from archivegen.seeds.source_text import SourceText


def tile(zones: tuple[Zone, ...], body: LineRange | None, lines: tuple[str, ...]) -> tuple[Zone, ...]:
    """Return zones that cover every line once.

    Blank lines belong to the zone before them; lines with words that no rule knows are debris of their own.
    """
    known = sorted([*zones, *_body_zones(zones, body)], key=lambda zone: zone.lines)
    tiles: list[Zone] = []
    for zone in [*known, Zone(LineRange(len(lines) + 1, len(lines) + 1), "debris")]:
        covered = tiles[-1].lines.last if tiles else 0
        first, last = covered + 1, zone.lines.first - 1
        if last >= first:
            if tiles and not any(map(str.strip, lines[covered:last])):
                before = tiles[-1]
                tiles[-1] = Zone(LineRange(before.lines.first, last), before.kind, before.field)
            else:
                tiles.append(Zone(LineRange(first, last), "debris"))
        if zone.lines.first <= len(lines):
            tiles.append(zone)
    return tuple(tiles)


def _body_zones(zones: tuple[Zone, ...], body: LineRange | None) -> Iterator[Zone]:
    """Yield the lines of the body without those of other zones inside it."""
    if body is None:
        return
    first = body.first
    for zone in sorted(zones, key=lambda zone: zone.lines):
        if body.first <= zone.lines.first <= body.last:
            if first < zone.lines.first:
                yield Zone(LineRange(first, zone.lines.first - 1), "body")
            first = zone.lines.last + 1
    if first <= body.last:
        yield Zone(LineRange(first, body.last), "body")


def lines_not_used(source: SourceText, tiles: tuple[Zone, ...], known: tuple[Zone, ...]) -> Iterator[Problem]:
    """Yield a warning for lines with words that neither the layout nor any rule knows: they are on no page."""
    known_starts = {zone.lines.first for zone in known}
    for zone in tiles:
        lines = source.lines[zone.lines.first - 1 : zone.lines.last]
        if (
            zone.kind == "debris"
            and zone.lines.first not in known_starts
            and any(line.strip() for line in lines)
        ):
            yield Problem(
                path=source.path,
                line=zone.lines.first,
                level="warning",
                code="lines-not-used",
                message="these words belong to no part of the document that is known and are on no page",
                fix="move them into the text, or supply them as a field",
            )
