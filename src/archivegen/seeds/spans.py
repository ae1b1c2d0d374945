"""Stretches of a text, and whether a place of it lies in one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spans:
    """Stretches that do not overlap, by where they start and where they end."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def hold(self, place: int) -> bool:
        """Say whether a place lies in one of them."""
        before = bisect_right(self.starts, place)
        return before > 0 and place < self.ends[before - 1]


NOWHERE = Spans()


def spans_of(pairs: Iterable[tuple[int, int]]) -> Spans:
    """Return stretches given by start and end, in any order; those that overlap become one."""
    in_order = sorted(pairs)
    if not in_order:
        return NOWHERE
    starts: list[int] = []
    ends: list[int] = []
    for start, end in in_order:
        if ends and start <= ends[-1]:
            ends[-1] = max(end, ends[-1])
        else:
            starts.append(start)
            ends.append(end)
    return Spans(tuple(starts), tuple(ends))
