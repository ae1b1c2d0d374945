"""The language of a text, known by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter

# The commonest words of languages, enough to tell them apart in a page of text; none belongs to two of them.
_COMMON_WORDS = {
    "en": "the of and to that was with for he his they which this have from".split(),
    "fr": "le les des et du une est dans qui pour au avec cette sur par".split(),
    "de": "der die und das ist nicht von den dem zu mit sich auf ein eine".split(),
    "es": "el los las del que una con por para como está sus y lo más".split(),
    "ru": "и в не на что с по как это он к из но для от".split(),
    "pl": "w nie się że jest z przez oraz który był po jak od dla ze".split(),
}
_SCRIPTS = (
    ("ko", re.compile(r"[가-힣]")),
    ("ja", re.compile(r"[ぁ-ヿ]")),
    ("zh", re.compile(r"[一-鿿]")),
)
_FEWEST_WORDS = 20


def language_of(text: str) -> str | None:
    """Return the language of a text by its script and commonest words, or None where that is not decisive."""
    for language, script in _SCRIPTS:
        if len(script.findall(text)) > len(text) / 6:
            return language
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    total = words.total()
    shares = sorted(
        ((sum(words[word] for word in common) / total, language) for language, common in _COMMON_WORDS.items()),
        reverse=True,
    ) if total >= _FEWEST_WORDS else []  # fmt: skip
    if shares and shares[0][0] > 0.1 and shares[0][0] > 2 * shares[1][0]:
        return shares[0][1]
    return None
