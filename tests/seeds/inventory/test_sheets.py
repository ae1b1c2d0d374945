"""What the cells of CSV, XLSX and OpenDocument files give: what a person sees there, and nothing that a program made up."""

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest

from archivegen.problems import Refusal
from archivegen.seeds.inventory.cells import Cell
from archivegen.seeds.inventory.opening import Table, read_table
from archivegen.settings.inventory import InventorySettings

DAY = dt.datetime(1961, 3, 4)  # noqa: DTZ001 -- a sheet knows no time zones
NAMESPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def opened(content: bytes, ending: str, name: str = "", encoding: str = "") -> Table:
    return read_table(
        content, f"seeds/inventory{ending}", InventorySettings(sheet=name, encoding=encoding), {}
    )


def refused(content: bytes, ending: str, name: str = "") -> list[str]:
    with pytest.raises(Refusal) as refusal:
        opened(content, ending, name)
    return [problem.as_line() for problem in refusal.value.problems]


def cells(table: Table) -> list[tuple[Cell, ...]]:
    return [row.cells for row in table.rows]


def xlsx(*rows: list[Any], formats: dict[str, str] | None = None, merged: str = "") -> bytes:
    """Return a workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for place, shown_as in (formats or {}).items():
        sheet[place].number_format = shown_as
    if merged:
        sheet.merge_cells(merged)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ods(*sheets: str, before: str = "") -> bytes:
    """Return an OpenDocument spreadsheet with sheets, each written as the XML of its rows."""
    tables = "".join(
        f'<table:table table:name="Sheet{number}">{rows}</table:table>'
        for number, rows in enumerate(sheets, 1)
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<?xml version='1.0'?>{before}<office:document-content {NAMESPACES}>{body}</office:document-content>",
        )
    return file.getvalue()


def ods_row(*row: str, times: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(row)}</table:table-row>'


def ods_cell(shown: str, **attributes: str) -> str:
    own = "".join(f' office:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<table:table-cell{own}><text:p>{shown}</text:p></table:table-cell>"


HEADS = ods_row(ods_cell("file"), ods_cell("title"))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("\ufefffile,title\na,“b”\n".encode(), "“b”"),
        (b"file;title\r\na;b, c\r\n", "b, c"),
        (b"sep=;\nfile;title\na;b\n", "b"),
        ("file\ttitle\na\tb\n".encode("utf-16"), "b"),
        (b'file,title\na,"b\nc ""d"""\n', 'b\nc "d"'),
        (b"Inventory of the harbour,\nfile,title\na,b\n", "b"),
        (b"file,title\ra,b\r", "b"),
    ],
)
def test_csv_is_read_as_programs_write_it(content: bytes, expected: str):
    """With a byte order mark, semicolons, tabs, old encodings, lines within cells and titles above the heads."""
    assert [row[1].text for row in cells(opened(content, ".csv"))] == [expected]


def test_an_old_encoding_is_asked_for():
    """Where it is declared it is read; where nothing decides it is refused, with what to do."""
    content = "file,title\na,Über die Brücke\n".encode("cp1252")
    (line,) = refused(content, ".csv")
    assert line.startswith(
        "seeds/inventory.csv:2: error: this is not UTF-8, and nothing decides whether it is windows-1252"
    )
    assert line.endswith("save it as CSV in UTF-8, or write “inventory: {encoding: windows-1252}” into archive.yml, if it is that one")  # fmt: skip
    table = opened(content, ".csv", encoding="windows-1252")
    assert cells(table) == [(Cell("a"), Cell("Über die Brücke"))]


def test_the_line_of_a_row_is_that_on_which_it_begins():
    """However many lines its cells have."""
    table = opened(b'file,title\na,"b\nc"\n\nd,e\n', ".csv")
    assert [row.number for row in table.rows] == [2, 5]


