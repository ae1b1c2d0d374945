"""Front matter: what the archivist supplies at the top of the document itself."""

from __future__ import annotations

import re
from dataclasses import replace

from archivegen.problems import Problem, Refusal
from archivegen.records.values import LineRange
from archivegen.seeds.decode import SourceText


def without_front_matter(source: SourceText) -> tuple[LineRange | None, SourceText]:
    """Return the lines of front matter between two lines of `---`, and the source with those lines blank.

    Raises:
        Refusal: front matter begins and does not end.

    """
    if not source.lines or source.lines[0].rstrip() != "---":
        return None, source
    end = next((i for i, line in enumerate(source.lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        if len(source.lines) > 1 and re.match(r"^[\w-]+:", source.lines[1]):
            raise Refusal(_not_closed(source.path))
        return None, source
    return LineRange(1, end + 1), replace(source, lines=("",) * (end + 1) + source.lines[end + 1 :])


def _not_closed(path: str) -> Problem:
    return Problem(
        path=path,
        line=1,
        code="front-matter-not-closed",
        message="the front matter that begins here has no end",
        fix="put a line of three hyphens after its last line",
    )
