"""Lines at the head of a text that name a day to come: no old paper knows of it, so that whoever wrote it closes the document.

“Not to be put online before 2040”, “Sperrfrist endet 2040”, “2040년까지 비공개”: something about access, and a day that bounds it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.agents import folded
from archivegen.seeds.closing_answers import FIRST_YEAR_TO_COME
from archivegen.seeds.closing_vocabulary import (
    BEFORE,
    COMMANDS,
    FROM,
    MAY,
    NO,
    ON_THE_WEB,
    SECRECY,
    UNTIL,
    has_in_han,
    is_in_han,
    meaning_of,
    meanings_within,
)
from archivegen.seeds.closing_words import Wish, wish_to_embargo

_MOST_WORDS = 10
_LONGEST_IN_HAN = 40
# Words between “until” and the year: those of a day. Words between “Embargo” and the year: it ends.
_MOST_IN_A_DAY, _MOST_BEFORE_YEAR = 3, 3
_TOKEN = re.compile(r"[^\W\d_]+(?:['’](?=\w))?|\d+|[№#/]")
_YEAR = re.compile(r"2[01]\d\d")
_YEAR_IN_HAN = re.compile(r"(?<!\d)(2[01]\d\d)\s*[年년]")
# What stands before a number that is no year, and behind one that is an hour.
_OF_A_NUMBER = frozenset("no nr num number № # / n f d l op copy page p".split())
_OF_AN_HOUR = frozenset("hours hrs hour h uhr heures horas ore часов z gmt".split())
_OF_A_YEAR = frozenset("года году год г r roku rok evi".split())
_ABOUT = frozenset({"access", "embargo", "closed", "open", "opened"})


def wish_of_dated_line(line: str) -> Wish | None:
    """Return what a line asks for that says who may see something until or from a day to come; None for any other."""
    composed = unicodedata.normalize("NFC", line)
    if not _YEAR.search(composed):
        return None
    asks = _asks_in_han(composed) if is_in_han(composed) else _asks(_TOKEN.findall(composed.casefold()))
    return wish_to_embargo(composed) if asks else None


def _asks_in_han(line: str) -> bool:
    year = _YEAR_IN_HAN.search(line)
    return (
        len(line) <= _LONGEST_IN_HAN
        and year is not None
        and int(year[1]) >= FIRST_YEAR_TO_COME
        and bool(meanings_within(line) & _ABOUT)
        and has_in_han(line, UNTIL | BEFORE | FROM)
    )


def _asks(tokens: list[str]) -> bool:
    words = [token for token in tokens if token[0].isalpha()]
    if not 0 < len(words) <= _MOST_WORDS or not (_is_about_access(words)):
        return False
    return any(_bounds_it(tokens, place) for place in _years_to_come(tokens))


def _is_about_access(words: list[str]) -> bool:
    together = ["_".join(pair) for pair in pairwise(words)]
    return any(
        meaning_of(word) in _ABOUT or folded(word) in ON_THE_WEB | COMMANDS for word in (*words, *together)
    )


def _years_to_come(tokens: list[str]) -> Iterator[int]:
    """Yield the places of years to come; a number that is somebody's or something's is none."""
    for place, token in enumerate(tokens):
        if _YEAR.fullmatch(token) and int(token) >= FIRST_YEAR_TO_COME:
            before, behind = tokens[place - 1 : place], tokens[place + 1 : place + 2]
            if _OF_A_NUMBER.isdisjoint(before) and _OF_AN_HOUR.isdisjoint(behind):
                yield place


def _bounds_it(tokens: list[str], place: int) -> bool:
    """Say whether a day to come bounds what is said: until it, from it; or what closes stands right before it."""
    in_front = [folded(token) for token in tokens[max(0, place - _MOST_IN_A_DAY - 1) : place]]
    if not (UNTIL | BEFORE).isdisjoint(in_front):
        return True
    following = [token for token in tokens[place + 1 :] if token not in _OF_A_YEAR]
    if following and not _goes_on(following[0]):
        return False
    near = tokens[max(0, place - _MOST_BEFORE_YEAR - 1) : place]
    return not FROM.isdisjoint(in_front) or any(
        meaning_of(token) in _ABOUT and not folded(token).startswith(SECRECY) for token in near
    )


def _goes_on(token: str) -> bool:
    """Say whether a word behind a year goes on about access: “from 2040 open”, and not “in 2040 copies”."""
    return not token[0].isalpha() or meaning_of(token) in _ABOUT or folded(token) in MAY | NO | COMMANDS
