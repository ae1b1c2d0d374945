"""The files that readers are offered as they are: PDFs and pictures stand beside the page of their document, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from archivegen.archive.archive import Archive, Document
from archivegen.archive.offered_files import is_offered_with
from archivegen.pages.listing import Desk
from archivegen.pages.parts import OriginalView
from archivegen.pages.wording import version_label
from archivegen.records.record import JoinedVersion, Source
from archivegen.seeds.formats.reading import format_of

_NAME = "original"
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
        Copy(address, source.file, source.sha256)
        for document in archive.documents
        for address, source, _ in _offered(document)
    )


def original_address(document: Document, version: JoinedVersion) -> str:
    """Return where the file of a version of a document is offered; "" where it is not."""
    return next((address for address, _, each in _offered(document) if each is version), "")


def original_views(desk: Desk, document: Document) -> tuple[OriginalView, ...]:
    """Return the files of a document as its page offers them, those of other versions after its own."""
    has_text = any(text.body.blocks for text in document.record.texts)
    return tuple(
        OriginalView(
            label=_label(desk, source, version),
            media_type=format_of(source.path)[1],
            address=address,
            size=_size_in_words(desk, source.size),
            sha256=source.sha256,
            is_scan=not has_text and version is None,
        )
        for address, source, version in _offered(document)
    )


def originals_as_json(document: Document, base_url: str) -> dict[str, dict[str, object]]:
    """Return the files of a document as its data file names them, by the anchors of the versions, "" for its own."""
    return {
        version.anchor if version else "": {
            "address": f"{base_url}{address}",
            "type": format_of(source.path)[1],
            "size": source.size,
            "sha256": source.sha256,
        }
        for address, source, version in _offered(document)
    }


def _offered(document: Document) -> Iterator[tuple[str, Source, JoinedVersion | None]]:
    """Yield where each file of a document is offered, the file, and the version that it is, if not the document's own."""
    record = document.record
    if not document.is_open:
        return
    names = ((_NAME, record, None), *((each.anchor, each.record, each) for each in record.joined))
    for name, text, version in names:
        if is_offered_with(record, text):
            ending = PurePosixPath(text.source.path).suffix.lower()
            yield f"{document.address}{name}{ending}", text.source, version


def _label(desk: Desk, source: Source, version: JoinedVersion | None) -> str:
    name, _ = format_of(source.path)
    if version is None:
        return desk.say("document.original_file", format=name)
    return desk.say("text_version.file", version=version_label(desk.say, version), format=name)


def _size_in_words(desk: Desk, size: int) -> str:
    if size < _STEP:
        return desk.say("size.bytes", size=size)
    if size < _STEP * _STEP:
        return desk.say("size.kilobytes", size=round(size / _STEP))
    return desk.say("size.megabytes", size=f"{size / _STEP / _STEP:.1f}")
