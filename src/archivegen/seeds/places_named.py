"""Which of the names in running text are places below the level of countries, by the words that stand around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from archivegen.records.languages import territory_names
from archivegen.records.values import Certainty
from archivegen.seeds.capital_runs import RIVER_COLOURS
from archivegen.seeds.capitals import Name
from archivegen.seeds.cities import known_city
from archivegen.seeds.persons_named import word_behind
from archivegen.seeds.place_words import (
    ALONG,
    AT_SOMEBODY,
    BEFORE_CITIES,
    BEGINNINGS,
    FOREIGN_PREPOSITIONS,
    GIVES,
    MOVES,
    NOUNS,
    NOUNS_OF,
    OF,
    OF_SIDES,
    PAPERS_SUBJECTS,
    PARTS_OF_NAMES,
    RECEIVED,
    RECEIVES,
    STRONG_PREPOSITIONS,
    TO_GO,
    TO_REACH,
    WEAK_PREPOSITIONS,
)
from archivegen.seeds.speakers import Speakers, without_speaker
from archivegen.seeds.word_kinds import is_given_name, kind_of_word
from archivegen.seeds.word_lists import words_of

_NOUN_BEHIND = re.compile(
    r"^ (?:river|port|harbou?r|provinces?|districts?|county|counties|region|oblast|railway station)\b"
)
# A name that is not the last word of what it belongs to is no place: `in Testov's view`, `in Annex 3`.
_GOES_ON = re.compile(r"^(?:['’]s?\b| \d|-)")
_ENDS_NO_NAME = frozenset(("other", "office", "address", "capitals", "place"))
# The Arabic article, and what is left of it in the languages that took such names over.
_ARTICLE_INSIDE = re.compile(r"^ (?:(?:es|ez|esh|el|al) |[ea](?:[sztdrnl]|sh)-)[A-Z][\w’'-]+")
# Besides the prepositions of a language: what may lead to a place, if the words before it let it.
_PREPOSITIONS = STRONG_PREPOSITIONS | OF
_MAY_LEAD = _PREPOSITIONS | BEFORE_CITIES | {"as", "the"}
_LINK = re.compile(r"(?:, and|, or|,| and| or) ")
_ENDS_ITEM = re.compile(
    r"^(?:[.,;:)!?]|$| (?:and|or|in|on|at|by|for|to|from|with|where|which|during|last|this|until|since|after|before|as|were|was|are|is|have|has|had|only|the|a|an|we|they|he|she|it|there|than|because|if|when|so|not|both|all|under|over|without|through)\b)"
)


class Place(NamedTuple):
    """A place named in the text: its name, where, what says so, and how sure it is."""

    name: Name
    text: str
    start: int
    rule: str
    certainty: Certainty


def places_among(
    names: Iterable[Name],
    in_document: Iterable[Name],
    personal: frozenset[str],
    small_words: Container[str],
    language: str | None,
) -> Iterator[Place]:
    """Yield the names that are places'.

    `in_document` are all names of the document, persons' among them, `personal` the words of persons' names, and
    `small_words` those that it writes in small letters.
    """
    prepositions = WEAK_PREPOSITIONS | FOREIGN_PREPOSITIONS.get(language or "", frozenset())
    speakers: Speakers | None = None
    last: Name | None = None
    for name in map(without_speaker, names):
        certainty = _certainty(name, prepositions)
        if not certainty and last and last.passage is name.passage and _continues(last, name):
            certainty = "probable"
        if certainty is None or not _may_be_place(name, personal, small_words):
            continue
        if name.word_before not in STRONG_PREPOSITIONS:
            speakers = speakers or Speakers(in_document)
            # A capital may say something, and so may a person.
            if any(map(speakers.have, name.words)):
                continue
        last = name
        place = _place(name, certainty)
        if place.text not in _wide():
            yield place


def _may_be_place(name: Name, personal: frozenset[str], small_words: Container[str]) -> bool:
    words = name.words
    if len(words) > 3 or len(name.text) < 3 or not words[-1][-1:].isalpha():
        return False
    if "." in name.text and any(word.endswith(".") for word in words):
        return False
    if _GOES_ON.match(name.following) or name.text in _wide() or words[-1].casefold() in small_words:
        return False
    is_quoted = name.sign_before != "" and name.sign_before in "“\"'‘«„"
    return not (is_quoted or personal.issuperset(words) or (len(words) > 1 and is_given_name(words[0])))


@cache
def _wide() -> frozenset[str]:
    return territory_names() | words_of("countries", ",")


def _certainty(name: Name, prepositions: frozenset[str]) -> Certainty | None:
    """Return how sure it is that a name is a place's, or None where nothing says so."""
    before = name.word_before
    if name.after == "place" and not _is_body(name):
        # Whether `River` is part of a name, and `Province` never, is custom and not certain.
        return "probable" if word_behind(name) in ("River", "Lake") else "certain"
    if name.after in _ENDS_NO_NAME or name.before in ("address", "office"):
        return None
    if before in NOUNS:
        return "certain"
    is_direct = name.before not in ("compass", "other")
    is_city = is_direct and before in BEFORE_CITIES and known_city(name.text)
    if is_city or ((before == "the" or before in STRONG_PREPOSITIONS) and _NOUN_BEHIND.match(name.following)):
        return "probable"
    if is_direct and before not in prepositions and before not in _MAY_LEAD:
        return None
    earlier = name.preceding.casefold().split()
    if name.before == "compass" or (name.before == "other" and before.capitalize() in BEGINNINGS):
        before = earlier[-2] if len(earlier) > 1 else ""
        earlier = earlier[:-1]
    elif name.before == "other" and before not in prepositions and before not in _PREPOSITIONS:
        return None
    near = earlier[-7:-1]
    if not is_direct and before in BEFORE_CITIES and known_city(name.text):
        return "probable"
    if before in OF:
        noun = near[-1] if near else ""
        if noun.capitalize() in PARTS_OF_NAMES and noun.capitalize() in name.preceding.split()[-2:]:
            return None
        return "certain" if noun in NOUNS else "probable" if noun in NOUNS_OF else None
    return "probable" if _leads_to_place(before, near, prepositions, len(name.words)) else None


