"""Persons whom one part of a paper names by initials and another by the whole name: `S. Bardhi` signs, and `Sefer Bardhi` was there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from archivegen.records.values import AgentValue, Certainty, Lines, Value
from archivegen.seeds.cities import is_city_or_territory
from archivegen.seeds.draft import Found
from archivegen.seeds.initials import INITIALS
from archivegen.seeds.names import WORD
from archivegen.seeds.particles import PARTICLE
from archivegen.seeds.same_person import is_same_person, surname_key
from archivegen.seeds.vocabulary import NOT_IN_NAMES
from archivegen.seeds.word_kinds import is_given_name

_OF_WORDS = ("title", "title_in_document", "summary")
_FIELDS = ("creators", "recipients", "participants")
_BY_INITIALS = re.compile(rf"^{INITIALS}[ ]?(?P<surname>{PARTICLE}{WORD})$")
_SURNAME = re.compile(rf"^{WORD}$")
_IN_FULL = re.compile(rf"^{WORD}(?: {WORD}| [^\W\d_a-z]\.)?(?: {PARTICLE}{WORD})$")


def with_full_names(found: Iterable[Found]) -> tuple[Found, ...]:
    """Return what was found, persons of a role by the one whole name that the paper has for their initials and surname; how they
    are written in their place is kept.
    """
    every = tuple(found)
    if not any(_is_by_initials(each) for each in every):
        return every
    whole = [*_named_in_full(every), *_in_titles(every)]
    return tuple(_in_full(each, whole) if _is_by_initials(each) else each for each in every)


def _is_by_initials(each: Found) -> bool:
    """Say whether a person has initials for the given name, or signs with the surname alone."""
    by_surname = each.field == "creators" and _SURNAME.match(each.value.value) is not None
    return by_surname or (each.field in _FIELDS and _surname_behind_initials(each.value.value) is not None)


@lru_cache(maxsize=1024)
def _surname_behind_initials(name: str) -> str | None:
    match = _BY_INITIALS.match(name)
    return match["surname"] if match else None


def _named_in_full(found: tuple[Found, ...]) -> list[tuple[str, Lines]]:
    return [
        (each.value.value, each.value.lines)
        for each in found
        if isinstance(each.value, AgentValue)
        and each.value.kind == "person"
        and _IN_FULL.match(each.value.value)
    ]


def _in_titles(found: tuple[Found, ...]) -> list[tuple[str, Lines]]:
    """Return the names of two words in the titles and the summary that end in a surname which stands behind initials elsewhere."""
    named = [each.value.value for each in found if _is_by_initials(each)]
    surnames = {_surname_behind_initials(name) or (name if _SURNAME.match(name) else None) for name in named}
    titles: list[Value] = [each.value for each in found if each.field in _OF_WORDS]
    return [
        (f"{given} {surname}", title.lines)
        for title in titles
        for surname in surnames
        if surname
        for given in _words_before(surname, title.value)
    ]


def _words_before(surname: str, text: str) -> Iterator[str]:
    """Yield the words with capitals that stand before a surname in a text."""
    place = text.find(f" {surname}")
    while place >= 0:
        end = place + 1 + len(surname)
        before = text[:place].rpartition(" ")[2]
        if not text[end : end + 1].isalnum() and _SURNAME.match(before) and before not in NOT_IN_NAMES:
            # "While Lind spoke": the first word of a sentence has a capital too.
            begins = text[:place].rpartition(" ")[0].rstrip()[-1:] in ("", ".", "!", "?", ":")
            is_name = is_given_name(before) or not (begins or is_city_or_territory(before))
            if is_name:
                yield before
        place = text.find(f" {surname}", end)


def _in_full(each: Found, whole: list[tuple[str, Lines]]) -> Found:
    """Return a person by the whole name, where all that fit are the same; whoever else bears the surname leaves it as it is."""
    name = each.value.value
    bearers = {other: lines for other, lines in whole if surname_key(other) == surname_key(name)}
    if len(bearers) != 1:
        return each
    ((full, lines),) = bearers.items()
    if not is_same_person(full, name):
        return each
    certainty: Certainty = "probable" if each.value.certainty == "certain" else each.value.certainty
    value = replace(
        each.value,
        value=full,
        as_written=each.value.as_written or name,
        certainty=certainty,
        lines=tuple(sorted({*each.value.lines, *lines})),
    )
    return Found(each.field, value)
