"""How damaged a text is: in one that a machine recognised badly, no reading is certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import filterfalse

from archivegen.problems import Problem
from archivegen.records.changed import changed
from archivegen.records.trials import may_be_certain
from archivegen.seeds.draft import Found
from archivegen.seeds.signs import has_any

# A word, a name with initials, a number, a date, a sign; with the marks that may stand around it.
_WHOLE = re.compile(
    r"[(\[“\"‘'«„<*]*—?(?:[^\W\d_]+(?:[-'’./—–,]+[^\W\d_]+)*|(?:[^\W\d_]\.)+|[\d.,:/%-]+\w{0,3}|[№#&—–…-]+|N[º°]|https?:\S+)?['’]?"
    r"[)\]”\"’'»,.;:!?…>*]*"
)
# What parts words or keeps them together, and has no shape.
_UNSEEN_SIGNS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN = re.compile(f"[{_UNSEEN_SIGNS}]")
# From here on stand the letters of Chinese, Japanese and Korean, whose marks stand within words: what is odd is not known there.
_EAST_ASIAN = "\u2e80"
# The rows of a table have strokes at both ends; strokes elsewhere are what a machine made of dirt.
_ROW_OF_TABLE = re.compile(r"^\s*\|[^|]*\|.*\|\s*$")
# Texts typed by hand have under one odd word in forty; recognised pages of old carbon copies one in ten.
_MOST_ODD_WORDS = 0.025
_FEWEST_ODD_WORDS = 8
_ENOUGH_WORDS = 2000


def is_damaged(lines: Sequence[str]) -> bool:
    """Say whether a text has so many words that are none that it must have been recognised badly by a machine."""
    text = " ".join(lines)
    if "|" in text:
        text = " ".join([line for line in lines if not _ROW_OF_TABLE.match(line)])
    if not text.isascii() and has_any(_UNSEEN_SIGNS, text):
        text = _UNSEEN.sub("", text)
    words = text.split()[:_ENOUGH_WORDS]
    # Most words are letters alone, and most others have a stop or a comma behind them.
    with_signs = " ".join(filterfalse(str.isalpha, words)) + " "
    beyond_letters = filterfalse(str.isalpha, with_signs.replace(", ", " ").replace(". ", " ").split())
    odd = sum([max(word) < _EAST_ASIAN for word in beyond_letters if not _WHOLE.fullmatch(word)])
    return odd >= _FEWEST_ODD_WORDS and odd > _MOST_ODD_WORDS * len(words)


def doubted(found: tuple[Found, ...], *, is_damaged: bool) -> tuple[Found, ...]:
    """Return values of which only those are certain whose rule has earned it, and in a damaged text none."""
    return tuple(
        Found(name, changed(value, certainty="probable"))
        if value.certainty == "certain" and (is_damaged or not may_be_certain(name, value.rule))
        else each
        for each in found
        for name, value in (each,)
    )


def damaged_text(path: str) -> Problem:
    """Return the notice that a text is damaged."""
    return Problem(
        path=path,
        level="notice",
        code="damaged-text",
        message="so many words of this text are damaged that nothing read from it is taken for certain",
        fix="check what was read, and confirm or correct it in the file of corrections",
    )
