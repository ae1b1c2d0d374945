"""Words with a line through them are words of the paper: they are kept, struck out, from whatever format they come."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.seeds.formats.office_files import opendocument_file, p, r, word_file

from archivegen.archive.passages import passages_of
from archivegen.cli import main
from archivegen.pages.body import block_views
from archivegen.records.serial import record_as_json
from archivegen.seeds.normalise import read_document


def word(properties: str, styles: str = "") -> Callable[[], bytes]:
    return lambda: word_file(p(r("The ") + r("old", properties) + r(" pier")), styles=styles)


def opendocument(properties: str, inner: str = "old") -> Callable[[], bytes]:
    styles = (
        f'<style:style style:name="T1" style:family="text"><style:text-properties {properties}/></style:style>'
        '<style:style style:name="T2" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>'
    )
    return lambda: opendocument_file(
        f'<text:p>The <text:span text:style-name="T1">{inner}</text:span> pier</text:p>', styles
    )


def page(markup: str) -> Callable[[], bytes]:
    return f"<p>The {markup} pier".encode


CROSSED = '<w:style w:type="character" w:styleId="Crossed"><w:rPr><w:strike/></w:rPr></w:style>'


@pytest.mark.parametrize(
    ("name", "content", "html"),
    [
        ("a.docx", word("<w:strike/>"), "The <s>old</s> pier"),
        ("a.docx", word("<w:dstrike/>"), "The <s>old</s> pier"),
        ("a.docx", word('<w:strike w:val="0"/>'), "The old pier"),
        ("a.docx", word("<w:i/><w:strike/>"), "The <s><em>old</em></s> pier"),
        ("a.docx", word('<w:rStyle w:val="Crossed"/>', CROSSED), "The <s>old</s> pier"),
        ("a.docx", word('<w:rStyle w:val="Crossed"/><w:strike w:val="0"/>', CROSSED), "The old pier"),
        ("a.odt", opendocument('style:text-line-through-style="solid"'), "The <s>old</s> pier"),
        ("a.odt", opendocument('style:text-line-through-type="double"'), "The <s>old</s> pier"),
        ("a.odt", opendocument('style:text-line-through-style="none"'), "The old pier"),
        ("a.odt", opendocument('style:text-line-through-style="solid"', 'old <text:span text:style-name="T2">long</text:span>'),
         "The <s>old</s> long pier"),
        ("a.html", page("<s>old</s>"), "The <s>old</s> pier"),
        ("a.html", page("<strike>old</strike>"), "The <s>old</s> pier"),
        ("a.html", page("<span style='Text-Decoration: red line-through'>old</span>"), "The <s>old</s> pier"),
        ("a.html", page("<span style='text-decoration-line:underline line-through'>old</span>"), "The <s>old</s> pier"),
        ("a.html", page("<span style='text-decoration:underline'>old</span>"), "The old pier"),
        ("a.html", page("<s style='text-decoration:none'>old</s>"), "The old pier"),
        ("a.html", page("<b style='font-weight:normal'>old <i>long</i></b>"), "The old <em>long</em> pier"),
        ("a.html", page("<i>old <span style='font-style: normal !important'>long</span></i>"), "The <em>old</em> long pier"),
        ("a.html", page("<style>.out { TEXT-DECORATION: line-through }</style><span class='x out'>old</span>"),
         "The <s>old</s> pier"),
        ("a.html", page("<style>span.c1, #own {font-style:italic}</style><span class=c1>old</span> <b id=own>long</b>"),
         "The <em>old </em><strong><em>long</em></strong> pier"),
        ("a.html", page("<style>span{color:red} .a.b{text-decoration:line-through}</style><span class=a>old</span>"),
         "The old pier"),
        ("a.html", page("<style>.a{text-decoration:none} span{text-decoration:line-through}</style><span class=a>old</span>"),
         "The old pier"),
        ("a.html", page("<style>/*.a{text-decoration:line-through}*/ .b .a:hover{text-decoration:line-through}</style><u class=a>old</u>"),
         "The old pier"),
        ("a.html", page("<style>@media print{.a{text-decoration:line-through}} @import 'x'; .b{font-weight:700}</style>"
         "<u class='a b'>old</u>"), "The <strong>old</strong> pier"),
    ],
)  # fmt: skip
def test_words_struck_out_are_kept_and_shown_as_struck_out(
    name: str, content: Callable[[], bytes], html: str
):
    """On the page and in the data, from Word, OpenDocument and web pages, however they say it."""
    record = read_document(content(), f"seeds/{name}")
    (view,) = block_views(passages_of(record.body))
    assert view.html == html
    data = json.loads(json.dumps(record_as_json(record, "a")))
    (block,) = data["body"]["blocks"]
    struck = [mark["text"] for mark in block["marks"] if mark["kind"] == "struck_out"]
    assert struck == (["old"] if "<s>" in html else [])
    assert "old" in block["text"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p style='text-decoration:line-through'>The old pier.<p>The new pier.",
        "<style>.out{text-decoration:line-through}</style><div class=out><p>The old pier.</div><p>The new pier.",
        "<table><tr><td style='text-decoration:line-through'>The old pier.<td>open<tr><td>b<td>c</table><p>The new pier.",
    ],
)
def test_a_paragraph_that_is_struck_out_whole(markup: str):
    """A line through a paragraph or a cell is one through its words."""
    record = read_document(markup.encode(), "seeds/a.html")
    html = "\n".join(str(view.html) for view in block_views(passages_of(record.body)))
    assert html.count("<s>") == 1
    assert "<s>The old pier.</s>" in html


def test_a_heading_that_is_struck_out_whole_stays_so():
    """Bold letters only say again that it is a heading; a line through them says more."""
    heading = '<text:h text:outline-level="1"><text:span text:style-name="T1">Report</text:span></text:h>'
    styles = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties fo:font-weight="bold" style:text-line-through-style="solid"/></style:style>'
    )
    record = read_document(opendocument_file(heading, styles), "seeds/a.odt")
    assert [view.html for view in block_views(passages_of(record.body))] == ["<s>Report</s>"]


def test_the_page_says_what_a_line_through_words_means(tmp_path: Path):
    """Not every reader sees the line: what it means stands among the signs of the text."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "archive.yml").write_text("title: Pier\n", "utf-8")
    (tmp_path / "seeds" / "a.html").write_text(
        "<h1>On the pier</h1><p>The <s>old</s> pier is closed.", "utf-8"
    )
    (tmp_path / "seeds" / "b.html").write_text(
        "<h1>On the mole</h1><p>The <i>old</i> mole is closed.", "utf-8"
    )
    assert CliRunner().invoke(main, ["build", str(tmp_path), "--quiet", "--no-search"]).exit_code == 0
    said = "words with a line through them are struck out in the source"
    pages = {
        path.parent.name: path.read_text("utf-8") for path in tmp_path.glob("build/documents/*/index.html")
    }
    assert {name: said in html for name, html in pages.items() if name.startswith("undated")} == {
        "undated-pier": True, "undated-mole": False,
    }  # fmt: skip
