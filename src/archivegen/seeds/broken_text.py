"""Text that a typist broke into lines, which no single line shows to be text; and what stands below the end of a paper."""

from __future__ import annotations

import re

from archivegen.records.values import LineRange
from archivegen.seeds.block_kinds import CLOSING_WORDS, ENDS_SENTENCE, WRITTEN_ON_IT
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.rows_of_persons import is_listed
from archivegen.seeds.source_text import SourceText

# A word in small letters.
SMALL_WORD = re.compile(r"(?<![^\W_])[^\W\d_A-ZÀ-ÖØ-ÞΆ-ΫЀ-Я][^\W\d_]*")
FEWEST_WORDS = 3
_BROKEN_LINE, _FEWEST_ROWS = 40, 3
_AFTER_THE_END = re.compile(
    r"^\s*(?:P\.?\s?-?\s?S\.|N\.?\s?B\.|NOTE\b|Notes?:|Enclosures?\b|Enclosed\s*:|Encl\.|\[?_ftn|\[\d{1,3}\]|\d{1,3}\s(?!\.))"
)


def is_after_the_end(source: SourceText, number: int) -> bool:
    """Say whether a line stands below the end of the paper: in a postscript, a note, or what was written on it later."""
    if _AFTER_THE_END.match(source.line(number)):
        return True
    while number > 1 and source.line(number - 1).strip():
        number -= 1
    return WRITTEN_ON_IT.match(source.line(number)) is not None


def broken_text(source: SourceText, lines: LineRange) -> LineRange | None:
    """Return the first paragraph that a typist broke into lines: three or more long ones in a row."""
    row: list[int] = []
    for number in range(lines.first, lines.last + 2):
        line = source.line(number).strip() if number <= lines.last else ""
        is_broken = (
            len(line) >= _BROKEN_LINE
            and read_label(line) is None
            and len(SMALL_WORD.findall(line)) >= FEWEST_WORDS
        )
        if is_broken and not is_listed(source, number, lines.first):
            row.append(number)
            continue
        if len(row) >= _FEWEST_ROWS:
            return LineRange(row[0], number - 1 if line else row[-1])
        row = []
    return None


def last_of_broken_text(source: SourceText, last: int, end: int) -> int:
    """Return the last line of a text that a typist broke into lines: paragraphs of full lines go on with it, as far as a closing."""
    number = last + 1
    while number <= end:
        start = next((n for n in range(number, end + 1) if source.line(n).strip()), end + 1)
        stop = next((n for n in range(start, end + 1) if not source.line(n).strip()), end + 1)
        rows = [source.line(n).strip() for n in range(start, stop)]
        is_text = (
            len(rows) > 1
            and len(rows[0]) >= _BROKEN_LINE
            and len(SMALL_WORD.findall(rows[0])) >= FEWEST_WORDS
            and ENDS_SENTENCE.search(rows[-1]) is not None
            and not any(CLOSING_WORDS.match(row) or read_label(row) for row in rows)
            and not is_after_the_end(source, start)
        )
        if not is_text:
            break
        last, number = stop - 1, stop
    return last
