"""One line of the ledger: its values, or what is wrong with it and what to do."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import NamedTuple

from archivegen.problems import Problem
from archivegen.records.dates import bounds
from archivegen.storage.ids import is_fit
from archivegen.storage.published import check_of

DOCUMENT_KEYS = ("id", "address", "source", "sha256", "first_published", "state")
ENTITY_KEYS = ("address", "name", "first_published")
# What an entry has beyond the keys of its kind, by its state; entities have no state of their own.
KEYS_OF_STATE = {
    "live": (),
    "moved": ("on", "moved_to"),
    "withdrawn": ("on", "reason"),
}
KEYS_OF_WITHDRAWN = ("sketch", "concealed")
ENTITY_INDEXES = ("people", "organisations", "places", "archives", "collections", "subjects")
RESTORE = "restore this file from your last backup or version"

_PAIR = re.compile(r'(\w+): "([^"\\]*(?:\\.[^"\\]*)*)"')
_CHECK = ', check: "'
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SKETCH = re.compile(r"(?:[0-9a-f]{12}(?:[0-9a-f]{4})*)?")
# Where git begins the one version and ends the other; what it writes between them may be a heading's underline elsewhere.
SIDES_OF_A_MERGE = ("<<<<<<< ", ">>>>>>> ")
_MARKS_OF_A_MERGE = (*SIDES_OF_A_MERGE, "|||||||", "=======")


class Fault(NamedTuple):
    """What is wrong, and what to do."""

    message: str
    fix: str = RESTORE


MARK_LEFT = Fault(
    "two versions of this file were merged and this mark is left",
    "keep the lines of both versions and remove the marks; docs/addresses.md says how git does it by itself",
)


def is_mark_of_merge(line: str) -> bool:
    """Say whether a line is one that git leaves where it could not merge two versions of a file."""
    return line.startswith(_MARKS_OF_A_MERGE)


def values_of(line: str) -> dict[str, str] | None:
    """Return the values of a line in the ledger's form, or None for any other line."""
    pairs = _PAIR.findall(line)
    values = dict(pairs)
    if "- {" + ", ".join([f'{key}: "{value}"' for key, value in pairs]) + "}" != line.rstrip():
        return None
    if len(values) != len(pairs):
        return None
    if "\\" in line:
        try:
            return {key: json.loads(f'"{value}"') for key, value in pairs}
        except ValueError:
            return None
    return values


def readable_values(line: str) -> dict[str, str]:
    """Return the values that can still be read of a line, whatever else stands in it; escapes are left as they are."""
    return dict(_PAIR.findall(line)) if line.startswith("- {") else {}


def form_fault(line: str) -> Fault:
    """Return what is wrong with a line that is not in the ledger's form."""
    if is_mark_of_merge(line):
        return MARK_LEFT
    if line.startswith("- {") and not line.rstrip().endswith("}"):
        return Fault("this line is cut off")
    return Fault("this is not an entry of the ledger")


def document_fault(values: dict[str, str]) -> Fault | None:
    """Return the first thing wrong with the entry of a document."""
    state = values.get("state", "live")
    if state not in KEYS_OF_STATE:
        return Fault(f"“{state}” is no state", f"the states are {', '.join(KEYS_OF_STATE)}")
    own = (*DOCUMENT_KEYS, *KEYS_OF_STATE[state])
    optional = KEYS_OF_WITHDRAWN if state == "withdrawn" else ()
    fault = _keys_fault(values, own, optional, f"a {state} address") or _day_fault(values)
    if fault:
        return fault
    if not is_fit(values["id"]):
        return Fault(f"“{values['id']}” cannot be part of an address")
    if values["address"] != f"documents/{values['id']}/":
        return Fault(
            f"“{values['address']}” is not the address of “{values['id']}”",
            f"write documents/{values['id']}/; to move a document: archivegen ids move {values['id']} NEW",
        )
    if state == "withdrawn" and not values["reason"].strip():
        return Fault("this withdrawn document has no reason", "write why it was withdrawn")
    if values.get("concealed", "yes") != "yes":
        return Fault(f"“{values['concealed']}” is no value of concealed", "write “yes”, or leave it out")
    if not _SKETCH.fullmatch(values.get("sketch", "")):
        return Fault(f"“{values['sketch']}” is no sketch")
    return None


