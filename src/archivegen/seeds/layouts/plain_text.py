"""Text without any known layout: what no other layout claims."""

from __future__ import annotations

from archivegen.records.values import LineRange
from archivegen.seeds.draft import Sheet
from archivegen.seeds.layouts import transcript
from archivegen.seeds.source_text import SourceText

NAME = "plain_text"


def score(source: SourceText) -> float:
    """Return a little more than nothing: this layout takes what no other claims."""
    return 0.1 if source.lines else 0.0


def read(source: SourceText) -> Sheet:
    """Read the text as a transcript: all of it is the body, but for a summary after its foot if it has both."""
    return transcript.read(source)


def read_as_it_stands(source: SourceText) -> Sheet:
    """Take every line for the body, where nothing is to be recognised."""
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    return Sheet((), (), LineRange(filled[0], filled[-1]) if filled else None)
