"""Front matter: what the archivist supplies at the top of the document itself."""

from __future__ import annotations

import re

from archivegen.problems import Problem, Refusal
from archivegen.records.values import LineRange
from archivegen.seeds.source_text import SourceText

# White space, and the mark of the byte order, which some editors leave before their text.
_BLANK = " \t\u00a0\ufeff"


def without_front_matter(source: SourceText) -> tuple[LineRange | None, SourceText]:
    """Return the lines of front matter between two lines of `---`, and the source with those lines blank.

    Blank lines may stand above it: what is meant to close a document must not become its text.

    Raises:
        Refusal: front matter begins and does not end.

    """
    start = next((i for i, line in enumerate(source.lines) if line.strip(_BLANK)), None)
    if start is None or source.lines[start].strip(_BLANK) != "---":
        return None, source
    lines = [line.strip(_BLANK) for line in source.lines]
    end = next((i for i, line in enumerate(lines[start + 1 :], start + 1) if line in ("---", "...")), None)
    if end is None:
        if re.match(r"^[\w-]+:", "".join(lines[start + 1 : start + 2])):
            raise Refusal(_not_closed(source.path, start + 1))
        return None, source
    below = ("",) * (end + 1) + source.lines[end + 1 :]
    return LineRange(start + 1, end + 1), source.with_lines(below)


def _not_closed(path: str, line: int) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="front-matter-not-closed",
        message="the front matter that begins here has no end",
        fix="put a line of three hyphens after its last line",
    )
