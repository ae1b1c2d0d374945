"""Words for closing a document, for opening it, and for redacting words of it, in English and in other languages.

They stand in a table, `words/closing.txt`: to teach the program a language, or a word, add it there.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, get_args

from archivegen.records.agents import folded
from archivegen.seeds.word_lists import lines_of

Meaning = Literal[
    "redact", "leave_out", "access", "permission", "embargo", "closed", "reason", "open", "opened"
]
_ENGLISH = "en"
# Writings without spaces, in which a word stands anywhere in a longer one; without marks, syllables are in their parts.
_IN_HAN = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@cache
def _table() -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the words of each meaning, by language."""
    table: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for line in lines_of("closing"):
        name, _, words = line.partition(":")
        meaning, language = name.split()
        table[meaning][language] = table[meaning].get(language, ()) + tuple(words.split())
    return dict(table)


def small_words(meaning: str) -> frozenset[str]:
    """Return the words of a meaning that are known as they stand, without marks."""
    return frozenset(folded(word) for words in _table()[meaning].values() for word in words)


def is_in_han(text: str) -> bool:
    """Say whether a text has a letter of a writing without spaces."""
    return bool(_IN_HAN.search(text))


@lru_cache(maxsize=4096)
def denies(word: str) -> bool:
    """Say whether a word in small letters is a “no” or a “not”."""
    return folded(word) in NO


def has_in_han(text: str, known: Iterable[str]) -> bool:
    """Say whether a text has one of some known words of such a writing in it."""
    plain = folded(text)
    return any(word in plain for word in known if is_in_han(word))


NO, YES, UNTIL, ONLY = map(small_words, ("no", "yes", "until", "only"))
# What stands behind “publish:” and is more than a “no”, and behind “permission:” and is a “yes”.
FORBIDDEN, GRANTED = small_words("forbidden"), small_words("granted")
# What closes where it is said behind the name of an entry, whatever it means as such a name.
HIDE = small_words("hide")
# Before a day they say that something is closed up to it, or is to be open from it.
BEFORE, FROM, MAY = small_words("before"), small_words("from"), small_words("may")
# How words begin by which papers themselves are classed; nobody closes a page with them.
SECRECY = tuple(sorted(small_words("secrecy")))
# Behind a “not” these tell somebody what to do; “not for publication” is what stands on papers.
COMMANDS, ON_THE_WEB = small_words("command"), small_words("web")
_OTHERS = frozenset(word for words in _table()["other"].values() for word in words)

# English words, which are known though they are misspelt.
_MEANING_OF: dict[str, Meaning] = {
    word: meaning
    for meaning in get_args(Meaning)
    for word in _table()[meaning].get(_ENGLISH, ())
    if not word.endswith(".")
}
_BY_FIRST_LETTER = {
    letter: tuple(word for word in _MEANING_OF if word[0] == letter)
    for letter in {word[0] for word in _MEANING_OF}
}
# How words begin in all languages; a word that ends in a dot is whole.
_MEANING_OF_OTHER: dict[str, Meaning] = {
    folded(word): meaning
    for meaning in get_args(Meaning)
    for words in _table()[meaning].values()
    for word in words
    if word not in _MEANING_OF
}
# A paragraph in a writing without spaces is one word.
_LONGEST_OTHER = max(map(len, _MEANING_OF_OTHER))


@lru_cache(maxsize=4096)
def meaning_of(word: str) -> Meaning | None:
    """Return what a word in small letters may be about, however it is spelt; None where it closes and redacts nothing."""
    if word in _OTHERS:
        return None
    if word in _MEANING_OF:
        return _MEANING_OF[word]
    plain = folded(word)
    beginnings = (plain[:end] for end in range(min(len(plain), _LONGEST_OTHER), 0, -1))
    whole = _MEANING_OF_OTHER.get(f"{plain}.")
    other = whole or next((found for each in beginnings if (found := _MEANING_OF_OTHER.get(each))), None)
    if other:
        return other
    # A misspelt word begins as it should: few have to be compared with all.
    is_near_one = nearest(word, _BY_FIRST_LETTER.get(word[:1], ()), 0.82)
    if not is_near_one and not (word[:1] == "a" and nearest(word, ("access",), 0.7)):
        return None
    near = nearest(word, _MEANING_OF, 0.82) or nearest(word, ("access",), 0.7)
    return _MEANING_OF.get(near[0]) if near and near[0][0] == word[0] else None


def meanings_within(word: str) -> set[Meaning]:
    """Return what a word in a writing without spaces may be about, from the longest words that it is made of."""
    found: set[Meaning] = set()
    word, place = folded(word), 0
    while place < len(word):
        ends = range(min(len(word), place + _LONGEST_OTHER), place, -1)
        known = next((end for end in ends if word[place:end] in _MEANING_OF_OTHER), None)
        if known:
            found.add(_MEANING_OF_OTHER[word[place:known]])
        place = known or place + 1
    return found


def nearest(word: str, known: Iterable[str], cutoff: float) -> list[str]:
    """Return the known word that is nearest to a word, in a list; an empty one where none is near."""
    # Words that are much longer or shorter are never so near, nor are those of other letters; most are.
    length = len(word)
    like = [
        each
        for each in known
        if 2.0 * min(length, len(each)) / (length + len(each)) >= cutoff
        and 2.0 * sum(map(each.__contains__, word)) / (length + len(each)) >= cutoff
    ]
    return difflib.get_close_matches(word, like, n=1, cutoff=cutoff) if like else []
