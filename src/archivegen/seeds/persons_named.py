"""Which of the names in running text are persons: the evidence for each is weighed, and one kind alone leaves a doubt."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from archivegen.records.agents import is_east_asian_name
from archivegen.records.values import Certainty
from archivegen.seeds.capitals import Name
from archivegen.seeds.cities import is_known_place
from archivegen.seeds.name_shapes import shape_of
from archivegen.seeds.person_words import (
    ACTS,
    THINGS_BEFORE,
    THINGS_BEHIND,
)
from archivegen.seeds.speakers import verb_behind
from archivegen.seeds.vocabulary import PLACE_BEGINNINGS
from archivegen.seeds.word_kinds import is_given_name
from archivegen.seeds.word_lists import words_of

# Places stand behind these, and hardly ever persons.
_OF_PLACES = frozenset("in at near into outside throughout around".split())
_NAMED_AFTER = re.compile(r"\b(?:named|called)\b.{0,50}\b(?:after|for) $")
_NAMED = re.compile(
    r"(?:\b(?P<noun>[a-z-]+),? (?:named|called|by the name of)|\bname (?:is|was|being)|\bnames (?:are|were))\s$"
)
_LAST_OF_NAMING = frozenset("named called of is was being are were".split())
_SPEAKER = re.compile(r"^\s*(?:\([^)\n]{0,40}\)\s*)?[:—–]")
# In a head that stands on one line, a label gives whoever follows a role.
_ROLE_BEFORE = re.compile(
    r"\b(?:Interpreter|Translator|Recorder|Participants|Clerk|Visitor|Recipient|Sender|From|To|Author|Signed|[Bb]y):\s$"
)
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE_BEFORE, _CLAUSE_BEHIND = re.compile(r"[.,;:!?(]\s?"), re.compile(r"[.;:!?,]")
_ITEM = re.compile(r",? and $|, $")


class Person(NamedTuple):
    """A person named at a place of the text: the name, what says so, and how sure it is."""

    name: Name
    text: str
    rule: str
    certainty: Certainty


def persons_among(
    names: Iterable[Name], respelt: frozenset[tuple[int, int]], small_words: Container[str]
) -> Iterator[Person]:
    """Yield the names that are persons'.

    `respelt` are the passages, by identity, and places where a name ends that the editors spell in another way;
    `small_words` are the words that the document writes in small letters.
    """
    last: Name | None = None
    for name in names:
        if len(name.words) > 1 and _may_be_person(name, small_words):
            is_respelt = (id(name.passage), name.end) in respelt
            follows = (
                last is not None
                and last.passage is name.passage
                and bool(_ITEM.fullmatch(name.passage.text[last.end : name.start]))
            )
            weight, rule = _weigh(name, is_respelt=is_respelt, follows_person=follows)
            if weight > 1:
                last = name
                certainty: Certainty = "certain" if weight > 3 else "probable"
                yield Person(name, name.text, rule, certainty)


def _may_be_person(name: Name, small_words: Container[str]) -> bool:
    words = name.words
    first = words[0]
    if is_known_place(name.text) or not 2 <= len(words) <= 5 or words[-1].endswith(".") or len(words[-1]) < 2:
        return False
    if is_speaker(name) or (name.sign_before == ":" and _ROLE_BEFORE.search(name.preceding)):
        return False
    if name.after in ("other", "place", "capitals", "compass") or name.word_before in THINGS_BEFORE:
        return False
    if word_behind(name) in THINGS_BEHIND or _is_quoted(name):
        return False
    if all(word.endswith(".") for word in words):
        return False
    if _is_named_after(name) or name.word_before in ("saint", "st."):
        return False
    if first in PLACE_BEGINNINGS and name.before != "address":
        return False
    if is_given_name(first) or is_east_asian_name(name.text):
        return words[-1].casefold() not in small_words or is_given_name(words[-1])
    return not any(word[0].isupper() and word.casefold() in small_words for word in words)


def _is_named_after(name: Name) -> bool:
    return name.word_before in ("after", "for") and bool(_NAMED_AFTER.search(name.preceding))


def _is_quoted(name: Name) -> bool:
    return name.sign_before in "“\"'‘«„" and bool(name.sign_before) and name.following[:1] in "”\"'’»“,"


def _weigh(name: Name, *, is_respelt: bool, follows_person: bool) -> tuple[int, str]:
    """Return how much says that a name is a person's, two for each kind of evidence, and the strongest rule."""
    by_shape, standing = shape_of(name.words), _standing(name)
    # Places are respelt, too.
    respelt = (3, "other_spelling") if is_respelt else (0, "")
    _, rule = max((respelt, standing, by_shape), key=itemgetter(0))
    weight = respelt[0] + standing[0] + by_shape[0]
    verb = verb_behind(name)
    if verb in ACTS:
        weight += 2 if verb in ("who", "whom", "whose") else 1
    if follows_person:
        weight += 1
    if name.word_before in ("by", "with"):
        weight += 1
    is_shown = bool(standing[0] or by_shape[0])
    is_on_the_way = name.word_before == "of" and name.preceding.endswith("by way of ")
    if is_on_the_way or (name.word_before in _OF_PLACES and not (is_respelt and is_shown)):
        weight -= 2
    if name.begins_sentence and not by_shape[0]:
        weight -= 1
    return weight, rule or "speaks_or_acts"


