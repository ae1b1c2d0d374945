"""The address of every document: what the ledger holds for it, what is supplied, its record number, or minted.

Rule 1 mints from the principal date and the title; the rule has a number because it may never change for documents
that were published under it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from archivegen.problems import Problem
from archivegen.records.dates import MONTHS
from archivegen.records.record import Record
from archivegen.records.values import Identifier
from archivegen.storage.ledger import Ledger, LedgerEntry

LONGEST_ID = 80
_TITLE_WORDS = 6
_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LEFT_OUT = frozenset(
    """a an the of to in on at by for from with between and or as into about against during through under over
    after before within without regarding concerning""".split()
)
_DATE_WORDS = frozenset(month.casefold() for month in MONTHS)


@dataclass(frozen=True, slots=True)
class Addresses:
    """The id of each record by its source path, the ids not yet in the ledger, and what is wrong with either."""

    id_by_path: dict[str, str] = field(default_factory=dict)
    provisional: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def slug(text: str) -> str:
    """Return a text as lower-case ASCII words joined by hyphens; empty where it has no Latin letters or digits."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "").replace("'", ""))
    ascii_text = "".join(character for character in decomposed if ord(character) < 128)
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.casefold()))


def mint(record: Record, *, by_record_number: bool = True) -> str:
    """Return the id a record would have if no ledger knew it (rule 1)."""
    if record.supplied_id:
        return record.supplied_id
    numbers = [
        identifier.value
        for identifier in record.values_of("identifiers", Identifier)
        if identifier.kind == "record_number"
    ]
    if numbers and by_record_number:
        return numbers[0]
    principal = record.principal_date
    date = re.sub(r"[^\d-]", "", principal.value.split("/")[0]).strip("-") if principal else "undated"
    date_words = _DATE_WORDS | set(date.split("-")) | {part.lstrip("0") for part in date.split("-")}
    words = [
        word
        for word in slug(record.text_of("title") or "").split("-")
        if len(word) >= 3 and word not in _LEFT_OUT and word not in date_words
    ]
    return "-".join([date, *words[:_TITLE_WORDS]])[:LONGEST_ID].strip("-")


def assign(records: Iterable[Record], ledger: Ledger, *, by_record_number: bool = True) -> Addresses:
    """Give every record its id; a source that was renamed or edited keeps the one the ledger holds for it."""
    known = _Known.of(ledger)
    id_by_path: dict[str, str] = {}
    problems: list[Problem] = []
    proposed: dict[str, list[Record]] = defaultdict(list)
    ordered = sorted(records, key=lambda record: record.source.path)
    for record in ordered:
        entry = known.entry_of(record)
        if entry is None:
            proposed[mint(record, by_record_number=by_record_number)].append(record)
            continue
        id_by_path[record.source.path] = entry.id
        if record.supplied_id and record.supplied_id != entry.id:
            problems.append(_other_id(record, entry))
    for new_id, claimants in sorted(proposed.items()):
        problems.extend(_claim(new_id, claimants, known, id_by_path))
    provisional = frozenset(id_by_path.values()) - {entry.id for entry in ledger.entries}
    missing = [
        _missing(entry)
        for entry in ledger.entries
        if entry.state == "live" and entry.id not in id_by_path.values()
    ]
    return Addresses(id_by_path, provisional, (*problems, *missing))


def _claim(new_id: str, claimants: list[Record], known: _Known, id_by_path: dict[str, str]) -> list[Problem]:
    """Give a new id to the one record that claims it; minted ones that clash get a suffix in the order of paths."""
    problems = [_bad_id(record, new_id) for record in claimants if not _ID.match(new_id)]
    if problems:
        return problems
    is_taken = new_id in known.by_id or new_id in id_by_path.values()
    is_minted = not any(record.supplied_id for record in claimants) and not new_id.isdigit()
    if (len(claimants) > 1 or is_taken) and not is_minted:
        others = [known.by_id[new_id].source] if is_taken and new_id in known.by_id else []
        return [_clash(new_id, [record.source.path for record in claimants] + others)]
    number = 1
    for record in claimants:
        candidate = new_id
        while candidate in known.by_id or candidate in id_by_path.values():
            number += 1
            candidate = f"{new_id[: LONGEST_ID - 4]}-{number}"
        id_by_path[record.source.path] = candidate
    return []


@dataclass(frozen=True, slots=True)
class _Known:
    """The ledger's entries by what a source may be recognised by."""

    by_id: dict[str, LedgerEntry]
    by_digest: dict[str, LedgerEntry]
    by_path: dict[str, LedgerEntry]

    @classmethod
    def of(cls, ledger: Ledger) -> _Known:
        live = [entry for entry in ledger.entries if entry.state == "live"]
        return cls(
            {entry.id: entry for entry in ledger.entries},
            {entry.sha256: entry for entry in live},
            {entry.source: entry for entry in live},
        )

    def entry_of(self, record: Record) -> LedgerEntry | None:
        """Return the entry of a record: by its digest, then by its path."""
        return self.by_digest.get(record.source.sha256) or self.by_path.get(record.source.path)


def _other_id(record: Record, entry: LedgerEntry) -> Problem:
    return Problem(
        path=record.source.path,
        field="id",
        code="id-differs-from-ledger",
        message=f"the id supplied is “{record.supplied_id}”, but this document was published as “{entry.id}”",
        fix=f"remove the supplied id, or write “id: {entry.id}”",
    )


def _bad_id(record: Record, new_id: str) -> Problem:
    return Problem(
        path=record.source.path,
        field="id",
        code="id-unusable",
        message=f"“{new_id}” cannot be part of an address",
        fix="supply an id of lower-case letters a to z, digits and hyphens",
    )


def _clash(new_id: str, paths: list[str]) -> Problem:
    return Problem(
        path=paths[0],
        field="id",
        code="id-clash",
        message=f"the id “{new_id}” is claimed by {', '.join(paths)}",
        fix="supply another “id:” for all but one of them",
    )


def _missing(entry: LedgerEntry) -> Problem:
    return Problem(
        path=entry.source,
        code="published-document-missing",
        message=f"the document published at {entry.address} on {entry.first_published} is gone",
        fix="put the file back where it was; a published address is a promise",
    )
