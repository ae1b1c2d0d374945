"""The persons whom a phrase of a title lists: `Premier Jan Novak and Minister Ada Brik`, `the Consul in Callao, Comrade Aas`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from archivegen.records.agents import is_east_asian_name
from archivegen.seeds.cities import is_city_or_territory
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import (
    NamedOffice,
    has_word_of_office,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.office_holders import holder_in_brackets
from archivegen.seeds.sent_by_title import named_by_surname
from archivegen.seeds.vocabulary import SMALL_WORDS
from archivegen.seeds.word_kinds import kind_of_word
from archivegen.seeds.word_lists import words_of

_DIVIDED = re.compile(r",\s+(?!(?:Jr|Sr)\b)(?:and\s+)?|\s+and\s+")
# Titles in capitals have large prepositions too: `the Attaché In the USSR Jan Novak`.
_LARGE = re.compile(r"\s(?:In|Of|To|At|For)\s(?=the\s|[^\W\d_a-z])")
# Cities from which papers come, and surnames and given names too.
_CITIES_TOO = frozenset(
    "Washington Hague Sofia Salisbury Santiago Rio Sydney Wellington Milan Frunze".split()
)
# "Ernesto “Che” Marín"
_CALLED = re.compile(r"\s[“\"‘'](?=[^\W\d_a-z])[\w-]+[”\"’']")
_IN_CITY = re.compile(r"\s+in\s+(?P<city>[^\W\d_a-z][\w-]+(?:\s[^\W\d_a-z][\w-]+)?)$")
_GENERATION = re.compile(r",?\s+(?:Jr|Sr)\.?$")
# Whoever bears a cover name: `Filippov (Gorin)`.
_OTHER_NAME = re.compile(r"(?<=[a-z])\s\([^\W\d_a-z][a-z]+\)$")
# "President Jan Novak of Sylvania"
_STATE = re.compile(r"\b(?:Republic|Kingdom|Federation|Union)\b")
_OF_COUNTRY = re.compile(r"^(?P<person>.+?)\s+of\s+(?:the\s+)?(?P<country>[^\W\d_a-z][^,]*)$")
_LED_BY = re.compile(r"^(?:led|headed)\s+by\s+", re.IGNORECASE)
_BEYOND = re.compile(r"^(?:in|at|with)\s", re.IGNORECASE)
_SIDE = re.compile(r"\b(?:delegation|side|group)\b", re.IGNORECASE)
_MEMBER = re.compile(r"^(?:the\s+)?(?:Member|Head|Leader)s?\s", re.IGNORECASE)
# The least that makes a word a person's name: that it is whole, an office or a form of address before a surname, or a word that
# may be a surname.
Least = Literal["whole_name", "titled_surname", "surname"]


def persons_listed(phrase: str, least: Least = "whole_name") -> list[NamedOffice]:
    """Return the persons of a phrase, each with the office beside the name, or none where part of the phrase is neither a person
    nor an office.
    """
    words = _LARGE.sub(lambda found: found.group().lower(), phrase.strip())
    if holder := holder_in_brackets(words):
        return [holder]
    persons: list[NamedOffice] = []
    office: str | None = None
    for part in _parts_of(words, least):
        person = _person(part, least if office is None else "titled_surname")
        if person:
            persons.append(NamedOffice(person.name, person.office or office))
            office = None
        elif _BEYOND.match(part) or is_city_or_territory(part) or (_is_body(part) and not _is_office(part)):
            if persons:
                break
        elif not _is_office(part) or office is not None:
            return []
        elif persons and persons[-1].office is None:
            persons[-1] = NamedOffice(persons[-1].name, part.removeprefix("the "))
        else:
            office = part.removeprefix("the ")
    return persons if office is None else []


def _parts_of(words: str, least: Least) -> Iterator[str]:
    """Yield the parts of a phrase between its commas, and around each "and" that has whole persons on both sides, or a body on
    the other.
    """
    rest = words = words.rstrip(" ,")
    of_part: Least = "surname" if least == "surname" else "titled_surname"
    for sign in _DIVIDED.finditer(words):
        part = words[len(words) - len(rest) : sign.start()]
        behind = words[sign.end() :]
        is_and = "and" in sign.group() and "," not in sign.group()
        if is_and and not (_person(part, of_part) and _begins_party(behind, of_part)):
            continue
        yield _LED_BY.sub("", part)
        rest = behind
    yield _LED_BY.sub("", rest)


def _begins_party(words: str, least: Least) -> bool:
    first = _DIVIDED.split(words, maxsplit=1)[0]
    return bool(_person(first, least) or _is_body(first) or first in ("others", "Others"))


def _person(part: str, least: Least) -> NamedOffice | None:
    part = _OTHER_NAME.sub("", part.strip())
    if called := _CALLED.search(part):
        person = _person(part[: called.start()] + part[called.end() :], least)
        given = (person.name or "").partition(" ")[0] if person else ""
        name = part[part.find(given) :]
        return NamedOffice(name, person.office) if person and called.group() in name else None
    if (city := _IN_CITY.search(part)) and is_city_or_territory(city["city"]):
        person = _person(part[: city.start()], least)
        if person and person.office is None:
            return person
    if generation := _GENERATION.search(part):
        person = _person(part[: generation.start()], least)
        return person and NamedOffice(f"{person.name}{generation.group()}", person.office)
    if (of_country := _OF_COUNTRY.match(part)) and (
        is_city_or_territory(of_country["country"]) or _STATE.search(of_country["country"])
    ):
        person = _person(of_country["person"], least)
        office = person and person.office and f"{person.office} of {of_country['country']}"
        return NamedOffice(person.name, office) if person and " " in (person.name or "") else None
    bare = without_form_of_address(part)
    # Initials may stand without a space before the surname.
    found = NamedOffice(bare, None) if is_whole_name(bare) else split_office_and_name(bare)
    if found.name and is_whole_name(found.name) and (found.office or found.name == bare):
        return None if _is_group(found.name) else NamedOffice(found.name, found.office)
    if least == "whole_name" or part.endswith(")"):
        return None
    is_held = found.office and found.office.rpartition(" ")[2] not in SMALL_WORDS
    if found.name and is_held and is_surname(found.name):
        return NamedOffice(found.name, found.office)
    may_be_bare = least == "surname" or bare != part
    return named_by_surname(part) or (NamedOffice(bare, None) if is_surname(bare) and may_be_bare else None)


def _is_group(name: str) -> bool:
    if is_east_asian_name(name):
        return False
    first, last = name.split(maxsplit=1)[0], name.rsplit(maxsplit=1)[-1]
    return (
        first in words_of("peoples") or INSTITUTION.search(name) is not None or kind_of_word(last) == "other"
    )


def _is_body(part: str) -> bool:
    return INSTITUTION.search(part) is not None or _SIDE.search(part) is not None


def _is_office(part: str) -> bool:
    return has_word_of_office(part) or _MEMBER.match(part) is not None


def is_surname(word: str) -> bool:
    """Say whether one word with a capital may be a surname: no place, no body, no word that begins sentences."""
    is_one_word = word[:1].isupper() and word[1:].islower() and len(word) > 2 and " " not in word
    is_place = word in _CITIES_TOO or is_city_or_territory(word)
    return is_one_word and kind_of_word(word) == "name" and not is_place