def _standing(name: Name) -> tuple[int, str]:
    """Return what the words before a name say: a form of address, an office, an occupation, an apposition."""
    if name.before == "address":
        return 4, "titled_name"
    if name.before == "office":
        return 2, "titled_name"
    if is_person_word(name.word_before):
        return 3, "occupation_before"
    if name.word_before in ("one", "certain"):
        return 1, "named_so"
    # Where a word stands directly before the name, it says whether the naming can end there.
    may_be_named = not name.word_before or name.word_before in _LAST_OF_NAMING
    named = _NAMED.search(name.preceding) if may_be_named else None
    if named and (not named["noun"] or is_person_word(named["noun"])):
        return 4, "named_so"
    if name.sign_before == "," and _names_occupation(name.preceding):
        return 3, "apposition"
    behind = name.following
    if behind.startswith((", ", " (")) and _names_occupation_behind(behind):
        return 2, "apposition"
    if name.before in ("other", "capitals") and _names_occupation(name.preceding):
        return 2, "titled_name"
    begins_sentence = name.word_before.capitalize() in words_of("sentence_words")
    return (-1, "") if name.before in ("other", "capitals") and not begins_sentence else (0, "")


def _names_occupation(preceding: str) -> bool:
    """Say whether the clause before a comma speaks of a person: `The keeper of the house,`."""
    clause = _CLAUSE_BEFORE.split(preceding.rstrip(" ,"))[-1]
    return any(is_person_word(word) for word in _WORDS.findall(clause))


def _names_occupation_behind(behind: str) -> bool:
    clause = _CLAUSE_BEHIND.split(behind[2:], maxsplit=1)[0]
    return any(is_person_word(word) for word in _WORDS.findall(clause)[:4])


def word_behind(name: Name) -> str:
    """Return the word directly behind a name, or nothing where a sign stands there."""
    following = name.following
    return (
        following.split(maxsplit=1)[0].rstrip(".,;:")
        if following[:1] in (" ", "\n") and following.strip()
        else ""
    )


def is_speaker(name: Name) -> bool:
    """Say whether a name stands before the words of a speaker, as records of what was said have it."""
    return name.begins_sentence and bool(_SPEAKER.match(name.following))


def is_person_word(word: str) -> bool:
    """Say whether a word, in the singular or the plural, is an occupation, an office or a kin term."""
    occupations = words_of("occupations")
    word = word.casefold()
    if word in occupations:
        return True
    if word.endswith("men"):
        return word[:-3] + "man" in occupations
    return word.endswith("s") and (
        word[:-1] in occupations or (word[:-3] + "y" in occupations and word.endswith("ies"))
    )
