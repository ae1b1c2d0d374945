"""Values with some of their parts changed: what `dataclasses.replace` does, which looks at each part of a type every time."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

_T = TypeVar("_T")


def changed(value: _T, **changes: Any) -> _T:
    """Return a value of a frozen dataclass with some parts changed.

    Raises:
        TypeError: it has no part of such a name.

    """
    kind: Any = type(value)
    names, parts_of = _parts(kind)
    made: _T = kind(**dict(zip(names, parts_of(value), strict=True), **changes))
    return made


@cache
def _parts(kind: Any) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:
    """Return the names of the parts that a type is made of, and what reads them all from a value of it; there are several."""
    names = tuple(field.name for field in fields(kind) if field.init)
    return names, attrgetter(*names)
