"""Cells that take several columns or rows, and heads of columns and rows, are so on the page, whatever format had them."""

import pytest
from jinja2 import Environment, FileSystemLoader
from tests.conftest import ROOT
from tests.seeds.formats.office_files import opendocument_file, p, r, table, word_file

from archivegen.archive.passages import Passage, passages_of
from archivegen.pages.body import block_views
from archivegen.records.body import COVERED, Block, Body, Cell, Mark, Text
from archivegen.records.packed import packed, unpacked
from archivegen.records.serial import record_as_json
from archivegen.records.values import LineRange
from archivegen.seeds.normalise import read_documents

# What each table below is: a head over two columns, a year beside two rows.
SHOWN = [
    '<th scope="col">Year</th> <th scope="col" colspan="2">Ships in port</th>',
    '<td rowspan="2">1960</td> <td>May</td> <td>4</td>',
    "<td>June</td> <td>5</td>",
]
HTML = "<table><tr><th>Year<th colspan=2>Ships in port<tr><td rowspan=2>1960<td>May<td>4<tr><td>June<td>5</table>"
ALIKE = [("*Ship*", "*Port*", "*Tonnes*"), ("Flavia", "/Zenda/", "/100/"), ("*Rudolf*", "", "*200*")]
MARKDOWN = "---\ntitle: Ships\n---\n\n| Year | Ships | |\n|---|---|---|\n| 1960 | May | 4 |\n"


def _cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words) if words else '<w:p/>'}</w:tc>"


WORD = (
    "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" + _cell("Year") + _cell("Ships in port", '<w:gridSpan w:val="2"/>') + "</w:tr>"
    "<w:tr>" + _cell("1960", '<w:vMerge w:val="restart"/>') + _cell("May") + _cell("4") + "</w:tr>"
    "<w:tr>" + _cell("", "<w:vMerge/>") + _cell("June") + _cell("5") + "</w:tr></w:tbl>"
)  # fmt: skip
OPENDOCUMENT = """<table:table><table:table-header-rows><table:table-row>
    <table:table-cell><text:p>Year</text:p></table:table-cell>
    <table:table-cell table:number-columns-spanned="2"><text:p>Ships in port</text:p></table:table-cell>
    <table:covered-table-cell/></table:table-row></table:table-header-rows>
  <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>1960</text:p></table:table-cell>
    <table:table-cell><text:p>May</text:p></table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row>
  <table:table-row><table:covered-table-cell/>
    <table:table-cell><text:p>June</text:p></table:table-cell><table:table-cell><text:p>5</text:p></table:table-cell></table:table-row>
  </table:table>"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Ships.</p><table>
    <row role="label"><cell>Year</cell><cell cols="2">Ships in port</cell></row>
    <row><cell rows="2">1960</cell><cell>May</cell><cell>4</cell></row>
    <row><cell>June</cell><pb n="7"/><cell>5</cell></row></table></body></text></TEI>"""


