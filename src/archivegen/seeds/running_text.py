"""Where running text begins and ends between the head of a document and its foot.

What stands before it is letterhead, heading, address; what stands after it signature and list of copies. It is told
from its lines alone, because blank lines between them are kept in one copy of a document and lost in another.
"""

from __future__ import annotations

import re
from itertools import chain

from archivegen.records.values import LineRange
from archivegen.seeds.block_kinds import CLOSING_WORDS, WRITTEN_ON_IT
from archivegen.seeds.dispatch_words import read_dispatch_line
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.heading_case import is_in_headline_case
from archivegen.seeds.line_breadth import WRITERS_LINE, breadth
from archivegen.seeds.mottos import stands_over_head
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.rows_of_persons import is_listed
from archivegen.seeds.source_text import CONTINUED, SourceText
from archivegen.seeds.vocabulary import FORMS, PAPERS, alternatives

_LONG = 90
_FEWEST_WORDS = 3
# How long a line is at least that a typist broke.
_BROKEN_LINE = 40
# The sign of a note may stand behind the stop, and in transcripts from East Asia the page that ends there.
_NOTE_BEHIND = (
    r"[)\]”\"’'»」』]*(?:\d{1,2}|\[(?:_ftn(?:ref)?)?\d{1,3}\]|\s*[＜〈<]\d{1,4}(?:[-–~]\d{1,4})?[＞〉>])?\s*$"
)
_ENDS_SENTENCE = re.compile(rf"[.!?:;…。！？]{_NOTE_BEHIND}")
_ENDS_STATEMENT = re.compile(rf"[.!?…。！？]{_NOTE_BEHIND}")
_SMALL_WORD = re.compile(r"(?<![^\W_])[^\W\d_A-ZÀ-ÖØ-ÞΆ-ΫЀ-Я][^\W\d_]*")
_OPENS_PARAGRAPH = re.compile(r"^\s*(?:[^\W\d_a-zß-ÿ]|\(?\d{1,3}[.)]\s)")
_BULLET = re.compile(r"^\s*[-–—•*]\s")
# Space as wide as this divides what stands side by side: a letterhead and a marking, a list in columns.
_COLUMNS = re.compile(r"\S(?:\s{6,}|\t\s*)\S")
# A line wholly in them is a remark: of the writer, of the editors, or by hand.
_WRAPPINGS = (("(", ")"), ("[", "]"))
_ADDRESSES = re.compile(
    # "To instruct the Ministry" is no address.
    r"^\s*(?:\[?To\]?\b(?!\s(?!(?:the|all|our|my|his|her|your|every|each|file|files|be|whom|comrades?|members?)\b)[a-z])|TO\b|À\b|An\b|cc\b|Copies\b|Copy\b|Typed\b|Distribution\b)"
)
# What short lines of running text say of a meeting.
_STATES = re.compile(
    r"\b(?:interpreted|attended|present|lasted|ended|closed|began|opened|adjourned|translated)\b"
)
_GOES_ON = re.compile(r"^(?:of|on|about|with|between|for|from|concerning|regarding)\s")
_FORM_FIRST = re.compile(
    rf"^(?:The\s+|A\s+)?(?:[\w’'-]+\s+){{0,2}}?(?:{alternatives((*FORMS, *PAPERS))})\s+(?:of|on|from|to|by|about|between|regarding|concerning|with)\b",
    re.IGNORECASE,
)
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# "Chargé d'affaires a.i.", "Telegram from Westhaven, 9 p.m."
_INITIALS_AT_END = re.compile(r"(?:^|[\s.])[A-ZÀ-ŽА-Я]\.\s*$|\sa\.\s?i\.\s*$|\d\s?[ap]\.\s?m\.\s*$")
# Postscripts and notes stand below the signature, and are no part of what it signs.
_AFTER_THE_END = re.compile(
    r"^\s*(?:P\.?\s?-?\s?S\.|N\.?\s?B\.|NOTE\b|Notes?:|Enclosures?\b|Enclosed\s*:|Encl\.|\[?_ftn|\[\d{1,3}\]|\d{1,3}\s(?!\.))"
)
_ROW_OF_COPIES = re.compile(r"^\s*\d+\s*[-–—x]\s*\S")


def find_running_text(source: SourceText, lines: LineRange) -> LineRange | None:
    """Return the lines from the first line of running text to the last, or None where there is none."""
    if source.styles is not None:
        lines = _above_notes(source, lines)
    numbers = range(lines.first, lines.last + 1)
    first = next(
        (
            number
            for number in numbers
            if is_prose(source.line(number))
            and not _heads(source, number, lines.first)
            and not stands_over_head(source, number, lines)
            and not is_listed(source, number, lines.first)
        ),
        None,
    )
    if first is None:
        return _broken_text(source, lines)
    backwards = (number for number in reversed(numbers) if is_prose(source.line(number)))
    end = next(backwards, first)
    last = next((number for number in chain((end,), backwards) if not _is_after_the_end(source, number)), end)
    last = _last_of_broken_text(source, last, lines.last)
    broken = _broken_text(source, LineRange(lines.first, first - 1)) if first > lines.first else None
    return LineRange(_paragraph_start(source, broken.first if broken else first, lines.first), last)


def _is_after_the_end(source: SourceText, number: int) -> bool:
    """Say whether a line stands below the end of the paper: in a postscript, a note, or what was written on it later."""
    if _AFTER_THE_END.match(source.line(number)):
        return True
    while number > 1 and source.line(number - 1).strip():
        number -= 1
    return WRITTEN_ON_IT.match(source.line(number)) is not None


