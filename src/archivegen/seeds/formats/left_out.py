"""What a document of an office program has and its page does not show: counted and named, so that nothing goes in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archivegen.problems import Level, Problem

_LONGEST_QUOTED = 80
_SHOWN = 3
# Of each thing: its code, what one is called, what several are called, and what to do.
_THINGS = {
    "comments": ("comments-left-out", "a comment is", "comments are", "write into the text what readers should see"),
    "pictures": (
        "pictures-left-out", "a picture is", "pictures are", "publish its scan beside it if what they show matters"
    ),
    "chunks": (
        "insertions-left-out", "an inserted file is", "inserted files are",
        "open it in Word and save it again: Word makes them part of the text",
    ),
}  # fmt: skip


def left_out(path: str, counts: Mapping[str, int], heads: list[str]) -> Iterator[Problem]:
    """Yield a notice for each kind of thing that a document has and its page does not; `heads` are the words that stand
    above or below every page of the paper. What may have words of the author is a warning.
    """
    for thing, (code, one, several, fix) in _THINGS.items():
        if count := counts.get(thing, 0):
            what = one if count == 1 else f"{count} {several}"
            level: Level = "warning" if thing == "chunks" else "notice"
            yield Problem(path=path, level=level, code=code, message=f"{what} not published", fix=fix)
    words = list(dict.fromkeys(" ".join(head.split()) for head in heads if any(map(str.isalpha, head))))
    if words:
        quoted = ", ".join(f"“{each[:_LONGEST_QUOTED]}”" for each in words[:_SHOWN])
        yield Problem(
            path=path,
            level="notice",
            code="page-heads-left-out",
            message=f"what stands above or below every page is not published: {quoted}",
            fix="if it is a letterhead, move it into the text",
        )
