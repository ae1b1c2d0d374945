"""Personal names and offices in running text: where a name begins and ends, and which office stands with it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archivegen.seeds.alphabet import LOWER, UPPER
from archivegen.seeds.cities import is_city_or_territory, is_known_place
from archivegen.seeds.initials import INITIAL, INITIALS
from archivegen.seeds.ordinary_case import CAPITALS, body_in_ordinary_case, name_in_ordinary_case
from archivegen.seeds.particles import JOINED, PARTICLE, PARTICLES
from archivegen.seeds.vocabulary import (
    ABBREVIATIONS,
    BEGINNINGS_OF_TWO,
    FOREIGN_OFFICES,
    FORMS_OF_ADDRESS,
    NOT_IN_NAMES,
    OFFICES,
    SMALL_WORDS,
    alternatives,
)
from archivegen.seeds.word_lists import words_of

# One word of a name: Renqiong, Geum-cheol, O’Neill, Liang-ch’i.
WORD = (
    rf"(?:Mc|Mac)?[{UPPER}](?:[{LOWER}]|['’][{LOWER}{UPPER}])[{LOWER}'’]*(?:-[{UPPER}{LOWER}][{LOWER}'’]*)*"
)
# A whole name: initials and a surname, or two to four words.
WHOLE_NAME = rf"(?:{INITIALS}[ ]?{PARTICLE}{WORD}|(?:{WORD}|[OU])(?:[ ][{UPPER}]\.(?:[ ]?[{UPPER}]\.)?)?(?:[ ]{PARTICLE}(?:{WORD}|U|I|O)){{1,3}})"

# Family names that are pronouns in English: He Yunlong, You Wen.
_PRONOUN_SURNAMES = frozenset(("He", "She", "You", "We"))
_TITLES_TOO = frozenset(("Lord", "Major", "Baron", "Duke", "Earl", "Bishop", "Judge"))
_WHOLE = re.compile(rf"^(?:{WHOLE_NAME}|{INITIALS}[ ]?{WORD}[ ]{PARTICLE}{WORD})$")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
# "Don Rafael Ortega", but Don Young is called so.
_FORM_OF_ADDRESS = re.compile(
    rf"^(?:(?:{alternatives(FORMS_OF_ADDRESS)}|cdes?\.|coms?\.|The\s+Hon\.|[Dd]e\s[Hh]eer|[ĐđD][ồo]ng\s+[Cc]h[íi]|(?:Don|Doña|Dom|Dona|Doctor|Sister|Brother|Bwana)(?=\s+[^\W\d_a-z][\w.’'-]*\s+(?:de\s+)?[^\W\d_a-z]))\s+)+"
)
_MIXED = re.compile(rf"^{WORD}$")
_JOINED_BEFORE = re.compile(rf"^{JOINED}(?=[{UPPER}])")


class NamedOffice(NamedTuple):
    """A name and the office written with it; either may be missing. `start` is where the name begins."""

    name: str | None
    office: str | None
    name_as_written: str | None = None
    start: int = 0


_BETWEEN_WORDS = re.compile(r"[\s-]+")
_OFFICES = FOREIGN_OFFICES.union(OFFICES)
_SMALL_OFFICES = frozenset(word.casefold() for word in (*_OFFICES, "agent", "chargé"))


@lru_cache(maxsize=4096)
def is_whole_name(text: str) -> bool:
    """Say whether a text is a personal name of two to four words, or initials and a surname, and nothing else."""
    may_be_name = text[:1].isupper() and (" " in text or "." in text)
    if not may_be_name or not _WHOLE.match(text) or is_known_place(text):
        return False
    words = text.split()
    if ("'" in text or "’" in text) and any(_POSSESSIVE.search(word) for word in words[:-1]):
        return False
    parts = {part for word in words for part in (word, *word.split("-"))}
    if len(words) == 2 and words[0] in _PRONOUN_SURNAMES:
        parts.discard(words[0])
    if words[-1] in _TITLES_TOO and words[0].casefold() in words_of("given_names"):
        parts.discard(words[-1])
    return parts.isdisjoint(NOT_IN_NAMES)


def without_form_of_address(text: str) -> str:
    """Return a name without `Comrade`, `Mr.` and the like before it; offices stay."""
    return _FORM_OF_ADDRESS.sub("", text)


# "le Préfet du Rhône", "Gobernador de la Provincia": where the office is, and no name.
_OF_A_PLACE = re.compile(r"^(?:du|des|del|de\s+(?:la|los|las|l['’]\S+))(?:\s+\S+)+$")


@lru_cache(maxsize=1024)
def split_office_and_name(phrase: str) -> NamedOffice:
    """Split `PRC Ambassador in the DPRK Qiao Xiaoguang` into its office and its name.

    The name is the run of name words at the end, the office what stands before it; a phrase without any word for
    an office has none.
    """
    words = phrase.split()
    first = len(words)
    while first and _may_belong_to_name(words, first - 1):
        first -= 1
    if 0 < first < len(words) and words[first - 1] in SMALL_WORDS:
        # An office "of" or "in" something has at least a word to name it.
        first += _words_of_place(words[first:], words[first - 1])
    if first and words[first - 1].casefold() in ("the", "a", "an"):
        first = len(words)  # "the Harbour Engineer" is an office; persons have no article
    if first and words[first - 1] in FOREIGN_OFFICES and _OF_A_PLACE.match(" ".join(words[first:])):
        first = len(words)
    name = _without_possessive(" ".join(words[first:]).rstrip(",.;:"))
    office = " ".join(words[:first]).strip(" ,").removeprefix("the ")
    if office.isupper():
        office = body_in_ordinary_case(office, "")
    has_office = any(word.strip(",.") in _OFFICES for word in office.split()) or is_occupation(office)
    return NamedOffice(
        name=name_in_ordinary_case(name) if name else None,
        office=singular_office(office) if has_office else None,
        name_as_written=name or None,
        start=phrase.rfind(name) if name else 0,
    )


def _words_of_place(words: list[str], before: str) -> int:
    """Return how many of the words behind the preposition of an office name its place: `in Port Alver J. K. Lindt`."""
    if len(words) == 1:
        return int(before in ("in", "at"))
    initials = next((place for place, word in enumerate(words) if INITIAL.match(word)), 0)
    sizes = range(min(3, len(words)), 0, -1)
    known = next((size for size in sizes if is_city_or_territory(" ".join(words[:size]))), 0)
    return known or initials or (2 if words[0] in BEGINNINGS_OF_TWO else 1)


@lru_cache(maxsize=1024)
def has_word_of_office(words: str) -> bool:
    """Say whether one of some words is of an office: `Deputy Head (Europe)`, `Trade-Attaché`, `посол`."""
    parts = [word.strip(",.()") for word in _BETWEEN_WORDS.split(words)]
    return any(part.casefold() in _SMALL_OFFICES for part in parts)


def is_occupation(words: str) -> bool:
    """Say whether words are an office in small letters: `desk officer`, `chief engineer`."""
    parts = words.split()
    return 0 < len(parts) < 5 and parts[-1] in words_of("occupations") and words.islower()


def _may_belong_to_name(words: list[str], position: int) -> bool:
    word = words[position].rstrip(",;:")
    if word.endswith(".") and len(word) > 3 and not INITIAL.match(word):
        word = word[:-1]
    if word in PARTICLES:
        before = words[position - 1 - (position > 1 and words[position - 1] in PARTICLES)]  # "J. de la Cour"
        return 0 < position < len(words) - 1 and before[0].isupper()
    if word in ("U", "O"):
        return position + 2 <= len(words) and words[position + 1][0].isupper()
    if word in _PRONOUN_SURNAMES and 0 < position == len(words) - 2:
        return True
    if word in NOT_IN_NAMES:
        return False
    if INITIAL.match(word):
        return True
    if CAPITALS.match(word):
        before = words[position - 1] if position else ""
        is_surname = bool(_MIXED.match(before)) and before not in NOT_IN_NAMES and len(word) > 2
        return bool(INITIAL.match(before)) or (is_surname and word not in ABBREVIATIONS)
    return bool(_MIXED.match(_without_possessive(_JOINED_BEFORE.sub("", word) if position else word)))


def _without_possessive(name: str) -> str:
    return _POSSESSIVE.sub("", name) if name[-1:] in ("s", "'", "’") else name


def singular_office(office: str) -> str:
    """Return an office with its head noun in the singular: `Attaches` is `Attaché`."""
    head, small, rest = office.partition(" of ")
    return f"{' '.join(OFFICES.get(word, word) for word in head.split())}{small}{rest}"
