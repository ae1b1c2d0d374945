"""Dates over several years as lines below the axis of the timeline, beside and below each other so that none touches another."""

from __future__ import annotations

from archivegen.archive.chronology import Standing
from archivegen.pages.time_desk import TimeDesk
from archivegen.pages.time_parts import SpanLine
from archivegen.pages.time_scale import MARGIN, Scale, rounded

_APART, _PITCH, _SHORTEST, _OPEN = 10, 14, 4, 22


def span_lines(time: TimeDesk, scale: Scale, top: float) -> tuple[tuple[SpanLine, ...], float]:
    """Return a line for each document that is dated over several years, the first ones at the top, and where they end below."""
    lines: list[SpanLine] = []
    ends: list[float] = []
    for document in time.chronology.over_years:
        standing = time.chronology.standing_by_id[document.id]
        start, end = _reach(standing, scale)
        lane = next((number for number, last in enumerate(ends) if last + _APART <= start), len(ends))
        ends[lane : lane + 1] = [end]
        y = top + _PITCH * (lane + 0.5)
        row = time.desk.row(document)
        lines.append(
            SpanLine(
                title=time.desk.say("time.column", when=row.date, documents=row.title),
                address=row.address,
                path=_path(standing, scale, (start, end), y),
                x=rounded(start),
                y=rounded(y - _PITCH / 2),
                width=rounded(end - start),
                is_doubtful=standing.is_doubtful,
            )
        )
    return tuple(lines), top + _PITCH * len(ends)


def _reach(standing: Standing, scale: Scale) -> tuple[float, float]:
    """Return from where to where a line goes; an open one goes a short way beyond the year that is known."""
    first, last = standing.first, standing.last
    if first is None or last is None:
        year = standing.years[0]
        known = scale.at(year), scale.at(year + 1)
        is_open_before = first is None
        start = max(known[0] - _OPEN, MARGIN - _OPEN) if is_open_before else known[0]
        return start, (known[1] if is_open_before else min(known[1] + _OPEN, scale.width))
    start = scale.at(first)
    return start, max(scale.at(last + 1), start + _SHORTEST)


def _path(standing: Standing, scale: Scale, ends: tuple[float, float], y: float) -> str:
    """Return the line, with a stop at an end that is drawn and the point of an arrow at one that is open or beyond the drawing."""
    (before, behind), height = map(rounded, ends), rounded(y)
    goes_before = standing.first is None or standing.first < scale.first
    goes_behind = standing.last is None or standing.last >= scale.end
    left = "m4-4l-4 4l4 4" if goes_before else "m0-3v6"
    right = "m-4-4l4 4l-4 4" if goes_behind else "m0-3v6"
    return f"M{before} {height}H{behind}M{before} {height}{left}M{behind} {height}{right}"
