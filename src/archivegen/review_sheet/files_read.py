"""The records that a sheet for review has: one for each file, so that every value stands with the file it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from archivegen.reading import Survey
from archivegen.records.record import Record


class FileRead(NamedTuple):
    """What was read from a file by itself, the id of its document, and whether it is another version of that document."""

    record: Record
    id: str
    is_version: bool


def files_read(found: Survey) -> Iterator[FileRead]:
    """Yield what was read from each file of the documents of an archive, before the versions of one were joined.

    A version that has one file of corrections with its document is left out: what stands there is said of the document.
    """
    documents = {record.source.path: record.source for record in found.records}
    for record in found.read:
        path = record.source.path
        document = documents.get(found.principals.get(path, path))
        if document is None or path in found.not_read:
            continue
        is_version = document.path != path
        if not (is_version and record.source.sidecar == document.sidecar):
            yield FileRead(record, found.addresses.id_by_path.get(document.path, ""), is_version)
