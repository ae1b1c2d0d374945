"""What stands in place of words that must not be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from archivegen.records.values import Value

REDACTED_WORD = "redacted"
REDACTED = f"[{REDACTED_WORD}]"


# Parts of a value that are terms of the program, or say how it was found: no words of anybody's.
_TERMS = frozenset("rule file status by certainty kind type lines confirmed".split())
_BETWEEN_WORDS = r"[\s_-]+"
# Where a word may be broken: at the end of a line, or where it has a place for that.
_BREAK = r"(?:\u00ad|[-\u2010]\s*\n\s*)?"


@lru_cache(maxsize=256)
def pattern_of(words: str, *, ending: str = "", after_initial: str = "") -> re.Pattern[str]:
    """Return a pattern of words as they may stand: in any case, over the end of a line, with any space or hyphens
    between them, letters with marks written as one character or as several.

    `ending` is a pattern of what may follow the last of them, `after_initial` of what may follow a single letter.
    """
    parts = [part for part in re.split(_BETWEEN_WORDS, words) if part] or [words]
    written = [_word(part) + (after_initial if len(part) == 1 else "") for part in parts]
    return re.compile(r"(?<!\w)" + _BETWEEN_WORDS.join(written) + ending + r"(?!\w)", re.IGNORECASE)


def _word(written: str) -> str:
    return _BREAK.join(map(_letter, unicodedata.normalize("NFC", written)))


def _letter(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"


def covered(text: str, redacted_words: Iterable[str]) -> str:
    """Return a text with each of some words covered."""
    for words in redacted_words:
        text = pattern_of(words).sub(REDACTED, text)
    return text


def covered_values(
    fields: Mapping[str, tuple[Value, ...]], redacted_words: tuple[str, ...]
) -> dict[str, tuple[Value, ...]]:
    """Return values with each of some words covered in all that they say."""
    return {
        name: tuple(_covered(value, redacted_words) for value in values) for name, values in fields.items()
    }


def texts_of(value: Value) -> dict[str, str]:
    """Return the parts of a value that say something in words, by their names."""
    parts = {part: text for part, text in value.as_json().items() if part not in _TERMS}
    return {part: text for part, text in parts.items() if isinstance(text, str)}


def _covered(value: Value, redacted_words: tuple[str, ...]) -> Value:
    parts: dict[str, Any] = {part: covered(text, redacted_words) for part, text in texts_of(value).items()}
    if value.confirmed:
        parts["confirmed"] = value.confirmed._replace(by=covered(value.confirmed.by, redacted_words))
    return replace(value, **parts)
