"""Records as lists of JSON and back, without loss: the form in which they pass between processes and are kept for the next build."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from archivegen.problems import Problem
from archivegen.records.body import Block, Body, Cell, Mark, Text
from archivegen.records.record import Record, SaidId, SaidVersion, Source, Zone
from archivegen.records.values import (
    AccessValue,
    AgentValue,
    Classification,
    Confirmation,
    CopyValue,
    DateValue,
    Identifier,
    LineRange,
    NameVariant,
    ReferenceCode,
    Registration,
    Value,
    Version,
)

# A list begins with what it is: 0 a tuple of plain values, 1 a tuple of anything, else the place of a type in this row.
_PLAIN, _MIXED = 0, 1
_TYPES: tuple[Any, ...] = (
    LineRange, Confirmation, Text, Mark, Block, Body, Cell, Zone, Source, Problem, Record, Value, DateValue, AgentValue, NameVariant,
    ReferenceCode, Classification, Registration, CopyValue, Identifier, AccessValue, Version, SaidVersion, SaidId,
)  # fmt: skip
_SCALARS = (str, int, bool, type(None))


def _parts_of(kind: Any) -> tuple[str, ...]:
    if issubclass(kind, tuple):
        return tuple(kind._fields)
    return tuple(field.name for field in fields(kind) if field.init)


_PARTS = {kind: _parts_of(kind) for kind in _TYPES}
_NUMBERS = {kind: number for number, kind in enumerate(_TYPES, _MIXED + 1)}
_MAKERS: tuple[tuple[Callable[..., Any], tuple[str, ...]], ...] = tuple(
    (kind, _PARTS[kind]) for kind in _TYPES
)


def packed(value: Any) -> Any:
    """Return a record, or a tuple of records, problems and texts, as values of JSON.

    Raises:
        TypeError: it holds something of another type than records are made of.

    """
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is tuple:
        if all(type(part) in _SCALARS for part in value):
            return [_PLAIN, *value]
        return [_MIXED, *[packed(part) for part in value]]
    if kind in _NUMBERS:
        return [_NUMBERS[kind], *[packed(getattr(value, part)) for part in _PARTS[kind]]]
    if isinstance(value, Mapping):
        return {name: packed(part) for name, part in value.items()}
    raise TypeError(f"records hold no {kind.__name__}")


def unpacked(value: Any) -> Any:
    """Return what was packed.

    Raises:
        LookupError, TypeError, ValueError: it was not packed by this version of the program.

    """
    if type(value) is list:
        number = value[0]
        if number == _PLAIN:
            return tuple(value[1:])
        parts = [unpacked(part) if type(part) in (list, dict) else part for part in value[1:]]
        if number == _MIXED:
            return tuple(parts)
        make, names = _MAKERS[number - _MIXED - 1]
        return make(**dict(zip(names, parts, strict=True)))
    if type(value) is dict:
        return {name: unpacked(part) for name, part in value.items()}
    return value
