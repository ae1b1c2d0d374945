"""The long lists of words that rules look for, one to a file in `words/`. To teach a rule a word, add it there."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words_of(name: str, divided_by: str | None = None) -> frozenset[str]:
    """Return the entries of a list: its words, or what stands between the signs that divide them.

    Lines that begin with `#` explain the list and have no entries.
    """
    lines = files("archivegen.seeds").joinpath("words", f"{name}.txt").read_text("utf-8").splitlines()
    text = " ".join(line for line in lines if not line.startswith("#"))
    return frozenset(part.strip() for part in text.split(divided_by) if part.strip())
