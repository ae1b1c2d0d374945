"""Addresses that lead to other addresses: where a move ends, and what is wrong with those that never end."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from archivegen.storage.ledger_lines import Fault


def end_of_moves(moved_to: Mapping[str, str], start: str) -> str:
    """Return where the moves from an address end; an address that was not moved is its own end.

    The moves must have passed `move_faults`.
    """
    while start in moved_to:
        start = moved_to[start]
    return start


def move_faults(moved_to: Mapping[str, str], known: AbstractSet[str]) -> dict[str, Fault]:
    """Return what is wrong with each move: it leads to nothing that is known, or round in a circle."""
    faults = {
        start: Fault(
            f"“{start}” is moved to “{target}”, which is not in the ledger",
            "write one that is, or restore this file from your last backup or version",
        )
        for start, target in moved_to.items()
        if target not in known
    }
    settled: set[str] = set()
    for start in moved_to:
        path: dict[str, None] = {}
        place = start
        while place in moved_to and place not in settled and place not in path:
            path[place] = None
            place = moved_to[place]
        if place in path:
            circle = list(path)[list(path).index(place) :]
            faults[place] = Fault(
                f"these moves lead round in a circle: {' to '.join((*circle, place))}",
                "let the last of them be live, or lead to a document that is",
            )
        settled.update(path)
    return faults
