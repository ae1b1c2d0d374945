"""What a block of a body is: letterhead, stamp, heading, dateline, running text, signature, copy list.

It follows from the block's own words and from whether running text has begun: letterhead, place and dateline stand
before it, signature and copy list after.
"""

from __future__ import annotations

import re

from archivegen.records.body import Block, BlockKind
from archivegen.seeds.conventions import Convention
from archivegen.seeds.date_wordings import is_date
from archivegen.seeds.names import is_list_of_names, is_whole_name
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.vocabulary import FORMS, NUMBER_SIGN, find_marking

_OMISSION = re.compile(r"^\s*\[?\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*\]?\s*$")
_SEPARATOR = re.compile(r"^\s*(?:[x#=_*~-]\s*){3,}$")
_STAMP = re.compile(r"^\s*\[[^\]\n:]*\bstamp\b[^\]\n:]*[:\n]", re.IGNORECASE)
_HANDWRITING = re.compile(r"^\s*\[(?:handwritten|handwriting|in hand)\b[^\]\n:]*:", re.IGNORECASE)
COPIES_HEADER = re.compile(
    r"^\s*(?P<total>\w+)\s+cop(?:y|ies)\s+(?:were\s+)?(?:printed|produced|made|typed)\b[^\n]*:?\s*$|^\s*(?:Distribution(?: list)?|Distributed to|Copies(?: to)?)\s*:\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(
    r"^\s*(?:(?:\[To\]|To:|To\s+the\s+(?=[A-Z])|TO\b).*:|(?:My |Very )?[Dd]ear\b.{1,80}[:,])\s*$", re.DOTALL
)
_SIGNATURE = re.compile(
    r"\[(?:signature|signed)\]|\((?:signed|signature|-)\)|/signed/|^\s*/s?/?\s*[A-Z]|^\s*(?:Signed):",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_SLASHES = re.compile(r"/\s*(?:[A-Z]\.\s?){0,3}[A-Z][A-Za-z'’-]+\s*/")
_FORM_WORDS = re.compile(
    rf"^\s*(?:(?:The|A|An)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(FORMS)})\b", re.IGNORECASE
)
_REGISTRATION = re.compile(rf"(?:^|\s){NUMBER_SIGN}\s*\S")
_PLACE_LINE = re.compile(r"^\s*[A-Z][a-zà-ÿ’'-]+(?:[ -][A-Z][a-zà-ÿ’'-]+){0,2}[.,]?\s*$")
ENDS_SENTENCE = re.compile(r"[.!?:;…][)\]”\"’']*\s*$")

# The words that end a letter before the name.
CLOSING_WORDS = re.compile(
    r"^(?:I\s+(?:am|remain|have the honou?r)\b.*|Believe me\b.*|Ever\s+)?(?:Yours?|Sincerely|Respectfully|Faithfully|Truly|"
    r"Affectionately|Cordially|Your\s+(?:most\s+)?(?:humble|obedient)|With\s+(?:best|kind|warm)\s+\w+)\b.{0,60},?$|"
    r"^(?:I\s+(?:am|remain)|Believe me)\b.{0,60},$",
    re.IGNORECASE,
)
# A line shorter than this was broken by its writer; longer ones by whoever typed the text.
WRITERS_LINE = 60
_LONGEST_ADDRESS = 5
_JOURNAL = re.compile(r"\b(?:journal|diary)\b", re.IGNORECASE)
_NO_PLACES = frozenset(
    "Introduction Preface Contents Summary Foreword Copy Translation Original Secret Urgent".split()
)


def kind_of(text: str, before: list[Block], convention: Convention, *, in_head: bool) -> BlockKind:
    """Return what a block is, from its words, the blocks before it, and whether running text has begun."""
    if _OMISSION.match(text):
        return "omission"
    if _SEPARATOR.match(text):
        return "separator"
    if convention.describes_papers and text.rstrip().endswith("]"):
        if _STAMP.match(text):
            return "stamp"
        if _HANDWRITING.match(text):
            return "handwriting"
    if COPIES_HEADER.search(text):
        return "copy_list"
    lines = [line.strip() for line in text.strip().split("\n")]
    return _head_kind(text, lines, before) if in_head else _text_kind(text, lines, before)


def _head_kind(text: str, lines: list[str], before: list[Block]) -> BlockKind:
    is_short = all(len(line) < 100 for line in lines)
    if _is_dateline(lines):
        return "dateline"
    if _ADDRESS.match(text):
        return "address"
    has_begun = any(block.kind not in ("omission", "stamp", "handwriting", "letterhead") for block in before)
    is_marked = any(find_marking(line) or _REGISTRATION.search(line) for line in lines)
    if is_short and not has_begun and any(_is_letterhead_line(line) for line in lines):
        return "letterhead" if is_marked or len(lines) == 1 or not _FORM_WORDS.match(text) else "heading"
    if (
        is_short
        and len(lines) <= 4
        and _FORM_WORDS.match(text)
        and not ENDS_SENTENCE.search(text)
        and not _has_own_heading(before)
    ):
        return "heading"
    stands_in_head = bool(before) and before[-1].kind in ("letterhead", "stamp", "heading", "dateline")
    if len(lines) == 1 and stands_in_head and _PLACE_LINE.match(lines[0]) and lines[0] not in _NO_PLACES:
        return "place"
    if len(lines) == 1 and len(lines[0]) < WRITERS_LINE and not ENDS_SENTENCE.search(text):
        return "lines"
    return _text_kind(text, lines, before)


def _has_own_heading(before: list[Block]) -> bool:
    """Say whether the document has its heading: one that only names a journal may stand above it."""
    headings = [block.text for block in before if block.kind == "heading"]
    return len(headings) > 1 or (bool(headings) and not _JOURNAL.search(headings[0]))


def _is_dateline(lines: list[str]) -> bool:
    """Say whether a block is a date, or the lines of an address with a date as the last."""
    if not is_date_line(lines[-1]) or len(lines) > _LONGEST_ADDRESS:
        return False
    return all(len(line) < WRITERS_LINE and not _is_letterhead_line(line) for line in lines[:-1])


def _text_kind(text: str, lines: list[str], before: list[Block]) -> BlockKind:
    if CLOSING_WORDS.match(lines[0]) and len(lines[0]) < WRITERS_LINE:
        return "signature"
    follows_closing = (
        bool(before) and before[-1].kind == "signature" and CLOSING_WORDS.match(before[-1].text.strip())
    )
    if follows_closing and len(lines) == 1 and is_whole_name(lines[0]):
        return "signature"
    if is_sign_off(lines) or _SIGNATURE.search(text) or (len(lines) <= 4 and _NAME_SLASHES.search(text)):
        return "signature" if max(map(len, lines)) < 120 else "paragraph"
    if len(lines) == 1 and is_date_line(lines[0]):
        return "dateline"
    if len(lines) > 1 and max(map(len, lines)) < WRITERS_LINE:
        return "lines"
    return "paragraph"


def is_sign_off(lines: list[str]) -> bool:
    """Say whether lines are names and a date under them, as a letter or report is signed."""
    if len(lines) < 2 or not is_date(lines[-1]):
        return False
    names = [part for line in lines[:-1] for part in names_of_signatories(line)]
    return is_list_of_names(names)


def names_of_signatories(line: str) -> list[str]:
    """Split a line of signatures into its names."""
    return [
        part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", line.strip()) if part.strip()
    ]


def _is_letterhead_line(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    is_in_capitals = len(letters) >= 8 and all(character.isupper() for character in letters)
    return is_in_capitals or bool(find_marking(line)) or bool(_REGISTRATION.search(line) and len(line) < 40)
