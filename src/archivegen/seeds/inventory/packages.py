"""The file of a spreadsheet program, looked at before it is opened: a package (zip) of XML parts, none too large."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from archivegen.problems import Refusal
from archivegen.seeds.formats.package import FAULTS
from archivegen.seeds.inventory.cells import damaged

_MOST_PARTS = 2_000
_LARGEST_PARTS = 200_000_000
_LARGEST_RATIO = 200
_ALWAYS_BEARABLE = 5_000_000
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_MARK_OF_DTD = b"<!DOCTYPE"


def open_package(content: bytes, path: str, sign: str) -> zipfile.ZipFile:
    """Open a package that has a part called `sign`, after a look at how large its parts say they are, and at its XML.

    Raises:
        Refusal: it is damaged, encrypted, unpacks to more than is bearable, is not what its name says, or its XML declares
            anything.

    """
    if content.startswith(_COMPOUND_FILE):
        fix = "open it with its password, if it has one, and save it as .xlsx, .ods or .csv without one"
        raise Refusal(damaged(path, "this file opens with a password only, or is of an old Excel", fix=fix))
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        infos = archive.infolist()
        _look_at(infos, path)
        if sign not in archive.namelist():
            fix = "open it, and save it as what its name says"
            raise Refusal(damaged(path, "this file is not what its name says", fix=fix))
        for info in infos:
            if info.filename.endswith((".xml", ".rels")) and _MARK_OF_DTD in _head(archive, info):
                raise Refusal(damaged(path, f"its part {info.filename} declares what no sheet needs"))
    except FAULTS as error:
        raise Refusal(damaged(path, "this file is damaged, or no spreadsheet")) from error
    return archive


def _look_at(infos: Iterable[zipfile.ZipInfo], path: str) -> None:
    infos = list(infos)
    if any(info.flag_bits & 1 for info in infos):
        raise Refusal(damaged(path, "this file opens with a password only", fix="save a copy without one"))
    too_dense = any(
        info.file_size > max(_ALWAYS_BEARABLE, _LARGEST_RATIO * info.compress_size) for info in infos
    )
    if too_dense or len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _LARGEST_PARTS:
        raise Refusal(damaged(path, "this file unpacks to more than any inventory has"))


def _head(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as part:
        return part.read(4096)
