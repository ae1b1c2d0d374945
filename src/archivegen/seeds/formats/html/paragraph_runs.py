"""The words of a paragraph, divided where its breaks divide paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.seeds.formats.runs import RAISED, Run

# Where a line is longer than this, breaks stand for the ends of paragraphs: no letterhead and no verse has such a line.
_LONGEST_OF_WRITER = 120
# What parts a label from the words of a note; signs need nothing.
_BEHIND_LABEL = r"(?:[.:)\]]+(?=\s|$)|(?=\s|$)|(?<=[*†‡§¶#]))\s*"
# What is left of a label that was a link back to the text.
_LEFT_OF_LABEL = re.compile(r"\s*(?:\[\s*\]|\(\s*\)|\^|[.:)])(?:\s+|$)")


def paragraphs_in(runs: list[Run], *, is_by_line: bool) -> Iterator[list[Run]]:
    """Yield the paragraphs of some words: an empty line parts them, as does every break where a line is as long as only
    paragraphs are, or `is_by_line`.
    """
    group: list[list[Run]] = []
    is_first = True
    for line in [*_lines(_without_brackets(runs)), []]:
        if _is_filled(line):
            group.append(line)
        elif group:
            is_long = any(len("".join(run.text for run in each)) > _LONGEST_OF_WRITER for each in group)
            is_typed = any(run.is_typed for each in group for run in each)
            if is_by_line and not is_first:
                yield []
            is_first = False
            if is_by_line or (is_long and not is_typed):
                yield from group
            else:
                yield [
                    run
                    for place, each in enumerate(group)
                    for run in ((Run("\n"),) if place else ()) + tuple(each)
                ]
            group = []


def without_label(runs: list[Run], label: str) -> list[Run]:
    """Return the words of a note without the label that they begin with, which the note has apart from them."""
    plain = label.partition(" ")[0]
    own = f"(?:{re.escape(plain)}|{re.escape(plain.translate(RAISED))})"
    words = "".join(run.text for run in runs)
    match = re.match(rf"\s*{own}{_BEHIND_LABEL}", words) or _LEFT_OF_LABEL.match(words)
    match = match or re.match(rf"\s*[\[(]\s*{own}\s*[\])][.:]?\s*", words)
    length = match.end() if match else 0
    kept: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text))
        length -= cut
        kept.append(run._replace(text=run.text[cut:]))
    return kept


def _lines(runs: list[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(run._replace(text=first, note="" if others else run.note))
        for other in others:
            yield line
            line = [run._replace(text=other)]
    yield line


def _without_brackets(runs: list[Run]) -> list[Run]:
    """Return words without the brackets that stand around a reference to a note, and not within its link."""
    found = list(runs)
    for place, run in enumerate(found):
        if not run.note or not 0 < place < len(found) - 1:
            continue
        before, after = found[place - 1], found[place + 1]
        for opening, closing in ("[]", "()"):
            if before.text.endswith(opening) and after.text.startswith(closing):
                found[place - 1] = before._replace(text=before.text[:-1])
                found[place + 1] = after._replace(text=after.text[1:])
    return found


def _is_filled(line: list[Run]) -> bool:
    return any(run.text.strip() or run.note for run in line)
