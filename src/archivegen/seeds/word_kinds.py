"""What a word with a capital is to the name beside it: a title, a place word, part of a body's name, or of a name."""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from typing import Literal

from archivegen.records.agents import folded
from archivegen.records.date_words import MONTHS
from archivegen.seeds.vocabulary import (
    ABBREVIATIONS,
    COMPASS,
    FOREIGN_OFFICES,
    FORMS_OF_ADDRESS,
    NOT_IN_NAMES,
    OFFICES,
    PLACE_WORDS,
    RANKS,
    TITLES,
)
from archivegen.seeds.word_lists import words_of

# What a word with a capital is to the name beside it. `other` divides names, `capitals` is a short form or a surname
# in capitals.
Kind = Literal["address", "office", "place", "compass", "initials", "capitals", "other", "name"]

_LONG_MONTHS = ("January", "February", "September", "October", "November", "December")
# Few words look so much like one of them that their letters need be compared.
_MAY_BE_MONTH = re.compile(r"[JF]\w{4,8}y|[SOND]\w{4,8}re?")
_LIKE = 0.86
_POSSESSIVE = re.compile(r"['’]s?$")
# Short words that begin sentences in one language are syllables of names in another: Kim Il Sung, Kim Jong Un.
SYLLABLES = frozenset(word for word in words_of("sentence_words") if 1 < len(word) < 4) - frozenset(
    "And At For From In Of On The To".split()
)
# Surnames that are words of institutions too.
COMMON_SURNAMES = frozenset(
    """Bear Bird Black Board Booth Branch Bridge Bush Church Cross Day Deal Field Fields Fish Forest Garden Gates Gold Good Grand Grant
    Green Hall Hill Hope House King Lake Land Law Little Lodge Long Marsh May Means Mills Moon Moor Newell Noble Page Park Parks Pine Place
    Poole Pool Poor Power Price Quarry Rice Rivers Roads Rush Short Silver Small Snow Stone Store Street Summers Temple Tower Town Wall Ward Waters Weeks Wells West
    White Winter Wood Woods Young North South East""".split()
)
_PREFIXES = frozenset(
    "Anti Non Pro Pre Post Sub Semi Vice Inter Trans Counter Co Mid Sino All Multi Self".split()
)

_KINDS: dict[str, Kind] = {}
for _words, _kind in (
    (words_of("institutions"), "other"),
    (words_of("sentence_words"), "other"),
    (words_of("peoples"), "other"),
    ({f"{word}s" for word in words_of("peoples")}, "other"),
    ({entry for entry in words_of("countries", ",") if " " not in entry}, "other"),
    (NOT_IN_NAMES, "other"),
    (MONTHS, "other"),
    (ABBREVIATIONS, "capitals"),
    ({word.title() for word in words_of("occupations")}, "office"),
    ({word.capitalize() for word in words_of("occupations")}, "office"),
    ({f"{word.capitalize()}s" for word in words_of("occupations")}, "office"),
    (OFFICES, "office"),
    (FOREIGN_OFFICES, "office"),
    ({word for title in TITLES for word in title.split()}, "office"),
    (RANKS, "office"),
    (PLACE_WORDS, "place"),
    (COMPASS, "compass"),
    (FORMS_OF_ADDRESS, "address"),
):
    _KINDS.update(dict.fromkeys(_words, _kind))  # type: ignore[arg-type]


# Capitals inside a word, as no name has them: what a machine has misread, or the name of a product.
_ODD = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^De)(?<!^Fitz)(?<![-'’])(?<=[a-zà-ÿ])[A-Z]|^[A-Z]{2,}[a-z]")


def without_possessive(word: str) -> str:
    """Return a word without the sign of the possessive at its end."""
    return word if word.isalpha() else _POSSESSIVE.sub("", word)


@lru_cache(maxsize=8192)
def kind_of_word(word: str) -> Kind:
    """Return what a word with a capital is to the names beside it."""
    is_plain = word.isalpha()
    known = _KINDS.get(word) or (None if is_plain else _KINDS.get(without_possessive(word)))
    if known:
        return known
    if is_plain and word[1:].islower():
        return "other" if _is_misspelt_month(word) else "name"
    if word.endswith("."):
        return "initials"
    if len(word) > 1 and word.isupper():
        return "capitals"
    if not word[1:].islower() and _ODD.search(word):
        return "other"
    if _is_misspelt_month(word):
        return "other"
    first, hyphen, rest = word.partition("-")
    if hyphen:
        is_compound = rest[0].isupper() or first in _PREFIXES
        parts = (_KINDS.get(first), _KINDS.get(rest.rpartition("-")[2])) if is_compound else ()
        return next((kind for kind in parts if kind in ("other", "office")), "name")
    return "name"


def _is_misspelt_month(word: str) -> bool:
    """Say whether a word is like the name of a month: `Febuary`."""
    may_be = _MAY_BE_MONTH.fullmatch(word)
    return may_be is not None and bool(difflib.get_close_matches(word, _LONG_MONTHS, 1, _LIKE))


@lru_cache(maxsize=8192)
def is_given_name(word: str) -> bool:
    """Say whether a word is a given name of the list, or a double one that begins with such."""
    plain = folded(word)
    names = words_of("given_names")
    return plain in names or plain.partition("-")[0] in names
