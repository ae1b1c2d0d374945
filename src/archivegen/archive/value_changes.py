"""The values of a published document that it would show otherwise, each with its cause.

Two values are one if readers see the same: by which rule, on which line and how surely it was read is no change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from posixpath import commonprefix
from typing import Any

from archivegen.archive.causes import Cause, Shown, origin_of
from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.storage.published import PublishedRecord

# Parts of a value that say how it was found; the rest is what it says.
_HOW_IT_WAS_FOUND = frozenset(
    "rule lines file status by certainty confirmed as_written in_brackets parts".split()
)
_LONGEST, _BEFORE_DIFFERENCE = 150, 40


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value that would change, as it was published and as it is now, either of them "" where there is none.

    `path` and `line` are where the new value stands, or what redacts the old one; of a value that is gone, where it stood,
    or None where its file is another one since.
    """

    field: str
    before: str
    now: str
    path: str
    line: int | None
    cause: Cause
    breaks_confirmation: str = ""

    def in_short(self) -> tuple[str, str]:
        """Return both values in quotation marks, long ones cut to where they begin to differ; one that is not there is
        `nothing`.
        """
        same = len(commonprefix((self.before, self.now)))
        start = max(0, same - _BEFORE_DIFFERENCE) if max(len(self.before), len(self.now)) > _LONGEST else 0
        before, now = (_cut(value, start) if value else "nothing" for value in (self.before, self.now))
        return before, now


def values_shown(record: Record) -> dict[str, tuple[Shown, ...]]:
    """Return the values of a record as the ledger's companion keeps them."""
    return {name: tuple(value.as_json() for value in values) for name, values in record.fields.items()}


def value_changes(
    name: str, record: Record, published: PublishedRecord, before: Sequence[Shown]
) -> Iterator[ValueChange]:
    """Yield the changes of the values of one field; `before` are those that were published."""
    now = [value.as_json() for value in record.fields.get(name, ())]
    gone, new = _without(before, now), _without(now, before)
    if not gone and not new:
        if list(map(said, before)) != list(map(said, now)):
            old_order, new_order = ("; ".join(map(_in_words, values)) for values in (before, now))
            cause, path, line = origin_of(before[0], now[0], now, record, published)
            yield ValueChange(name, old_order, new_order, path, line, cause)
        return
    for old_value, new_value in zip_longest(gone, new):
        cause, path, line = origin_of(old_value, new_value, now, record, published)
        yield ValueChange(
            name,
            _in_words(old_value) if old_value else "",
            _in_words(new_value) if new_value else "",
            path,
            line,
            cause,
            _broken_confirmation(old_value, new_value),
        )


def _without(values: Sequence[Shown], others: Sequence[Shown]) -> list[Shown]:
    """Return the values that say what none of the others says, each of them counted."""
    said_by_others = [said(other) for other in others]
    left = []
    for value in values:
        if said(value) in said_by_others:
            said_by_others.remove(said(value))
        else:
            left.append(value)
    return left


def said(value: Shown) -> dict[str, Any]:
    """Return what a value says, without how it was found."""
    return {part: content for part, content in value.items() if part not in _HOW_IT_WAS_FOUND}


def _in_words(value: Shown) -> str:
    """Return a value with its parts: `1957-05-22 (created, principal)`."""
    parts = [_part_in_words(part, content) for part, content in said(value).items() if part != "value"]
    return f"{value['value']} ({', '.join(parts)})" if parts else str(value["value"])


def _part_in_words(part: str, content: object) -> str:
    if isinstance(content, Mapping):
        return ", ".join(f"{name}: {text}" for name, text in content.items())
    return part if content is True else str(content)


def _broken_confirmation(before: Shown | None, now: Shown | None) -> str:
    """Return who checked the value that would go, unless somebody has checked the new one since; "" if nobody has."""
    checked, anew = ((value or {}).get("confirmed") for value in (before, now))
    if not checked or (anew and anew != checked and anew["on"] >= checked["on"]):
        return ""
    return f"{checked['by']} on {checked['on']}"


def checked_value_changes(change: ValueChange) -> Problem:
    """Return the error for a value that somebody has checked and that would change all the same."""
    before, now = change.in_short()
    becomes = f"it would become {now}" if change.now else "now there is no such value"
    return Problem(
        path=change.path,
        line=change.line,
        field=change.field,
        code="confirmed-value-changes",
        message=f"{before} was checked by {change.breaks_confirmation} and is published; {becomes}",
        fix=f"give the checked value as “{change.field}” in the file of corrections, or confirm another one anew",
    )


def _cut(text: str, start: int) -> str:
    end = start + _LONGEST
    return f"“{'… ' if start else ''}{text[start:end].strip()}{' …' if end < len(text) else ''}”"