def with_check(line: str) -> str:
    """Return the line of an entity with a check at its end, made of the rest of it."""
    return f'{line[:-1]}{_CHECK}{check_of(line)}"}}'


def has_checks(text: str) -> bool:
    """Say whether any line of a ledger has a check: a program that knew of none has written one without."""
    return _CHECK in text


def check_fault(line: str) -> Fault | None:
    """Return what is wrong with the check of an entity's line; nothing where it has none: it is older, or changed on purpose."""
    rest, mark, check = line.rstrip().rpartition(_CHECK)
    if not mark or f'{check_of(f"{rest}}}")}"}}' == check:
        return None
    return Fault(
        "this line is not as “publish” wrote it",
        f"{RESTORE}, or from the last site: archivegen ids recover OLD_BUILD; if you have changed this line on purpose, take "
        "its “check” out, and publish",
    )


def entity_fault(values: dict[str, str]) -> Fault | None:
    """Return the first thing wrong with the entry of an entity."""
    fault = _keys_fault(values, ENTITY_KEYS, ("moved_to", "check"), "an entity") or _day_fault(values)
    if fault:
        return fault
    index, _, rest = values["address"].partition("/")
    if index not in ENTITY_INDEXES or not rest.endswith("/") or not is_fit(rest[:-1]):
        return Fault(f"“{values['address']}” is no address of an entity")
    return None


def line_problem(path: str, line: int | None, fault: Fault) -> Problem:
    """Return a fault with its place."""
    return Problem(path=path, line=line, code="ledger-faulty", message=fault.message, fix=fault.fix)


def second_time(name: str, line: int) -> Fault:
    """Return the fault of a line whose name stands in an earlier one."""
    return Fault(
        f"“{name}” stands here a second time, after line {line}",
        "keep the line that is right and remove the other; where only the days differ, keep the earlier day, in published.jsonl "
        "too; where "
        "the digests do, the one that published.jsonl has",
    )


def at_another_address(document_id: str, first_id: str, line: int, day: str) -> Fault:
    """Return the fault of a live document that is live in an earlier line, too; `day` is when that came about."""
    return Fault(
        f"“{document_id}” and “{first_id}” in line {line} are one document: same source, same digest",
        f'let one lead to the other: in its line write state: "moved", on: "{day}", moved_to: the other’s id',
    )


def headless(text: str, header: str) -> Fault:
    """Return the fault of a ledger without the line that begins it."""
    if not text.strip():
        return Fault("this file is empty", f"{RESTORE}; if nothing was ever published, remove it")
    return Fault(f"the line “{header}” is missing", RESTORE)


def _keys_fault(
    values: dict[str, str], needed: tuple[str, ...], optional: tuple[str, ...], what: str
) -> Fault | None:
    missing = [key for key in needed if key not in values]
    if missing:
        return Fault(f"{what} needs {', '.join(f'“{key}”' for key in missing)}")
    unknown = [key for key in values if key not in needed and key not in optional]
    if unknown:
        known = ", ".join((*needed, *optional))
        return Fault(f"{what} has no {', '.join(f'“{key}”' for key in unknown)}", f"its parts are {known}")
    return None


@cache
def _is_day(text: str) -> bool:
    return bool(_DAY.fullmatch(text)) and bounds(text) is not None


def _day_fault(values: dict[str, str]) -> Fault | None:
    for key in ("first_published", "on"):
        if key in values and not _is_day(values[key]):
            return Fault(f"“{values[key]}” is no day", f"write {key} as 2026-11-21, or {RESTORE}")
    return None
