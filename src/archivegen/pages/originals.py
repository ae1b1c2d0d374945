"""The files that readers are offered as they are: a PDF stands beside the page of its document, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass

from archivegen.archive.archive import Archive, Document
from archivegen.pages.listing import Desk
from archivegen.pages.parts import OriginalView
from archivegen.seeds.formats.reading import is_offered

_NAME = "original.pdf"
_STEP = 1000


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to copy into the site: its address there, its path in the archive, and the digest that it must have."""

    address: str
    path: str
    sha256: str


def copies(archive: Archive) -> tuple[Copy, ...]:
    """Return the files that readers are offered, each with where it will be."""
    return tuple(
        Copy(address, document.record.source.file, document.record.source.sha256)
        for document in archive.documents
        if (address := original_address(document))
    )


def original_address(document: Document) -> str:
    """Return where the file of a document is offered; "" where it must not be.

    A file says all that its document does: what is not open, or has words redacted, is never offered.
    """
    record = document.record
    may_be_seen = document.is_open and not record.redacted_words
    has_file = record.source.size > 0 and is_offered(record.source.path)
    return f"{document.address}{_NAME}" if may_be_seen and has_file else ""


def original_view(desk: Desk, document: Document) -> OriginalView | None:
    """Return the file of a document as its page offers it, or None."""
    address = original_address(document)
    if not address:
        return None
    source = document.record.source
    is_scan = not document.record.body.blocks
    return OriginalView(address, _size_in_words(desk, source.size), source.sha256, is_scan)


def original_as_json(document: Document, base_url: str) -> dict[str, object] | None:
    """Return the file of a document as its data file names it, or None where it is not offered."""
    address = original_address(document)
    if not address:
        return None
    source = document.record.source
    return {
        "address": f"{base_url}{address}",
        "type": "application/pdf",
        "size": source.size,
        "sha256": source.sha256,
    }


def _size_in_words(desk: Desk, size: int) -> str:
    if size < _STEP:
        return desk.say("size.bytes", size=size)
    if size < _STEP * _STEP:
        return desk.say("size.kilobytes", size=round(size / _STEP))
    return desk.say("size.megabytes", size=f"{size / _STEP / _STEP:.1f}")
