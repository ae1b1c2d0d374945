"""Into which shard of the search index a text goes: each language is cut at dates that never move, as far as its shards are
light enough.

All days there are form a row of 2^21, which is halved again and again; a shard is the largest such part whose texts are
within the budget. A part is divided for its own weight alone, so that a new text moves no text of another shard.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_lowercase, digits

# The indexer takes 120 to 190 KB of memory for a text of 400 words, 45 to 60 bytes for each letter. Smaller shards would cost
# each search another piece of index of 25 KB for each; searching larger ones costs what grows with the square of their hits.
MOST_TEXTS = 8_000
# As many of 400 words have. Fewer texts that are longer cost as much.
MOST_LETTERS = 24_000_000
MEMORY_OF_ONE = "1.5 GB"
# A letter of these is a word or half of one, and of Korean each compound is indexed by its parts: 225 to 400 bytes of memory.
_HEAVY_LETTERS = re.compile(
    r"[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]+"
)
_WEIGHT_OF_HEAVY = 5

# The row begins in 2960 BC and ends in 2783; what is older or later stands at its ends.
_DAYS_BEFORE_1970 = 1_800_000
_BITS_OF_DAYS, _BITS_OF_DIGEST = 21, 19
_BITS_OF_UNDATED = 35
_FIGURES = digits + ascii_lowercase


@dataclass(frozen=True, slots=True)
class SearchText:
    """A document in one language, as far as it matters for its shard: `day` is the earliest of its date, in days since 1 January
    1970, None where it has none; `place` is its place among all documents.
    """

    document_id: str
    language: str
    day: int | None
    letters: int
    place: int = 0


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the search index: its name, which is the language tag of its records, and its texts in their order."""

    name: str
    language: str
    texts: tuple[SearchText, ...]


def shards_of(texts: Iterable[SearchText]) -> tuple[Shard, ...]:
    """Return the shards of all texts by their names; each text is in one of them."""
    by_language: dict[str, list[SearchText]] = defaultdict(list)
    for text in sorted(texts, key=lambda text: (text.place, text.document_id)):
        by_language[text.language].append(text)
    found = []
    for language, own in by_language.items():
        divided = _divided(own)
        for name, members in divided.items():
            found.append(Shard(_tag(language, name, is_alone=len(divided) == 1), language, tuple(members)))
    return tuple(sorted(found, key=lambda shard: shard.name))


def letters_of(words: str) -> int:
    """Return how many letters words count for in a budget: those of which a word is made in scripts without spaces, and in Korean,
    for several.
    """
    heavy = 0 if words.isascii() else sum(map(len, _HEAVY_LETTERS.findall(words)))
    return len(words) + (_WEIGHT_OF_HEAVY - 1) * heavy


def _tag(language: str, name: str, *, is_alone: bool) -> str:
    return language if is_alone else f"{language}-x-{name}"


def _divided(texts: list[SearchText]) -> dict[str, list[SearchText]]:
    """Return the texts of one language by the names of their parts."""
    if _is_light(texts):
        return {"": texts}
    dated = [text for text in texts if text.day is not None]
    undated = [text for text in texts if text.day is None]
    return {
        **_halved(dated, _BITS_OF_DAYS + _BITS_OF_DIGEST, ""),
        **_halved(undated, _BITS_OF_UNDATED, "u"),
    }


def _halved(texts: list[SearchText], depth: int, sign: str) -> dict[str, list[SearchText]]:
    """Return texts by the names of the largest parts of one row that are light enough; of what cannot be divided any more the
    last part.
    """
    parts: dict[str, list[SearchText]] = {}
    waiting = [(texts, 0, depth)] if texts else []
    while waiting:
        inside, first, level = waiting.pop()
        if level == 0 or _is_light(inside):
            # The middle of a part is that of no other part.
            parts[sign + _in_figures(2 * first + (1 << level), 8 - len(sign))] = inside
            continue
        middle = first + (1 << (level - 1))
        halves = (
            [text for text in inside if _point(text) < middle],
            [text for text in inside if _point(text) >= middle],
        )
        waiting += [
            (half, begin, level - 1) for half, begin in zip(halves, (first, middle), strict=True) if half
        ]
    return parts


def _point(text: SearchText) -> int:
    """Return where a text stands in its row: by its day, and within the day, or without any, by the digest of its id."""
    digest = int.from_bytes(hashlib.sha256(text.document_id.encode()).digest()[:8])
    if text.day is None:
        return digest >> (64 - _BITS_OF_UNDATED)
    day = min(max(text.day + _DAYS_BEFORE_1970, 0), (1 << _BITS_OF_DAYS) - 1)
    return (day << _BITS_OF_DIGEST) + (digest >> (64 - _BITS_OF_DIGEST))


def _is_light(texts: list[SearchText]) -> bool:
    are_few = len(texts) <= MOST_TEXTS and sum(text.letters for text in texts) <= MOST_LETTERS
    return are_few or len(texts) == 1


def _in_figures(number: int, length: int) -> str:
    """Return a number in letters and figures, of which names are made that sort as the numbers do."""
    figures = ""
    for _ in range(length):
        number, figure = divmod(number, len(_FIGURES))
        figures = _FIGURES[figure] + figures
    return figures
