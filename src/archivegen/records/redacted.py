"""What stands in place of words that must not be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

REDACTED_WORD = "redacted"
REDACTED = f"[{REDACTED_WORD}]"


@lru_cache(maxsize=256)
def pattern_of(words: str) -> re.Pattern[str]:
    """Return a pattern of words as they may stand: over the end of a line, with any space between them."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words.split())) + r"(?!\w)")


def covered(text: str, redacted_words: Iterable[str]) -> str:
    """Return a text with each of some words covered."""
    for words in redacted_words:
        text = pattern_of(words).sub(REDACTED, text)
    return text
