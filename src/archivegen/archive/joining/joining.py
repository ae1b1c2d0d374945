"""The records of files that are versions of one document, joined to that of the document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archivegen.archive.access import is_open
from archivegen.archive.joining.bonds import Bond, Bonds, bonds_of, is_translation, language_base
from archivegen.archive.joining.faults import (
    id_not_used,
    kept_back,
    kind_unknown,
    of_a_version,
    of_itself,
    principal_closed,
    told_apart_by_nothing,
    version_lost,
)
from archivegen.archive.joining.joined_record import in_language, joined_record
from archivegen.archive.joining.known import Known
from archivegen.problems import Problem
from archivegen.records.record import JoinedVersion, Record, SaidVersion
from archivegen.storage.published import PublishedRecord


@dataclass(frozen=True, slots=True)
class Joining:
    """One record for each document. `rejected` are the paths of the files that are not published for what is wrong with
    them as versions, `principals` those of the documents that other files are versions of, by the paths of these. `closed`
    are the versions that may not be seen, as they were read.
    """

    records: tuple[Record, ...]
    problems: tuple[Problem, ...]
    rejected: frozenset[str]
    principals: Mapping[str, str]
    closed: tuple[Record, ...] = ()


def join(records: Sequence[Record], known: Known, published: Iterable[PublishedRecord], day: str) -> Joining:
    """Return the records with those that are versions of one document made one, as it may be seen on a day."""
    by_path = {record.source.path: record for record in records}
    bonds = bonds_of(records, known)
    problems = list(bonds.problems)
    rejected = set(bonds.astray)
    for path, problem in _misjoined(by_path, bonds.by_path):
        problems.append(problem)
        rejected.add(path)
    bound: dict[str, list[Bond]] = defaultdict(list)
    for path in sorted(bonds.by_path.keys() - rejected):
        bound[bonds.by_path[path].principal].append(bonds.by_path[path])
    joined, closed = [], []
    lost = _lost(known, published, known.not_read | rejected)
    for path, record in by_path.items():
        if path in rejected or path in bonds.by_path:
            continue
        if path in lost:
            problems.append(version_lost(path, lost[path]))
            rejected.add(path)
            continue
        principal = _as_said(record, bonds)
        versions, faults = _versions(principal, bound[path], by_path)
        principal = _as_translated(principal, bound[path], by_path)
        whole, found = joined_record(principal, versions, day)
        faults += found
        problems += faults
        if any(fault.level == "error" for fault in faults):
            rejected.add(path)
            continue
        problems += _silent_of_closed(principal, versions, day)
        problems += _with_ids_of_their_own(principal, versions)
        closed += [each.record for each in versions if not is_open(each.record, day)]
        joined.append(whole)
    problems += _kept_back(by_path, bonds, rejected, problems)
    rejected |= {path for path, bond in bonds.by_path.items() if bond.principal in rejected}
    principals = {path: bond.principal for path, bond in bonds.by_path.items()}
    return Joining(tuple(joined), tuple(problems), frozenset(rejected), principals, tuple(closed))


def _misjoined(by_path: Mapping[str, Record], bonds: Mapping[str, Bond]) -> Iterator[tuple[str, Problem]]:
    """Yield what is wrong with versions of themselves, and with versions of versions."""
    for path, bond in bonds.items():
        if bond.principal == path:
            yield path, of_itself(by_path[path])
        elif bond.principal in bonds:
            root, passed = bond.principal, {path}
            while root in bonds and root not in passed:
                passed.add(root)
                root = bonds[root].principal
            yield path, of_a_version(by_path[path], bond.principal, "" if root in passed else root)


def _kept_back(
    by_path: Mapping[str, Record], bonds: Bonds, rejected: Iterable[str], problems: Iterable[Problem]
) -> list[Problem]:
    """Return an error for each file that is not published because something is wrong with another version of its document,
    where nothing else is said of it.
    """
    documents = defaultdict(list)
    for path in by_path:
        documents[bonds.by_path[path].principal if path in bonds.by_path else path].append(path)
    named = {problem.path for problem in problems if problem.level == "error"}
    found = []
    for principal in sorted(documents.keys() & set(rejected)):
        told = {path: _places_of(by_path[path]) & named for path in documents[principal]}
        causes = sorted(place for places in told.values() for place in places)
        found += [
            kept_back(path, causes[0] if causes else principal)
            for path, places in told.items()
            if path not in bonds.astray and not places
        ]
    return found


def _places_of(record: Record) -> set[str]:
    """Return the files in which something may be wrong with a version: its own, and what is said beside it."""
    return {record.source.path, record.source.sidecar, record.version.path}


def _lost(known: Known, published: Iterable[PublishedRecord], rejected: Iterable[str]) -> dict[str, str]:
    """Return the files that were published as versions and are there and rejected, by the paths of their documents."""
    rejected = frozenset(rejected)
    lost = {}
    for record in published if rejected else ():
        entry = known.ledger.entry(record.id)
        files = [str(each.get("file", "")) for each in record.other_versions]
        if entry and (gone := [file for file in files if file in rejected]):
            lost[entry.source] = gone[0]
    return lost


def _as_said(record: Record, bonds: Bonds) -> Record:
    """Return the record of a document with what its path says of it, where it has other versions."""
    said = bonds.principals.get(record.source.path)
    if record.version.of:
        # What is said there is said of the other files that have this file of corrections.
        record = replace(record, version=SaidVersion())
    if said is None:
        return record
    record = in_language(record, said.language) if said.language else record
    kind = record.version.kind or said.kind
    return replace(record, version=replace(record.version, kind=kind)) if kind else record


def _as_translated(principal: Record, bonds: Iterable[Bond], by_path: Mapping[str, Record]) -> Record:
    """Return the record of a document as the original, where nothing says what it is but versions that are said to be
    translations of it, or name a translator.
    """
    versions = [(by_path[bond.path], bond.kind) for bond in bonds]
    is_original = any(is_translation(*each) for each in versions) and not is_translation(principal, "")
    is_other = any((record.version.kind or kind) == "original" for record, kind in versions)
    if principal.version.kind or principal.fields.get("original_language") or is_other or not is_original:
        return principal
    return replace(principal, version=replace(principal.version, kind="original"))


def _versions(
    principal: Record, bonds: Iterable[Bond], by_path: Mapping[str, Record]
) -> tuple[list[JoinedVersion], list[Problem]]:
    """Return the versions of a document in the order of their kinds' importance, and what is wrong with them."""
    versions: list[JoinedVersion] = []
    problems: list[Problem] = []
    for bond in bonds:
        record = by_path[bond.path]
        record = in_language(record, bond.language) if bond.language else record
        kind = record.version.kind or bond.kind or _kind_of(principal, record)
        if not kind:
            problems.append(kind_unknown(record, principal.source.path))
            continue
        version = JoinedVersion(kind, record)
        if twin := next((other for other in versions if _is_alike(version, other)), None):
            problems.append(told_apart_by_nothing(record, twin.record.source.path, kind, version.language))
        else:
            versions.append(version)
    return versions, problems


