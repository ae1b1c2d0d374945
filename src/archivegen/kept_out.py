"""Documents that were read well and are not published all the same, because of what may not be seen."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from archivegen.archive.announcements import without_title
from archivegen.archive.closed_copies import copies_of_closed
from archivegen.archive.joining.joining import Joining
from archivegen.document_reading import Documents
from archivegen.problems import Problem
from archivegen.seeds.find import Seed


def kept_out_of(found: Documents, joining: Joining, root: Path, day: str) -> dict[str, Problem]:
    """Return the documents of an archive that are not published on a day, by their paths, with the reason: those that are
    announced without a title, copies of what is closed, may be closed by a line that is faulty, or has redacted words, and
    pages with notes from such files.
    """
    untitled = {problem.path: problem for problem in without_title(day, joining.records)}
    faulty = [
        record
        for record in found.unsound
        if any(each.level == "error" and each.field in ("access", "redact") for each in record.problems)
    ]
    redacted = [text.source for record in joining.records for text in record.texts if text.redacted_words]
    unredacted = {
        hashlib.sha256((root / source.file).read_bytes()).hexdigest(): source.path
        for source in redacted
        if (root / source.file).is_file()
    }
    copies = copies_of_closed(day, joining.records, (*joining.closed, *faulty), unredacted)
    kept_out = untitled | {record.source.path: problem for record, problem in copies}
    return kept_out | {
        seed.path: _notes(seed.path, path) for seed, path in _with_notes_of(kept_out, found.seeds, root)
    }


def _with_notes_of(paths: Collection[str], seeds: Iterable[Seed], root: Path) -> Iterator[tuple[Seed, str]]:
    """Yield each page beside a file of notes that is not published, with the path of that file: its notes would be seen there."""
    for seed in seeds if paths else ():
        beside = (file.relative_to(root).as_posix() for file in seed.companions)
        if notes := next((path for path in beside if path in paths), None):
            yield seed, notes


def _notes(path: str, notes: str) -> Problem:
    return Problem(
        path=path,
        field="access",
        code="notes-not-published",
        message=f"its notes stand in {notes}, which is not published; nor is this page, which would show them",
        fix=f"mend what is said of {notes}; or take it out of the folder, and the page is published without its notes",
    )
