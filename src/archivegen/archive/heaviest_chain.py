"""Of pairs of positions in two texts the chain that keeps their order and weighs most."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

# A position before, a position now, and what speaks for the pair.
Pair = tuple[int, int, float]


def heaviest_chain(pairs: Iterable[Pair]) -> dict[int, int]:
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
