"""Where running text begins and ends between the head of a document and its foot.

What stands before it is letterhead, heading, address; what stands after it signature and list of copies. It is told
from its lines alone, because blank lines between them are kept in one copy of a document and lost in another.
"""

from __future__ import annotations

import re
from itertools import chain

from archivegen.records.values import LineRange
from archivegen.seeds.broken_text import (
    FEWEST_WORDS,
    SMALL_WORD,
    broken_text,
    is_after_the_end,
    last_of_broken_text,
)
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
# The sign of a note may stand behind the stop, and in transcripts from East Asia the page that ends there.
_NOTE_BEHIND = (
    r"[)\]”\"’'»」』]*(?:\d{1,2}|\[(?:_ftn(?:ref)?)?\d{1,3}\]|\s*[＜〈<]\d{1,4}(?:[-–~]\d{1,4})?[＞〉>])?\s*$"
)
_ENDS_SENTENCE = re.compile(rf"[.!?:;…。！？]{_NOTE_BEHIND}")
_ENDS_STATEMENT = re.compile(rf"[.!?…。！？]{_NOTE_BEHIND}")
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
        return broken_text(source, lines)
    backwards = (number for number in reversed(numbers) if is_prose(source.line(number)))
    end = next(backwards, first)
    last = next((number for number in chain((end,), backwards) if not is_after_the_end(source, number)), end)
    last = last_of_broken_text(source, last, lines.last)
    broken = broken_text(source, LineRange(lines.first, first - 1)) if first > lines.first else None
    return LineRange(_paragraph_start(source, broken.first if broken else first, lines.first), last)


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


# What a telegram office writes of its way, in a sentence without a stop.
_ROUTES = ("Dispatched", "Despatched", "Came into", "Deciphered", "Decoded")
_ROUTE = re.compile(r"^\w+\s(?:into\s)?(?:from|on|in|at|the|by)\s(?=.{0,60}\d)[^.;]{10,150}$")
# The word that telegrams have for their stops.
_STOP_OF_TELEGRAMS = " STOP "


def is_prose(line: str) -> bool:
    """Say whether a line is running text: a whole sentence, or more words in a row than any head or foot has."""
    text = line.strip()
    if text.startswith(_ROUTES) and _ROUTE.match(text):
        return False
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
    small = len(SMALL_WORD.findall(text))
    if len(text) >= _LONG:
        return small >= 2 * FEWEST_WORDS or bool(_ENDS_SENTENCE.search(text))
    ends = _ENDS_SENTENCE.search(text) if len(text) >= WRITERS_LINE else _ENDS_STATEMENT.search(text)
    is_short_statement = bool(_STATES.search(text)) and text.count(" ") >= FEWEST_WORDS
    if not ends or (small < FEWEST_WORDS and not is_short_statement) or _INITIALS_AT_END.search(text):
        return False
    return not is_date_line(text) and read_dispatch_line(text) is None


def _has_no_spaces(text: str) -> bool:
    return not text.isascii() and bool(_NO_SPACES.search(text))


def _is_statement(text: str) -> bool:
    return len(text) >= _LONG and bool(_ENDS_STATEMENT.search(text)) and len(SMALL_WORD.findall(text)) >= 12


def _paragraph_start(source: SourceText, first: int, limit: int) -> int:
    """Return the first line of the paragraph that a line of running text stands in."""
    while first > limit:
        before = source.line(first - 1).strip()
        is_part = len(before) >= WRITERS_LINE and len(SMALL_WORD.findall(before)) >= FEWEST_WORDS
        if (
            not is_part
            or _ADDRESSES.match(before)
            or read_label(before)
            or _OPENS_PARAGRAPH.match(source.line(first))
        ):
            break
        first -= 1
    return first
