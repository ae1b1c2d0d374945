"""How broad a line is: a Chinese, Japanese or Korean letter takes the place of two others, and says as much."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A line shorter than this was broken by its writer; longer ones by whoever typed the text.
WRITERS_LINE = 60
_BROAD = re.compile(
    r"[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]"
)


def breadth(line: str) -> int:
    """Return how many letters of an alphabet have the place that a line takes; names in signs within a line of an alphabet do
    not count.
    """
    if line.isascii():
        return len(line)
    broad = len(_BROAD.findall(line))
    return len(line) + broad if 2 * broad >= len(line) else len(line)


def is_writers_line(line: str) -> bool:
    """Say whether a line is so short that its writer broke it."""
    return len(line) < WRITERS_LINE and breadth(line) < WRITERS_LINE


def are_writers_lines(lines: Iterable[str]) -> bool:
    """Say whether all of some lines are so short."""
    return all(map(is_writers_line, lines))
