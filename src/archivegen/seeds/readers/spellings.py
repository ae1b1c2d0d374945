"""The other spellings of names that the editors give in brackets, those of persons and of places apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import LineRange, NameVariant
from archivegen.seeds.draft import Found
from archivegen.seeds.names import is_whole_name
from archivegen.seeds.occurrences import Occurrences
from archivegen.seeds.passages import Insertion, Passage
from archivegen.seeds.persons_named import Person
from archivegen.seeds.places_named import Place
from archivegen.seeds.respellings import words_respelt
from archivegen.seeds.word_kinds import kind_of_word

# How far before a bracket the name that it respells may begin.
_NEAR = 120
_OF_PLACES = re.compile(
    r"\b(?:in|at|near|through|via|towards|outside|inside|beyond|by\s+way\s+of|north\s+of|south\s+of|east\s+of|west\s+of)\s+$"
)


def other_spellings(
    passages: list[Passage], persons: list[Person], places: list[Place], occurrences: Occurrences
) -> Iterator[Found]:
    """Yield each pair of spellings once; what is neither a person's nor a place's name is no pair of spellings."""
    of_places = {(id(place.name.passage), place.name.end) for place in places}
    of_persons = {(id(person.name.passage), person.name.end) for person in persons}
    seen: set[tuple[str, str]] = set()
    for passage in passages:
        for insertion in passage.insertions:
            base = _respelt(passage, insertion)
            if base is None or (base, insertion.words) in seen:
                continue
            here = (id(passage), insertion.offset)
            is_whole = here in of_persons or (is_whole_name(base) and is_whole_name(insertion.words))
            is_place = here in of_places or (not is_whole and _has_place_word(passage, insertion.offset))
            is_place = is_place or (here not in of_persons and _stands_in(passage, insertion.offset, base))
            if is_place or is_whole:
                seen.add((base, insertion.words))
                line = occurrences.line(passage, max(0, insertion.offset - 1))
                variant = NameVariant(
                    value=base,
                    variant=insertion.words,
                    rule="other_spelling",
                    status="derived",
                    by="editor",
                    lines=(LineRange(line, line),),
                    # Two words with capitals, of which the text says nothing else, may be a place's, too.
                    certainty="certain" if is_place or here in of_persons else "probable",
                )
                yield Found("place_name_variants" if is_place else "name_variants", variant)


def _respelt(passage: Passage, insertion: Insertion) -> str | None:
    """Return the words before a bracket that it spells otherwise, or None."""
    if insertion.kind != "other_spelling":
        return None
    before = passage.text[max(0, insertion.offset - _NEAR) : insertion.offset]
    return words_respelt(before, insertion.words)


def _stands_in(passage: Passage, offset: int, base: str) -> bool:
    """Say whether a preposition of places stands before the words that a bracket respells: `by way of Lạng Sơn [Lang Son]`."""
    before = passage.text[max(0, offset - _NEAR) : offset].rstrip().removesuffix(base)
    return _OF_PLACES.search(before) is not None


def _has_place_word(passage: Passage, offset: int) -> bool:
    """Say whether a word such as `Province` stands at a place of a passage."""
    words = passage.text[offset : offset + 40].split(maxsplit=1)
    return bool(words) and kind_of_word(words[0].rstrip(".,;:")) == "place"
