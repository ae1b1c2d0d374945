"""A person's name taken apart into surname and given names, and when the given names of two may be the same."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from archivegen.records.agents import folded, is_family_name_first

_PART = re.compile(r"[^\s.]+\.?")
# Given names beyond these tell nobody apart.
_MOST = 3


class GivenName(NamedTuple):
    """A given name in small letters; an initial has one letter, or the two of a letter that transliterates so."""

    letters: str
    is_initial: bool


def given_names(name: str) -> tuple[str, tuple[GivenName, ...]] | None:
    """Return the surname and the given names of a person; None for a surname alone or one written family name first.

    Initials may stand before the surname or behind it.
    """
    parts = [
        GivenName(part.rstrip("."), len(part) == 1 or (part.endswith(".") and len(part) <= 3))
        for part in _PART.findall(_with_hyphens_apart(folded(name)))
    ]
    if len(parts) < 2 or is_family_name_first(name):
        return None
    if parts[-1].is_initial and not parts[0].is_initial:
        parts = [*parts[1:], parts[0]]
    return None if parts[-1].is_initial else (parts[-1].letters, tuple(parts[:-1][:_MOST]))


def _with_hyphens_apart(name: str) -> str:
    """Return a name with the hyphens of its given names as spaces: `J.-P.` is two initials."""
    given, space, surname = name.rpartition(" ")
    return given.replace("-", " ") + space + surname


def family_name(name: str) -> str | None:
    """Return the surname of a whole name, in small letters; None where it cannot be told."""
    if is_family_name_first(name):
        return folded(name).split()[0]
    parts = given_names(name)
    return parts[0] if parts else None


def shortenings(given: tuple[GivenName, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every way of shortening given names: each whole or as an initial, the later ones left out."""
    choices = [
        (part.letters[0],) if part.is_initial else tuple({part.letters[0], part.letters}) for part in given
    ]
    for length in range(1, len(choices) + 1):
        yield from itertools.product(*choices[:length])


def are_fitting(one: tuple[GivenName, ...], other: tuple[GivenName, ...]) -> bool:
    """Say whether given names may be of one person: an initial fits what begins with it, a missing one everything."""
    return all(
        first.letters.startswith(second.letters) or second.letters.startswith(first.letters)
        if first.is_initial or second.is_initial
        else first.letters == second.letters
        for first, second in zip(one, other, strict=False)
    )
