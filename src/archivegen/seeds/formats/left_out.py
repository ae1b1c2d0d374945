"""What a document of an office program has and its page does not show: counted and named, so that nothing goes in silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archivegen.problems import Level, Problem

_LONGEST_QUOTED = 80
_SHOWN = 3
_OF_THE_AUTHOR = ("chunks", "notes", "astray")
# Of each thing: its code, what one is called, what several are called, and what to do. What was hidden or deleted is not
# quoted: notices are published with the data of their document.
_THINGS = {
    "comments": ("comments-left-out", "a comment is", "comments are", "write into the text what readers should see"),
    "pictures": (
        "pictures-left-out", "a picture is", "pictures are", "publish its scan beside it if what they show matters"
    ),
    "deleted": (
        "deletions-left-out", "a passage that was deleted with its changes tracked is",
        "passages that were deleted with their changes tracked are",
        "look through the changes in the program that made the file; what is rejected there is published",
    ),
    "hidden": (
        "hidden-left-out", "a passage of hidden text is", "passages of hidden text are",
        "show it in the program that made the file if readers should see it",
    ),
    "notes": (
        "notes-left-out", "a note to which nothing in the text refers is", "notes to which nothing in the text refers are",
        "refer to it in the text, or write it into the text",
    ),
    "astray": (
        "words-left-out", "a piece of text that stands where the format has none is",
        "pieces of text that stand where the format has none are",
        "open the file in the program that made it, look whether its text is whole, and save it again",
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
            level: Level = "warning" if thing in _OF_THE_AUTHOR else "notice"
            yield Problem(path=path, level=level, code=code, message=f"{what} not published", fix=fix)
    words = list(dict.fromkeys(" ".join(head.split()) for head in heads if any(map(str.isalpha, head))))
    if words:
        quoted = ", ".join(f"“{each[:_LONGEST_QUOTED]}”" for each in words[:_SHOWN])
        quoted += f" and {len(words) - _SHOWN} more" if len(words) > _SHOWN else ""
        yield Problem(
            path=path,
            level="notice",
            code="page-heads-left-out",
            message=f"what stands above or below every page is not published: {quoted}",
            fix="if it is a letterhead, move it into the text",
        )
