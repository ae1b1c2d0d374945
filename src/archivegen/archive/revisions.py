"""What a published document would show otherwise than it was published: values, passages, and the file that is offered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from archivegen.archive.offered_files import offered_before, offered_digest
from archivegen.archive.passages import Passage
from archivegen.archive.value_changes import (
    ValueChange,
    checked_value_changes,
    said,
    value_changes,
    values_shown,
)
from archivegen.problems import Problem
from archivegen.records.fields import FIELDS
from archivegen.records.record import Record
from archivegen.storage.published import DIGEST_LENGTH, PublishedRecord

_FIRST_WORDS = 8


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
class FileChange:
    """Another file that readers would be offered: the digests of that which was published and of that which is there now,
    either of them "" where none is offered, and where it is.
    """

    before: str
    now: str
    path: str

    def in_short(self) -> tuple[str, str]:
        """Return the beginnings of both digests; of a file that is not offered `nothing`."""
        before, now = (digest[:DIGEST_LENGTH] or "nothing" for digest in (self.before, self.now))
        return before, now


@dataclass(frozen=True, slots=True)
class Revision:
    """All that a published document would show otherwise."""

    values: tuple[ValueChange, ...] = ()
    passages: tuple[PassageChange, ...] = ()
    is_reordered: bool = False
    file: FileChange | None = None

    def problems(self) -> tuple[Problem, ...]:
        """Return an error for every value that somebody has checked and that would change all the same."""
        return tuple(checked_value_changes(change) for change in self.values if change.breaks_confirmation)


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
        for change in value_changes(field.name, record, published, published.values.get(field.name, ()))
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
    file = _file_change(record, published)
    if not (values or changed or is_reordered or file):
        return None
    return Revision(values, changed, is_reordered, file)


def digest_of(record: Record) -> str:
    """Return the digest of what a document shows: what its values say, its words, and the file that readers are offered."""
    shown = {name: [said(value) for value in values] for name, values in values_shown(record).items()}
    content = [
        shown, *([" ".join(block.text.split()) for block in text.body.blocks] for text in record.texts)
    ]  # fmt: skip
    if offered := offered_digest(record):
        content.append(offered)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGEST_LENGTH]


def _file_change(record: Record, published: PublishedRecord) -> FileChange | None:
    before, now = offered_before(record, published), offered_digest(record)
    return None if before == now else FileChange(before, now, record.source.path)


def _name_of(passage: Passage) -> str:
    """Return what a passage is called: its number, or its anchor where it has none or is in another version's text."""
    return passage.number if passage.number and passage.anchor.startswith("p-") else passage.anchor


def _first_words(passage: Passage) -> str:
    words = passage.block.text.split() if passage.block else []
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def count_of(changes: Iterable[PassageChange], change: str) -> int:
    """Return how many passages one thing has become of."""
    return sum(passage.change == change for passage in changes)
