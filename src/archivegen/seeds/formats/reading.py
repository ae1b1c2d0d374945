"""From bytes to lines of text, by the ending of a file's name: the one place that knows which formats are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from archivegen.seeds.decode import decode
from archivegen.seeds.source_text import SourceText

Reader = Callable[[bytes, str], SourceText]
# Formats that say themselves how their letters are encoded.
_READERS: Mapping[str, Reader] = {}
TEXT_TYPES = (".txt", ".md")
DOCUMENT_TYPES = (*TEXT_TYPES, *_READERS)


def read_source(content: bytes, path: str, declared: str | None = None) -> SourceText:
    """Return the text of a file in lines; `declared` is the encoding that the archivist names, which only text needs.

    Raises:
        Refusal: the file is damaged, is not what its name says, or is text in an encoding that nothing decides.

    """
    reader = _READERS.get(PurePosixPath(path).suffix.lower())
    return reader(content, path) if reader else decode(content, path, declared)
