"""Which files are versions of which document: by what is said of them, by their paths, or by their record number."""

from __future__ import annotations

import posixpath
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from archivegen.archive.joining.faults import target_missing
from archivegen.archive.joining.known import Known
from archivegen.archive.joining.undecided import undecided
from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.records.values import AgentValue, Identifier
from archivegen.records.version_paths import VersionPath, version_path

# A hint takes longer than everything else that is done for a fault.
_MOST_HINTS = 10


@dataclass(frozen=True, slots=True)
class Bond:
    """A file that is a version of the document in another one, by their paths; the kind of version and the language that
    its path says, "" where it says none; and where it is said, if it is in a file.
    """

    path: str
    principal: str
    kind: str = ""
    language: str = ""
    said_in: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Bonds:
    """The bonds by the paths of the versions, what paths say of principals, what is wrong, and the paths of the files that
    are versions of nobody knows what.
    """

    by_path: Mapping[str, Bond]
    principals: Mapping[str, VersionPath]
    problems: tuple[Problem, ...]
    astray: frozenset[str]


def bonds_of(records: Iterable[Record], known: Known) -> Bonds:
    """Return which of some records are versions of the document of another."""
    by_path = {record.source.path: record for record in records}
    bonds, faults = _said(by_path, known)
    problems, astray = [*faults.values()], set(faults)
    principals: dict[str, VersionPath] = {}
    groups = list(_by_pattern(by_path, known))
    published = frozenset(entry.source for entry in known.ledger.entries if entry.state == "live")
    without_principal = []
    for said in groups:
        free = {path: each for path, each in said.items() if path not in bonds and path not in astray}
        if len(free) < 2:
            continue
        principal = _principal([by_path[path] for path in free], free, published)
        if principal is None:
            without_principal.append(free)
            astray |= free.keys()
            continue
        principals[principal] = free[principal]
        bonds |= {
            path: Bond(path, principal, each.kind, each.language)
            for path, each in free.items()
            if path != principal
        }
    problems += undecided(without_principal, groups)
    bound = {*bonds, *(bond.principal for bond in bonds.values()), *astray}
    unbound = [each for path, each in by_path.items() if path not in bound]
    for bond in _by_number(unbound, known, published):
        bonds[bond.path] = bond
    return Bonds(bonds, principals, tuple(problems), frozenset(astray))


def principals_of(records: Iterable[Record], known: Known) -> dict[str, str]:
    """Return the paths of the documents that some records are versions of, by the paths of these."""
    return {path: bond.principal for path, bond in bonds_of(records, known).by_path.items()}


def _said(by_path: Mapping[str, Record], known: Known) -> tuple[dict[str, Bond], dict[str, Problem]]:
    """Return the bonds that are said, by `version_of`, and what is wrong with others, both by the paths of the versions."""
    bonds: dict[str, Bond] = {}
    problems: dict[str, Problem] = {}
    path_by_id: dict[str, str] = {}
    shared = Counter(record.version.path for record in by_path.values() if record.version.of)
    for path, record in by_path.items():
        said = record.version
        if not said.of:
            continue
        principal = next((place for place in _places(record, known.folder) if place in by_path), None)
        if principal is None:
            path_by_id = path_by_id or _paths_by_id(by_path, known)
            principal = path_by_id.get(said.of)
        if principal is None:
            is_there = any(place in known.not_read for place in _places(record, known.folder))
            near = by_path if len(problems) < _MOST_HINTS else ()
            problems[path] = target_missing(record, near, is_there=is_there)
        elif principal != path or shared[said.path] == 1:
            # A file of corrections that a text and its scan have in common names one of the two, for the other.
            bonds[path] = Bond(path, principal, said_in=said.path, line=said.line)
    return bonds, problems


