"""A bare transcript: the document itself from the first line, and perhaps a cataloguer's summary after its foot.

The summary has no label: it is what stands below the document's foot and speaks of it in another voice.
"""

from __future__ import annotations

import re
from itertools import accumulate

from archivegen.records.values import LineRange
from archivegen.seeds.closing_summary import closing_summary
from archivegen.seeds.copy_rows import header_of_copies
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Sheet
from archivegen.seeds.markings import NUMBER_SIGN, NUMBER_SIGNS, read_marks
from archivegen.seeds.signs import has_any
from archivegen.seeds.source_text import SourceText

NAME = "transcript"

_SIGNED = ("[signature]", "[signed]", "(signed)", "(-)")
_ROW_OF_FOOT = re.compile(r"\s*(?:/[^/\n]{3,40}/\s*$|\d+\s*(?:[-–]|x\s)\s*\S)", re.IGNORECASE | re.MULTILINE)
_MOST_LINES_OF_FOOT = 40
_HEAD_NUMBER = re.compile(rf"(?:^|\s){NUMBER_SIGN}\s*\d")


def score(source: SourceText) -> float:
    """Return how sure it is that the file is a bare transcript: from the marks of a letterhead and of a foot."""
    head = [line.strip() for line in source.lines[:25] if line.strip()][:14]
    foot = source.lines[-_MOST_LINES_OF_FOOT:]
    evidence = [
        any(read_marks(line).secrecy for line in head),
        any(has_any(NUMBER_SIGNS, line) and _HEAD_NUMBER.search(line) for line in head),
        any(read_date(line) for line in head if len(line) < 40),
        _is_signed(foot),
        header_of_copies("\n".join(foot)) is not None,
    ]
    return sum(evidence) / 5


def _is_signed(foot: tuple[str, ...]) -> bool:
    """Say whether some lines have the words of a signature, a name between strokes, or a row of a list of copies."""
    text = "\n".join(foot)
    starts = accumulate((len(line) + 1 for line in foot), initial=0)
    return has_any(_SIGNED, text.casefold()) or any(_ROW_OF_FOOT.match(text, start) for start in starts)


def read(source: SourceText) -> Sheet:
    """Take the closing summary off, if there is one; all the rest is the body."""
    filled = [number for number, line in enumerate(source.lines, 1) if line.strip()]
    if not filled:
        return Sheet((), (), None)
    closing = closing_summary(source, filled, has_details=False)
    if closing is None:
        return Sheet((), (), LineRange(1, filled[-1]))
    last = max(number for number in filled if number < closing.lines.first)
    return Sheet((closing.found(source, "closing_summary"),), (closing.zone,), LineRange(1, last))
