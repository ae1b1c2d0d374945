"""Which passage of a text is which passage of the text as it was published, told from sketches of their words.

A sketch is a digest of the words and the smallest hashes of the single words: enough to know the same words again, and
to estimate how many words two texts share, without keeping the words themselves.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

# Both were measured on the texts of tests/cases; docs/decisions.md has the figures.
_LEAST_LIKENESS = 0.25
_HASHES = 32
_DIGEST_LENGTH, _HASH_LENGTH = 12, 4
# The same words may stand in a text many times: each is then sought this far from its own rank among them.
_REACH = 50
# Scripts that put no spaces between words are compared by letters.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
Pair = tuple[int, int, float]


def sketch(text: str) -> str:
    """Return the sketch of a passage's words as hexadecimal digits."""
    return _digest(text) + "".join(sorted(_hashes(text)))


def is_same(sketch_before: str, text: str) -> bool:
    """Say whether a sketch is that of a text, letter for letter."""
    return sketch_before[:_DIGEST_LENGTH] == _digest(text)


def _digest(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_DIGEST_LENGTH]


def _hashes(text: str) -> frozenset[str]:
    return frozenset(sorted({_hash(word) for word in _WORD.findall(text.casefold())})[:_HASHES])


@lru_cache(maxsize=65536)
def _hash(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()[:_HASH_LENGTH]


def match(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Return which sketch of before each text of now belongs to, by position; no position stands twice.

    The same words are matched first, in order and then out of order; corrected words then, between passages that
    stand in order, where they are like enough: of two parts of a divided passage the larger one is it.
    """
    same_before, same_now = [text[:_DIGEST_LENGTH] for text in before], [_digest(text) for text in now]
    in_order = _same_in_order(same_before, same_now)
    found = in_order | _out_of_order(same_before, same_now, in_order)
    taken = set(found.values())
    for left, right in _gaps(in_order, len(before), len(now)):
        open_left = [position for position in left if position not in taken]
        open_right = [position for position in right if position not in found]
        found |= _heaviest_chain(_alike(before, open_left, now, open_right))
    return found


def _same_in_order(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Return the passages with the same words that stand in order: first those whose words stand once, then between
    them the others.
    """
    times_before, times_now = Counter(before), Counter(now)
    once = [times_before[words] == times_now[words] == 1 for words in before]
    everywhere = range(len(before)), range(len(now))
    found = _heaviest_chain(
        pair for pair in _same(before, everywhere[0], now, everywhere[1]) if once[pair[0]]
    )
    for left, right in tuple(_gaps(found, len(before), len(now))):
        found |= _heaviest_chain(_same(before, left, now, right))
    return found


def _gaps(found: dict[int, int], before: int, now: int) -> Iterator[tuple[range, range]]:
    """Yield the positions of before and of now that lie between passages that were found in order."""
    ends = [(-1, -1), *sorted(found.items()), (now, before)]
    for (now_start, before_start), (now_end, before_end) in pairwise(ends):
        yield range(before_start + 1, before_end), range(now_start + 1, now_end)


def _same(before: Sequence[str], left: range, now: Sequence[str], right: range) -> Iterator[Pair]:
    """Yield the pairs of some positions with the same words; of words that stand often, those of about the same rank."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    for position in right:
        positions[now[position]].append(position)
    rank: Counter[str] = Counter()
    for position in left:
        words = before[position]
        near = slice(max(0, rank[words] - _REACH), rank[words] + _REACH + 1)
        rank[words] += 1
        yield from ((position, other, 1) for other in positions[words][near])


def _out_of_order(before: Sequence[str], now: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    taken = set(found.values())
    free: defaultdict[str, list[int]] = defaultdict(list)
    for position in reversed(range(len(before))):
        if position not in taken:
            free[before[position]].append(position)
    return {
        position: free[words].pop()
        for position, words in enumerate(now)
        if position not in found and free.get(words)
    }


def _alike(
    before: Sequence[str], left: Sequence[int], now: Sequence[str], right: Sequence[int]
) -> Iterator[Pair]:
    """Yield the pairs of some positions whose words are like enough, with the number of words they share."""
    hashes = {position: words_in(before[position]) for position in left}
    with_hash: defaultdict[str, list[int]] = defaultdict(list)
    for position, own in hashes.items():
        for word in own:
            with_hash[word].append(position)
    for position in right:
        own = _hashes(now[position])
        shared = Counter(other for word in own for other in with_hash.get(word, ()))
        for other, count in shared.items():
            if count >= _LEAST_LIKENESS * max(1, min(len(own), len(hashes[other]))):
                likeness, words = _shared(own, hashes[other])
                if likeness >= _LEAST_LIKENESS:
                    yield other, position, likeness * words


def words_in(sketch_before: str) -> frozenset[str]:
    """Return the hashes of single words that a sketch holds."""
    places = range(_DIGEST_LENGTH, len(sketch_before), _HASH_LENGTH)
    return frozenset(sketch_before[start : start + _HASH_LENGTH] for start in places)


def _shared(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    """Estimate which part of all words of two texts stands in both, and how many words they have together.

    The smallest hashes are a fair sample (Broder 1997); the closer together they lie, the more there are in all.
    """
    sample = sorted(one | other)[:_HASHES]
    likeness = sum(word in one and word in other for word in sample) / len(sample)
    if len(sample) < _HASHES:
        return likeness, len(sample)
    return likeness, (_HASHES - 1) * 16**_HASH_LENGTH / (int(sample[-1], 16) + 1)


def _heaviest_chain(pairs: Iterable[Pair]) -> dict[int, int]:
    """Return the chain of pairs that rises on both sides and weighs most, as position of now to position of before.

    Where all weigh the same it is a longest common subsequence (Hunt and Szymanski 1977). `ends` and `tops` are the
    last positions of the best chains so far and their weights: each that goes farther weighs more.
    """
    ends: list[int] = []
    tops: list[tuple[float, int]] = []
    chains: list[tuple[int, int, int | None]] = []
    for before, now, weight in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        place = bisect_left(ends, now)
        total, link = tops[place - 1] if place else (0.0, None)
        total += weight
        last = place
        while last < len(ends) and tops[last][0] <= total:
            last += 1
        if last == place and place < len(ends) and ends[place] == now:
            continue
        chains.append((before, now, link))
        ends[place:last], tops[place:last] = [now], [(total, len(chains) - 1)]
    chain: dict[int, int] = {}
    step = tops[-1][1] if tops else None
    while step is not None:
        before, now, step = chains[step]
        chain[now] = before
    return chain
