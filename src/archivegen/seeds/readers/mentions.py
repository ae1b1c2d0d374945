"""What running text names: persons and places, and the other spellings that the editors give of their names."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.values import CERTAINTIES, AgentValue, CopyValue, Value
from archivegen.seeds.capitals import Name, names_in
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.occurrences import Occurrences
from archivegen.seeds.passages import Passage, is_prose, lines_of_names, read_aloud
from archivegen.seeds.persons_named import Person, is_speaker, persons_among
from archivegen.seeds.places_named import Place, places_among
from archivegen.seeds.readers.people_mentioned import people_mentioned
from archivegen.seeds.readers.spellings import other_spellings
from archivegen.seeds.spans import NOWHERE

# A heading may name whom it only speaks of.
_WITHOUT_NAMES = frozenset(
    ("heading", "omission", "separator", "page_mark", "dateline", "place", "stamp", "table_row")
)


def read_mentions(draft: Draft) -> Iterator[Found]:
    """Yield the persons and the places that running text names, each once and with every line it stands on, and the
    pairs of spellings that the editors give.
    """
    passages = [read_aloud(block) for block in draft.body.blocks]
    language = draft.paper.language
    names, listed = _names_of(passages, language)
    words = draft.paper.words
    respelt = frozenset(
        (id(passage), insertion.offset)
        for passage in passages
        for insertion in passage.insertions
        if insertion.kind == "other_spelling"
    )
    persons = list(persons_among(names, respelt, words))
    taken = {(id(person.name.passage), person.name.start) for person in persons}
    others = [name for name in names if (id(name.passage), name.start) not in taken]
    personal = _words_of_persons(draft, names, persons)
    places = list(places_among(others, names, personal, words, language))
    occurrences = Occurrences(names)
    yield from other_spellings(passages, persons, places, occurrences)
    yield from people_mentioned(draft, passages, persons, (name.text for name in listed), occurrences)
    yield from _places_mentioned(places, occurrences)


def _names_of(passages: list[Passage], language: str | None) -> tuple[list[Name], list[Name]]:
    """Return what may be names in running text, and what may be names in lists, addresses and signatures."""
    in_text: list[Name] = []
    listed: list[Name] = []
    for passage in passages:
        if passage.block.kind in _WITHOUT_NAMES:
            continue
        in_prose = is_prose(passage)
        left_out = lines_of_names(passage) if in_prose else NOWHERE
        for name in names_in(passage):
            is_listed = not in_prose or (left_out is not NOWHERE and left_out.hold(name.start))
            (listed if is_listed else in_text).append(_without_monsieur(name) if language == "fr" else name)
    return in_text, listed


def _without_monsieur(name: Name) -> Name:
    """Return a French name without `M.`, which is no initial there."""
    if name.words[0] not in ("M.", "MM.") or len(name.words) < 2 or name.words[1].endswith("."):
        return name
    start = name.start + len(name.words[0]) + 1
    words = name.words[1:]
    return name._replace(
        words=words, text=" ".join(words), start=start, before="address", begins_sentence=False
    )


def _words_of_persons(draft: Draft, names: list[Name], persons: list[Person]) -> frozenset[str]:
    """Return the words of the names of persons: those found, those with a role, and those who have a title."""
    words = {word for person in persons for word in person.name.words}
    for _, value in draft.found:
        if isinstance(value, CopyValue) or (isinstance(value, AgentValue) and value.kind == "person"):
            words.update(value.value.split())
    for name in names:
        if name.before in ("address", "office") or is_speaker(name):
            words.update(name.words)
    return frozenset(words)


def _places_mentioned(places: list[Place], occurrences: Occurrences) -> Iterator[Found]:
    """Yield the places in the order of the text, each once."""
    same: dict[str, list[Place]] = {}
    for place in places:
        same.setdefault(place.text, []).append(place)
    for text, found in same.items():
        surest = min(found, key=lambda one: CERTAINTIES.index(one.certainty))
        yield Found(
            "places_mentioned",
            Value(
                value=text,
                rule=surest.rule,
                status="derived",
                certainty=surest.certainty,
                lines=occurrences.lines_of(text, ((one.name.passage, one.start) for one in found)),
            ),
        )