def _places(record: Record, folder: str) -> Iterator[str]:
    """Yield the paths that may be meant: beside the file that says so, in the archive, or in the documents' folder."""
    of = record.version.of.replace("\\", "/")
    for above in (posixpath.dirname(record.version.path), "", folder):
        yield posixpath.normpath(posixpath.join(above, of))


def _paths_by_id(by_path: Mapping[str, Record], known: Known) -> dict[str, str]:
    """Return the paths of records by their ids: those that they would have, and before these the published ones."""
    documents = {path: record for path, record in by_path.items() if not record.version.of}
    paths = {record.said_id.number: path for path, record in documents.items() if record.said_id.number}
    paths |= {known.mint(record): path for path, record in documents.items()}
    for entry in known.ledger.entries:
        end = known.ledger.entry(known.ledger.end_of(entry.id))
        if end and end.state == "live" and end.source in by_path:
            paths[entry.id] = end.source
    return paths


def _by_pattern(by_path: Mapping[str, Record], known: Known) -> Iterator[dict[str, VersionPath]]:
    """Yield what the paths of the versions of each document say of them."""
    if not known.pattern:
        return
    groups: dict[str, dict[str, VersionPath]] = defaultdict(dict)
    for path in sorted(by_path):
        below = path.removeprefix(f"{known.folder}/") if known.folder != "." else path
        if (said := version_path(known.pattern, below)) and by_path[path].source.file == path:
            groups[said.name][path] = said
    yield from (
        group for group in groups.values() if any(each.language or each.kind for each in group.values())
    )


def _by_number(records: list[Record], known: Known, published: frozenset[str]) -> Iterator[Bond]:
    """Yield the bonds of records whose own addresses end in the same number, where they differ in language or kind."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records if known.by_record_number else ():
        numbers = [
            each.value for each in record.values_of("identifiers", Identifier) if each.kind == "record_number"
        ]
        if numbers and not record.supplied_id:
            groups[numbers[0]].append(record)
    for group in groups.values():
        kinds = {(language_base(record), record.version.kind, bool(record.body.blocks)) for record in group}
        principal = _principal(group, {}, published) if len(kinds) == len(group) > 1 else None
        if principal:
            yield from (Bond(each.source.path, principal) for each in group if each.source.path != principal)


def _principal(group: list[Record], said: Mapping[str, VersionPath], published: frozenset[str]) -> str | None:
    """Return the path of the document that the others are versions of: the one that alone was published before, the one
    that is said to be the original, that has the name alone, that is in the language it was written in, that alone has
    words, or that alone has words and is no translation.
    """
    originals = {language for record in group for language in _originals(record)}
    named = {path for path, each in said.items() if not (each.language or each.kind)}
    kinds = {path: each.kind for path, each in said.items()}
    languages = {path: each.language.split("-")[0] for path, each in said.items()}
    tests: tuple[Callable[[Record], bool], ...] = (
        lambda record: record.source.path in published,
        lambda record: (record.version.kind or kinds.get(record.source.path)) == "original",
        lambda record: record.source.path in named,
        lambda record: (languages.get(record.source.path) or language_base(record)) in originals,
        lambda record: bool(record.body.blocks),
        lambda record: (
            bool(record.body.blocks) and not is_translation(record, kinds.get(record.source.path, ""))
        ),
    )
    for is_principal in tests:
        found = [record.source.path for record in group if is_principal(record)]
        if len(found) == 1:
            return found[0]
    return None


def is_translation(record: Record, kind: str) -> bool:
    """Say whether a text is said to be a translation, by `kind`, which is what its path says, or names its translator."""
    makers = record.values_of("contributors", AgentValue)
    return (record.version.kind or kind) == "translation" or any(each.role == "translator" for each in makers)


def _originals(record: Record) -> set[str]:
    return {value.value.split("-")[0] for value in record.fields.get("original_language", ())}


def language_base(record: Record) -> str:
    """Return the language of a record's text without its script and region; "" where it is not known."""
    return (record.text_of("language") or "").split("-")[0]
