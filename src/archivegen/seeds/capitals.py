"""The words with capitals in running text, found in one pass, and the names among them.

A name is a run of words that may belong to one: words that institutions, offices, peoples, months or sentences begin
with divide the runs. What kind of name it is, its neighbours say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archivegen.records.agents import EAST_ASIAN_FAMILY_NAMES, VIETNAMESE_FAMILY_NAMES, is_east_asian_name
from archivegen.seeds.capital_runs import (
    runs_in,
    starts_of,
    with_cities,
    with_dons,
    with_rivers,
    words_before,
)
from archivegen.seeds.particles import PARTICLES
from archivegen.seeds.passages import Passage
from archivegen.seeds.word_kinds import (
    COMMON_SURNAMES,
    SYLLABLES,
    Kind,
    is_given_name,
    kind_of_word,
    without_possessive,
)

# Read backwards: the end of a sentence, and no initial.
_ENDS_SENTENCE = re.compile(r"[ \n\r][.!?](?=[^\W\d_]{3})")
_VOWELS = re.compile(r"[aeiouyăâêôơư]+", re.IGNORECASE)
_IN_NAMES = frozenset(("name", "initials"))


class Name(NamedTuple):
    """Words that may be a name, and what stands around them.

    `text` are the words as one name, a surname in capitals in the case of the others. `before` and `after` are the kinds
    of the words with capitals directly before and behind, `word_before` any word directly before, in small letters, and
    `sign_before` the sign where there is none.
    """

    passage: Passage
    words: tuple[str, ...]
    text: str
    start: int
    end: int
    before: Kind | None
    after: Kind | None
    word_before: str
    sign_before: str
    begins_sentence: bool

    @property
    def following(self) -> str:
        """The text behind."""
        return self.passage.text[self.end : self.end + 60]

    @property
    def preceding(self) -> str:
        """The text before, back to the beginning of the sentence or as far as a clause may reach."""
        before = self.passage.text[max(0, self.start - 120) : self.start]
        ends = _ENDS_SENTENCE.search(before[::-1])
        return before[len(before) - ends.start() :] if ends else before


def names_in(passage: Passage) -> Iterator[Name]:
    """Yield the words of a passage that may be names, with what stands around them, in the order of the text."""
    for start, end, words in runs_in(passage.text):
        if len(words) == 1:
            if kind_of_word(words[0]) == "name":
                yield _name_alone(passage, start, words[0])
            continue
        kinds = list(map(kind_of_word, words))
        if "place" in kinds:
            kinds = with_rivers(words, kinds)
        if "other" in kinds:
            kinds = with_cities(words, kinds)
        if words[0][:2] == "Do":
            kinds = with_dons(words, kinds)
        if _IN_NAMES.issuperset(kinds) and not any(map(_ends_possessive, words[:-1])):
            if "name" in kinds:
                yield _whole_run(passage, start, end, words)
        elif "name" in kinds:
            yield from _Run(passage, words, kinds, starts_of(passage.text, start, words)).names()


def _name_alone(passage: Passage, start: int, word: str) -> Name:
    """Return the name that is the only word with a capital in its place."""
    begins_sentence, word_before, sign_before = words_before(passage.text, start)
    bare = without_possessive(word)
    end = start + len(bare)
    return Name(passage, (bare,), bare, start, end, None, None, word_before, sign_before, begins_sentence)


def _whole_run(passage: Passage, start: int, end: int, words: list[str]) -> Name:
    """Return the name that all the words of a run are."""
    begins_sentence, word_before, sign_before = words_before(passage.text, start)
    bare = without_possessive(words[-1])
    own = (*words[:-1], bare)
    end -= len(words[-1]) - len(bare)
    text = _in_ordinary_case(own)
    return Name(passage, own, text, start, end, None, None, word_before, sign_before, begins_sentence)


def _is_syllable(word: str) -> bool:
    """Say whether a word has one group of vowels, as those of Vietnamese names do: `Le Quang Hoa`, but not `Le Monde`."""
    return len(_VOWELS.findall(without_possessive(word))) == 1


def _ends_possessive(word: str) -> bool:
    return not word.isalpha() and without_possessive(word) != word


class _Run:
    """Words with capitals that follow each other, with the small words between them that belong to names."""

    __slots__ = ("begins_sentence", "kinds", "passage", "sign_before", "starts", "word_before", "words")

    def __init__(self, passage: Passage, words: list[str], kinds: list[Kind], starts: list[int]) -> None:
        self.passage, self.words, self.kinds, self.starts = passage, words, kinds, starts
        self.begins_sentence, self.word_before, self.sign_before = words_before(passage.text, starts[0])
        self._read_syllables()

    def _read_syllables(self) -> None:
        """Take common words for names where they are syllables of one (Kim Jong Un, Nghe An), and for family names where a
        given name follows (He, Song, Park).
        """
        for place, word in enumerate(self.words):
            if place and word in SYLLABLES and self.kinds[place - 1] == "name":
                self.kinds[place] = "name"
        for place, word in enumerate(self.words[:-1]):
            # A given name must follow.
            if self.kinds[place + 1] != "name":
                continue
            is_vietnamese = (
                self.kinds[place + 2 : place + 3] == ["name"] and word.casefold() in VIETNAMESE_FAMILY_NAMES
            )
            is_le = word == "Le" and all(map(_is_syllable, self.words[place + 1 : place + 3]))
            if is_vietnamese and (is_le or (place and self.kinds[place - 1] in ("address", "office"))):
                self.kinds[place] = "name"
            if self.kinds[place] not in ("other", "office") or word not in EAST_ASIAN_FAMILY_NAMES:
                continue
            given = without_possessive(self.words[place + 1])
            if not is_east_asian_name(f"{word} {given}"):
                continue
            follows_title = place > 0 and self.kinds[place - 1] in ("address", "office")
            # After a preposition or conjunction another name may follow; after "He" no name can.
            is_certain = word == "He" or follows_title or "-" in given or not self.begins_sentence
            if is_certain and (word not in ("In", "To", "On", "Do") or follows_title):
                self.kinds[place] = "name"

    def names(self) -> Iterator[Name]:
        """Yield the names in the run."""
        place = 0
        while place < len(self.words):
            end = place
            while end < len(self.words) and self._belongs(place, end):
                end += 1
                if _ends_possessive(self.words[end - 1]):
                    break
            while end > place and self.words[end - 1] in PARTICLES:
                end -= 1
            if end > place:
                yield self._name(place, end)
            place = max(end, place + 1)

    def _belongs(self, first: int, place: int) -> bool:
        kind, word = self.kinds[place], self.words[place]
        if word in PARTICLES:
            return place > first
        if kind == "capitals":
            # A surname in capitals, after a given name or initials: Mehmet SHEHU.
            return place > first and len(word) > 2 and self.kinds[place - 1] in ("name", "initials")
        if kind == "other" and place > first:
            return self._is_surname(first, place)
        return kind in ("name", "initials")

    def _is_surname(self, first: int, place: int) -> bool:
        """Say whether a common word ends a name that begins with a given name: Ada Marsh, Edward Wood."""
        is_last = place + 1 == len(self.words) or self.kinds[place + 1] not in ("other", "place", "name")
        word = without_possessive(self.words[place])
        return is_last and word in COMMON_SURNAMES and is_given_name(self.words[first])

    def _name(self, first: int, end: int) -> Name:
        last = self.words[end - 1]
        bare = without_possessive(last)
        before = self.kinds[first - 1] if first else None
        words = (*self.words[first : end - 1], bare)
        return Name(
            passage=self.passage,
            words=words,
            text=bare if len(words) == 1 else _in_ordinary_case(words),
            start=self.starts[first],
            end=self.starts[end - 1] + len(bare),
            before=before,
            after=self.kinds[end] if end < len(self.words) else None,
            word_before=self.words[first - 1].casefold() if first else self.word_before,
            sign_before="" if first else self.sign_before,
            begins_sentence=self.begins_sentence and not first,
        )


def _in_ordinary_case(words: tuple[str, ...]) -> str:
    if not any(map(str.isupper, words)):
        return " ".join(words)
    return " ".join(
        word.capitalize() if len(word) > 2 and word.isupper() and word.isalpha() else word for word in words
    )
