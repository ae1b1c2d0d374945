"""Web pages are read as their readers see them: paragraphs, lists, tables, quotations; and only text comes out."""

import pytest

from archivegen.archive.passages import passages_of
from archivegen.pages.body import block_views
from archivegen.problems import Problem, Refusal
from archivegen.records.record import Record
from archivegen.seeds.formats.html.page import read_page
from archivegen.seeds.normalise import read_document
from archivegen.seeds.source_text import CONTINUED, LineStyle, SourceText, Span, Tongue


def text_of(markup: str, path: str = "page.html") -> SourceText:
    return read_page(markup.encode(), path)


def document_lines(source: SourceText) -> list[tuple[str, LineStyle | None]]:
    """Return the lines of the document that have words, without those beside it."""
    end = source.margin[0].number - 1 if source.margin else len(source.lines)
    return [(line, source.style(number)) for number, line in enumerate(source.lines[:end], 1) if line]


def shown(record: Record) -> str:
    return "\n".join(str(view.html) for view in block_views(passages_of(record.body)))


def item(level: int = 1) -> LineStyle:
    return LineStyle("list_item", level)


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>The  pier\n is <wbr>closed.<p>So is the mole.", [("The pier is closed.", None), ("So is the mole.", None)]),
        ("<h2>Report</h2>Text<div>in a box</div>and behind", [
            ("Report", LineStyle("heading", 2)), ("Text", None), ("in a box", None), ("and behind", None)]),
        ("<p>HARBOUR BOARD<br>Port Vilma<br>", [("HARBOUR BOARD", None), ("Port Vilma", CONTINUED)]),
        ("One<br><br>Two<br> <br>Three", [("One", None), ("Two", None), ("Three", None)]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", [("3. a", item()), ("7. b", item()), ("8. c", item())]),
        ("<ol reversed><li>a<li>b</ol>", [("2. a", item()), ("1. b", item())]),
        ("<ol type=I><li>a<li>b<ol type=a><li>c</ol></ol>", [("I. a", item()), ("II. b", item()), ("a. c", item(2))]),
        ("<ul><li>a<p>more of a<li style='list-style: none'>b</ul>", [("• a", item()), ("more of a", CONTINUED), ("b", None)]),
        ("<blockquote><p>One.<p>Two.</blockquote>", [("One.", LineStyle("quotation")), ("Two.", LineStyle("quotation"))]),
        ("<dl><dt>Crane<dd>a machine</dl>", [("Crane", None), ("a machine", CONTINUED)]),
        ("<figure><img alt=x><figcaption>The mole in 1954</figcaption></figure>", [("The mole in 1954", None)]),
        ("<pre>ROSES\n  are cut</pre><p>So it is said here.", [
            ("ROSES", None), ("  are cut", CONTINUED), ("So it is said here.", None)]),
        ("<p>漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby>", [("漢字(ji)", None)]),
        ("<p><ruby>字<rt>ji</rt></ruby> is <q>sign</q>", [("字(ji) is “sign”", None)]),
        ("<p>It is <del>not</del> <ins>quite</ins> so", [("It is quite so", None)]),
        ("<!doctype html><p>a<b>b<p>c</b>d<table>e<tr><td>f</table>", [
            ("ab", None), ("cd", None), ("e", None), ("f", None)]),
    ],
)  # fmt: skip
def test_elements_are_paragraphs_and_what_they_say_is_their_style(
    markup: str, lines: list[tuple[str, LineStyle | None]]
):
    """Numbers are those that a browser prints, brackets and quotation marks too; tag soup is read as browsers read it."""
    source = text_of(markup)
    assert document_lines(source) == lines


def test_rows_of_tables_keep_their_columns():
    """A cell that reaches over several columns or rows leaves the others empty; a table that lays a page out is none."""
    table = text_of(
        "<table><caption>Ships</caption><tr><th colspan=2>Year<th>In port<tr><td rowspan=2>1960<td>May<td>4"
        "<tr><td>June<td><p>5 or <b>6</b></table>"
    )
    assert [line for line, _ in document_lines(table)] == [
        "Ships",
        "Year\t\tIn port",
        "1960\tMay\t4",
        "\tJune\t5 or 6",
    ]
    assert {style.kind for _, style in document_lines(table)[1:] if style} == {"table_row"}
    layout = text_of("<table><tr><td><ul><li>left</ul><td><p>right<tr><td>below<td></table>")
    assert document_lines(layout) == [("• left", item()), ("right", None), ("below", None)]


