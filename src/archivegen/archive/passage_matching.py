"""Which passage of a text is which passage of the text as it was published, told from sketches of their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest

from archivegen.archive.heaviest_chain import Pair, heaviest_chain
from archivegen.archive.sketches import digest_in, digest_of_words, shared_words, words_in, words_of

# It was measured on the texts of tests/cases; docs/decisions.md has the figures.
_LEAST_LIKENESS = 0.25
# The same words may stand in a text many times: each is then sought this far from its own rank among them.
_REACH = 50
# In the same place as before, two passages are one if half their words are.
_PLAIN_LIKENESS = 0.5
# Fewer different words may be alike by chance anywhere in a text.
_ENOUGH_WORDS = 8
# Of many passages those are compared that share a word which is in no more than this part of them, or this few.
_RARE, _FEW, _FEWEST = 0.05, 20, 8
_NOWHERE = -1
# The hashes of the single words of some passages, by their positions.
Words = Mapping[int, frozenset[str]]


def match(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Return which sketch of before each text of now belongs to, by position; no position stands twice.

    The same words are matched first, in order and then out of order; corrected words then, between passages that
    stand in order, where they are like enough: first those in the same place from either end, then those with most words
    in common. Of two parts of a divided passage the larger one is it. What is left then may have been moved and corrected.
    """
    same_before, same_now = [digest_in(text) for text in before], [digest_of_words(text) for text in now]
    in_order = _same_in_order(same_before, same_now)
    moved = _out_of_order(same_before, same_now, in_order)
    taken = {*in_order.values(), *moved.values()}
    open_before = {place: words_in(text) for place, text in enumerate(before) if place not in taken}
    open_now = {
        place: words_of(text)
        for place, text in enumerate(now)
        if place not in in_order and place not in moved
    }
    # The rarest words first: between what they find few passages are left, and the others may be asked.
    for corrected in (_face_to_face, _by_rarest_words, _by_words):
        for left, right in tuple(_gaps(in_order, len(before), len(now))):
            in_order |= corrected(
                {place: open_before[place] for place in left if place in open_before},
                {place: open_now[place] for place in right if place in open_now},
            )
    found = in_order | moved
    lost, new = set(open_before).difference(found.values()), set(open_now).difference(found)
    if lost and new:
        found |= _elsewhere(
            dict(enumerate(map(words_in, before))), dict(enumerate(map(words_of, now))), lost, new
        )
    return found


def _same_in_order(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Return the passages with the same words that stand in order: first those whose words stand once, then between
    them the others.
    """
    times_before, times_now = Counter(before), Counter(now)
    once = [times_before[words] == times_now[words] == 1 for words in before]
    everywhere = range(len(before)), range(len(now))
    found = heaviest_chain(pair for pair in _same(before, everywhere[0], now, everywhere[1]) if once[pair[0]])
    for left, right in tuple(_gaps(found, len(before), len(now))):
        found |= heaviest_chain(_same(before, left, now, right))
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


def _face_to_face(left: Words, right: Words) -> dict[int, int]:
    """Return the passages that stand in the same place, counted from either end, as far as they are plainly alike and
    no less than each is like the next.
    """
    found: dict[int, int] = {}
    for step in (1, -1):
        taken = set(found.values())
        open_left = [place for place in left if place not in taken][::step]
        open_right = [place for place in right if place not in found][::step]
        pairs = [*zip_longest(open_left, open_right, fillvalue=_NOWHERE), (_NOWHERE, _NOWHERE)]
        for (before, now), (next_before, next_now) in pairwise(pairs):
            own, other = left.get(before, frozenset()), right.get(now, frozenset())
            likeness, _ = shared_words(own, other)
            beside = (right.get(next_now, frozenset()), own), (left.get(next_before, frozenset()), other)
            if likeness < _PLAIN_LIKENESS or any(shared_words(*pair)[0] > likeness for pair in beside):
                break
            found[now] = before
    return found


def _elsewhere(left: Words, right: Words, lost: set[int], new: set[int]) -> dict[int, int]:
    """Return which of the lost passages the new ones are, wherever they stand: if half their words are, and neither is as
    much like any other passage of the text, be it lost and new or not.
    """
    pairs = {
        (before, now): shared_words(left[before], right[now])[0]
        for some_left, some_right in (
            (left, {place: right[place] for place in new}),
            ({place: left[place] for place in lost}, right),
        )
        for before, now, _ in _alike(some_left, some_right, _FEWEST)
    }
    likest: defaultdict[tuple[str, int], list[float]] = defaultdict(list)
    for (before, now), likeness in pairs.items():
        likest["before", before].append(likeness)
        likest["now", now].append(likeness)
    return {
        now: before
        for (before, now), likeness in pairs.items()
        if before in lost and now in new and likeness >= _PLAIN_LIKENESS
        if min(len(left[before]), len(right[now])) >= _ENOUGH_WORDS
        if sum(other >= likeness for other in likest["before", before] + likest["now", now]) == 2
    }


def _by_rarest_words(left: Words, right: Words) -> dict[int, int]:
    return heaviest_chain(_alike(left, right, _FEWEST))


def _by_words(left: Words, right: Words) -> dict[int, int]:
    """Return the passages that have most words in common, in order."""
    return heaviest_chain(_alike(left, right, max(_FEW, len(left) * _RARE)))


def _alike(left: Words, right: Words, most: float) -> Iterator[Pair]:
    """Yield the pairs of passages whose words are like enough, with the number of words they share.

    Words that stand in more passages than `most` do not bring a pair together.
    """
    with_word: defaultdict[str, list[int]] = defaultdict(list)
    for position, own in left.items():
        for word in own:
            with_word[word].append(position)
    for position, own in right.items():
        near = [places for word in own if len(places := with_word.get(word, ())) <= most]
        for other in dict.fromkeys(place for places in near for place in places):
            if len(own & left[other]) >= _LEAST_LIKENESS * min(len(own), len(left[other])):
                likeness, words = shared_words(own, left[other])
                if likeness >= _LEAST_LIKENESS:
                    yield other, position, likeness * words
