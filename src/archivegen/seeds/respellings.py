"""When two spellings are of one name: they sound alike in the ways that systems of writing a name differ.

A name is taken apart into consonants, each of which may stand for several sounds, and groups of vowels. Two spellings
are of one name when they have as many syllables, their consonants can stand for the same sounds in the same order, and
no vowel is one that no system exchanges for the other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse, zip_longest
from typing import NamedTuple

# Consonants as they are written, the longest first, and the sounds they may stand for: K, T and P with and without
# breath or voice, C the affricates, S the hisses, R the liquids, H, V, F, M, N, G after N.
_SOUNDS = {
    "shch": "CS", "tsch": "C", "tch": "C", "tsh": "C", "dzh": "C", "ssu": "S",
    "ch": "C", "cz": "C", "ts": "C", "tz": "C", "zh": "CS", "dz": "C", "dj": "C", "sh": "S", "sz": "S",
    "hs": "S", "kh": "KH", "gh": "KH", "ph": "PF", "th": "T", "ck": "K",
    "b": "P", "c": "CKS", "d": "T", "f": "F", "g": "KC", "h": "H", "j": "CR", "J": "CRK", "k": "K", "l": "R", "m": "M", "n": "N",
    "p": "P", "q": "KC", "r": "R", "s": "S", "t": "T", "v": "VF", "x": "SK", "z": "CS",
}  # fmt: skip
_PART = re.compile(
    rf"(?P<consonant>{'|'.join(_SOUNDS)})|(?P<vowels>[yw]?[aeiou]+(?:[yw](?![aeiou]))?|[yw])|(?P<joint>[\s'’ʼʻ‘`-]+)"
)
# Letters that systems of romanisation exchange, and vowels, which they write in too many ways to compare.
_EXCHANGED = str.maketrans({"g": "k", "d": "t", "b": "p", "l": "r", "j": "c", "q": "c", "z": "s", "v": "u"})
_VOWELS = re.compile(r"[aeiouyŏŭ]+|['’ʼ\s-]+")
# Letters that are no letter with a mark.
_SPELT_OUT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "w": "w"})
# Vowels that no system writes for each other.
_APART = {frozenset(pair) for pair in ("ai", "au", "io")}
# Customs of writing, in the order in which they are undone. At the beginning Korean drops n, r and l before i and y;
# behind a vowel h is no sound of its own; before i the older spellings of Chinese have k for j.
_CUSTOMS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?:^|(?<= ))[nrl](?=[iy])", ""), (r"ij(?![aeiou])", "ii"), (r"(?<=[aeiou])h(?![aeiouy])", ""), (r"(?<=[aeiou])['’](?=[aeiou])", ""), (r"(?<!n)gj", "dj"),
        (r"(?<![kh])o(?:ff?|w)\b", "ov"), (r"j(?=i)", "J"),
    )
)  # fmt: skip
_INNER_J = re.compile(r"(?<=[^\W\d_])j(?=[aeiouáéíóú])")
_FIRST_J = re.compile(r"^[Jj](?=[aeiouáéíóú])")
_INNER_Y = re.compile(r"(?<=[aeiou])y(?=[aeiou])")
_INNER_H = re.compile(r"(?<=[tspkgc])h")
_BRACKET = re.compile(r"\s*\[(?P<words>[^\[\]]+)\]")
# Korean family names in their spellings; what sounds need not say, custom does.
_FAMILY_NAMES = tuple(
    frozenset(spellings.split())
    for spellings in (
        "pak park bak pack", "ri yi lee rhee i li rhie", "rim im lim yim", "ryu yu yoo ryoo you", "no noh ro roh", "choe choi chey",
        "jeong chong jung chung cheong", "kim gim", "u woo wu", "o oh", "ryang yang", "baek paek paik back", "yeo ryo yo ryeo",
        "na ra", "seo so suh", "heo ho hur huh", "jo cho", "jeon chon chun jun", "an ahn", "ku gu koo", "kang gang", "kwak gwak",
        "ko go koh", "sin shin", "yun yoon", "hwang whang", "son sohn", "yom yeom ryom", "nam", "mun moon", "jang chang", "kwon gwon",
    )
)  # fmt: skip


class _Sound(NamedTuple):
    consonants: tuple[str, ...]
    vowels: tuple[str, ...]


@lru_cache(maxsize=4096)
def sound_skeleton(name: str) -> str:
    """Return the consonants of a name in classes that romanisations of one name share, to find it among many."""
    letters = name.casefold().replace("ch", "c").replace("ts", "c")
    glides = re.sub(r"(?<![a-z])y|(?<=[\s-])y", "Y", letters)
    return _VOWELS.sub("", glides.translate(_EXCHANGED)).casefold()


def without_respellings(text: str) -> str:
    """Return a text without the brackets that only spell the name before them in another way."""
    return _BRACKET.sub(
        lambda found: "" if words_respelt(text[: found.start()], found["words"]) else found.group(), text
    )


def words_respelt(before: str, variant: str) -> str | None:
    """Return the words at the end of `before` that `variant` spells in another way, or None.

    They are as many whole words, all with capitals, as have the syllables of the variant, and not the same letters.
    """
    bare = before.rstrip()
    words = bare[-120:].split()
    if not variant[:1].isupper() or bare != bare.rstrip(" ,;:.") or not (words and words[-1][:1].isupper()):
        return None
    syllables = len(_sounds(variant).vowels)
    if not syllables:
        return None
    candidate = ""
    for word in reversed(words[-4:]):
        if not word[:1].isupper():
            return None
        candidate = f"{word} {candidate}".rstrip()
        count = len(_sounds(candidate).vowels)
        if count >= syllables:
            is_other = candidate.casefold() != variant.casefold()
            return candidate if is_other and are_spellings_of_one(candidate, variant) else None
    return None


@lru_cache(maxsize=4096)
def are_spellings_of_one(name: str, other: str) -> bool:
    """Say whether two names of the same number of syllables sound alike."""
    family, _, given = name.partition(" ")
    other_family, _, other_given = other.partition(" ")
    if given and other_given:
        is_one_family = _is_one_family(family, other_family) or _alike(family, other_family)
        words, other_words = given.split(), other_given.split()
        if len(words) == len(other_words):
            pairs = zip(words, other_words, strict=True)
            return is_one_family and all(_alike(one, two) for one, two in pairs)
        return is_one_family and _alike(given, other_given)
    return len(_sounds(name).consonants) > 1 and _alike(name, other)


def _is_one_family(name: str, other: str) -> bool:
    names = {name.casefold(), other.casefold()}
    return any(names <= spellings for spellings in _FAMILY_NAMES)


def _alike(name: str, other: str) -> bool:
    """Say whether two words sound alike in one of the ways to read each."""
    return any(_are_same(_sounds(one), _sounds(two)) for one in _readings(name) for two in _readings(other))


def _readings(word: str) -> Iterator[str]:
    """Yield the ways to read a word: inside it and before it j may be y, h a sound of its own behind another consonant, y
    between vowels none.
    """
    yield word
    for pattern, replacement in ((_INNER_J, "y"), (_FIRST_J, "y"), (_INNER_H, "-h"), (_INNER_Y, "")):
        reading = pattern.sub(replacement, word)
        if reading != word:
            yield reading


def _are_same(sounds: _Sound, others: _Sound) -> bool:
    if len(sounds.vowels) != len(others.vowels):
        return False
    for vowels, other in zip(sounds.vowels, others.vowels, strict=True):
        apart = all(frozenset((one, two)) in _APART for one in vowels for two in other)
        if apart:
            return False
    pairs = zip_longest(sounds.consonants, others.consonants, fillvalue="")
    return all(set(one) & set(two) for one, two in pairs)


@lru_cache(maxsize=4096)
def _sounds(name: str) -> _Sound:
    """Take a name apart into its consonants, double ones once, and its groups of vowels."""
    letters = name.casefold()
    if not letters.isascii():
        decomposed = unicodedata.normalize("NFKD", letters.translate(_SPELT_OUT))
        letters = "".join(filterfalse(unicodedata.combining, decomposed))
    for pattern, replacement in _CUSTOMS:
        letters = pattern.sub(replacement, letters)
    consonants: list[str] = []
    vowels: list[str] = []
    last = ""
    for part in _PART.finditer(letters):
        kind, written = part.lastgroup, part.group()
        if kind == "consonant":
            sounds = _SOUNDS[written]
            if written != last:
                consonants.append(sounds + "R" if sounds == "N" and not consonants else sounds)
            last = written
        elif kind == "vowels":
            vowels.append("".join(sorted(set(written) - {"y", "w"})) or "i")
            last = ""
    return _Sound(tuple(consonants), tuple(vowels))
