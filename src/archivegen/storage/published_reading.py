"""The companion of the ledger, read: line by line, with every fault in its place."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from archivegen.problems import Problem, Refusal
from archivegen.storage.ledger_lines import MARK_LEFT, RESTORE, is_mark_of_merge
from archivegen.storage.published import (
    DIGEST_LENGTH,
    PUBLISHED_NAME,
    PublishedRecord,
    PublishedVersion,
    check_of,
    check_part,
    line_without_check,
)
from archivegen.storage.published_later import LineParts, Place, parts_of
from archivegen.storage.published_parts import (
    ANCHOR,
    RecordFault,
    check,
    objects_in,
    passages_in,
    values_in,
)

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_DAY = re.compile(rf"(?:{_DAY.pattern})?")
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}")
_SHA256 = re.compile(r"[0-9a-f]{64}|")
# The texts of a record, the form of those that have one, and what they are not without it.
_TEXTS: dict[str, tuple[re.Pattern[str] | None, str]] = {
    "id": (None, ""), "title": (None, ""), "citation": (None, ""), "source_sha256": (_SHA256, "not a digest"),
    "supplied_sha256": (_SHA256, "not a digest"), "offered_sha256": (_SHA256, "not a digest"), "program": (None, ""),
    "first_published": (_FIRST_DAY, "no day"),
}  # fmt: skip
_SMALL = frozenset((*_TEXTS, "version_count", "versions", "named", "version_anchors", "check"))
_VOICE = re.compile(rf"(?:{ANCHOR.pattern})?")
_VERSION_ANCHOR = {
    "file": re.compile(r".+"),
    "kind": re.compile(r"[a-z]+"),
    "language": re.compile(r".*"),
    "anchor": ANCHOR,
}
_CHECK = check_part("").removesuffix('"')
_CHANGED = (
    f"{RESTORE}, or from the last site: archivegen ids recover OLD_BUILD; if you have changed this line on purpose, take "
    "its “check” out, and publish"
)
_KEEP_ONE = "keep one of the two, and in permalinks.yml the one with its digest; docs/addresses.md says which"


def read_published(
    text: str, path: str = PUBLISHED_NAME, *, is_all_needed: bool = True
) -> tuple[PublishedRecord, ...]:
    """Read the companion from its text, line by line; return its records in the order of ids.

    Unless all of it is needed, values and passages of lines that nobody has changed are read when they are asked for, and
    refused then if they cannot be read.

    Raises:
        Refusal: a line is not a record, or two lines contradict each other; nothing is repaired in silence.

    """
    with all_kept():
        return _read_lines(text, path, is_all_needed=is_all_needed)


@contextmanager
def all_kept() -> Iterator[None]:
    """Look for nothing to throw away meanwhile: of half a million values that are all kept it takes half of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _read_lines(text: str, path: str, *, is_all_needed: bool) -> tuple[PublishedRecord, ...]:
    problems: list[Problem] = []
    records: dict[str, PublishedRecord] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            check(not is_mark_of_merge(line), *MARK_LEFT)
            written, untouched = line.rstrip(), _untouched(line.rstrip())
            if untouched and not is_all_needed:
                record = _record_of(parts_of(written, untouched, Place(path, number)))
            else:
                record = _whole_record(line, is_untouched=bool(untouched))
            is_only = records.setdefault(record.id, record) == record
            check(is_only, f"“{record.id}” stands here a second time, and otherwise", _KEEP_ONE)
        except RecordFault as fault:
            problems.append(Place(path, number).problem(fault))
    if problems:
        raise Refusal(*problems)
    return tuple(records[key] for key in sorted(records))


def _untouched(line: str) -> int:
    """Return where the check of a line begins that is letter for letter what it was made of, else 0: then nothing in it stands
    twice, and it is soon read.
    """
    rest, mark, given = line.rpartition(_CHECK)
    return len(rest) if mark and f'{check_of(rest, "}")}"}}' == given else 0


def _whole_record(line: str, *, is_untouched: bool) -> PublishedRecord:
    content = _object_of(line, is_untouched=is_untouched)
    values, passages = content.pop("values", {}), content.pop("passages", [])
    record = _record(content, {})
    record = replace(record, values=values_in(values), passages=passages_in(passages))
    is_changed = "check" in content and not (is_untouched or _fits(line, content["check"], record))
    check(not is_changed, f"the line of “{record.id}” is not as “publish” wrote it", _CHANGED)
    return record


def _record_of(parts: LineParts) -> PublishedRecord:
    large = {"values": parts.values, "passages": parts.passages}
    return _record(parts.small, {name: part for name, part in large.items() if part is not None})


def _fits(line: str, given: object, record: PublishedRecord) -> bool:
    """Say whether a line has the content that its check was made of; other spaces and another order are no change."""
    if not isinstance(given, str):
        return False
    rest = line.strip().replace(check_part(given), "")
    return given in (check_of(rest), check_of(line_without_check(record)))


def _object_of(line: str, *, is_untouched: bool) -> Any:
    try:
        content = json.loads(line, object_pairs_hook=None if is_untouched else _without_repetition)
    except (ValueError, RecursionError):
        content = None
    check(isinstance(content, dict), "this is not a whole record")
    return content


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    check(len(content) == len(pairs), "a part of this record stands twice")
    return content


def _record(content: dict[str, Any], large: dict[str, Any]) -> PublishedRecord:
    """Return the record of the small parts of a line, and its large ones as they are given."""
    if not content.keys() <= _SMALL:
        raise RecordFault(f"“{min(content.keys() - _SMALL)}” is no part of a record", RESTORE)
    texts = {name: content.get(name, "") for name in _TEXTS}
    for name, (form, what) in _TEXTS.items():
        if type(texts[name]) is not str:
            raise RecordFault(f"“{name}” is not a text", RESTORE)
        if form and not form.fullmatch(texts[name]):
            raise RecordFault(f"“{name}” is {what}", RESTORE)
    for name in ("id", "title", "citation"):
        if name not in content or not (texts[name] or name != "id"):
            raise RecordFault(f"the record has no {name}", RESTORE)
    named = content.get("named", [])
    check(isinstance(named, list) and all(isinstance(each, str) for each in named), "“named” is no list")
    versions = _versions(content.get("versions", []))
    count = content.get("version_count", len(versions))
    if type(count) is not int or count != len(versions):
        message = f"of “{texts['id']}” other versions stand here than were recorded: {len(versions)}, and not {count}"
        raise RecordFault(message, RESTORE)
    anchors = objects_in(content.get("version_anchors", []), "version's anchor", _VERSION_ANCHOR, set())
    return PublishedRecord(
        named=tuple(named), **texts, versions=versions, version_anchors=tuple(anchors), **large
    )


def _versions(content: object) -> tuple[PublishedVersion, ...]:
    versions = []
    for part in objects_in(content, "version", {"on": _DAY, "digest": _DIGEST}, {"changes", "voices"}):
        changes, voices = part.get("changes", []), part.get("voices", [])
        for texts in (changes, voices):
            check(
                isinstance(texts, list) and all(isinstance(each, str) for each in texts),
                "the changes of a version are not a list of texts",
            )
        check(
            len(voices) in (0, len(changes)) and all(_VOICE.fullmatch(each) for each in voices),
            "it is not told of each change of a version which file said so",
        )
        versions.append(PublishedVersion(part["on"], part["digest"], tuple(changes), tuple(voices)))
    days = [version.on for version in versions]
    check(days == sorted(days), "the versions do not stand in the order of their days")
    return tuple(versions)
