"""A file of an office program: a package (zip) of parts, opened without trust.

Only the parts that are asked for are unpacked, none beyond a bearable size, whatever the package says of itself.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import NamedTuple, NoReturn

from archivegen.problems import Problem, Refusal
from archivegen.seeds.formats.xml_part import BadXml, Element, parse_xml

LARGEST_PART = 50_000_000
_MOST_PARTS = 10_000
# Text that is written over and over may be packed to a two hundredth; a bomb to a thousandth.
_LARGEST_RATIO = 250
_ALWAYS_BEARABLE = 5_000_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_IN_COMPOUND_FILE = "EncryptedPackage".encode("utf-16-le")
# What the library raises on damaged packages, and the methods of packing below it.
FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
_RICH_TEXT = b"{\\rtf"


class Program(NamedTuple):
    """A program's files: what people call them, the ending of their names, and a part that every one of them has."""

    name: str
    ending: str
    sign: str


WORD = Program("a Word document", ".docx", "[content_types].xml")
OPENDOCUMENT = Program("an OpenDocument text", ".odt", "content.xml")


class Package:
    """The parts of an opened file, by their names, whatever their case."""

    def __init__(self, archive: zipfile.ZipFile, path: str, program: Program) -> None:
        self._archive = archive
        self._parts = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
        self.path = path
        self.program = program

    def has(self, name: str) -> bool:
        """Say whether there is a part of this name."""
        return name.lower() in self._parts

    def xml(self, name: str) -> Element | None:
        """Return the root element of a part, or None where there is no such part.

        Raises:
            Refusal: the part is damaged, unbearably large, or no XML that can be trusted.

        """
        info = self._parts.get(name.lower())
        if info is None:
            return None
        try:
            return parse_xml(self._content(info))
        except BadXml as error:
            raise damaged(self.path, f"its part {name} cannot be read ({error})") from error

    def _content(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise encrypted(self.path)
        most = min(LARGEST_PART, max(_ALWAYS_BEARABLE, _LARGEST_RATIO * info.compress_size))
        try:
            with self._archive.open(info) as part:
                content = part.read(most + 1)
        except FAULTS as error:
            raise damaged(self.path, f"its part {info.filename} is damaged") from error
        if len(content) > most:
            raise _too_large(self.path, info.filename)
        return content


def open_package(content: bytes, path: str, program: Program) -> Package:
    """Open the file of an office program.

    Raises:
        Refusal: the file is damaged, encrypted, has too many parts, or is not one of this program.

    """
    if content.startswith(_COMPOUND_FILE):
        is_encrypted = _ENCRYPTED_IN_COMPOUND_FILE in content
        raise encrypted(path) if is_encrypted else not_its_format(path, program, "a file of an old Word")
    if content.startswith(_RICH_TEXT):
        raise not_its_format(path, program, "Rich Text")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except FAULTS as error:
        if content.startswith(b"PK"):
            raise damaged(path, "its end is missing or damaged") from error
        raise not_its_format(path, program, "something else") from error
    names = [info.filename.lower() for info in archive.infolist()]
    if len(names) > _MOST_PARTS or len(names) != len(set(names)):
        raise damaged(path, "it has too many parts, or two of one name")
    package = Package(archive, path, program)
    if not package.has(program.sign):
        other = OPENDOCUMENT if program is WORD else WORD
        what = other.name if package.has(other.sign) else "a package of something else"
        raise not_its_format(path, program, what)
    return package


def refuse_old_word(content: bytes, path: str) -> NoReturn:
    """Refuse a file of the Word before 2007.

    Raises:
        Refusal: always.

    """
    name = "Rich Text" if content.startswith(_RICH_TEXT) else "the Word of before 2007"
    raise _old_format(path, name)


def refuse_rich_text(_: bytes, path: str) -> NoReturn:
    """Refuse a file in Rich Text.

    Raises:
        Refusal: always.

    """
    raise _old_format(path, "Rich Text")


def damaged(path: str, message: str) -> Refusal:
    """Return the refusal of a file that lacks what every one of its kind has."""
    return Refusal(
        Problem(
            path=path,
            code="damaged-file",
            message=f"this file is damaged: {message}",
            fix="open it in the program it was made with and save it again, or get a sound copy",
        )
    )


def encrypted(path: str) -> Refusal:
    """Return the refusal of a file that opens with a password only."""
    return Refusal(
        Problem(
            path=path,
            code="encrypted-file",
            message="this file opens with a password only",
            fix="open it with its password, and save a copy without one",
        )
    )


def _too_large(path: str, part: str) -> Refusal:
    return Refusal(
        Problem(
            path=path,
            code="unpacks-too-large",
            message=f"its part {part} unpacks to more than any document has",
            fix="divide it into several documents, or get a sound copy",
        )
    )


def not_its_format(path: str, program: Program, what: str) -> Refusal:
    """Return the refusal of a file that is not what its name says."""
    return Refusal(
        Problem(
            path=path,
            code="not-its-format",
            message=f"the name says {program.name}, but the file is {what}",
            fix=f"open it, and save it as {program.ending}",
        )
    )


def _old_format(path: str, name: str) -> Refusal:
    return Refusal(
        Problem(
            path=path,
            code="old-format",
            message=f"the format of this file, {name}, is not read",
            fix="open it in Word or LibreOffice, and save it as .docx or .odt",
        )
    )
