"""The ledger of published addresses, `permalinks.yml`: one line per entry, made to be read, compared and merged."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from archivegen.problems import Problem, Refusal

LEDGER_NAME = "permalinks.yml"
_HEADER = """\
# The addresses this archive has published, one line each. "archivegen publish" writes this file.
# Keep it with your documents and never delete a line: each is a promise to whoever has cited the address.
permalinks:
"""
_STATES = ("live", "moved", "withdrawn")
_KEYS = ("id", "address", "source", "sha256", "first_published", "state")
_FIRST_LINE = "permalinks:"
_ENTRY = re.compile(r"^- \{" + ", ".join(rf'{key}: "((?:[^"\\]|\\.)*)"' for key in _KEYS) + r"\}\s*$")
_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One published address: its document's source and digest, and the day it was first published."""

    id: str
    address: str
    source: str
    sha256: str
    first_published: str
    state: str = "live"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every address ever published, in the order of ids."""

    entries: tuple[LedgerEntry, ...] = ()

    def with_entries(self, new: tuple[LedgerEntry, ...]) -> Ledger:
        """Return the ledger with new and changed entries, by id."""
        by_id = {entry.id: entry for entry in (*self.entries, *new)}
        return Ledger(tuple(by_id[key] for key in sorted(by_id)))

    def entry(self, document_id: str) -> LedgerEntry | None:
        """Return the entry of a document, or None where it is not published."""
        return next((entry for entry in self.entries if entry.id == document_id), None)


def read_ledger(text: str, path: str = LEDGER_NAME) -> Ledger:
    """Read the ledger from its text, line by line.

    Raises:
        Refusal: any line is not an entry, or two lines contradict each other; nothing is repaired in silence.

    """
    problems: list[Problem] = []
    entries: dict[str, LedgerEntry] = {}
    addresses: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#") or line == _FIRST_LINE:
            continue
        entry = _entry(line)
        if entry is None:
            problems.append(_fault(path, number, "this is not an entry of the ledger"))
        elif entry.id in entries or entry.address in addresses:
            problems.append(_fault(path, number, f"“{entry.id}” stands here a second time"))
        else:
            entries[entry.id] = entry
            addresses.add(entry.address)
    if problems:
        raise Refusal(*problems)
    return Ledger(tuple(entries[key] for key in sorted(entries)))


def _entry(line: str) -> LedgerEntry | None:
    match = _ENTRY.match(line)
    if match is None:
        return None
    try:
        values = [json.loads(f'"{value}"') for value in match.groups()]
    except ValueError:
        return None
    entry = LedgerEntry(*values)
    return entry if entry.state in _STATES and _DAY.match(entry.first_published) else None


def ledger_text(ledger: Ledger) -> str:
    """Return the ledger as the text of its file."""
    lines = [
        "- {"
        + ", ".join(f"{key}: {json.dumps(getattr(entry, key), ensure_ascii=False)}" for key in _KEYS)
        + "}\n"
        for entry in ledger.entries
    ]
    return _HEADER + "".join(lines)


def _fault(path: str, line: int, message: str) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="ledger-faulty",
        message=message,
        fix="restore this file from your last backup or version",
    )
