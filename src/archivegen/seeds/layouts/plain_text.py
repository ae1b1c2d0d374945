"""Text without any known layout: all of it is the body, and only what its own words say is read from it."""

from __future__ import annotations

from archivegen.records.values import LineRange
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Sheet

NAME = "plain_text"


def score(source: SourceText) -> float:
    """Return a little more than nothing: this layout takes what no other claims."""
    return 0.1 if source.lines else 0.0


def read(source: SourceText) -> Sheet:
    """Return every line as the body."""
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    return Sheet((), (), LineRange(filled[0], filled[-1]) if filled else None)
