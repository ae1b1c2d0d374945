"""Mottos and maxims above the head of a paper: `Proletarians of all countries, unite!`, a line of scripture, a leader's words.

They are sentences, but the text does not begin with them: below them stand the office, the marks, the number.
"""

from __future__ import annotations

import re

from archivegen.records.values import LineRange
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.copy_rows import header_of_copies
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.heading_case import is_in_headline_case
from archivegen.seeds.heading_lines import FORM_START
from archivegen.seeds.markings import read_marks
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.source_text import SourceText

_LONGEST, _LONGEST_OF_HEAD, _LONGEST_OF_FORM = 180, 120, 80
_MOST_ABOVE, _MOST_BELOW, _FEWEST_SIGNS = 3, 10, 2
_ADDRESSES = re.compile(r"^\s*(?:\[?To\]?\s|Dear\s|My\s+dear\s|Sir\b)", re.IGNORECASE)
_ENDS_STATEMENT = re.compile(r"[.!?…][)\]”\"'’]*\s*$")


def stands_over_head(source: SourceText, number: int, lines: LineRange) -> bool:
    """Say whether a sentence at the top of a document is no part of its text: at most a few lines that are none stand
    above it, and below it, before any other sentence, at least two that only the head of a paper has.
    """
    line = source.line(number).strip()
    if len(line) > _LONGEST:
        return False
    above = [other for other in range(lines.first, number) if source.line(other).strip()]
    if len(above) > _MOST_ABOVE or any(_begins_a_letter(source.line(other)) for other in above):
        return False
    signs = labels = seen = 0
    for other in range(number + 1, lines.last + 1):
        below = source.line(other).strip()
        if not below:
            continue
        seen += 1
        if seen > _MOST_BELOW or len(below) > _LONGEST_OF_HEAD:
            break
        if header_of_copies(below):
            continue
        is_label = read_label(below) is not None
        is_sign = is_label or _is_sign_of_head(below)
        if not is_sign and len(below) > len("Workers, unite!") and _ENDS_STATEMENT.search(below):
            break
        signs += is_sign
        labels += is_label
        # Below "The meeting was held on 3 May" stand those present, and no head.
        if signs >= _FEWEST_SIGNS and signs > labels:
            return True
    return False


def _begins_a_letter(line: str) -> bool:
    """Say whether a line dates or addresses what stands below it, which then is a text, however short."""
    return is_date_line(line) or _ADDRESSES.match(line) is not None or read_label(line) is not None


def _is_sign_of_head(line: str) -> bool:
    """Say whether a line is a mark, a number, a date, or a heading."""
    return (
        read_marks(line).is_marked
        or is_date_line(line)
        or (is_in_capitals(line) and " " in line)
        or (
            FORM_START.match(line) is not None
            and not _ENDS_STATEMENT.search(line)
            and len(line) < _LONGEST_OF_FORM
        )
        or is_in_headline_case(line)
    )
