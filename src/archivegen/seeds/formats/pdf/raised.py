"""Raised numbers and letters in a printed line: marks of notes, and powers, fractions and isotopes, signs of their words.

A mark of a note stands behind a word and is none of its letters: glued to it, 1957 with a raised 3 would be the number 19573.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from archivegen.seeds.formats.pdf.text_layer import Word
from archivegen.seeds.formats.runs import RAISED

_LETTERS = re.compile(r"[ivxl]{1,6}|[*†‡§]{1,3}")
_MARK = re.compile(r"\d{1,3}")
_NUMBERS = re.compile(r"\d+(?:[,–-]\d+)*,?")
# A raised number is smaller than the letters beside it, and stands higher, in parts of their size.
_SMALLER, _HIGHER, _LOWER = 0.85, 0.15, 0.06
# So near, in letters, it stands behind its word, and so near before the words of a note.
_NEAR, _NEAR_NOTE = 0.6, 3
# A space is at least as wide, in letters.
_SPACE = 0.13
_POWER_OF = re.compile(r"(?:^|[\W\d])(?:10|[kcdm]?m|km|in|ft|yd|sq)$")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_FRACTION = ("/", "\N{FRACTION SLASH}")


def is_raised_number(word: Word, beside: Word | None, letters: frozenset[str] = frozenset()) -> bool:
    """Say whether a word is a number, or one of the letters that mark notes, raised above the one beside it, and near to it."""
    is_number = bool(_NUMBERS.fullmatch(word.text)) or word.text in letters
    return is_number and beside is not None and _is_small_beside(word, beside) and _is_above(word, beside)


def is_lowered_number(word: Word, beside: Word | None) -> bool:
    """Say whether a word is a number lowered below the one before it, and near to it: in a formula."""
    if beside is None or not word.text.isdecimal() or not _is_small_beside(word, beside):
        return False
    return word.base - beside.base > _LOWER * beside.size


def _is_above(word: Word, beside: Word) -> bool:
    return beside.base - word.base > _HIGHER * beside.size


def _is_small_beside(word: Word, beside: Word) -> bool:
    behind, before = word.left - beside.right, beside.left - word.right
    return (
        behind < _NEAR * beside.size
        and before < _NEAR_NOTE * beside.size
        and word.size < _SMALLER * beside.size
    )


def letters_marking_notes(pages: Iterable[list[list[Word]]]) -> frozenset[str]:
    """Return the letters and signs (i, ii, *) that stand raised behind words, and before the words of a row: marks of notes."""
    rows = [row for page in pages for row in page]
    first = {row[0].text for row in rows if len(row) > 1 and _LETTERS.fullmatch(row[0].text)}
    if not first:
        return frozenset()
    return (
        frozenset(
            word.text
            for row in rows
            for before, word in pairwise(row)
            if is_raised_number(word, before, frozenset(first))
        )
        & first
    )


def is_mark(word: Word, before: Word, after: Word | None, letters: frozenset[str]) -> bool:
    """Say whether a raised number is the mark of a note to the word before it."""
    if (after and _is_of_next(word, before, after)) or not (
        _MARK.fullmatch(word.text) or word.text in letters
    ):
        return False
    return not _POWER_OF.search(before.text)


def _is_of_next(word: Word, before: Word, after: Word) -> bool:
    """Say whether a raised number belongs to the word behind it: a fraction, an isotope, a verse."""
    if after.text[0] in _FRACTION and touch(word, after):
        return True
    is_nearer = after.left - word.right < min(word.left - before.right, 0.25 * after.size)
    return is_nearer and after.text[0].isalpha()


def touch(before: Word, after: Word) -> bool:
    """Say whether no space parts two words of which one is raised: a change of height looks like one to PDFium."""
    return after.left - before.right < _SPACE * max(before.size, after.size)


def lowered(number: str) -> str:
    """Return a number in lowered digits."""
    return number.translate(_LOWERED)


def raised(number: str) -> str:
    """Return a number in raised digits, which no reader takes for digits of the number before it."""
    return number.translate(RAISED)
