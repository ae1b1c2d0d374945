"""Words that are written from right to left, inside a line that is written from left to right."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_LETTERS = r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]"
_RIGHT_TO_LEFT = re.compile(rf"{_LETTERS}+(?:[\s\u200c\u200d-]+{_LETTERS}+)*")
_ISOLATED = Markup("<bdi>{}</bdi>")


def isolated(words: str) -> Markup:
    """Return words as HTML in which each run of letters written from right to left stands by itself: otherwise the comma
    behind a name and the year behind a title would change their places.
    """
    parts: list[Markup] = []
    end = 0
    for match in _RIGHT_TO_LEFT.finditer(words):
        parts += [escape(words[end : match.start()]), _ISOLATED.format(match.group())]
        end = match.end()
    return Markup("").join([*parts, escape(words[end:])])