def _kind_of(principal: Record, record: Record) -> str:
    """Return what kind of version a file is that is not said to be of any: without words it is a scan, in another language
    a translation.
    """
    if not record.body.blocks:
        return "scan"
    languages = (language_base(principal), language_base(record))
    if not principal.body.blocks and languages[0] in ("", languages[1]):
        return "transcription"
    return "translation" if all(languages) and languages[0] != languages[1] else ""


def _is_alike(one: JoinedVersion, other: JoinedVersion) -> bool:
    """Say whether nothing tells two versions apart: two files of scans are always two."""
    if one.kind == "scan" or (one.kind, one.language) != (other.kind, other.language):
        return False
    makers = [
        frozenset(value.value for value in each.record.fields.get("contributors", ()))
        for each in (one, other)
    ]
    return makers[0] == makers[1] or not all(makers)


def _with_ids_of_their_own(principal: Record, versions: Iterable[JoinedVersion]) -> Iterator[Problem]:
    for version in versions:
        # The number of an archive is kept as an identifier of the version.
        is_number = bool(version.record.said_id.number)
        if version.record.supplied_id not in (None, principal.supplied_id) and not is_number:
            yield id_not_used(version.record, principal.source.path)


def _silent_of_closed(principal: Record, versions: Iterable[JoinedVersion], day: str) -> Iterator[Problem]:
    if not is_open(principal, day):
        for version in versions:
            if version.record.access is None:
                yield principal_closed(version.record, principal.source.path)