def test_xlsx_gives_what_is_shown():
    """Leading zeros of a format, whole numbers without a point, dates as exactly as they are shown, truth in words."""
    content = xlsx(
        ["file", "title", "date", "number", "access announce"],
        [12, "0012", DAY, 7.0, True],
        [DAY, 12345678901234567, DAY, 5e10, None],
        [0.5, "5E+10", DAY, "#REF!", None],
        formats={
            "A2": "0000",
            "C2": "yyyy-mm-dd",
            "A3": "d-mmm",
            "C3": "mmm-yy",
            "D3": "0.00E+00",
            "C4": "yyyy",
        },
    )
    assert cells(opened(content, ".xlsx")) == [
        (Cell("0012", "number"), Cell("0012"), Cell("1961-03-04", "date"), Cell("7", "number"), Cell("true")),
        (Cell("4-Mar", "year_lost"), Cell("1.2346E+16", "digits_lost"), Cell("1961-03", "date"), Cell("5E+10", "digits_lost"), Cell()),
        (Cell("0.5", "number"), Cell("5E+10", "digits_lost"), Cell("1961", "date"), Cell("#REF!", "error"), Cell()),
    ]  # fmt: skip


def test_formulas_give_the_result_that_was_saved_or_say_that_there_is_none():
    """Nothing is computed."""
    content = xlsx(["file", "title"], ["pier", "=A2"])
    assert cells(opened(content, ".xlsx")) == [(Cell("pier"), Cell("", "not_computed"))]
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(file, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, part.replace(b"<v></v>", b"<v>pier</v>").replace(b"<v />", b"<v>pier</v>").replace(b'r="B2"', b'r="B2" t="str"'))  # fmt: skip
    assert cells(opened(file.getvalue(), ".xlsx")) == [(Cell("pier"), Cell("pier"))]


def test_merged_cells_have_their_words_in_the_first_only():
    """The others are known as what they are."""
    content = xlsx(["file", "title"], ["pier", "On the pier"], ["board", None], merged="B2:B3")
    assert cells(opened(content, ".xlsx"))[1] == (Cell("board"), Cell("", "covered"))


def test_opendocument_gives_what_is_shown():
    """Repeated rows and cells, dates as exactly as they are shown, numbers with their zeros, no comments."""
    content = ods(
        HEADS
        + ods_row(ods_cell("0012", value_type="float", value="12"), ods_cell("5E+10", value_type="float", value="50000000000"))
        + ods_row("<table:table-cell/>", times=3)
        + ods_row(ods_cell("Mar 1961", value_type="date", date_value="1961-03-01"), ods_cell("1961", value_type="date", date_value="1961-01-01"))
        + ods_row(ods_cell("2. Jan", value_type="date", date_value="2026-01-02"), ods_cell("04.03.1961", value_type="date", date_value="1961-03-04"))
        + ods_row('<table:table-cell><office:annotation><text:p>secret</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p>c</text:p></table:table-cell>', "<table:covered-table-cell/>")
        + ods_row(ods_cell("x"), ods_cell("1234567890123460000", value_type="float", value="1234567890123460000"))
        + ods_row('<table:table-cell table:number-columns-repeated="16384"/>', times=1_000_000)
    )  # fmt: skip
    table = opened(content, ".ods")
    assert [row.number for row in table.rows] == [2, 6, 7, 8, 9]
    assert cells(table) == [
        (Cell("0012", "number"), Cell("5E+10", "digits_lost")),
        (Cell("1961-03", "date"), Cell("1961", "date")),
        (Cell("2. Jan", "year_lost"), Cell("1961-03-04", "date")),
        (Cell("a  b\nc"), Cell("", "covered")),
        (Cell("x"), Cell("1234567890123460000", "digits_lost")),
    ]


def test_of_several_sheets_the_one_with_known_heads_is_the_inventory():
    """And where there are two, the settings have to say which."""
    book = openpyxl.Workbook()
    book.active.append(["What this is", "and who made it"])
    book.create_sheet("Papers").append(["file", "title"])
    assert opened(saved(book), ".xlsx").sheet.name == "Papers"
    book.create_sheet("Old").append(["file", "title"])
    assert refused(saved(book), ".xlsx") == [
        (
            "seeds/inventory.xlsx: error: the sheets “Papers” and “Old” may each be the inventory; no document that it may "
            "describe is published; say which one is meant: “inventory: {sheet: Papers}” in archive.yml"
        )
    ]
    assert opened(saved(book), ".xlsx", "Old").sheet.name == "Old"
    assert refused(saved(book), ".xlsx", "New") == [
        (
            "seeds/inventory.xlsx: error: there is no sheet “New” here; no document that it may describe is published; "
            "name one of “Sheet”, “Papers”, “Old”"
        )
    ]


