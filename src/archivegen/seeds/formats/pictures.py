"""Pictures of paper: files without words, which are kept as they came beside the text of their document."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from archivegen.problems import Problem, Refusal
from archivegen.seeds.source_text import SourceText


class Picture(NamedTuple):
    """A format of pictures: what people call it, its media type (RFC 6838), and how its files begin."""

    name: str
    media_type: str
    beginning: re.Pattern[bytes]


_JPEG = Picture("JPEG", "image/jpeg", re.compile(rb"\xff\xd8\xff"))
_TIFF = Picture("TIFF", "image/tiff", re.compile(rb"II\*\x00|MM\x00\*"))
PICTURES = {
    ".jpg": _JPEG,
    ".jpeg": _JPEG,
    ".png": Picture("PNG", "image/png", re.compile(rb"\x89PNG\r\n\x1a\n")),
    ".tif": _TIFF,
    ".tiff": _TIFF,
    ".webp": Picture("WebP", "image/webp", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
}


def read_picture(content: bytes, path: str) -> SourceText:
    """Return a picture as a text without lines.

    Raises:
        Refusal: it is not what the ending of its name says.

    """
    picture = PICTURES[PurePosixPath(path).suffix.lower()]
    if not picture.beginning.match(content):
        raise Refusal(_no_picture(path, picture))
    return SourceText(path, (), "picture")


def _no_picture(path: str, picture: Picture) -> Problem:
    return Problem(
        path=path,
        code="no-picture",
        message=f"this is no {picture.name}, or it is damaged",
        fix="save the picture again",
    )
