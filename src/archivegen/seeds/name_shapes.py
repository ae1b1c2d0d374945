"""What the words of a name say by themselves: that it has the shape of a person's name, and of which kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archivegen.records.agents import VIETNAMESE_FAMILY_NAMES, folded, is_east_asian_name
from archivegen.seeds.person_words import ENDS_OF_SURNAMES
from archivegen.seeds.word_kinds import is_given_name

_PATRONYMIC = re.compile(
    r"(?:ovich|evich|ovych|itich|yich|mich|ovna|evna|ivna|ichna|[а-яё]{2}ич|овна|евна|ична)$"
)
_HYPHENATED_GIVEN = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
_LONGEST_GIVEN = 12


def shape_of(words: Sequence[str]) -> tuple[int, str]:
    """Return how much the words of a name say that it is a person's, two for a shape of its own, and the rule."""
    if words[0].endswith("."):
        return 2, "initials_and_surname"
    if is_east_asian_name(" ".join(words)) and len(words) < 4:
        return 2, "hyphenated_name" if "-" in words[-1] else "family_name_first"
    if len(words) == 2 and _HYPHENATED_GIVEN.match(words[1]) and len(words[1]) <= _LONGEST_GIVEN:
        return 2, "hyphenated_name"
    if is_given_name(words[0]) or is_given_name(words[-1]):
        return 2, "given_name"
    if any(_PATRONYMIC.search(word) for word in words[1:]):
        return 2, "given_name"
    if len(words) > 2 and folded(words[0]) in VIETNAMESE_FAMILY_NAMES:
        return 2, "family_name_first"
    if words[1].endswith("."):
        return 2, "initials_and_surname"
    return (1, "surname_ending") if words[-1].endswith(ENDS_OF_SURNAMES) else (0, "")
