"""How large a file may be that is read as a document."""

from __future__ import annotations

from pathlib import Path

from archivegen.seeds.formats.pictures import PICTURES

LARGEST_DOCUMENT = 20_000_000
# A PDF may be the pictures of many pages, which are not read.
LARGEST_PDF = 200_000_000
_TOO_LARGE = ("this file is larger than 20 MB", "divide it")
_TOO_LARGE_PDF = ("this PDF is larger than 200 MB", "divide it, or make its pictures smaller")
_TOO_LARGE_PICTURE = ("this picture is larger than 200 MB", "make it smaller")


def too_large(file: Path, size: int) -> tuple[str, str] | None:
    """Return what is wrong with a file of a size in bytes that is too large for its format, and what to do; None where it is not."""
    ending = file.suffix.lower()
    if ending in PICTURES:
        largest, fault = LARGEST_PDF, _TOO_LARGE_PICTURE
    elif ending == ".pdf":
        largest, fault = LARGEST_PDF, _TOO_LARGE_PDF
    else:
        largest, fault = LARGEST_DOCUMENT, _TOO_LARGE
    return fault if size > largest else None
