"""From bytes to documents, by the ending of a file's name: the one place that knows which formats are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from posixpath import splitext

from archivegen.seeds.decode import decode
from archivegen.seeds.formats.beginnings import check_is_text
from archivegen.seeds.formats.html.page import read_page
from archivegen.seeds.formats.html.tree import PAGE_TYPES
from archivegen.seeds.formats.manuscript import Manuscript
from archivegen.seeds.formats.opendocument import read_opendocument
from archivegen.seeds.formats.package import refuse_old_word, refuse_rich_text
from archivegen.seeds.formats.pdf.document import read_pdf
from archivegen.seeds.formats.pictures import PICTURES, read_picture
from archivegen.seeds.formats.tei.volume import read_tei
from archivegen.seeds.formats.word import read_word
from archivegen.seeds.source_text import SourceText

Reader = Callable[[bytes, str], SourceText]
VolumeReader = Callable[[bytes, str], tuple[Manuscript, ...]]
# Formats that say themselves how their letters are encoded.
_READERS: Mapping[str, Reader] = {".docx": read_word, ".odt": read_opendocument, ".pdf": read_pdf}
# Formats that may hold several documents in one file.
_VOLUME_READERS: Mapping[str, VolumeReader] = {".xml": read_tei}
# Formats of documents that are named with the way out, not passed over.
_REFUSED: Mapping[str, Reader] = {".doc": refuse_old_word, ".rtf": refuse_rich_text}
TEXT_TYPES = (".txt", ".md")
VOLUME_TYPES = tuple(_VOLUME_READERS)
READ_TYPES = (*TEXT_TYPES, *PAGE_TYPES, *_READERS, *_VOLUME_READERS)
# Formats whose files readers are offered as they are, beside their text: what they are called, and their media types.
_OFFERED = {".pdf": ("PDF", "application/pdf")} | {
    ending: (picture.name, picture.media_type) for ending, picture in PICTURES.items()
}
DOCUMENT_TYPES = (*READ_TYPES, *_REFUSED)


def manuscripts_in(
    content: bytes,
    path: str,
    declared: str | None = None,
    companions: Mapping[str, bytes] | None = None,
) -> tuple[Manuscript, ...]:
    """Return the documents of a file; `companions` are the files beside it that have its notes, by name. `declared` is
    the encoding that the archivist names, which only text and pages need.

    Raises:
        Refusal: the file is damaged, is not what its name says, or is text in an encoding that nothing decides.

    """
    ending = _ending_of(path)
    if volume_reader := _VOLUME_READERS.get(ending):
        return volume_reader(content, path)
    if ending in (*TEXT_TYPES, *PAGE_TYPES):
        check_is_text(content, path)
    if ending in PAGE_TYPES:
        return (Manuscript(read_page(content, path, declared, companions), content),)
    reader = _READERS.get(ending) or _REFUSED.get(ending) or (read_picture if ending in PICTURES else None)
    text = reader(content, path) if reader else decode(content, path, declared)
    return (Manuscript(text, content),)


def _ending_of(path: str) -> str:
    return splitext(path)[1].lower()


def is_offered(path: str) -> bool:
    """Say whether readers are offered a file itself; then it is a document even without words."""
    return _ending_of(path) in _OFFERED


def format_of(path: str) -> tuple[str, str]:
    """Return what the format of a file that readers are offered is called, and its media type."""
    return _OFFERED[_ending_of(path)]