def _leads_to_place(before: str, near: list[str], prepositions: frozenset[str], length: int) -> bool:
    """Say whether a word leads to a place, by the words before it, where it may stand before persons or things too.

    `length` is the number of words of the name behind.
    """
    if before in STRONG_PREPOSITIONS:
        if before == "in" and near[-1:] == ["reported"] and not PAPERS_SUBJECTS.isdisjoint(near):
            return False  # "as was reported in Izvestia"
        return length > 1 or AT_SOMEBODY.get(before, frozenset()).isdisjoint(near[-3:])
    if before in ("as", "the"):
        return near[-1:] == ["far"] if before == "as" else length == 1 and not ALONG.isdisjoint(near[-1:])
    if before not in prepositions:
        return False
    if before in TO_REACH:
        return length == 1
    if before == "between":
        return OF_SIDES.isdisjoint(near)
    if before in ("for", "pour"):
        return not TO_GO.isdisjoint(near)
    if before == "from":
        # In "a letter from" the noun stands near, in "heard of the flood from" the verb far.
        return RECEIVED.isdisjoint(near[-1:]) and _is_last(MOVES, near, RECEIVES)
    return before != "to" or _is_last(MOVES, near, GIVES)


def _is_last(words: frozenset[str], near: list[str], others: frozenset[str]) -> bool:
    """Say whether none of the other words stands nearer than some words do, if any of them stands near at all."""
    last = next((word for word in reversed(near) if word in others or word in words), "")
    return last not in others


def _is_body(name: Name) -> bool:
    """Say whether the word for a place begins the name of a body: `the Ruse District Committee`."""
    rest = re.match(r"^ ([\w-]+) ([^\W\d_]\S*)", name.following)
    return bool(rest and rest[2][0].isupper() and kind_of_word(rest[2].rstrip(".,;:")) in ("other", "office"))


def _continues(last: Name, name: Name) -> bool:
    """Say whether a name is the next in a list of places: `in Gdynia, Szczecin and Poznań`."""
    between = name.passage.text[last.end : name.start]
    if name.before == "compass":
        between = between.rpartition(" ")[0].rpartition(" ")[0] + " "
    ends = _ENDS_ITEM.match(name.following) or (last.word_before == "between" and between == " and ")
    return bool(_LINK.fullmatch(between)) and name.after is None and bool(ends)


def _place(name: Name, certainty: Certainty) -> Place:
    """Return a place by its name. A compass point and `City` are part of it, the Red River is no Red, `Province` and the
    like are no part.
    """
    rule = "place_word" if certainty == "certain" or name.after == "place" else "place_of_movement"
    text, start = name.text, name.start
    word = "".join(name.passage.text[max(0, start - 12) : start].split()[-1:])
    is_named_so = word in ("Lake", "River", "Mount", "Cape", "Lough", "Loch")
    if name.before == "compass" or is_named_so or (name.before == "other" and word in BEGINNINGS):
        text = f"{word} {text}"
        start -= len(word) + 1
    if rest := _ARTICLE_INSIDE.match(name.following):
        text += rest.group()
    behind = word_behind(name) if name.after == "place" else ""
    if behind == "City" or name.text in RIVER_COLOURS:
        text += f" {behind}"
    return Place(name, text, start, rule, certainty)
