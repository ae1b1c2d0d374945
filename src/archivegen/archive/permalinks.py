"""The address of every document: what the ledger holds for it, what is supplied, its record number, or minted.

Rule 1 mints from the principal date and the title; the rule has a number because it may never change for documents
that were published under it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archivegen.problems import Problem
from archivegen.records.agents import SPELT_OUT
from archivegen.records.dates import MONTHS
from archivegen.records.record import Record
from archivegen.records.values import Identifier
from archivegen.storage.ids import LONGEST_ID, is_fit
from archivegen.storage.ledger import Ledger, LedgerEntry

_TITLE_WORDS = 6
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
    """Return a text as lower-case ASCII words joined by hyphens; empty where it has no Latin letters or digits.

    Marks and apostrophes are dropped, letters that are no letter with a mark are spelt out, all else divides words.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(SPELT_OUT))
    unmarked = "".join(character for character in decomposed if not unicodedata.combining(character))
    return "-".join(re.findall(r"[a-z0-9]+", unmarked))


def mint(record: Record, *, by_record_number: bool = True) -> str:
    """Return the id a record would have if no ledger knew it: claimed by itself, or made by rule 1."""
    return _claimed_id(record, by_record_number=by_record_number) or _made_id(record)


def _claimed_id(record: Record, *, by_record_number: bool) -> str | None:
    """Return the id that is supplied, or the record number that the document's own address ends in."""
    numbers = [
        identifier.value
        for identifier in record.values_of("identifiers", Identifier)
        if identifier.kind == "record_number" and by_record_number
    ]
    return record.supplied_id or next(iter(numbers), None)


def _made_id(record: Record) -> str:
    """Make an id by rule 1, from the principal date and the title."""
    principal = record.principal_date
    dates = re.findall(r"\d{4}(?:-\d\d)*", principal.value) if principal else []
    date = dates[0] if dates else "undated"
    date_words = _DATE_WORDS | set(date.split("-")) | {part.lstrip("0") for part in date.split("-")}
    words = [
        word
        for word in slug(record.text_of("title") or "").split("-")
        if len(word) >= 3 and word not in _LEFT_OUT and word not in date_words
    ]
    return "-".join([date, *words[:_TITLE_WORDS]])[:LONGEST_ID].strip("-")


def assign(
    records: Iterable[Record],
    ledger: Ledger,
    *,
    by_record_number: bool = True,
    not_read: frozenset[str] = frozenset(),
) -> Addresses:
    """Give every record its id; a source that was renamed or edited keeps the one the ledger holds for it.

    `not_read` are the paths of sources that are there and were rejected or withheld.
    """
    records = sorted(records, key=lambda record: record.source.path)
    entry_by_path = _recognise(records, ledger, by_record_number=by_record_number)
    id_by_path = {path: entry.id for path, entry in entry_by_path.items()}
    problems: list[Problem] = []
    claims: dict[tuple[str, bool], list[Record]] = defaultdict(list)
    for record in records:
        entry = entry_by_path.get(record.source.path)
        if entry is None:
            claimed = _claimed_id(record, by_record_number=by_record_number)
            claims[claimed or _made_id(record), claimed is None].append(record)
        elif record.supplied_id and record.supplied_id != entry.id:
            problems.append(_other_id(record, entry))
    source_by_id = {entry.id: entry.source for entry in ledger.entries}
    for (new_id, is_made), claimants in sorted(claims.items()):
        if not is_fit(new_id):
            problems.extend(_bad_id(record, new_id) for record in claimants)
        elif is_made:
            id_by_path |= _with_suffixes(new_id, claimants, source_by_id)
        elif len(claimants) > 1 or new_id in source_by_id:
            problems.append(_clash(new_id, claimants, source_by_id.get(new_id)))
        else:
            id_by_path[claimants[0].source.path] = source_by_id[new_id] = new_id
    problems.extend(_missing_documents(ledger, entry_by_path.values(), not_read))
    provisional = frozenset(id_by_path.values()).difference(entry.id for entry in ledger.entries)
    return Addresses(id_by_path, provisional, tuple(problems))


def _missing_documents(
    ledger: Ledger, found: Iterable[LedgerEntry], not_read: frozenset[str]
) -> Iterator[Problem]:
    held = {entry.id for entry in found}
    for entry in ledger.entries:
        if entry.state == "live" and entry.id not in held:
            yield _missing(entry, is_there=entry.source in not_read)


def _recognise(records: list[Record], ledger: Ledger, *, by_record_number: bool) -> dict[str, LedgerEntry]:
    """Return the ledger's entry of each record that has one, by the record's path; no entry twice.

    A record is recognised by its path and digest together, then by its digest (it was moved), then by its path (it
    was edited), then by the id it would have (it was moved and edited, and its date and title are the same).
    """
    free = {entry.id: entry for entry in ledger.entries if entry.state == "live"}
    found: dict[str, LedgerEntry] = {}
    for traits in (("source", "sha256"), ("sha256",), ("source",), ("id",)):
        by_traits = {tuple(getattr(entry, trait) for trait in traits): entry for entry in free.values()}
        for record in records:
            if record.source.path in found:
                continue
            own = {
                "source": record.source.path,
                "sha256": record.source.sha256,
                "id": mint(record, by_record_number=by_record_number),
            }
            entry = by_traits.get(tuple(own[trait] for trait in traits))
            if entry and entry.id in free:
                found[record.source.path] = free.pop(entry.id)
    return found


def _with_suffixes(new_id: str, claimants: list[Record], source_by_id: dict[str, str]) -> dict[str, str]:
    """Return an id for each claimant, those after the first with a number; they are noted in `source_by_id`."""
    number = 1
    given = {}
    for record in claimants:
        candidate = new_id
        while candidate in source_by_id:
            number += 1
            candidate = f"{new_id[: LONGEST_ID - 5].rstrip('-')}-{number}"
        source_by_id[candidate] = record.source.path
        given[record.source.path] = candidate
    return given


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


def _clash(new_id: str, claimants: list[Record], published: str | None) -> Problem:
    paths = [record.source.path for record in claimants] + [path for path in (published,) if path]
    return Problem(
        path=paths[0],
        field="id",
        code="id-clash",
        message=f"the id “{new_id}” is claimed by {', '.join(paths)}",
        fix="supply another “id:” for all but one of them",
    )


def _missing(entry: LedgerEntry, *, is_there: bool) -> Problem:
    published = f"the document published at {entry.address} on {entry.first_published}"
    return Problem(
        path=entry.source,
        code="published-document-missing",
        message=f"{published} cannot be published again" if is_there else f"{published} is gone",
        fix=(
            "mend what is reported of this file and its corrections, or open it again"
            if is_there
            else "put the file back where it was; a published address is a promise"
        ),
    )
