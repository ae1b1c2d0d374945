"""The companion of the ledger, read: line by line, with every fault in its place."""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Mapping
from typing import Any

from archivegen.problems import Problem, Refusal
from archivegen.storage.ledger_lines import MARK_LEFT, RESTORE, is_mark_of_merge
from archivegen.storage.published import (
    DIGEST_LENGTH,
    PUBLISHED_NAME,
    PublishedPassage,
    PublishedRecord,
    PublishedVersion,
    check_of,
    check_part,
    line_without_check,
    version_of,
)

_TEXTS = tuple(
    "id title citation source_sha256 supplied_sha256 offered_sha256 program first_published".split()
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FIRST_DAY = re.compile(rf"(?:{_DAY.pattern})?")
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}")
_SHA256 = re.compile(r"[0-9a-f]{64}|")
_ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_VOICE = re.compile(rf"(?:{_ANCHOR.pattern})?")
_NUMBER = re.compile(r"(?:\d+[a-z]*)?")
_SKETCH = re.compile(r"[0-9a-f]*")
_VERSION_ANCHOR = {
    "file": re.compile(r".+"),
    "kind": re.compile(r"[a-z]+"),
    "language": re.compile(r".*"),
    "anchor": _ANCHOR,
}
_CHECK = check_part("").removesuffix('"')
_CHANGED = (
    f"{RESTORE}, or from the last site: archivegen ids recover OLD_BUILD; if you have changed this line on purpose, take "
    "its “check” out, and publish"
)
_KEEP_ONE = "keep one of the two, and in permalinks.yml the one with its digest; docs/addresses.md says which"


def read_published(text: str, path: str = PUBLISHED_NAME) -> tuple[PublishedRecord, ...]:
    """Read the companion from its text, line by line; return its records in the order of ids.

    Raises:
        Refusal: a line is not a record, or two lines contradict each other; nothing is repaired in silence.

    """
    # Of half a million values that are all kept, looking for those to throw away takes half of the time.
    collects = gc.isenabled()
    gc.disable()
    try:
        return _read_lines(text, path)
    finally:
        if collects:
            gc.enable()


def _read_lines(text: str, path: str) -> tuple[PublishedRecord, ...]:
    problems: list[Problem] = []
    records: dict[str, PublishedRecord] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            _check(not is_mark_of_merge(line), *MARK_LEFT)
            is_untouched = _is_untouched(line.rstrip())
            content = _object_of(line, is_untouched=is_untouched)
            record = _record(content)
            is_changed = "check" in content and not (is_untouched or _fits(line, content["check"], record))
            _check(not is_changed, f"the line of “{record.id}” is not as “publish” wrote it", _CHANGED)
            is_only = records.setdefault(record.id, record) == record
            _check(is_only, f"“{record.id}” stands here a second time, and otherwise", _KEEP_ONE)
        except _Fault as fault:
            problems.append(
                Problem(
                    path=path, line=number, code="published-record-faulty", message=str(fault), fix=fault.fix
                )
            )
    if problems:
        raise Refusal(*problems)
    return tuple(records[key] for key in sorted(records))


