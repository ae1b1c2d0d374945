"""The whole examination of an archive and its last build."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from archivegen.archive.access import was_closed_when_recorded
from archivegen.build import origins_of
from archivegen.checking.descriptions import LACKING, counted, lacking
from archivegen.checking.losses import losses
from archivegen.checking.lost_places import at_their_sources
from archivegen.ledger_reading import promises_at
from archivegen.problems import LEVELS, Problem, Refusal
from archivegen.publish.manifest import verify_manifest
from archivegen.publish.verify import verify_site
from archivegen.reading import Reading, read_archive
from archivegen.request import Request


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found: the problems, errors first and what descriptions lack last; and what was read unless reading was
    refused.
    """

    problems: tuple[Problem, ...]
    reading: Reading | None

    @property
    def without_descriptions(self) -> tuple[Problem, ...]:
        """The problems but for what descriptions lack, of which there may be several for every document."""
        return tuple(problem for problem in self.problems if problem.code != LACKING)


def examine(request: Request, against: Path | None = None) -> Examination:
    """Examine the documents, the descriptions and the last build of an archive, and what `against` had more.

    What is refused is a problem among the others: it keeps nothing else from being examined.
    """
    problems: list[Problem] = []
    reading = None
    try:
        reading = read_archive(request)
        problems.extend(reading.problems)
        problems.extend(_lacking(reading, request.root))
    except Refusal as refusal:
        problems.extend(refusal.problems)
    problems.extend(_site_problems(request, reading))
    if against is not None:
        try:
            lost = losses(against, request.output, _without_text(request, reading), _hidden(reading))
            problems.extend(at_their_sources(lost, reading, against))
        except Refusal as refusal:
            problems.extend(refusal.problems)
    return Examination(tuple(sorted(problems, key=_rank)), reading)


def _rank(problem: Problem) -> int:
    return len(LEVELS) if problem.code == LACKING else LEVELS.index(problem.level)


def outcome_of(examination: Examination) -> str:
    """Return how many problems of each level were found, and how many descriptions lack which element of DACS."""
    levels = Counter(problem.level for problem in examination.without_descriptions)
    counts = [_counted(levels[level], level) for level in LEVELS]
    if examination.reading is None:
        return f"The documents could not be put together: {', '.join(counts)}."
    documents = len(examination.reading.archive.documents)
    return (
        f"{counted(examination.problems, documents)}\n{_counted(documents, 'document')}: {', '.join(counts)}."
    )


def _lacking(reading: Reading, root: Path) -> Iterator[Problem]:
    return lacking((document.record for document in reading.archive.documents if document.is_open), root)


def _site_problems(request: Request, reading: Reading | None) -> Iterator[Problem]:
    site = request.output
    if not site.is_dir():
        yield _not_built(site)
        return
    links = verify_site(site, request.base_url or "", origins_of(request.root, reading))
    for problem in (*links, *verify_manifest(site)):
        is_of_site = problem.code != "dead-link" or (site / problem.path).is_file()
        yield replace(problem, path=_path_in(site, problem.path, request.root)) if is_of_site else problem


def _path_in(site: Path, path: str, root: Path) -> str:
    """Return where a file of a site lies, seen from the archive where it is inside."""
    file = site / path
    return (file.relative_to(root) if file.is_relative_to(root) else file).as_posix()


def _without_text(request: Request, reading: Reading | None) -> frozenset[str]:
    """Return the addresses of the documents that were withdrawn or are closed.

    Where documents keep the archive from being read, what was recorded last is all that is known.
    """
    if reading:
        ledger, closed = reading.ledger, [document.address for document in reading.archive.not_open]
    else:
        promises = promises_at(request.ledger, request.output)
        ledger = promises.ledger
        records = filter(was_closed_when_recorded, promises.published)
        closed = [f"documents/{ledger.end_of(record.id)}/" for record in records]
    return frozenset([entry.address for entry in ledger.entries if entry.state == "withdrawn"] + closed)


def _hidden(reading: Reading | None) -> frozenset[str]:
    """Return the addresses of names that only closed documents or redacted words have."""
    return reading.archive.hidden if reading else frozenset()


def _not_built(site: Path) -> Problem:
    return Problem(
        path=site.name,
        level="notice",
        code="not-built",
        message="there is no site yet, so its links were not checked",
        fix="run “archivegen build” and check again",
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
