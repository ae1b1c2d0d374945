"""The numbers before sections, however a language writes them: 2., II., 二."""

from __future__ import annotations

import re

from archivegen.seeds.months import han_number

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBER = re.compile(
    r"\s*[(（\[]?\s*(?:(?P<figure>\d{1,2})|(?P<roman>[IVXLC]{1,7})|(?P<han>[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]))"
    r"(?=\s*(?:[.．、)）\]:：]|$))"
)


def number_before(words: str) -> int:
    """Return the number of a section that words begin with, 0 where they begin with none."""
    match = _NUMBER.match(words)
    if not match:
        return 0
    if match["figure"]:
        return int(match["figure"])
    return _of_roman(match["roman"]) if match["roman"] else han_number(match["han"])


def _of_roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
