"""What a published document would show otherwise than it was published: values, with their causes, and passages.

Two values are one if readers see the same: by which rule, on which line and how surely it was read is no change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from posixpath import commonprefix
from typing import Any, Literal

from archivegen.archive.causes import Cause, Shown, origin_of
from archivegen.archive.passages import Passage
from archivegen.problems import Problem
from archivegen.records.fields import FIELDS
from archivegen.records.record import Record
from archivegen.storage.published import DIGEST_LENGTH, PublishedRecord

# Parts of a value that say how it was found; the rest is what it says.
_HOW_IT_WAS_FOUND = frozenset(
    "rule lines file status by certainty confirmed as_written in_brackets parts".split()
)
_FIRST_WORDS = 8
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


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage that would change: what becomes of it, its number or else its anchor, and its first words now."""

    change: Literal["corrected", "added", "removed"]
    name: str
    words: str

    def in_short(self) -> str:
        """Return the change in a few words, as `¶ 2 corrected “The pier is …”`; an anchor stands as `#p-305a4b`."""
        name = f"¶ {self.name}" if self.name[0].isdigit() else f"#{self.name}"
        return f"{name} {self.change}" + (f" “{self.words}”" if self.words else "")


@dataclass(frozen=True, slots=True)
class Revision:
    """All that a published document would show otherwise."""

    values: tuple[ValueChange, ...] = ()
    passages: tuple[PassageChange, ...] = ()
    is_reordered: bool = False

    def problems(self) -> tuple[Problem, ...]:
        """Return an error for every value that somebody has checked and that would change all the same."""
        return tuple(_checked(change) for change in self.values if change.breaks_confirmation)


def revision_of(
    record: Record, passages: Sequence[Passage], published: PublishedRecord | None
) -> Revision | None:
    """Return what has become of a document since it was published; None where readers would see no difference, or
    where nothing is kept of what they saw.
    """
    if published is None:
        return None
    values = tuple(
        change
        for field in FIELDS
        for change in _changes(field.name, record, published, published.values.get(field.name, ()))
    )
    changed = tuple(
        PassageChange(passage.change, _name_of(passage), _first_words(passage))
        for passage in passages
        if passage.change
    )
    before = [passage.anchor for passage in published.passages if not passage.is_removed]
    now = [passage.anchor for passage in passages if passage.block]
    stayed = set(before) & set(now)
    is_reordered = [a for a in before if a in stayed] != [a for a in now if a in stayed]
    return Revision(values, changed, is_reordered) if values or changed or is_reordered else None


def values_shown(record: Record) -> dict[str, tuple[Shown, ...]]:
    """Return the values of a record as the ledger's companion keeps them."""
    return {name: tuple(value.as_json() for value in values) for name, values in record.fields.items()}


def digest_of(record: Record) -> str:
    """Return the digest of what a document shows: what its values say, and its words."""
    shown = {name: [_said(value) for value in values] for name, values in values_shown(record).items()}
    content = [
        shown, *([" ".join(block.text.split()) for block in text.body.blocks] for text in record.texts)
    ]  # fmt: skip
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def _changes(
    name: str, record: Record, published: PublishedRecord, before: Sequence[Shown]
) -> Iterator[ValueChange]:
    now = [value.as_json() for value in record.fields.get(name, ())]
    gone, new = _without(before, now), _without(now, before)
    if not gone and not new:
        if list(map(_said, before)) != list(map(_said, now)):
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
    said = [_said(other) for other in others]
    left = []
    for value in values:
        if _said(value) in said:
            said.remove(_said(value))
        else:
            left.append(value)
    return left


def _said(value: Shown) -> dict[str, Any]:
    return {part: content for part, content in value.items() if part not in _HOW_IT_WAS_FOUND}


def _in_words(value: Shown) -> str:
    """Return a value with its parts: `1957-05-22 (created, principal)`."""
    parts = [_part_in_words(part, content) for part, content in _said(value).items() if part != "value"]
    return f"{value['value']} ({', '.join(parts)})" if parts else str(value["value"])


def _part_in_words(part: str, content: object) -> str:
    if isinstance(content, Mapping):
        return ", ".join(f"{name}: {said}" for name, said in content.items())
    return part if content is True else str(content)


def _broken_confirmation(before: Shown | None, now: Shown | None) -> str:
    """Return who checked the value that would go, unless somebody has checked the new one since; "" if nobody has."""
    checked, anew = ((value or {}).get("confirmed") for value in (before, now))
    if not checked or (anew and anew != checked and anew["on"] >= checked["on"]):
        return ""
    return f"{checked['by']} on {checked['on']}"


def _checked(change: ValueChange) -> Problem:
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


def _name_of(passage: Passage) -> str:
    """Return what a passage is called: its number, or its anchor where it has none or is in another version's text."""
    return passage.number if passage.number and passage.anchor.startswith("p-") else passage.anchor


def _first_words(passage: Passage) -> str:
    words = passage.block.text.split() if passage.block else []
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def count_of(changes: Iterable[PassageChange], change: str) -> int:
    """Return how many passages one thing has become of."""
    return sum(passage.change == change for passage in changes)
