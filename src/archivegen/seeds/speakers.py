"""Who says something: the names in running text that are subjects of verbs of speech."""

from __future__ import annotations

from collections.abc import Iterable

from archivegen.seeds.capitals import Name
from archivegen.seeds.cities import known_city
from archivegen.seeds.person_words import BETWEEN, SPEECH
from archivegen.seeds.place_words import STRONG_PREPOSITIONS


class Speakers:
    """Which words are in the name of somebody who says something. It is asked of few: only their names are looked at."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names: dict[str, list[Name]] = {}
        self._known: dict[str, bool] = {}
        for name in names:
            for word in name.words:
                self._names.setdefault(word, []).append(name)

    def have(self, word: str) -> bool:
        """Say whether a word is in the name of one of them."""
        if word not in self._known:
            self._known[word] = any(map(speaks, self._names.get(word, ())))
        return self._known[word]


def speaks(name: Name) -> bool:
    """Say whether a name is the subject of a verb of speech."""
    return verb_behind(name) in SPEECH


def verb_behind(name: Name) -> str:
    """Return the word behind a name that says what the person does, if a person it is."""
    following = name.following
    if following[:1] not in (" ", ",", "\n"):
        return ""
    words = following.split(maxsplit=5)
    first = 1 if words and words[0] == "," else 0
    for word in words[first : first + 4]:
        if word not in BETWEEN:
            return word.strip(",.;:")
    return ""


def without_speaker(name: Name) -> Name:
    """Return a name of a place without the person behind it who speaks: `In Bucharest Ceaușescu asked`."""
    is_led_to = len(name.words) > 1 and name.word_before in STRONG_PREPOSITIONS
    if not is_led_to or known_city(name.text) or not speaks(name):
        return name
    text = " ".join(name.words[:-1])
    return name._replace(words=name.words[:-1], text=text, end=name.start + len(text))
