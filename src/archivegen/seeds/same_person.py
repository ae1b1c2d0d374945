"""When two names in one document are of one person: the same surname, and given names that do not contradict."""

from __future__ import annotations

import re

from archivegen.records.agents import folded, is_family_name_first, name_key

_INITIALS = re.compile(r"(?<=\.)(?=\S)")


def is_same_person(one: str, other: str) -> bool:
    """Say whether two names of one document are of one person: `A. M. Puzanov` and `A. Puzanov`, or a surname alone.

    Holds inside one document only; in an archive, initials join nobody.
    """
    if name_key(one) == name_key(other):
        return True
    first, second = _parts(one), _parts(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    if is_family_name_first(one) or is_family_name_first(other):
        return False
    return all(
        a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
        for a, b in zip(first[:-1], second[:-1], strict=False)
    )


def _parts(name: str) -> list[str]:
    return [part.strip(".") for part in _INITIALS.sub(" ", folded(name)).split() if part.strip(".")]
