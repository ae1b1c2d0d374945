"""Documents that were read well and are not published all the same, because of what may not be seen."""

from __future__ import annotations

import hashlib
from pathlib import Path

from archivegen.archive.announcements import without_title
from archivegen.archive.closed_copies import copies_of_closed
from archivegen.archive.joining.joining import Joining
from archivegen.document_reading import Documents
from archivegen.problems import Problem


def kept_out_of(found: Documents, joining: Joining, root: Path, day: str) -> dict[str, Problem]:
    """Return the documents of an archive that are not published on a day, by their paths, with the reason: those that are
    announced without a title, and copies of what is closed, may be closed by a line that is faulty, or has redacted words.
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
    return untitled | {record.source.path: problem for record, problem in copies}
