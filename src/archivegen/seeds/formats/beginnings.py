"""Files of other formats under names of texts: they are known by how they begin, and say what their names should be."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivegen.problems import Problem, Refusal
from archivegen.seeds.formats.pictures import PICTURES

_FIRST_BYTES = 200
_TO_RENAME = "let its name end in {}"


class _Format(NamedTuple):
    """A format: what a file of it is called, how it begins, and what to do with one."""

    name: str
    beginning: re.Pattern[bytes]
    fix: str


_FORMATS = (
    _Format("a PDF", re.compile(rb"%PDF-\d"), _TO_RENAME.format(".pdf")),
    *(
        _Format(f"a picture ({picture.name})", picture.beginning, _TO_RENAME.format(ending))
        for ending, picture in PICTURES.items()
    ),
    _Format(
        "an OpenDocument text",
        re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text", re.DOTALL),
        _TO_RENAME.format(".odt"),
    ),
    _Format(
        "a Word document or another packed file (zip)",
        re.compile(rb"PK\x03\x04"),
        "if it opens in Word, let its name end in .docx; if not, unpack it",
    ),
    _Format(
        "Rich Text", re.compile(rb"\{\\rtf\d"), "open it in Word or LibreOffice, and save it as .docx or .odt"
    ),
    _Format(
        "a file of an older office program",
        re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        "open it in Word or LibreOffice, and save it as .docx or .odt",
    ),
)


def check_is_text(content: bytes, path: str) -> None:
    """Make sure that a file with the name of a text does not begin as one of another format.

    Raises:
        Refusal: it does.

    """
    found = next((each for each in _FORMATS if each.beginning.match(content[:_FIRST_BYTES])), None)
    if found:
        raise Refusal(
            Problem(
                path=path,
                code="not-its-format",
                message=f"this is {found.name}, whatever its name says",
                fix=found.fix,
            )
        )
