"""When two spellings are of one name: they have the same consonants in the classes that romanisations exchange."""

from __future__ import annotations

import re
from functools import lru_cache

# Letters that systems of romanisation exchange, and vowels, which they write in too many ways to compare.
_EXCHANGED = str.maketrans({"g": "k", "d": "t", "b": "p", "l": "r", "j": "c", "q": "c", "z": "s", "v": "u"})
_VOWELS = re.compile(r"[aeiouyŏŭ]+|['’ʼ\s-]+")


@lru_cache(maxsize=4096)
def sound_skeleton(name: str) -> str:
    """Return the consonants of a name in classes that romanisations of one name share."""
    letters = name.casefold().replace("ch", "c").replace("ts", "c")
    yes_glides = re.sub(r"(?<![a-z])y|(?<=[\s-])y", "Y", letters)
    return _VOWELS.sub("", yes_glides.translate(_EXCHANGED)).casefold()


def words_respelt(before: str, variant: str) -> str | None:
    """Return the words at the end of `before` that `variant` spells in another way, or None.

    They are as many whole words as give the same consonants in the same order, and not the same letters.
    """
    skeleton = sound_skeleton(variant)
    words = before.rstrip().split()
    if len(skeleton) < 2 or before.rstrip() != before.rstrip(" ,;:"):
        return None
    for count in range(1, min(4, len(words)) + 1):
        candidate = " ".join(words[-count:])
        if not words[-count][:1].isupper():
            return None
        if sound_skeleton(candidate) == skeleton and candidate.casefold() != variant.casefold():
            return candidate
    return None