def page_of(passages: tuple[Passage, ...]) -> list[str]:
    """Return the rows of the tables of a text as its page has them."""
    environment = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True)
    environment.globals["say"] = lambda key, **_: key
    macros = environment.get_template("macros/passages.html")
    html = str(macros.module.passages(block_views(passages)))  # type: ignore[attr-defined]
    return [row.split(">", 1)[1].split("</tr>")[0] for row in html.split("<tr ")[1:]]


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (HTML.encode(), "ships.html"),
        (word_file(WORD), "ships.docx"),
        (opendocument_file(OPENDOCUMENT), "ships.odt"),
        (TEI.encode(), "ships.xml"),
    ],
    ids=["html", "word", "opendocument", "tei"],
)
def test_merged_cells_and_heads_are_on_the_page(content: bytes, path: str):
    """In every format the same table is the same page; its text has a place for every column."""
    (record,) = read_documents(content, f"seeds/{path}")
    rows = [block for block in record.body.blocks if block.kind == "table_row"]
    assert [block.text for block in rows] == ["Year\tShips in port\t", "1960\tMay\t4", "\tJune\t5"]
    shown = [row.replace('<a class="page-break" id="page-7" href="#page-7">7</a>', "") for row in page_of(passages_of(record.body))]  # fmt: skip
    assert shown == SHOWN
    assert unpacked(packed(record)) == record
    body = record_as_json(record, "ships")["body"]
    assert [block.get("cells") for block in body["blocks"] if block["kind"] == "table_row"][-2:] == [  # type: ignore[index]
        [cell._asdict() for cell in (Cell(rows=rows[1].cells[0].rows), Cell(), Cell())],
        [cell._asdict() for cell in (COVERED, Cell(), Cell())],
    ]


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (b"<table><tr><td><b>Ship</b><td><b>Port</b><td><b>Tonnes</b><tr><td>Flavia<td><i>Zenda</i><td><i>100</i><tr><td><b>Rudolf</b><td><td><b>200</b></table>", "a.html"),
        (word_file(table(*[tuple(r(cell.strip("*/"), {"*": "<w:b/>", "/": "<w:i/>"}.get(cell[:1], "")) for cell in row) for row in ALIKE])), "a.docx"),
        (b"---\ntitle: Ships\n---\n\n| **Ship** | **Port** | **Tonnes** |\n| Flavia | *Zenda* | *100* |\n| **Rudolf** |  | **200** |\n", "a.md"),
    ],
    ids=["html", "word", "markdown"],
)  # fmt: skip
def test_cells_that_are_set_alike_are_several(content: bytes, path: str):
    """Bold type ends with its cell, and begins anew in the next."""
    (record,) = read_documents(content, f"seeds/{path}")
    assert page_of(passages_of(record.body)) == [
        "<td><strong>Ship</strong></td> <td><strong>Port</strong></td> <td><strong>Tonnes</strong></td>",
        "<td>Flavia</td> <td><em>Zenda</em></td> <td><em>100</em></td>",
        "<td><strong>Rudolf</strong></td> <td></td> <td><strong>200</strong></td>",
    ]


def test_a_mark_that_goes_on_in_the_next_cell_is_divided():
    """As an editor's bracket may."""
    content = (Text("a "), Mark("supplied", (Text("[b\tc]"),)), Text("\td"))
    block = Block("table_row", LineRange(1, 1), content)
    assert page_of(passages_of(Body((block,)))) == [
        '<td>a <span class="mark supplied">[b</span></td> <td><span class="mark supplied">c]</span></td> <td>d</td>'
    ]


def test_heads_of_a_page_say_of_what():
    """A head beside its row, heads with a scope of their own, and one without words, which heads nothing."""
    page = "<table><tr><th><th>May<tr><th>1960<td>4<tr><th scope=rowgroup>Both<td>9</table>"
    (record,) = read_documents(page.encode(), "seeds/ships.html")
    assert page_of(passages_of(record.body)) == [
        '<td></td> <th scope="col">May</th>',
        '<th scope="row">1960</th> <td>4</td>',
        '<th scope="rowgroup">Both</th> <td>9</td>',
    ]
    (record,) = read_documents(MARKDOWN.encode(), "seeds/ships.md")
    assert (
        page_of(passages_of(record.body))[0]
        == '<th scope="col">Year</th> <th scope="col">Ships</th> <td></td>'
    )


def row(number: int, text: str, *cells: Cell) -> Block:
    return Block("table_row", LineRange(number, number), (Text(text),), cells=cells)


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([row(1, "a\tb", Cell(rows=3), Cell())], ["<td>a</td> <td>b</td>"]),
        ([row(1, "a\tb", Cell(rows=2), Cell()), row(2, "x\tc", COVERED, Cell())], ["<td>a</td> <td>b</td>", "<td>x</td> <td>c</td>"]),
        ([row(1, "\tb", COVERED, Cell())], ["<td></td> <td>b</td>"]),
        ([row(1, "a\t\tb", Cell(2), COVERED)], ["<td>a</td> <td></td> <td>b</td>"]),
        ([row(1, "a\t\tb", Cell(2), COVERED, Cell()), row(2, "c\t\td", Cell(2), COVERED, Cell())], ["<td>a</td> <td>b</td>", "<td>c</td> <td>d</td>"]),
    ],
)  # fmt: skip
def test_no_cell_takes_the_place_of_words(rows: list[Block], shown: list[str]):
    """Where a row is missing or its words were corrected; a column in which no cell begins is none."""
    assert page_of(passages_of(Body(tuple(rows)))) == shown
