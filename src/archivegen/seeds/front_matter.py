"""Front matter: what the archivist supplies at the top of the document itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from archivegen.problems import Problem, Refusal
from archivegen.records.values import LineRange
from archivegen.seeds.closing_words import Wish, wish_of_line
from archivegen.seeds.source_text import SourceText

# White space, and the mark of the byte order, which some editors leave before their text.
_BLANK = " \t\u00a0\ufeff"
# “access: restricted”, also as a list, a comment, in bold type, or as other programs write it.
_ENTRY = re.compile(r"^\W*(?P<key>[^\W\d_][\w /-]{0,40}?)\W{0,3}(?:[:：=]|\t)(?P<text>.*)$")
_MOST_ENTRIES = 40
_MOST_ABOVE = 3


def without_front_matter(source: SourceText) -> tuple[LineRange | None, SourceText]:
    """Return the lines of front matter between two lines of `---`, and the source with those lines blank.

    Blank lines may stand above it: what is meant to close a document must not become its text.

    Raises:
        Refusal: front matter begins and does not end.

    """
    lines = [line.strip(_BLANK) for line in source.lines]
    start = next((i for i, line in enumerate(lines) if line), len(lines))
    if start == len(lines) or lines[start] != "---":
        return None, source
    end = next((i for i, line in enumerate(lines[start + 1 :], start + 1) if line in ("---", "...")), None)
    if end is None:
        if re.match(r"^[\w-]+:", "".join(lines[start + 1 : start + 2])):
            raise Refusal(_not_closed(source.path, start + 1))
        return None, source
    below = ("",) * (end + 1) + source.lines[end + 1 :]
    return LineRange(start + 1, end + 1), source.with_lines(below)


def unmarked_entries(source: SourceText, sidecar: str, settled: Collection[str]) -> Iterator[Problem]:
    """Yield an error for each line at the head of a text that may be meant to close the document or to redact words: below
    front matter, or without the lines around it, such an entry is text and would be published. `sidecar` is the file that
    it belongs in; what is `settled` there, or in front matter, is what is meant.

    The head is a run of entries, with blank lines and rules among them; a few lines, such as a title and a name, may stand
    above it.
    """
    entries = others = 0
    for number, line in enumerate(source.lines, 1):
        if not re.search(r"\w", line):
            continue
        match = _ENTRY.match(line)
        if match is None:
            others += 1
            if entries or others > _MOST_ABOVE:
                return
            continue
        entries += 1
        wish = wish_of_line(match["key"].strip(), match["text"].strip(" \t*_`\"'"))
        if wish and wish.field not in settled:
            yield _unmarked(source.path, number, wish, sidecar)
        if entries == _MOST_ENTRIES:
            return


def _unmarked(path: str, line: int, wish: Wish, sidecar: str) -> Problem:
    unless = "; if the document is open, write “access: open” there" if wish.field == "access" else ""
    return Problem(
        path=path,
        line=line,
        field=wish.field,
        code="unmarked-entry",
        message=f"this line may be meant to {wish.meant}, and would be published as text",
        fix=f"write “{wish.instead}” into {sidecar}, or between two lines of “---” above the text{unless}",
    )


def _not_closed(path: str, line: int) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="front-matter-not-closed",
        message="the front matter that begins here has no end",
        fix="put a line of three hyphens after its last line",
    )