def test_a_column_that_counts_the_rows_gives_no_addresses():
    """When the sheet grows or is sorted, its numbers are other documents'."""
    table = opened(b"id,title\n1,a\n2,b\n", ".csv")
    assert table.columns.of("id") == ()
    assert table.problems[0].as_line() == (
        "seeds/inventory.csv:1: warning: the column “id” counts the rows; no address is made of that; call it “number” if "
        "the files are called so, or give ids that stay with their documents"
    )


def zip_of(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("_", "."), content)
    return file.getvalue()


UNPUBLISHED = "no document that it may describe is published"
SAVE_AGAIN = "open it, save it again, and look whether all is there"


@pytest.mark.parametrize(
    ("content", "ending", "message"),
    [
        (b"", ".csv", f": error: this inventory is empty; {UNPUBLISHED}; fill it, or remove it"),
        (b"file,title\n\x00\x01\x02,b\n", ".csv", None),
        (b'file,title\na,"b"c\n', ".csv", f":2: error: a quotation mark that begins or ends here has no other, or stands in the middle of a cell; {UNPUBLISHED}; put a quotation mark at both ends of a cell, and write one inside it twice"),
        (b'file,title\na,"' + b"b" * 200_000 + b'"\n', ".csv", f":2: error: a cell that begins here is longer than any is; {UNPUBLISHED}; close its quotation mark"),
        (b"no spreadsheet", ".xlsx", f": error: this file is damaged, or no spreadsheet; {UNPUBLISHED}; {SAVE_AGAIN}"),
        (b"no spreadsheet", ".ods", f": error: this file is damaged, or no spreadsheet; {UNPUBLISHED}; {SAVE_AGAIN}"),
        (xlsx(["file"], ["a"])[:-200], ".xlsx", f": error: this file is damaged, or no spreadsheet; {UNPUBLISHED}; {SAVE_AGAIN}"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ".xlsx", f": error: this file opens with a password only, or is of an old Excel; {UNPUBLISHED}; open it with its password, if it has one, and save it as .xlsx, .ods or .csv without one"),
        (ods(HEADS), ".xlsx", f": error: this file is not what its name says; {UNPUBLISHED}; open it, and save it as what its name says"),
        (xlsx(["file"]), ".ods", f": error: this file is not what its name says; {UNPUBLISHED}; open it, and save it as what its name says"),
        (zip_of(content_xml=b"<a>" * 20_000_000), ".ods", f": error: this file unpacks to more than any inventory has; {UNPUBLISHED}; {SAVE_AGAIN}"),
        (zip_of(content_xml=b"<unclosed>"), ".ods", f": error: this file is damaged, or no spreadsheet; {UNPUBLISHED}; {SAVE_AGAIN}"),
        (ods(HEADS, before='<!DOCTYPE x [<!ENTITY a "b">]>'), ".ods", f": error: its part content.xml declares what no sheet needs; {UNPUBLISHED}; {SAVE_AGAIN}"),
        (ods(HEADS + ods_row(ods_cell("a"), times=2_000_000)), ".ods", f": error: this inventory has more rows than any has; {UNPUBLISHED}; {SAVE_AGAIN}"),
        (b"anything", ".xls", f": error: an inventory in “.xls” cannot be read; {UNPUBLISHED}; save it as .csv, .xlsx, .ods"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_so_and_what_to_do(content: bytes, ending: str, message: str | None):
    """An inventory may close documents, so a damaged one keeps them all out."""
    (line,) = refused(content, ending)
    if message is None:
        assert UNPUBLISHED in line
    else:
        assert line == f"seeds/inventory{ending}{message}"
