"""Numbers as word processors print them before items, headings and notes: 1, a, IV, 第一."""

from __future__ import annotations

from collections.abc import Callable, Mapping

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_HANGUL = "가나다라마바사아자차카타파하"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
NOTE_SIGNS = "*†‡§"
_HAN = "〇一二三四五六七八九"
_CIRCLED_FIRST, _CIRCLED_LAST = 0x2460, 20
# Beyond this a number is a mistake of the file, and its letters would fill pages.
_HIGHEST = 3999


def roman(number: int) -> str:
    """Return a number in small Roman numerals: 4 -> iv."""
    digits = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        digits.append(letters * count)
    return "".join(digits)


def repeated(number: int, signs: str) -> str:
    """Return the sign of a number; behind the last sign each is doubled, then trebled: z, aa, bb."""
    return signs[(number - 1) % len(signs)] * ((number - 1) // len(signs) + 1)


def counted_on(number: int, signs: str) -> str:
    """Return the sign of a number; behind the last sign they count on as digits do: z, aa, ab."""
    found = ""
    while number:
        number, sign = divmod(number - 1, len(signs))
        found = signs[sign] + found
    return found


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _han(number: int) -> str:
    """Return a number in Chinese numerals, as they count up to ninety-nine; beyond that digit by digit."""
    tens, ones = divmod(number, 10)
    if number > 99:
        return "".join(_HAN[int(digit)] for digit in str(number))
    start = "" if not tens else "十" if tens == 1 else _HAN[tens] + "十"
    return start + (_HAN[ones] if ones or not tens else "")


def _circled(number: int) -> str:
    return chr(_CIRCLED_FIRST + number - 1) if number <= _CIRCLED_LAST else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "lowerLetter": lambda number: repeated(number, LATIN),
    "upperLetter": lambda number: repeated(number, LATIN).upper(),
    "russianLower": lambda number: repeated(number, _RUSSIAN),
    "russianUpper": lambda number: repeated(number, _RUSSIAN).upper(),
    "ganada": lambda number: repeated(number, _HANGUL),
    "aiueoFullWidth": lambda number: repeated(number, _KATAKANA),
    "chicago": lambda number: repeated(number, NOTE_SIGNS),
    "ordinal": _ordinal,
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "japaneseCounting": _han,
    "koreanCounting": _han,
    "taiwaneseCounting": _han,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalFullWidth": _full_width,
    "none": lambda _: "",
}


def printed_number(number: int, form: str) -> str:
    """Return a number in one of Word's forms (`lowerRoman`); in a form that is not known, and beyond what forms can
    count, in digits.
    """
    written = _FORMS.get(form)
    return written(number) if written and 0 < number <= _HIGHEST else "" if form == "none" else str(number)