def _above_notes(source: SourceText, lines: LineRange) -> LineRange:
    """Return lines without the notes that the format of the file keeps below the text."""
    last = lines.last
    for number in range(lines.last, lines.first, -1):
        style = source.style(number)
        if style and style.kind == "note":
            last = number - 1
        elif source.line(number).strip() and style != CONTINUED:
            break
    return LineRange(lines.first, last)


def _heads(source: SourceText, number: int, limit: int) -> bool:
    """Say whether a long line is a heading: by the format of the file, as the rest of one above it, or as one that names
    the kind of document.
    """
    style = source.style(number)
    if style and style.kind == "heading":
        return True
    line = source.line(number).strip()
    if is_in_headline_case(line):
        return True
    if len(line) >= 2 * _LONG:
        return False
    before = next(
        (
            source.line(above).strip()
            for above in range(number - 1, limit - 1, -1)
            if source.line(above).strip()
        ),
        "",
    )
    if before.endswith(",") and _ADDRESSES.match(before) and max(len(before), len(line)) < WRITERS_LINE:
        return True
    if _GOES_ON.match(line) and before and len(before) < WRITERS_LINE:
        return True
    return not _ENDS_STATEMENT.search(line) and bool(_FORM_FIRST.match(line))


# The word that telegrams have for their stops.
_STOP_OF_TELEGRAMS = " STOP "


def is_prose(line: str) -> bool:
    """Say whether a line is running text: a whole sentence, or more words in a row than any head or foot has."""
    text = line.strip()
    if _STOP_OF_TELEGRAMS in text and len(text) >= WRITERS_LINE:
        return True
    if len(text) >= 2 * _LONG:
        return read_label(text) is None or _has_no_spaces(text)
    if len(text) < 20 or (text[0], text[-1]) in _WRAPPINGS or _COLUMNS.search(text):
        return False
    if _has_no_spaces(text):
        return bool(_ENDS_STATEMENT.search(text)) or breadth(text) > _LONG
    if _ROW_OF_COPIES.match(text) and len(text) < WRITERS_LINE:
        return False
    if (_ADDRESSES.match(text) or _BULLET.match(text)) and not _is_statement(text):
        return False
    if read_label(text) is not None:
        return False
    small = len(_SMALL_WORD.findall(text))
    if len(text) >= _LONG:
        return small >= 2 * _FEWEST_WORDS or bool(_ENDS_SENTENCE.search(text))
    ends = _ENDS_SENTENCE.search(text) if len(text) >= WRITERS_LINE else _ENDS_STATEMENT.search(text)
    is_short_statement = bool(_STATES.search(text)) and text.count(" ") >= _FEWEST_WORDS
    if not ends or (small < _FEWEST_WORDS and not is_short_statement) or _INITIALS_AT_END.search(text):
        return False
    return not is_date_line(text) and read_dispatch_line(text) is None


def _has_no_spaces(text: str) -> bool:
    return not text.isascii() and bool(_NO_SPACES.search(text))


def _is_statement(text: str) -> bool:
    return len(text) >= _LONG and bool(_ENDS_STATEMENT.search(text)) and len(_SMALL_WORD.findall(text)) >= 12


def _broken_text(source: SourceText, lines: LineRange) -> LineRange | None:
    """Return the first paragraph that a typist broke into lines: three or more long ones in a row."""
    row: list[int] = []
    for number in range(lines.first, lines.last + 2):
        line = source.line(number).strip() if number <= lines.last else ""
        is_broken = (
            len(line) >= _BROKEN_LINE
            and read_label(line) is None
            and len(_SMALL_WORD.findall(line)) >= _FEWEST_WORDS
        )
        if is_broken and not is_listed(source, number, lines.first):
            row.append(number)
            continue
        if len(row) >= 3:
            return LineRange(row[0], number - 1 if line else row[-1])
        row = []
    return None


def _last_of_broken_text(source: SourceText, last: int, end: int) -> int:
    """Return the last line of a text that a typist broke into lines: paragraphs of full lines go on with it, as far as a closing."""
    number = last + 1
    while number <= end:
        start = next((n for n in range(number, end + 1) if source.line(n).strip()), end + 1)
        stop = next((n for n in range(start, end + 1) if not source.line(n).strip()), end + 1)
        rows = [source.line(n).strip() for n in range(start, stop)]
        is_text = (
            len(rows) > 1
            and len(rows[0]) >= _BROKEN_LINE
            and len(_SMALL_WORD.findall(rows[0])) >= _FEWEST_WORDS
            and _ENDS_SENTENCE.search(rows[-1]) is not None
            and not any(CLOSING_WORDS.match(row) or read_label(row) for row in rows)
            and not _is_after_the_end(source, start)
        )
        if not is_text:
            break
        last, number = stop - 1, stop
    return last


def _paragraph_start(source: SourceText, first: int, limit: int) -> int:
    """Return the first line of the paragraph that a line of running text stands in."""
    while first > limit:
        before = source.line(first - 1).strip()
        is_part = len(before) >= WRITERS_LINE and len(_SMALL_WORD.findall(before)) >= _FEWEST_WORDS
        if (
            not is_part
            or _ADDRESSES.match(before)
            or read_label(before)
            or _OPENS_PARAGRAPH.match(source.line(first))
        ):
            break
        first -= 1
    return first
