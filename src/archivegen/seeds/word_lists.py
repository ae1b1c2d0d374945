"""The long lists of words that rules look for, one to a file in `words/`. To teach a rule a word, add it there."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words_of(name: str, divided_by: str | None = None) -> frozenset[str]:
    """Return the entries of a list: its words, or what stands between the signs that divide them.

    Lines that begin with `#` explain the list and have no entries.
    """
    return frozenset(part.strip() for part in " ".join(lines_of(name)).split(divided_by) if part.strip())


def lines_of(name: str) -> tuple[str, ...]:
    """Return the lines of a list that are not empty and do not explain it."""
    lines = files("archivegen.seeds").joinpath("words", f"{name}.txt").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))
