"""The headings that editors of a correspondence set above each letter: `Anna Lind an Karl Weiss, 3. 9. 1899`, `To Karl Weiss from
Anna Lind, 3 September 1899`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from archivegen.seeds.initials import INITIAL_LETTER
from archivegen.seeds.names import is_whole_name, without_form_of_address
from archivegen.seeds.placed_dates import read_placed_date
from archivegen.seeds.word_kinds import is_given_name

RULE = "letter_heading"

_NUMBER = re.compile(r"^(?:No\.\s|Nr\.\s|N°\s|#)?\[?\d{1,4}[a-z]?[.)\]:]?\s+(?=[^\W\d_a-z])")
_TO = r"(?:to|an|à|ad?|al|aan|till?)"
_NAMES = r"[^\W\d_a-z][^\d,;:()\[\]!?]{2,80}?"
# Behind the names a comma, a bracket or wide space, and then the day, with the place before it.
_DATE = r"(?:[.,]\s+|\s+(?=[\[(])|\s{2,})(?P<date>[^;:]{0,60}\d{4}[^;:\d]{0,8})"
_FROM_TO = re.compile(rf"^(?:From\s+)?(?P<one>{_NAMES})\s+(?P<to>{_TO})\s+(?P<other>{_NAMES}){_DATE}$")
_TO_FROM = re.compile(rf"^To\s+(?P<other>{_NAMES})\s+from\s+(?P<one>{_NAMES}){_DATE}$")
_AND = re.compile(r"\s+(?:and|und|et|y|e|og|och|en|&)\s+")
_AND_OTHERS = re.compile(r"\s+(?:u\.\s?a\.?|et\s+al\.?|and\s+others|und\s+andere|et\s+autres)$")
_INITIAL = re.compile(rf"^{INITIAL_LETTER}")
_BRACKETS = str.maketrans("", "", "[]()")
_LONGEST = 200


class LetterHeading(NamedTuple):
    """Who wrote to whom by a heading, the names in full; its date in EDTF, if it can be read, and as it is written; its words
    without the number of the edition; and whether given names that are known, or initials, show that all are persons.
    """

    writers: tuple[str, ...]
    addressees: tuple[str, ...]
    date: str | None
    date_wording: str
    title: str
    is_sure: bool


def read_letter_heading(line: str) -> LetterHeading | None:
    """Return what the heading of a letter says, or None where a line is none."""
    words = _NUMBER.sub("", line.strip()).rstrip(" .")
    match = _TO_FROM.match(words) or _FROM_TO.match(words) if len(words) <= _LONGEST else None
    writers, addressees = (_persons(match["one"]), _persons(match["other"])) if match else ((), ())
    if not (match and writers and addressees):
        return None
    wording = match["date"].strip()
    return LetterHeading(
        writers,
        addressees,
        _date(wording, is_in_english=match.groupdict().get("to", "to") == "to"),
        wording,
        " ".join(words.split()),
        all(_is_surely_named(name) for name in (*writers, *addressees)),
    )


def _date(wording: str, *, is_in_english: bool) -> str | None:
    """Return the date of a heading, which has brackets around what the editors supply: outside English the day comes first."""
    words = wording if wording[:1] in "[(" else wording.translate(_BRACKETS)
    return read_placed_date(words, None, order=None if is_in_english else "day_first")[1]


def _persons(words: str) -> tuple[str, ...]:
    """Return the persons whom words name, all by a whole name, or none; of those who share a surname the last alone may have it."""
    parts = [without_form_of_address(part) for part in _AND.split(_AND_OTHERS.sub("", words.strip()))]
    given, space, surname = parts[-1].partition(" ")
    if space and is_given_name(given):
        parts = [f"{part} {surname}" if is_given_name(part) else part for part in parts]
    return tuple(parts) if all(map(is_whole_name, parts)) else ()


def _is_surely_named(name: str) -> bool:
    return _INITIAL.match(name) is not None or is_given_name(name.partition(" ")[0])
