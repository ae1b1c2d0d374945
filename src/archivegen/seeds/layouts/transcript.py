"""A bare transcript: the document itself from the first line, and perhaps a cataloguer's summary after its foot.

The summary has no label. It is the last paragraph, stands after a signature, a copy list or a sign-off, and speaks
of the document in the third person and the present tense.
"""

from __future__ import annotations

import re

from archivegen.records.record import Zone
from archivegen.records.values import LineRange, Value
from archivegen.seeds.copy_rows import COPIES_HEADER
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Found, Sheet
from archivegen.seeds.summary import PROSE_LINE, is_summary
from archivegen.seeds.vocabulary import NUMBER_SIGN, find_marking

NAME = "transcript"

_FOOT_MARK = re.compile(
    r"\[(?:signature|signed)\]|\((?:signed|-)\)|^\s*/[^/\n]{3,40}/\s*$|^\s*\d+\s*(?:[-–]|x\s)\s*\S",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_NUMBER = re.compile(rf"(?:^|\s){NUMBER_SIGN}\s*\d")


def score(source: SourceText) -> float:
    """Return how sure it is that the file is a bare transcript: from the marks of a letterhead and of a foot."""
    head = [line.strip() for line in source.lines[:25] if line.strip()][:14]
    evidence = [
        any(find_marking(line) for line in head),
        any(_HEAD_NUMBER.search(line) for line in head),
        any(read_date(line) for line in head if len(line) < 40),
        bool(_FOOT_MARK.search("\n".join(source.lines[-40:]))),
        bool(COPIES_HEADER.search("\n".join(source.lines[-40:]))),
    ]
    return sum(evidence) / 5


def read(source: SourceText) -> Sheet:
    """Take the closing summary off, if there is one; all the rest is the body."""
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    if not filled:
        return Sheet((), (), None)
    summary = closing_summary(source, filled)
    last = summary.first - 1 if summary else len(source.lines)
    body = LineRange(1, max(number for number in filled if number <= last))
    if summary is None:
        return Sheet((), (), body)
    words = " ".join(" ".join(source.lines[summary.first - 1 : summary.last]).split())
    value = Value(value=words, rule="closing_summary", status="derived", by="cataloguer", lines=(summary,))
    return Sheet((Found("summary", value),), (Zone(summary, "field", "summary"),), body)


def closing_summary(source: SourceText, filled: list[int]) -> LineRange | None:
    """Return the lines of the closing summary, or None where nothing decides that there is one.

    `filled` are the numbers of the lines that are not blank.
    """
    first = last = filled[-1]
    while first - 1 in filled and len(source.line(first - 1)) >= PROSE_LINE:
        first -= 1
    before = [number for number in filled if number < first]
    words = " ".join(source.lines[first - 1 : last])
    if not any(len(source.line(number)) >= PROSE_LINE for number in before):
        return None
    foot = [source.line(number) for number in before[-20:]]
    stands_after_foot = len(foot[-1].strip()) < PROSE_LINE and (
        bool(_FOOT_MARK.search("\n".join(foot))) or read_date(foot[-1]) is not None
    )
    return LineRange(first, last) if stands_after_foot and is_summary(words) else None
