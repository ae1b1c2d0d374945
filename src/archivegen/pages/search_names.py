"""What a document is found by beside its words: every spelling of its names, its numbers, parts of words that scripts without
spaces hide, and `ue` for `ü`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import filterfalse

from archivegen.archive.archive import Document
from archivegen.pages.hangul import nouns_inside
from archivegen.pages.listing import Desk
from archivegen.records.agents import SPELT_OUT, folded
from archivegen.records.fields import FIELDS

# Letters and brackets first, and then whether brackets are in a word: both at once would read long runs over and over.
_LETTERS_AND_BRACKETS = re.compile(r"[\w\[\]]+")
_BRACKETS_IN_WORD = re.compile(r"\w\[\w+\]|\[\w+\]\w")
_SPELT_OUT = SPELT_OUT | {ord("ß"): "ss"}
# How German and Nordic letters are written where there are none: what the indexer makes of them is one letter.
_TWO_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss"}
_IN_TWO_LETTERS = str.maketrans(
    _TWO_LETTERS | {letter.upper(): two.capitalize() for letter, two in _TWO_LETTERS.items() if letter != "ß"}
)
# Those that are spelt in two letters anyhow are left to the other spellings.
_WORD_IN_TWO_LETTERS = re.compile(r"\w*[äöüøåÄÖÜØÅ]\w*")
# Capitals too; an apostrophe stays, and parts a word for the indexer.
_SPELT_OUT_IN_NAMES = {letter: spelt for letter, spelt in _SPELT_OUT.items() if spelt} | {
    ord(chr(letter).upper()): spelt.capitalize()
    for letter, spelt in _SPELT_OUT.items()
    if spelt and chr(letter).upper() not in ("I", "SS")
}
# The stemmer of German does that, in the texts and in what is asked.
_TAKES_SHARP_S = "de"
_HAN_NAME = re.compile(r"[㐀-鿿豈-﫿々ぁ-ヿ가-힣]+(?:[ ·・‧•＝]+[㐀-鿿豈-﫿々ぁ-ヿ가-힣]+)*")
_BETWEEN_PARTS = re.compile(r"[ ·・‧•＝]+")
_HANGUL = re.compile(r"[가-힣]")
_SHORTEST_PART = 2
# Of a run of letters that is no name, endings in full would be as many letters as its square.
_LONGEST_PART = 24


def names_of(desk: Desk, document: Document, language: str) -> list[str]:
    """Return every spelling of whoever and whatever the record names, its reference, its numbers, the titles of other versions,
    and words of the text as they may be typed: whole where editors’ brackets break them, without the letters that the indexer does
    not fold.

    All are without accents, each once: the indexer folds them itself, but finds no phrase in a field that has one of its words
    with an accent and without.
    """
    names: dict[str, None] = dict.fromkeys(_named(desk, document))
    for name in (text.text_of("title") for text in document.record.texts[1:]):
        names |= {name: None} if name else {}
    names |= {in_two_letters(name): None for name in names if not name.isascii()}
    table = SPELT_OUT if language == _TAKES_SHARP_S else _SPELT_OUT
    for block in (block for text in document.record.texts for block in text.body.blocks):
        names |= dict.fromkeys(bracketed_words(block.text))
        # The indexer folds letters with marks, but not those that are letters of their own, such as ł and đ.
        for word in () if block.text.isascii() else re.findall(r"\w+", block.text):
            if word.lower().translate(table) != word.lower():
                names[folded(word)] = None
    return list({folded(name): _without_accents(name) for name in reversed(names)}.values())[::-1]


def bracketed_words(text: str) -> Iterator[str]:
    """Yield the words that editors’ brackets break, without them: `Korean` of `[Kor]ean`."""
    for run in _LETTERS_AND_BRACKETS.findall(text) if "[" in text else ():
        if _BRACKETS_IN_WORD.search(run):
            yield run.replace("[", "").replace("]", "")


def in_two_letters(words: str) -> str:
    """Return words as German and Nordic letters are written where there are none: `Mueller` for `Müller`."""
    return unicodedata.normalize("NFC", words).translate(_IN_TWO_LETTERS)


def words_in_two_letters(text: str) -> Iterator[str]:
    """Yield the words of a text that have such letters as they are written without them, in small letters."""
    if not text.isascii():
        for word in _WORD_IN_TWO_LETTERS.findall(unicodedata.normalize("NFC", text)):
            yield folded(in_two_letters(word.lower()))


def _without_accents(name: str) -> str:
    """Return a name in the letters that are typed for it, capitals and apostrophes as they are."""
    if name.isascii():
        return name
    bare = "".join(
        filterfalse(unicodedata.combining, unicodedata.normalize("NFD", name.translate(_SPELT_OUT_IN_NAMES)))
    )
    return unicodedata.normalize("NFC", bare)


def parts_inside(texts: Iterable[str], names: Sequence[str]) -> list[str]:
    """Return what words of texts and names have inside, each once: nouns of Korean compounds, and the parts of names in
    Chinese, Japanese and Korean letters, with what those end with, which is the given name; and words of texts with German and
    Nordic letters as they are written without them.
    """
    found: dict[str, None] = {}
    known = frozenset(folded(word) for name in names for word in re.findall(r"\w+", name))
    for text in texts:
        found.update(dict.fromkeys(nouns_inside(text)))
        # Of a word in two fields of a record the indexer says now the one and now the other score.
        found.update(dict.fromkeys(word for word in words_in_two_letters(text) if word not in known))
    for name in names:
        found.update(dict.fromkeys(_parts_of_name(name)))
    return list(found)


def _named(desk: Desk, document: Document) -> Iterator[str]:
    for row in FIELDS:
        for value in document.record.fields.get(row.name, ()):
            entity = desk.entity_of(row, value, document.id)
            if entity and entity.index in ("people", "organisations", "places"):
                yield from (entity.name, *entity.spellings)
            elif row.name in ("reference_code", "registrations", "identifiers"):
                yield value.value


def _parts_of_name(name: str) -> Iterator[str]:
    if name.isascii():
        return
    yield from nouns_inside(name)
    for match in _HAN_NAME.finditer(name):
        parts = _BETWEEN_PARTS.split(match.group())
        whole = "".join(parts)
        yield from (whole, *parts) if len(parts) > 1 else ()
        # Chinese and Japanese names are asked for in parts that may be single signs.
        shortest = _SHORTEST_PART if _HANGUL.search(whole) else 1
        for start in range(1, len(whole) - shortest + 1):
            yield whole[start : start + _LONGEST_PART]
