"""What is wrong with the documents of an archive taken together, as problems."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from archivegen.archive.access import is_open, notices_of_closed
from archivegen.problems import Problem
from archivegen.records.record import Record
from archivegen.seeds.find import Seed


def duplicates(records: list[Record]) -> list[Problem]:
    """Return a warning for every file of which the same bytes are published as of one before it."""
    first_by_digest: dict[str, str] = {}
    problems = []
    for record in records:
        path = record.source.path
        first = first_by_digest.setdefault(record.source.sha256, path)
        # Their digest is that of what is left: which words were redacted is not told, nor whether they were the same.
        what = (
            "what is published of this file is the same as of"
            if record.redacted_words
            else "this file holds the same bytes as"
        )
        if first != path:
            problems.append(
                Problem(
                    path=path,
                    level="warning",
                    code="duplicate",
                    message=f"{what} {first}; both are published",
                    fix="remove one of the two before their addresses are recorded",
                )
            )
    return problems


def why_nothing(
    root: Path, folder: Path, seeds: tuple[Seed, ...], problems: Sequence[Problem]
) -> Iterator[Problem]:
    """Yield why a folder of documents gives nothing to publish, where no error says so already."""
    path = folder.relative_to(root).as_posix()
    if any(problem.level == "error" for problem in problems):
        return
    if seeds:
        yield Problem(
            path=path,
            code="none-open",
            message="none of the documents here is open",
            fix="set “access: open” for those that should be published",
        )
    elif not folder.is_dir():
        yield Problem(
            path=path,
            code="no-documents",
            message="this folder, in which the documents should be, is not there",
            fix="make it and put .txt or .md files into it, or say where they are: “documents: …” in archive.yml",
        )
    else:
        yield Problem(
            path=path,
            code="no-documents",
            message="no document was found here",
            fix="put .txt or .md files there",
        )


def told_of(records: Sequence[Record], closed: Sequence[Record], day: str) -> tuple[Problem, ...]:
    """Return what is said of records taken together on a day; `closed` are versions that may not be seen."""
    shown = [text for record in records if is_open(record, day) for text in record.texts]
    return (*notices_of_closed((*records, *closed), day), *duplicates(shown))
