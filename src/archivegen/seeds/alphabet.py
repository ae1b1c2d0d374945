"""What letters a text is written in: capitals, the Latin alphabet."""

from __future__ import annotations

# Latin, Greek and Cyrillic letters, of every language that has capitals.
_LETTERS = [
    chr(code)
    for span in ((0x41, 0x24F), (0x370, 0x52F), (0x1E00, 0x1FFF))
    for code in range(span[0], span[1] + 1)
]
UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "".join(letter for letter in _LETTERS if letter.islower())


def is_in_capitals(text: str, fewest: int = 8) -> bool:
    """Say whether a line is written in capitals, with at least some letters; in scripts that have none no line is."""
    has_capitals = any(map(str.isupper, text)) and not any(map(str.islower, text))
    return has_capitals and sum(map(str.isalpha, text)) >= fewest


def is_in_latin_letters(text: str) -> bool:
    """Say whether most letters of a text are Latin."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter < "\u0250" or "\u1e00" <= letter < "\u1f00" for letter in letters) * 2 > len(letters)


def in_small_letters(words: str) -> str:
    """Return words as the keys of a table are written, however their letters are: with `İ` and `ı` for an i too.

    A pattern without regard to case takes those two for an i, which `casefold` does not.
    """
    return words.replace("İ", "i").casefold().replace("ı", "i")