def test_long_lines_between_breaks_are_paragraphs():
    """Pages that part their paragraphs by single breaks are read as if they had paragraphs; short lines are the writer's."""
    long = "The surveyor came on the third day and found that the pier was weaker than anybody had said before, so he wrote all of it down."
    source = text_of(f"<div>Port Vilma<br>{long}<br>{long}</div>")
    assert document_lines(source) == [("Port Vilma", None), (long, None), (long, None)]


def test_a_page_typed_line_by_line_is_read_like_a_text():
    """Where a page is one typed block, its lines are a typist's, and empty ones part its paragraphs."""
    typed = "HARBOUR BOARD      SECRET\n\nThe pier is closed\nuntil the thaw.\n\nA. Brandl"
    source = text_of(f"<html><body><pre>{typed}</pre></body></html>")
    assert "\n".join(source.lines).split("\n\n") == typed.split("\n\n")
    assert not source.styles.is_by_paragraph


def test_words_set_apart_and_raised():
    """Emphasis, strong words, raised and lowered ones are so on the page, also where only a style says it."""
    source = text_of(
        "<p>The <i>ferry <em>Vilma</em></i> <span style='font-weight:bold'>sank</span>: H<sub>2</sub>O, 4<sup>th</sup>."
    )
    assert source.lines[0] == "The ferry Vilma sank: H2O, 4th."
    assert source.styles.spans[1] == (
        Span(4, 15, "emphasis"), Span(16, 20, "strong"), Span(23, 24, "subscript"), Span(28, 30, "superscript"),
    )  # fmt: skip
    assert "H<sub>2</sub>O, 4<sup>th</sup>." in shown(
        read_document(b"<p>H<sub>2</sub>O, 4<sup>th</sup>.", "page.html")
    )


def test_language_and_direction_of_a_paragraph_are_on_the_page():
    """Tags of languages are brought into the register's form; what is no tag is left out."""
    source = text_of(
        "<html dir=rtl><body><p>one<div lang=DE-at dir=ltr><p>zwei</div><p lang='bad tag' dir=up>three<p xml:lang=ru>четыре"
    )
    tongues = {line: source.tongue(number) for number, line in enumerate(source.lines, 1) if line}
    assert tongues == {
        "one": Tongue("", "rtl"), "zwei": Tongue("de-AT", "ltr"), "three": Tongue("", "rtl"), "четыре": Tongue("ru", "rtl"),
    }  # fmt: skip
    record = read_document("<p>The clerk wrote it down:<p lang=ko>항구는 닫혀 있다".encode(), "page.html")
    views = block_views(passages_of(record.body))
    assert [str(view.attributes) for view in views] == ["", ' lang="ko"']


def test_only_text_comes_out():
    """Nothing of a page's own mark-up, scripts and addresses reaches the site."""
    record = read_document(
        b"<body onload=x()><p onclick='bad()'>The <a href='javascript:bad()'>pier</a> &lt;b&gt;is&lt;/b&gt; closed"
        b"<script>bad()</script><style>p{}</style><svg><text>bad</text></svg><iframe src=bad></iframe>",
        "page.html",
    )
    assert shown(record) == "The pier &lt;b&gt;is&lt;/b&gt; closed"


def test_what_a_page_hides_or_strikes_out_is_not_published():
    """Hidden and deleted words stand on lines below the document, and a notice says so."""
    source = text_of(
        "<p>The pier <del>was</del> is closed.<p hidden>Remark of the clerk.<p style='display: none'>Another."
    )
    assert source.lines == ("The pier is closed.", "was", "Remark of the clerk.", "Another.")
    assert [(problem.level, problem.line, problem.message) for problem in source.problems] == [
        ("notice", 3, "words that are hidden in this page are not published"),
        ("notice", 2, "words that are struck out as deleted in this page are not published"),
    ]
    record = read_document(b"<p>The pier is closed.<p hidden>Remark of the clerk.", "page.html")
    assert [(zone.lines, zone.kind) for zone in record.zones] == [((1, 1), "body"), ((2, 2), "debris")]


