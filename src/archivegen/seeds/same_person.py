"""When two names in one document are of one person: the same surname, and given names that do not contradict."""

from __future__ import annotations

import re
from functools import lru_cache

from archivegen.records.agents import folded, is_family_name_first, name_key

_OF_TWO_LETTERS = frozenset("yu ya ye zh kh ts ch sh th ph gy gh sz zs cs ly ny lj nj dj dz iu ia".split())
_INITIALS = re.compile(r"(?<=\.)(?=\S)")


def is_same_person(one: str, other: str) -> bool:
    """Say whether two names of one document are of one person: `A. M. Puzanov` and `A. Puzanov`, or a surname alone.

    Holds inside one document only; in an archive, initials join nobody.
    """
    if name_key(one) == name_key(other):
        return True
    surname = surname_key(one)
    if not surname or surname != surname_key(other):
        return False
    if is_family_name_first(one) or is_family_name_first(other):
        return " " not in one or " " not in other
    first, second = _parts(one), _parts(other)
    if min(len(first), len(second)) > 1 and (
        first == second[-len(first) :] or second == first[-len(second) :]
    ):
        return True  # "Ismail Marikar" is P. M. Ismail Marikar
    return all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) or _is_initial_of(a, b) or _is_initial_of(b, a)
        for a, b in zip(first[:-1], second[:-1], strict=False)
    )


def _is_initial_of(initial: str, name: str) -> bool:
    """Say whether two letters are the initial of a given name, as `Gh.` is of Gheorghe."""
    return initial in _OF_TWO_LETTERS and name.startswith(initial)


@lru_cache(maxsize=4096)
def surname_key(name: str) -> str:
    """Return the surname of a personal name as it is compared: the first word of East Asian names, else the last.

    What has no letters has none.
    """
    parts = name_key(name).split()[:1] if is_family_name_first(name) else _parts(name)
    return parts[-1] if parts else ""


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip(".") for part in _INITIALS.sub(" ", folded(name)).split() if part.strip("."))
