"""Why a published value would be another one, and where to look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

from archivegen.records.record import Record
from archivegen.records.redacted import pattern_of
from archivegen.storage.published import PublishedRecord

Cause = Literal["edited source", "sidecar", "redaction", "newer program"]
Shown = Mapping[str, Any]


class Origin(NamedTuple):
    """Why a value changes; the file and the line to look at, None where the line is no longer there."""

    cause: Cause
    path: str
    line: int | None


def origin_of(
    before: Shown | None,
    now: Shown | None,
    beside: Sequence[Shown],
    record: Record,
    published: PublishedRecord,
) -> Origin:
    """Return why a value became another, or nothing; `beside` are all that its field has now."""
    if redacted := _redaction_of(before, now, record):
        return redacted
    value = now or before or {}
    path = value.get("file") or record.source.path
    is_edited = record.source.sha256 != published.source_sha256
    is_supplied_anew = record.supplied_sha256 != published.supplied_sha256
    is_beside = path != record.source.path
    line = _line_of(value)
    if now is None and (is_supplied_anew if is_beside else is_edited):
        # The file is another one since; what the field has left in it is nearest.
        left = [other for other in beside if (other.get("file") or record.source.path) == path]
        line = _line_of(left[0]) if left else None
    if not is_edited and not is_supplied_anew:
        return Origin("newer program", path, line)
    is_supplied = value.get("status") == "supplied" and is_beside
    is_of_sidecar = is_supplied_anew and (is_supplied or not is_edited)
    return Origin("sidecar" if is_of_sidecar else "edited source", path, line)


def _redaction_of(before: Shown | None, now: Shown | None, record: Record) -> Origin | None:
    """Return the redaction of words that a published value has, and the one in its place has not."""
    for words, (path, line) in zip(record.redacted_words, record.redacted_at, strict=True):
        pattern = pattern_of(words)
        had, has = (
            any(pattern.search(str(part)) for part in (value or {}).values()) for value in (before, now)
        )
        if had and not has:
            return Origin("redaction", path, line)
    return None


def _line_of(value: Shown) -> int | None:
    lines = value.get("lines")
    return lines[0][0] if lines else None