XHTML = '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body><p><a id="x"/>Pier&nbsp;7</p></body></html>'


def test_xhtml_is_read_as_xml():
    """Empty elements end where they begin, and names of signs are known; what is ill-formed is read as browsers do."""
    assert text_of(XHTML, "page.xhtml").lines == ("Pier\u00a07",)
    assert text_of(XHTML, "page.html").lines == ("Pier\u00a07",)
    broken = text_of(XHTML.replace("</p>", "").replace("<title/>", ""), "page.xhtml")
    assert broken.lines == ("Pier\u00a07",)
    assert [problem.code for problem in broken.problems] == ["ill-formed"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<p>pišti".encode("utf-8-sig"), "pišti"),
        ("<p>pišti".encode("utf-16"), "pišti"),
        ('<meta charset="windows-1250"><p>pišti'.encode("cp1250"), "pišti"),
        ('<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>“on” 5 €'.encode("cp1252"), "“on” 5 €"),
        ('<meta charset="koi8-r"><p>причал'.encode("koi8-r"), "причал"),
        ('<meta charset="euc-kr"><p>항구'.encode("cp949"), "항구"),
        ('<meta charset="utf-16"><p>pišti'.encode(), "pišti"),
        ('<?xml version="1.0" encoding="windows-1251"?><html><p>причал'.encode("cp1251"), "причал"),
    ],
)  # fmt: skip
def test_the_encoding_is_the_one_that_the_page_names(content: bytes, words: str):
    """The byte order mark decides, then what the page says of itself."""
    assert read_page(content, "page.html").lines == (words,)


def test_a_page_that_was_saved_anew_is_read_by_its_bytes():
    """Browsers save in UTF-8 and leave what the page said; the archivist's word is the nearest."""
    source = read_page('<meta charset="windows-1252"><p>pišti'.encode(), "seeds/page.html")
    assert source.lines == ("pišti",)
    assert [(problem.level, problem.message) for problem in source.problems] == [
        ("warning", "this page says that it is in cp1252, but it is UTF-8, and was read so")
    ]
    assert read_page(
        '<meta charset="koi8-r"><p>причал'.encode("cp1251"), "page.html", "windows-1251"
    ).lines == ("причал",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"The pier is closed.", Problem(
            path="seeds/page.html", code="no-page", message="there is no HTML in this file",
            fix="if it is plain text, let its name end in .txt")),
        (b"<html><frameset><frame src=a></frameset></html>", Problem(
            path="seeds/page.html", code="frameset",
            message="this page only holds other pages in frames, and has no text of its own",
            fix="save the page inside the frame")),
        (b"<title>Pier</title><div id=app></div><script>load()</script>", Problem(
            path="seeds/page.html", code="empty", message="there is no text in this file", fix="add the text, or remove the file")),
        (b"PK\x03\x04\x00\x00", Problem(
            path="seeds/page.html", code="not-its-format",
            message="this is a Word document or another packed file (zip), whatever its name says",
            fix="if it opens in Word, let its name end in .docx; if not, unpack it")),
        (b"<p>x\n" + b"<div>" * 5000, Problem(
            path="seeds/page.html", line=2, code="nested-too-deep", message="the elements of this page are nested without end",
            fix="open it in a browser and save its text")),
    ],
)  # fmt: skip
def test_what_is_no_page_is_refused(content: bytes, problem: Problem):
    """Each refusal says what is wrong and what to do; a control sign has its place in the file."""
    with pytest.raises(Refusal) as refusal:
        read_document(content, "seeds/page.html")
    assert refusal.value.problems == (problem,)


def test_deep_elements_lose_no_words():
    """Below a depth that no page means anything by, elements are taken for parts of the one above them."""
    source = text_of("<p>" + "<font>" * 900 + "deep" + "</font>" * 900 + " and shallow")
    assert source.lines == ("deep and shallow",)
