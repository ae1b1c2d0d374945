"""Runs of words with capitals in a text, with the small words between them that belong to names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.seeds.alphabet import UPPER
from archivegen.seeds.cities import known_city
from archivegen.seeds.initials import INITIAL_LETTER
from archivegen.seeds.particles import PARTICLES
from archivegen.seeds.vocabulary import FORMS_OF_ADDRESS
from archivegen.seeds.word_kinds import Kind, kind_of_word

_ABBREVIATED = "|".join(
    re.escape(word[:-1]) for word in sorted(FORMS_OF_ADDRESS, key=len, reverse=True) if word.endswith(".")
)
# Most letters are a to z, which need no closer look.
_WORD = rf"(?!I(?![\w'’-]))[{UPPER}][a-z]*(?:[^\W\d_]|['’-](?=[^\W\d_]))*['’]?"
# Initials and shortened words are tried only where a stop is near.
_TOKEN = rf"(?:(?=\w{{1,8}}\.)(?:{INITIAL_LETTER}(?:-?{INITIAL_LETTER})*(?!\.)|(?:{_ABBREVIATED}|St|Gen|Col|Maj|Capt|Lt)\.)|{_WORD})"
_PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES))})[ \n])"
_RUN = re.compile(rf"(?:{_TOKEN})(?:(?:[ \n]|(?<=\.))(?:{_PARTICLE}{{0,2}})(?:{_TOKEN}))*")


def _capital(letters: str) -> re.Pattern[str]:
    """Return what finds where a run may begin: at a word with a capital, one of some letters. Most such words are plain and
    alone, and taken as they are: nothing that could go on with a run stands behind them.
    """
    return re.compile(rf"[{letters}](?<![\w-].)(?:[a-z]++(?=[,;:)]|[ \n](?!{_PARTICLE}|[{letters}])))?")


# Most texts have plain letters alone, among which capitals are found in half the time.
_CAPITAL, _PLAIN_CAPITAL = _capital(UPPER), _capital("A-Z")
RIVER_COLOURS = frozenset("Red Black White Yellow Blue Green Golden Silver Long Big Salt Pearl Stony".split())
_DONS = frozenset(("Don", "Doña", "Dom", "Dona"))
_SENTENCE_END = frozenset(".!?:…\r")
_OPENING = "“”\"'‘’([ \n"
_PIECE = re.compile(rf"{INITIAL_LETTER}(?:-?{INITIAL_LETTER})*|\S+")


def runs_in(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield the runs of a text in their order, each by where it begins and ends and its words; of those of one plain word
    only names.
    """
    end = 0
    for capital in (_PLAIN_CAPITAL if text.isascii() else _CAPITAL).finditer(text):
        start, stop = capital.span()
        if start < end:
            continue
        if stop - start > 1:
            word = text[start:stop]
            # Most words with capitals stand alone, and most of these are no names.
            if kind_of_word(word) == "name":
                yield start, stop, [word]
        elif run := _RUN.match(text, start):
            end = run.end()
            written = run.group()
            words = written.split()
            # Initials may stand without a space before the surname.
            is_glued = "." in written and any("." in word[:-1] for word in words)
            yield start, end, _PIECE.findall(written) if is_glued else words


def starts_of(text: str, start: int, words: list[str]) -> list[int]:
    """Return where the words of a run begin that begins at a place of a text."""
    if len(words) == 1:
        return [start]
    starts = []
    for word in words:
        start = text.index(word, start)
        starts.append(start)
        start += len(word)
    return starts


def words_before(text: str, start: int) -> tuple[bool, str, str]:
    """Return whether a word begins a sentence, the word before it, and the sign before it where no word is there."""
    before = text[max(0, start - 40) : start]
    if before[-1:] in (" ", "\n") and before[-2:-1].isalnum():
        return False, before.rsplit(None, 1)[-1].casefold(), ""
    bare = before.rstrip(_OPENING)
    begins_sentence = not bare or bare[-1] in _SENTENCE_END or before[-1] == "\r" or _is_item(bare)
    return begins_sentence, "", before.strip()[-1:]


def _is_item(before: str) -> bool:
    """Say whether a number such as `(1)` stands before, with which an item of a list begins."""
    return before.endswith(")") and before[-2:-1].isdigit()


def with_cities(words: list[str], kinds: list[Kind]) -> list[Kind]:
    """Take common words for names where they are the name of a known city: Port Said."""
    for place in range(len(words) - 1):
        if "other" in kinds[place : place + 2] and known_city(f"{words[place]} {words[place + 1]}"):
            kinds[place : place + 2] = ["name", "name"]
    return kinds


def with_dons(words: list[str], kinds: list[Kind]) -> list[Kind]:
    """Take `Don` before a whole name for a form of address: Don Rafael Ortega."""
    return [
        "address" if word in _DONS and following == ["name", "name"] else kind
        for word, kind, following in zip(
            words, kinds, (kinds[place + 1 : place + 3] for place in range(len(words))), strict=True
        )
    ]


def with_rivers(words: list[str], kinds: list[Kind]) -> list[Kind]:
    """Take the colour of a river for its name: the Red River."""
    return [
        "name" if word in RIVER_COLOURS and behind in ("River", "Lake") else kind
        for word, kind, behind in zip(words, kinds, [*words[1:], ""], strict=True)
    ]
