"""What the words of a passage are recognised by when only that is kept.

A sketch is a digest of the words and the smallest hashes of the single words: enough to know the same words again, and
to estimate how many words two texts share, without keeping the words themselves.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

# Measured on the texts of tests/cases; docs/decisions.md has the figures.
_HASHES = 32
_DIGEST_LENGTH, _HASH_LENGTH = 12, 4
# Scripts that put no spaces between words are compared by letters.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def sketch(text: str) -> str:
    """Return the sketch of a passage's words as hexadecimal digits."""
    return digest_of_words(text) + "".join(sorted(words_of(text)))


def sketch_of_text(sketches: Iterable[str]) -> str:
    """Return the sketch of a text from those of its passages, in whatever order they stand; "" where it has none."""
    passages = sorted(sketches)
    if not passages:
        return ""
    words = frozenset[str]().union(*map(words_in, passages))
    return digest_of_words(" ".join(map(digest_in, passages))) + "".join(sorted(words)[:_HASHES])


def is_same(sketch_before: str, text: str) -> bool:
    """Say whether a sketch is that of a text, letter for letter."""
    return digest_in(sketch_before) == digest_of_words(text)


def digest_of_words(text: str) -> str:
    """Return the digest of all words of a text, whatever white space is between them."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_DIGEST_LENGTH]


def words_of(text: str) -> frozenset[str]:
    """Return the smallest hashes of the single words of a text."""
    return frozenset(sorted({_hash(word) for word in _WORD.findall(text.casefold())})[:_HASHES])


@lru_cache(maxsize=65536)
def _hash(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()[:_HASH_LENGTH]


def digest_in(sketch_before: str) -> str:
    """Return the digest of all words that a sketch holds."""
    return sketch_before[:_DIGEST_LENGTH]


def words_in(sketch_before: str) -> frozenset[str]:
    """Return the hashes of single words that a sketch holds."""
    places = range(_DIGEST_LENGTH, len(sketch_before), _HASH_LENGTH)
    return frozenset(sketch_before[start : start + _HASH_LENGTH] for start in places)


def shared_words(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    """Estimate which part of all words of two texts stands in both, and how many words they have together.

    The smallest hashes are a fair sample (Broder 1997); the closer together they lie, the more there are in all.
    """
    sample = sorted(one | other)[:_HASHES]
    likeness = sum(word in one and word in other for word in sample) / max(1, len(sample))
    if len(sample) < _HASHES:
        return likeness, len(sample)
    return likeness, (_HASHES - 1) * 16**_HASH_LENGTH / (int(sample[-1], 16) + 1)