class _Fault(Exception):  # noqa: N818 -- what is wrong with a line, in words
    """A line that cannot be read, and what to do about it."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


def _is_untouched(line: str) -> bool:
    """Say whether a line is letter for letter what its check was made of: then nothing in it stands twice, and it is soon read."""
    rest, mark, check = line.rpartition(_CHECK)
    return bool(mark) and f'{check_of(f"{rest}}}")}"}}' == check


def _fits(line: str, check: object, record: PublishedRecord) -> bool:
    """Say whether a line has the content that its check was made of; other spaces and another order are no change."""
    if not isinstance(check, str):
        return False
    rest = line.strip().replace(check_part(check), "")
    return check in (check_of(rest), check_of(line_without_check(record)))


def _object_of(line: str, *, is_untouched: bool) -> Any:
    try:
        content = json.loads(line, object_pairs_hook=None if is_untouched else _without_repetition)
    except (ValueError, RecursionError):
        content = None
    _check(isinstance(content, dict), "this is not a whole record")
    return content


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    _check(len(content) == len(pairs), "a part of this record stands twice")
    return content


def _record(content: dict[str, Any]) -> PublishedRecord:
    unknown = sorted(
        set(content)
        - {*_TEXTS, "version_count", "versions", "values", "passages", "named", "version_anchors", "check"}
    )
    _check(not unknown, f"“{''.join(unknown[:1])}” is no part of a record")
    texts = {name: content.get(name, "") for name in _TEXTS}
    for name, text in texts.items():
        _check(isinstance(text, str), f"“{name}” is not a text")
        _check(not name.endswith("sha256") or _SHA256.fullmatch(text), f"“{name}” is not a digest")
        _check(name != "first_published" or _FIRST_DAY.fullmatch(text), f"“{name}” is no day")
    for name in ("id", "title", "citation"):
        _check(name in content and (texts[name] or name != "id"), f"the record has no {name}")
    named = content.get("named", [])
    _check(isinstance(named, list) and all(isinstance(each, str) for each in named), "“named” is no list")
    versions = _versions(content.get("versions", []))
    count = content.get("version_count", len(versions))
    _check(
        type(count) is int and count == len(versions),
        f"of “{texts['id']}” other versions stand here than were recorded: {len(versions)}, and not {count}",
    )
    return PublishedRecord(
        named=tuple(named),
        **texts,
        versions=versions,
        values=_values(content.get("values", {})),
        passages=_passages(content.get("passages", [])),
        version_anchors=tuple(
            _parts(content.get("version_anchors", []), "version's anchor", _VERSION_ANCHOR, set())
        ),
    )


def _versions(content: object) -> tuple[PublishedVersion, ...]:
    versions = []
    for part in _parts(content, "version", {"on": _DAY, "digest": _DIGEST}, {"changes", "voices"}):
        changes, voices = part.get("changes", []), part.get("voices", [])
        for texts in (changes, voices):
            _check(
                isinstance(texts, list) and all(isinstance(each, str) for each in texts),
                "the changes of a version are not a list of texts",
            )
        _check(
            len(voices) in (0, len(changes)) and all(_VOICE.fullmatch(each) for each in voices),
            "it is not told of each change of a version which file said so",
        )
        versions.append(PublishedVersion(part["on"], part["digest"], tuple(changes), tuple(voices)))
    days = [version.on for version in versions]
    _check(days == sorted(days), "the versions do not stand in the order of their days")
    return tuple(versions)


def _values(content: Any) -> dict[str, tuple[Mapping[str, Any], ...]]:
    _check(isinstance(content, dict), "“values” is not a list of fields")
    for name, values in content.items():
        is_sound = isinstance(values, list) and all(
            isinstance(value, dict) and isinstance(value.get("value"), str) for value in values
        )
        _check(is_sound, f"the values of “{name}” cannot be read")
    return {name: tuple(values) for name, values in content.items()}


def _passages(content: object) -> tuple[PublishedPassage, ...]:
    passages = []
    for part in _parts(content, "passage", {"anchor": _ANCHOR, "number": _NUMBER}, {"sketch", "removed"}):
        is_removed, sketch = part.get("removed", False), part.get("sketch", "")
        _check(isinstance(sketch, str) and _SKETCH.fullmatch(sketch), "the sketch of a passage is no digest")
        _check(isinstance(is_removed, bool), "“removed” of a passage is not true")
        passages.append(PublishedPassage(part["anchor"], part["number"], sketch, is_removed))
    anchors = [passage.anchor for passage in passages]
    # Each version of a document has numbers of its own.
    numbers = [(version_of(passage.anchor), passage.number) for passage in passages if passage.number]
    for name, given in (("anchor", anchors), ("number", numbers)):
        _check(len(given) == len(set(given)), f"two passages have one {name}")
    return tuple(passages)


def _parts(content: Any, what: str, forms: Mapping[str, re.Pattern[str]], others: set[str]) -> Any:
    """Return a list of objects whose texts have the given forms and which have no other parts than those named."""
    _check(isinstance(content, list), f"the {what}s are not a list")
    for part in content:
        _check(isinstance(part, dict) and set(part) <= {*forms, *others}, f"a {what} cannot be read")
        for name, form in forms.items():
            text = part.get(name)
            _check(isinstance(text, str) and form.fullmatch(text), f"a {what} has no {name} that can be read")
    return content


def _check(is_sound: object, message: str, fix: str = RESTORE) -> None:
    if not is_sound:
        raise _Fault(message, fix)
