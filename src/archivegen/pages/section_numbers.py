"""The numbers before sections, however a language writes them: 2., II., 二."""

from __future__ import annotations

import re

_HAN = "〇一二三四五六七八九"
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMBER = re.compile(
    r"\s*[(（\[]?\s*(?:(?P<figure>\d{1,2})|(?P<roman>[IVXLC]{1,7})|(?P<han>[一二三四五六七八九十]{1,3}))"
    r"(?=\s*(?:[.．、)）\]:：]|$))"
)


def number_before(words: str) -> int:
    """Return the number of a section that words begin with, 0 where they begin with none."""
    match = _NUMBER.match(words)
    if not match:
        return 0
    if match["figure"]:
        return int(match["figure"])
    return _of_roman(match["roman"]) if match["roman"] else _of_han(match["han"])


def _of_roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _of_han(signs: str) -> int:
    """Return a number below a hundred in Chinese signs; 0 for signs that are none."""
    tens, ten, ones = signs.rpartition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in tens:
        return 0
    return (10 * (_HAN.index(tens) if tens else 1) if ten else 0) + (_HAN.index(ones) if ones else 0)
