"""The signs of Markdown in a document that is written in it: a file that ends in .md and begins with front matter.

Any other text that looks like Markdown is text: recognised pages are full of stars and signs that mean nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from archivegen.records.body import Inline, Mark, MarkKind, Text
from archivegen.seeds.decode import SourceText, StyledLines

_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?P<words>.*?)(?:\s+#+)?\s*$")
_QUOTATION = re.compile(r"^\s{0,3}>\s?(?P<words>.*)$")
_EMPHASIS = re.compile(
    r"(?<![\w*])(?P<strong>\*\*|__)(?=\S)(?P<loud>[^*_\n]+?)(?<=\S)(?P=strong)(?![\w*])|"
    r"(?<![\w*])(?P<sign>[*_])(?=\S)(?P<words>[^*_\n]+?)(?<=\S)(?P=sign)(?![\w*])"
)


def without_line_signs(source: SourceText) -> SourceText:
    """Return a Markdown source whose lines have no signs of headings and quotations, and that knows which had them."""
    lines = list(source.lines)
    headings: set[int] = set()
    quotations: set[int] = set()
    for place, line in enumerate(lines):
        for pattern, found in ((_HEADING, headings), (_QUOTATION, quotations)):
            match = pattern.match(line)
            if match:
                lines[place] = match["words"]
                found.add(place + 1)
    return replace(source, lines=tuple(lines), styled=StyledLines(frozenset(headings), frozenset(quotations)))


def read_emphasis(text: str, read: Callable[[str], tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Return a text whose emphasised words are marks, without their signs; `read` reads the words between."""
    parts: list[Inline] = []
    position = 0
    for match in _EMPHASIS.finditer(text):
        kind: MarkKind = "strong" if match["strong"] else "emphasis"
        parts.extend(read(text[position : match.start()]))
        parts.append(Mark(kind, (Text(match["loud"] or match["words"]),)))
        position = match.end()
    return (*parts, *read(text[position:]))


def without_emphasis(source: SourceText, line: str) -> str:
    """Return a line of a Markdown source without its signs of emphasis, and any other line as it is."""
    if source.styled is None:
        return line
    return _EMPHASIS.sub(lambda match: match["loud"] or match["words"], line)
