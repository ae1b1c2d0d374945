"""What is said behind the name of an entry that may close a document: yes, no, for some only, until a day, closed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from archivegen.records.agents import folded
from archivegen.seeds.closing_vocabulary import (
    FORBIDDEN,
    GRANTED,
    HIDE,
    NO,
    ONLY,
    UNTIL,
    YES,
    denies,
    has_in_han,
    meaning_of,
)
from archivegen.seeds.supplied_values import day_of

CLOSING = frozenset({"embargo", "closed"})
OPEN = frozenset({"open", "opened"})
# What a longer value is about that begins with it; papers are called secret letters and drafts of minutes.
_BEGINNINGS = frozenset(
    "restrict restricted restriction restrictions closed confidential private sensitive hide hidden conceal concealed withhold "
    "withheld unpublished unlisted nobody sealed locked classified embargoed".split()
)
_MOST_WORDS = 7
# “Not to be made public”: so many words stand at most between the two.
_MOST_BETWEEN = 3
# The years to come when this was written.
FIRST_YEAR_TO_COME = 2027
_UNTIL_A_YEAR = re.compile(r"(?:[^\W\d_]+\s+)?\d{4}")
_NO_AT_ALL = frozenset({"0", "-", "–", "—", "n", "n/a", "n.a.", "✗", "✘", "❌", "☐"})
_WORD = re.compile(r"don['’]t\b|[^\W\d_]+")
YEAR = re.compile(r"(?<!\d)(?:19|2[01])\d\d(?!\d)")


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def not_to_be_shown(words: list[str]) -> bool:
    """Say whether words are that something is not to be published: a “not”, and soon after it a word for being open."""
    for place, word in enumerate(words):
        if not denies(word):
            continue
        for following in words[place + 1 : place + 2 + _MOST_BETWEEN]:
            meaning = meaning_of(following)
            if meaning in OPEN:
                return True
            if closes(following):
                break
    return False


@lru_cache(maxsize=4096)
def closes(word: str) -> bool:
    """Say whether a word in small letters closes what it is said of."""
    return meaning_of(word) in CLOSING or folded(word) in HIDE


def is_closing_term(text: str) -> bool:
    """Say whether a value is but a word for being closed: restricted, draft."""
    return closes(unicodedata.normalize("NFC", text).strip().casefold())


def begins_with_closing_term(text: str) -> bool:
    """Say whether a short value begins with such a word and says more of it: closed until 2040, hidden from visitors."""
    words = words_of(text)[: _MOST_WORDS + 1]
    if len(words) not in range(2, _MOST_WORDS + 1):
        return False
    says_until = any(folded(word) in UNTIL for word in words[1:])
    return words[0] in _BEGINNINGS or (says_until and closes(words[0]))


def is_no(text: str) -> bool:
    """Say whether a value is but a “no”."""
    words = words_of(text)
    return text.strip().casefold() in _NO_AT_ALL or (bool(words) and all_in(words, NO))


def begins_with_no(text: str) -> bool:
    """Say whether a text denies something: no, living persons; but “No. 14” is a number."""
    words = words_of(text)
    is_number = any(character.isdigit() for character in text)
    is_no = bool(words) and (folded(words[0]) in NO | FORBIDDEN or has_in_han(words[0][:2], NO | FORBIDDEN))
    return is_no and not is_number


def is_for_few(text: str) -> bool:
    """Say whether a text says that something is for some: staff only."""
    is_said = any(folded(word) in ONLY for word in words_of(text)) or has_in_han(text, ONLY)
    return is_said and "://" not in text


def is_given(text: str) -> bool:
    """Say whether a text says that a permission is given: it begins with a word for that, or names where it stands."""
    words = words_of(text)
    is_said = bool(words) and (folded(words[0]) in GRANTED | YES or meaning_of(words[0]) in OPEN)
    return "://" in text or (is_said and not is_for_few(text) and not not_to_be_shown(words))


def day_in(text: str) -> str | None:
    """Return the day that a text is, or that stands behind a word such as “until” in it."""
    words = text.split()
    places = [place for place, word in enumerate(words, 1) if folded(word) in UNTIL]
    return day_of(" ".join(words[max(places, default=0) :]))


def is_day_to_come(text: str) -> bool:
    """Say whether a text is but a day or a year that was to come when this was written, or until then: nothing else about a
    paper of the past is. Later on it says too much of the years between, which is better than too little.
    """
    years = [int(year) for year in YEAR.findall(text)]
    is_day = bool(day_in(text.strip())) or bool(_UNTIL_A_YEAR.fullmatch(text.strip()))
    return bool(years) and min(years) >= FIRST_YEAR_TO_COME and is_day


def all_in(words: Iterable[str], known: frozenset[str]) -> bool:
    """Say whether all of some words are known."""
    return all(folded(word) in known for word in words)
