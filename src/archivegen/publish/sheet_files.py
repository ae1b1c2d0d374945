"""A sheet as the bytes of a file: CSV, XLSX or OpenDocument, every cell of it text."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
from openpyxl.cell import WriteOnlyCell

from archivegen.problems import Problem, Refusal
from archivegen.publish.write import replace_bytes

Rows = Sequence[Sequence[str]]
_NAME = "records"
_AS_TEXT = "@"
_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
# The style makes what is typed into a cell later text, too.
_BEFORE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2">'
    '<office:automatic-styles><number:text-style style:name="N"><number:text-content/></number:text-style>'
    '<style:style style:name="T" style:family="table-cell" style:data-style-name="N"/></office:automatic-styles>'
    f'<office:body><office:spreadsheet><table:table table:name="{_NAME}">'
)
_BEHIND = "</table:table></office:spreadsheet></office:body></office:document-content>"


def write_sheet(file: Path, rows: Rows) -> None:
    """Write a sheet as what the file's ending says; the first row has the heads.

    Raises:
        Refusal: there is such a file, or its ending is of no sheet.

    """
    if file.exists() or file.is_symlink():
        fix = "choose another name, or take the old file away: somebody may have corrected it"
        raise Refusal(_not_written(file, "there is a file of this name", fix))
    replace_bytes(file, SHEET_TYPES[file.suffix.lower()](rows))


def _csv(rows: Rows) -> bytes:
    """Return CSV in UTF-8 with a byte order mark, without which Excel takes it for an older encoding."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(_NAME)
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_text_cell(sheet, text) for text in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _text_cell(sheet: object, text: str) -> WriteOnlyCell | None:
    if not text:
        return None
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.number_format = _AS_TEXT
    return cell


def _ods(rows: Rows) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        # The first part says, without compression, what the package is.
        package.writestr(zipfile.ZipInfo("mimetype", _OF_ZIP), _MIME, zipfile.ZIP_STORED)
        for name, text in (("content.xml", _content(rows)), ("META-INF/manifest.xml", _MANIFEST)):
            package.writestr(zipfile.ZipInfo(name, _OF_ZIP), text, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _content(rows: Rows) -> str:
    lines = (f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}" table:default-cell-style-name="T"/>'
    return "".join([_BEFORE, columns, *lines, _BEHIND])


def _ods_cell(text: str) -> str:
    if not text:
        return '<table:table-cell table:style-name="T"/>'
    return (
        '<table:table-cell table:style-name="T" office:value-type="string">'
        f"<text:p>{escape(text)}</text:p></table:table-cell>"
    )


SHEET_TYPES: Mapping[str, Callable[[Rows], bytes]] = {".csv": _csv, ".xlsx": _xlsx, ".ods": _ods}


def _not_written(file: Path, message: str, fix: str) -> Problem:
    return Problem(path=str(file), code="sheet-not-written", message=message, fix=fix)
