"""Parts of a line of the ledger's companion, checked: its values and its passages, and lists of objects."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from archivegen.storage.ledger_lines import RESTORE
from archivegen.storage.published import PublishedPassage, version_of

ANCHOR = re.compile(r"[a-z][a-z0-9-]*")
_NUMBER = re.compile(r"(?:\d+[a-z]*)?")
_SKETCH = re.compile(r"[0-9a-f]*")


class RecordFault(Exception):  # noqa: N818 -- what is wrong with a line, in words
    """A line that cannot be read, and what to do about it."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


def values_in(content: Any) -> dict[str, tuple[Mapping[str, Any], ...]]:
    """Return the values of a record by field.

    Raises:
        RecordFault: they are no values.

    """
    check(isinstance(content, dict), "“values” is not a list of fields")
    for name, values in content.items():
        is_sound = isinstance(values, list) and all(
            isinstance(value, dict) and isinstance(value.get("value"), str) for value in values
        )
        check(is_sound, f"the values of “{name}” cannot be read")
    return {name: tuple(values) for name, values in content.items()}


def passages_in(content: object) -> tuple[PublishedPassage, ...]:
    """Return the passages of a record.

    Raises:
        RecordFault: they are no passages, or two of them have one anchor or one number.

    """
    passages = []
    for part in objects_in(content, "passage", {"anchor": ANCHOR, "number": _NUMBER}, {"sketch", "removed"}):
        is_removed, sketch = part.get("removed", False), part.get("sketch", "")
        check(isinstance(sketch, str) and _SKETCH.fullmatch(sketch), "the sketch of a passage is no digest")
        check(isinstance(is_removed, bool), "“removed” of a passage is not true")
        passages.append(PublishedPassage(part["anchor"], part["number"], sketch, is_removed))
    anchors = [passage.anchor for passage in passages]
    # Each version of a document has numbers of its own.
    numbers = [(version_of(passage.anchor), passage.number) for passage in passages if passage.number]
    for name, given in (("anchor", anchors), ("number", numbers)):
        check(len(given) == len(set(given)), f"two passages have one {name}")
    return tuple(passages)


def objects_in(content: Any, what: str, forms: Mapping[str, re.Pattern[str]], others: set[str]) -> Any:
    """Return a list of objects whose texts have the given forms and which have no other parts than those named.

    Raises:
        RecordFault: it is none.

    """
    if not isinstance(content, list):
        raise RecordFault(f"the {what}s are not a list", RESTORE)
    for part in content:
        # Half a million of them are read: no message is made before it is needed.
        if not (isinstance(part, dict) and part.keys() <= {*forms, *others}):
            raise RecordFault(f"a {what} cannot be read", RESTORE)
        for name, form in forms.items():
            text = part.get(name)
            if not (isinstance(text, str) and form.fullmatch(text)):
                raise RecordFault(f"a {what} has no {name} that can be read", RESTORE)
    return content


def check(is_sound: object, message: str, fix: str = RESTORE) -> None:
    """Raise the fault that a message names, unless something is sound.

    Raises:
        RecordFault: it is not.

    """
    if not is_sound:
        raise RecordFault(message, fix)
