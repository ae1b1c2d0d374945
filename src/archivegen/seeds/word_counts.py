"""The words of a text, counted once for all who ask which words it has."""

from __future__ import annotations

import re
from collections import Counter
from itertools import filterfalse

_WORD = re.compile(r"[^\W\d_]+")
_COMMON_SIGNS = ",.[]()-;:’“”"


def count_words(text: str) -> Counter[str]:
    """Return how often each word stands in a text; signs and figures divide words."""
    for sign in _COMMON_SIGNS:
        text = text.replace(sign, " ")
    counts = Counter(text.split())
    # Most of what stands between spaces and these signs is a word as it is; only the rest is taken apart.
    for part in list(filterfalse(str.isalpha, counts)):
        times = counts.pop(part)
        for word in _WORD.findall(part):
            counts[word] = counts.get(word, 0) + times
    return counts
