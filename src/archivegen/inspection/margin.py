"""The lines of a document with what they are down the margin: told by a word where it begins, by colour throughout."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.inspection.screen import Piece, Row, cut, row
from archivegen.records.record import Record, Zone

# Fields beyond these share the styles of the first ones; the word in the margin still tells them apart.
FIELD_STYLES = tuple(f"field {number}" for number in range(1, 7))
_BAR = " │ "
_GAVE_WAY = "gave way"
_NUMBER = 5
_NARROWEST = 20


def field_styles(record: Record) -> dict[str, str]:
    """Return a style for each field that has lines of its own, in the order of the lines."""
    names = dict.fromkeys(zone.field for zone in record.zones if zone.field)
    return {name: FIELD_STYLES[number % len(FIELD_STYLES)] for number, name in enumerate(names)}


def rows_with_zones(record: Record, width: int | None) -> Iterator[Row]:
    """Yield a row for each line: what it is, its number, its words, which are cut where there is a width; and for what
    the archivist redrew, what it was read as.
    """
    styles = field_styles(record)
    names = [_name(zone) for zone in record.zones]
    margin = max(map(len, (*names, "joined", *([_GAVE_WAY] if record.other_zones else []))))
    longest = max(_NARROWEST, width - margin - _NUMBER - len(_BAR)) if width else None
    for zone in record.zones:
        style = styles.get(zone.field or "", zone.kind)
        for number in range(zone.lines.first, zone.lines.last + 1):
            name = _name(zone) if number == zone.lines.first else ""
            (words,) = row(record.source.text_lines[number - 1].rstrip())
            text = words.text if longest is None else cut(words.text, longest)
            yield (
                Piece(f"{name:>{margin}}", style),
                Piece(f"{number:>{_NUMBER}}", "quiet"),
                Piece(_BAR, style),
                Piece(text, "debris" if zone.kind == "debris" else ""),
            )
    for seam in record.body.joined:
        yield row(Piece(f"{'joined':>{margin}}", "quiet"), f"{seam.first:>{_NUMBER}} with {seam.last}")
    for zone in record.other_zones:
        first, last = zone.lines
        lines = f"{first}" if first == last else f"{first}-{last}"
        yield row(
            Piece(f"{_GAVE_WAY:>{margin}}", "quiet"),
            f"{lines:>{_NUMBER}}",
            _BAR,
            f"was read as {_name(zone)}",
        )


def _name(zone: Zone) -> str:
    return zone.field or zone.kind
