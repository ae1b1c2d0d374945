"""The words that divide a list of persons by side: `present were X and, on the Polish side, Y`."""

from __future__ import annotations

import re
from collections.abc import Callable

from archivegen.seeds.signs import has_any

# "on our side", "on the Polish side" and the like between the names of a list.
_SIDES = re.compile(
    r"[,;:]?\s*(?:and,?\s+)?(?:(?:on|from|for)\s+(?:the\s+[\w-]+|our|their|his)\s+(?:side|part)\s*(?:by\s+)?|"
    r"(?:the\s+[\w-]+|ours|theirs)\s+(?:side|delegation|one)\s+(?:by|of)\s+|(?<=;\s)for\s+(?-i:[A-Z])\w+\s+(?=the\s|(?-i:[A-Z])))[,:]?\s*",
    re.IGNORECASE,
)
# One of them stands in all that the pattern finds.
_SIGNS_OF_SIDES = ("side", "part", "delegation", "one", ";")
# "; on the German side Y": those of the other side stand behind a semicolon.
OTHER_SIDE = re.compile(rf"[;,](?={_SIDES.pattern})", re.IGNORECASE)


def has_several_sides(sentence: str) -> bool:
    """Say whether a sentence divides those whom it names by side: `on our side X, on the Polish side Y`."""
    return _may_have_sides(sentence) and len(_SIDES.findall(sentence)) > 1


def with_sides_as(replacement: str | Callable[[re.Match[str]], str], words: str) -> str:
    """Return a list of persons with something else in place of the words that divide it by side."""
    return _SIDES.sub(replacement, words) if _may_have_sides(words) else words


def _may_have_sides(words: str) -> bool:
    # Beyond ASCII other letters may be taken for those of the signs.
    return not words.isascii() or has_any(_SIGNS_OF_SIDES, words.lower())
