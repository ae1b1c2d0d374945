"""In what ways two names may be one: each way finds its candidates by keys they share, never by comparing all with all.

Every finder takes spellings, each with the number of the name it belongs to, and yields pairs of numbers; a number alone
is that of a name that resembles so many others that it is none of them in particular.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from archivegen.archive.given_names import are_fitting, family_name, given_names, shortenings
from archivegen.records.agents import is_family_name_first, name_key
from archivegen.seeds.respellings import sound_skeleton

# A name that resembles more others than this in one way is none of them in particular.
MOST = 8
_FEWEST_CONSONANTS = 4
_FEWEST_LETTERS = 6
_SHORTEST_WORD = 3
_LARGEST_BLOCK = 4 * MOST
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"([^\W\d_])\1")
_PLACE_JOINTS = (" in the ", " of the ", " in ", " of ", " at ", ", ", " (")


class Spelt(NamedTuple):
    """A spelling with its key, and the number of the name it is a spelling of."""

    name: int
    text: str
    key: str


Group = tuple[int, ...]


def initials_that_fit(spellings: Sequence[Spelt]) -> Iterator[Group]:
    """Find persons of one surname whose given names fit: `A. M. Testov`, `Anna Testov`, `Anna Maria Testov`."""
    names = {spelt: parts for spelt in spellings if (parts := given_names(spelt.text))}
    by_beginning: dict[Hashable, set[Spelt]] = defaultdict(set)
    by_whole: dict[Hashable, set[Spelt]] = defaultdict(set)
    for spelt, (surname, given) in names.items():
        for shortened in shortenings(given):
            by_beginning[surname, shortened].add(spelt)
            if len(shortened) == len(given):
                by_whole[surname, shortened].add(spelt)
    for spelt, (surname, given) in names.items():
        own = tuple(part.letters[0] if part.is_initial else part.letters for part in given)
        blocks = [by_beginning.get((surname, own), set())]
        blocks += [by_whole.get((surname, own[:length]), set()) for length in range(1, len(own))]
        if sum(map(len, blocks)) > _LARGEST_BLOCK:
            yield (spelt.name,)
            continue
        fitting = {other.name for other in set().union(*blocks) if are_fitting(given, names[other][1])}
        yield from _pairs_with(spelt.name, fitting)


def same_sound(spellings: Sequence[Spelt], *, are_places: bool = False) -> Iterator[Group]:
    """Find names that differ in their vowels alone, or as romanisations of one East Asian name or place do."""
    by_sound: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for name, text, key in spellings:
        is_exchanged = are_places or is_family_name_first(text)
        sounds = tuple(_sound(word, is_exchanged=is_exchanged) for word in key.split())
        if sum(len(sound.replace("-", "")) for sound in sounds if len(sound) > 1) >= _FEWEST_CONSONANTS:
            by_sound[sounds].add(name)
    for names in by_sound.values():
        for name in names if len(names) > 1 else ():
            yield from _pairs_with(name, names)


def _sound(word: str, *, is_exchanged: bool) -> str:
    """Return the consonants of a word, with a hyphen where its vowels stand; an initial is never another one."""
    if len(word) == 1:
        return word
    consonants = _VOWELS.split(word)
    if word[0] == "y":
        consonants[0] = "y"
    if is_exchanged:
        return "-".join(sound_skeleton(part) or part for part in consonants)
    return _DOUBLED.sub(r"\1", "-".join(consonants))


def one_letter_apart(spellings: Sequence[Spelt]) -> Iterator[Group]:
    """Find names that differ in a letter of one longer word: one more, another, or two that changed places."""
    words_by_rest: dict[str, list[tuple[str, int]]] = {}
    for name, text, key in spellings:
        words = key.split()
        # A known family name is not another one misspelt.
        first = 1 if is_family_name_first(text) else 0
        for number in range(first, len(words)) if sum(map(len, words)) >= _FEWEST_LETTERS else ():
            if len(words[number]) >= _SHORTEST_WORD and words[number].isalpha():
                rest = " ".join([*words[:number], "", *words[number + 1 :]])
                words_by_rest.setdefault(rest, []).append((words[number], name))
    for words_found in words_by_rest.values():
        for block in _blocks_by_letters(words_found):
            for (one, name), (other, other_name) in itertools.combinations(block, 2):
                if name != other_name and is_one_letter_apart(one, other):
                    yield name, other_name


def _blocks_by_letters(words: list[tuple[str, int]]) -> Iterable[list[tuple[str, int]]]:
    """Return words in blocks that together hold all pairs one letter apart: those that are one without a letter.

    A block too large to be slips of one word holds the numbers or codes of a series, and is left out.
    """
    if len(words) <= MOST:
        return [words] if len(words) > 1 else []
    blocks: dict[str, list[tuple[str, int]]] = {}
    for entry in words:
        word = entry[0]
        for shortened in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            blocks.setdefault(shortened, []).append(entry)
    return [block for block in blocks.values() if 1 < len(block) <= _LARGEST_BLOCK]


def is_one_letter_apart(one: str, other: str) -> bool:
    """Say whether two words differ by one letter, as a slip makes them; an `a` more at the end makes a woman's name."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if len(longer) - len(shorter) == 1:
        return longer != shorter + "a" and any(
            longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
        )
    if len(longer) != len(shorter) or len(longer) < 4:
        return False
    places = [at for at, (first, second) in enumerate(zip(one, other, strict=True)) if first != second]
    return len(places) == 1 or (
        len(places) == 2 and places[1] == places[0] + 1 and sorted(one) == sorted(other)
    )


def surname_of_one(whole: Sequence[Spelt], alone: Sequence[Spelt]) -> Iterator[Group]:
    """Find surnames that stand alone beside exactly one whole name in the archive that has them."""
    having: dict[str, set[int]] = defaultdict(set)
    for name, text, _ in whole:
        having[name_key(family_name(text) or "")].add(name)
    for name, text, key in alone:
        others = having.get(key, set())
        if len(text.split()) == 1 and len(others) == 1:
            yield name, *others


def with_and_without_place(spellings: Sequence[Spelt], places: frozenset[str]) -> Iterator[Group]:
    """Find bodies that stand once with a place and once without, where only one place comes into question.

    `places` are the keys of the places that the archive knows; only those are places before the name of a body.
    """
    located: dict[str, set[int]] = defaultdict(set)
    for name, text, _ in spellings:
        for base in _without_place(text, places):
            located[name_key(base)].add(name)
    for name, _, key in spellings:
        others = located.get(key, set()) - {name}
        if len(others) == 1:
            yield name, *others


def _without_place(name: str, places: frozenset[str]) -> Iterator[str]:
    for joint in _PLACE_JOINTS:
        base, _, place = name.rpartition(joint)
        words = place.rstrip(")").split()
        if base and 1 <= len(words) <= 4 and all(word[0].isupper() for word in words):
            yield base
    first, _, rest = name.partition(" ")
    if rest and name_key(first) in places:
        yield rest


def _pairs_with(name: int, found: Collection[int]) -> Iterator[Group]:
    others = sorted(set(found) - {name})
    yield from ((name, other) for other in others) if len(others) <= MOST else [(name,)]
