"""Many lines of a file, said shortly."""

from __future__ import annotations

from collections.abc import Iterable

_MOST = 12


def lines_in_words(lines: Iterable[int], most: int | None = _MOST) -> str:
    """Return numbers of lines as ranges: “3-5, 9”; beyond a dozen ranges, or as many as are given, “and others”."""
    ranges: list[list[int]] = []
    for line in sorted(lines):
        if ranges and line <= ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    texts = [str(first) if first == last else f"{first}-{last}" for first, last in ranges]
    return ", ".join([*texts[:most], *(["and others"] if most and len(texts) > most else [])])
