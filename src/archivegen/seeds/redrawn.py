"""Zones that the archivist redraws: "lines 40-41 are the summary", "line 3 is debris", "the text is lines 12-60"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from archivegen.problems import Problem
from archivegen.records.dates import bounds
from archivegen.records.fields import FIELD_BY_KEY
from archivegen.records.record import Zone
from archivegen.records.values import ACCESS, AccessValue, Confirmation, DateValue, LineRange, Value
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.line_ranges import read_line_range
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.supplied_values import supplied_value
from archivegen.seeds.zone_faults import (
    beyond_the_end,
    in_front_matter,
    no_lines,
    no_part,
    no_zones,
    not_read,
    one_too_many,
    overlap,
)
from archivegen.seeds.zone_words import zone_words
from archivegen.storage.yaml_lines import YamlNode

# What lines may be besides the place of a field.
NOT_FIELDS = ("body", "debris")


@dataclass(frozen=True, slots=True)
class DrawnZone:
    """A range of lines of a document, and what the archivist says it is: the name of a field, `body` or `debris`.

    `path` and `line` are where it is said; `confirmed` says that its words were checked.
    """

    lines: LineRange
    what: str
    path: str
    line: int
    confirmed: Confirmation | None = None


def read_drawn_zones(node: YamlNode | None, path: str, problems: list[Problem]) -> tuple[DrawnZone, ...]:
    """Return the zones of a `zones:` entry such as `40-41: summary`; what cannot be one is added to the problems."""
    zones: list[DrawnZone] = []
    if node and node.entries is None and (node.text or node.items):
        problems.append(no_zones(path, node.line))
    for key, entry in (node.entries or {}).items() if node else ():
        lines = read_line_range(key)
        field = FIELD_BY_KEY.get(entry.text or "")
        what = field.name if field else entry.text or ""
        if lines is None:
            problems.append(no_lines(key, path, entry.line))
        if field is None and what not in NOT_FIELDS:
            problems.append(no_part(what, (*NOT_FIELDS, *FIELD_BY_KEY), path, entry.line))
        elif lines is not None:
            zones.append(DrawnZone(lines, what, path, entry.line))
    return tuple(sorted(zones, key=lambda zone: zone.lines))


def faults_of(zones: tuple[DrawnZone, ...], source: SourceText, below: SourceText) -> Iterator[Problem]:
    """Yield a problem for each zone that is not inside the file, lies over the one before it or over the front matter
    that `below` is without, or gives no value that its field could have.
    """
    covered = 0
    given: set[str] = set()
    for zone in zones:
        field = FIELD_BY_KEY.get(zone.what)
        is_inside = zone.lines.last <= len(source.lines)
        if not is_inside:
            yield beyond_the_end(zone.lines, len(source.lines), zone.path, zone.line)
        if zone.lines.first <= min(covered, len(source.lines)):
            yield overlap(zone.lines.first, zone.path, zone.line)
        elif is_inside and source.line(zone.lines.first) != below.line(zone.lines.first):
            yield in_front_matter(zone.lines.first, zone.path, zone.line)
        elif field and zone.what in given and not field.repeatable:
            yield one_too_many(zone.what, zone.path, zone.line)
        elif field and is_inside and _value(zone, source) is None:
            yield not_read(zone.lines, zone.what, zone.path, zone.line)
        covered = max(covered, zone.lines.last)
        given.add(zone.what)


def redraw(sheet: Sheet, source: SourceText, zones: tuple[DrawnZone, ...]) -> Sheet:
    """Return a sheet with the archivist's zones in the place of what the layout made of those lines.

    Where a zone is called `body`, nothing but such zones is; values the layout read from redrawn lines are dropped.
    """
    if not zones:
        return sheet
    text = sheet.body_source or source
    drawn = {number for zone in zones for number in range(zone.lines.first, zone.lines.last + 1)}
    own = {number for zone in zones if zone.what == "body" for number in _numbers(zone.lines)}
    if not own and sheet.body_lines:
        own = set(_numbers(sheet.body_lines)) - drawn
    filled = sorted(number for number in own if text.line(number).strip())
    lines = tuple(line if number in own else "" for number, line in enumerate(text.lines, 1))
    kept = tuple(zone for zone in sheet.zones if drawn.isdisjoint(_numbers(zone.lines)))
    new = tuple(
        Zone(zone.lines, "debris") if zone.what == "debris" else Zone(zone.lines, "field", zone.what)
        for zone in zones
        if zone.what != "body"
    )
    return Sheet(
        tuple(found for found in sheet.found if not _stands_on(found, drawn)),
        (*kept, *new),
        LineRange(filled[0], filled[-1]) if filled else None,
        text.with_lines(lines),
    )


def values_of(zones: tuple[DrawnZone, ...], source: SourceText) -> tuple[Found, ...]:
    """Return the words of each zone that is a field's as its value."""
    return tuple(
        Found(zone.what, value)
        for zone in zones
        if zone.what not in NOT_FIELDS and (value := _value(zone, source)) is not None
    )


def _value(zone: DrawnZone, source: SourceText) -> Value | None:
    field = FIELD_BY_KEY[zone.what]
    words = zone_words(field, source.lines[zone.lines.first - 1 : zone.lines.last])
    value = supplied_value(field, {"value": words}, (zone.lines,)) if words else None
    if isinstance(value, AccessValue) and value.value not in ACCESS:
        return None
    if value is None or (isinstance(value, DateValue) and bounds(value.value) is None):
        return None
    return replace(value, rule="supplied_lines", confirmed=zone.confirmed)


def _numbers(lines: LineRange) -> range:
    return range(lines.first, lines.last + 1)


def _stands_on(found: Found, drawn: set[int]) -> bool:
    return any(not drawn.isdisjoint(_numbers(lines)) for lines in found.value.lines)
