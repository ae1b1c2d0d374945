"""Saved pages without their frame, and the layouts of document sites under it: the same record as from the page's text."""

import re
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from archivegen.problems import Refusal
from archivegen.records.record import Record
from archivegen.seeds.formats.html.page import read_page
from archivegen.seeds.normalise import read_document

PARAGRAPHS = (
    "The harbour master came to see me in the morning about the two boats that had been held since the storm, and he brought the log.",
    "I replied that the boats would be given back as soon as the pilot had signed, and that nobody wished to keep them over the winter.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
FRAME = {
    "nav": "<nav><ul><li><a href=/>Home</a><li><a href=/t>Topics</a></ul></nav>",
    "banner": "<header><a href=/>Pier Papers</a></header>",
    "footer": "<footer>Run by the Pier Society</footer>",
    "role": "<div role=navigation>Home Topics</div>",
    "search": "<form><label>Search in</label><input><button>Go</button></form>",
    "cookies": "<div id=cookieBanner><p>We set cookies to see which of our papers are read most often, and by whom.</p></div>",
    "skip": "<a class='visually-hidden focusable' href='#x'>Skip to content</a>",
    "related": "<div class=related-items><h3>More</h3><a href=1>Note on Nets</a> <a href=2>Note on Ropes</a></div>",
    "share": "<ul class=social-share><li><a href=f>Send</a><li><a href=t>Print</a></ul>",
    "aside": "<aside>The Pier Society meets on Mondays.</aside>",
}


def lines_of_document(record: Record) -> list[str]:
    return [line for block in record.body.blocks for line in block.text.split("\n")]


def read(markup: str) -> Record:
    return read_document(markup.encode(), "page.html")


@pytest.mark.parametrize(
    "around", ["<main>{}</main>", "<article>{}</article>", "<div role=main>{}</div>", "<div>{}</div>"]
)
@pytest.mark.parametrize("frame", FRAME.values(), ids=FRAME)
def test_the_frame_of_a_page_is_debris(frame: str, around: str):
    """Whether a page says where its document is or not, what stands around it is known by a few plain rules."""
    record = read(
        f"<html><body class='has-sidebar nav-open'>{frame}{around.format(BODY)}{frame}</body></html>"
    )
    assert lines_of_document(record) == list(PARAGRAPHS)
    lines = record.source.text_lines
    debris = " ".join(
        " ".join(lines[zone.lines.first - 1 : zone.lines.last])
        for zone in record.zones
        if zone.kind == "debris"
    )
    assert Counter(debris.split()) == Counter(re.sub(r"<[^>]*>", " ", frame + frame).split())
    assert not record.problems


@pytest.mark.parametrize(
    "name", ["id=content", "class='post-content'", "id=mainContent", "class=page-content"]
)
def test_a_box_that_a_page_calls_its_content_is_the_document(name: str):
    """Head, side and foot without links have names that a document's own parts may have, too; what is left decides."""
    around = [
        "<div id=header>Shore Archive, tel. 555</div>",
        "<div class=sidebar>About us</div>",
        "<div id=footer>1999</div>",
    ]
    record = read(f"<html><body>{around[0]}{around[1]}<div {name}>{BODY}</div>{around[2]}</body></html>")
    assert lines_of_document(record) == list(PARAGRAPHS)
    whole = read(f"<html><body><div id=header>Shore Archive</div><div>{BODY}</div></body></html>")
    assert lines_of_document(whole) == ["Shore Archive", *PARAGRAPHS]


def test_heads_and_feet_inside_a_document_are_its_own():
    """The head of a chapter has its title, the foot of a letter its signature; a signed form of old pages is no form."""
    record = read(
        f"<article><header><h2>A Letter</h2></header>{BODY}<footer><p>A. Brandl</p></footer></article>"
    )
    assert lines_of_document(record) == ["A Letter", *PARAGRAPHS, "A. Brandl"]
    assert lines_of_document(read(f"<body><form>{BODY}</form></body>")) == list(PARAGRAPHS)


def test_boxes_of_links_are_frame_where_a_page_says_nothing_of_its_parts():
    """Old pages have their menus in cells of a table; a list of sources with links among its words is text."""
    menu = "<td>" + "".join(f"<a href={place}>Part {place}</a><br>" for place in range(6)) + "</td>"
    record = read(f"<table><tr>{menu}<td>{BODY}</td></tr></table>")
    assert lines_of_document(record) == list(PARAGRAPHS)
    links = "".join(f"<li><a href={place}>Part {place}</a></li>" for place in range(6))
    assert len(lines_of_document(read(f"<ul>{links}</ul>"))) == 6


def test_several_articles_are_no_document():
    """Teasers are articles too; an element that has few of the words is not the document. Then the whole page is."""
    record = read(f"<body>{BODY}<article>One</article><article>Two</article></body>")
    assert lines_of_document(record) == [*PARAGRAPHS, "One", "Two"]
    assert lines_of_document(read(f"<body><main>Pier</main><div>{BODY}</div></body>")) == [
        "Pier",
        *PARAGRAPHS,
    ]


CITATION = "“Note on Two Boats,” May 03, 1961, Pier Papers Digital Archive, TSGA, f. 1, op. 2, d. 3. Translated by Rosa Lind."
THANKS = "This document was made possible with support from the Pier Fund"
SUMMARY = "Brom and the harbour master discuss two boats that have been held since a storm."
KEPT = f"""\
<body><header><a href=/>Pier Papers</a><nav><a href=1>Browse</a> <a href=2>Search</a></nav></header>
<main id=main><div class=date><p>May 3, 1961</p></div><h1>Note on Two Boats</h1><p>{THANKS}</p>
<div class=body><p>CONSULATE OF SYLVANIA IN NORTHPORT</p><p>Nº 31</p>{BODY}<p>I. Brom<br>Consul</p></div><p>{SUMMARY}</p>
<section><h2>Document Information</h2><dl><dt>Source</dt><dd>TSGA, f. 1, op. 2, d. 3</dd><dt>Language</dt><dd>Russian</dd></dl></section></main>
<footer>Contact us</footer></body>"""
KEPT_TEXT = f"""\
May 3, 1961

Note on Two Boats

{THANKS}

CONSULATE OF SYLVANIA IN NORTHPORT

Nº 31

{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

I. Brom
Consul

{SUMMARY}

Document Information

Source

TSGA, f. 1, op. 2, d. 3

Language

Russian
"""
FLATTENED = (
    "<body><nav>Home</nav><div id=content>May 3, 1961<br>Note on Two Boats<br>" + THANKS + "<br>" + "<br>".join(PARAGRAPHS)
    + "<br>I. Brom<br>" + SUMMARY + "<br>Author(s):<br>Associated Places<br>Subjects Discussed<br>Document Information<br>Source<br>"
    "TSGA, f. 1, op. 2, d. 3<br>Rights<br></div></body>"
)  # fmt: skip
FLATTENED_TEXT = re.sub(r"<nav>.*?</nav>|</?(?:body|div)[^>]*>", "", FLATTENED).replace("<br>", "\n")
OLD_SITE = f"""\
<table><tr><td><form>Search in <select><option>All</select></form>
<div id=title><a href=/>Digital Archive</a> <a href=/>International History Declassified</a></div>
<p>May 03, 1961</p><h1>NOTE ON TWO BOATS</h1><p>{THANKS}</p><p>CITATION SHARE DOWNLOAD</p>
<ul><li>Citation<div>get citation</div><div>{SUMMARY}</div><div>{CITATION} https://pier.example/document/77</div></li>
<li>share document<div>https://pier.example/document/77</div></li></ul>
<div>VIEW DOCUMENT IN</div><div>English HTML</div>{BODY}<p>I. Brom</p></td></tr></table>"""
OLD_SITE_TEXT = f"""\
Search in
Digital Archive International History Declassified
May 03, 1961
NOTE ON TWO BOATS
{THANKS}
CITATION SHARE DOWNLOAD
  • Citation
    get citation
    {SUMMARY}
    {CITATION} https://pier.example/document/77
  • share document
    https://pier.example/document/77
VIEW DOCUMENT IN
English HTML
{PARAGRAPHS[0]}

{PARAGRAPHS[1]}

I. Brom
"""


@pytest.mark.parametrize(
    ("markup", "text", "layout"),
    [
        (KEPT, KEPT_TEXT, "page_capture"),
        (FLATTENED, FLATTENED_TEXT, "page_capture"),
        (OLD_SITE, OLD_SITE_TEXT, "old_page_capture"),
    ],
    ids=["kept", "flattened", "old site"],
)
def test_layouts_of_document_sites_are_recognised_under_the_frame(markup: str, text: str, layout: str):
    """A page saved as HTML gives the values and the text that the same page copied as text gives."""
    page, copied = read(markup), read_document(text.encode(), "page.txt")
    assert (page.source.layout, copied.source.layout) == (layout, layout)
    values = [
        {
            name: [(value.value, value.status, value.by, value.rule) for value in found]
            for name, found in record.fields.items()
        }
        for record in (page, copied)
    ]
    assert values[0] == values[1]
    assert lines_of_document(page) == lines_of_document(copied)
    assert [block.kind for block in page.body.blocks] == [block.kind for block in copied.body.blocks]


def test_lists_of_documents_are_refused():
    """Search results are no document, in HTML as in text."""
    rows = "".join(
        f"<li><p>May {day}, 1961</p><h3>Note on Boats</h3><p>{SUMMARY}</p></li>" for day in range(3, 8)
    )
    with pytest.raises(Refusal) as refusal:
        read(f"<main><h1>Results:</h1><p>1 - 5 of 50</p><ul>{rows}</ul></main>")
    assert refusal.value.problems[0].code == "a-listing"


HEAD = "<html lang=en-GB><head><title>{}</title>{}</head><body>{}</body></html>"


def test_what_the_head_of_a_page_states():
    """Titles, makers and rights in the head are the cataloguer's; the address is the page's own, the site's name debris."""
    entries = (
        '<meta name="DC.Creator" content="Ivan Brom"><meta name=DC.rights content="Free for teaching">'
        '<meta name=description content="A site"><link rel=canonical href="https://pier.example/document/77">'
    )
    record = read(
        HEAD.format("A Letter of the Consul | Pier Papers", entries, f"<p>A Letter of the Consul</p>{BODY}")
    )
    stated = {
        name: (value.value, value.status, value.by)
        for name, found in record.fields.items() for value in found if value.rule == "html_metadata"
    }  # fmt: skip
    assert stated == {
        "creators": ("Ivan Brom", "stated", "cataloguer"),
        "rights": ("Free for teaching", "stated", "cataloguer"),
        "source_url": ("https://pier.example/document/77", "stated", "cataloguer"),
        "title": ("A Letter of the Consul", "stated", "cataloguer"),
        "language": ("en-GB", "stated", "cataloguer"),
    }
    assert record.source.quote(record.fields["title"][0].lines[0]) == "title: A Letter of the Consul"


def test_what_a_head_states_wrongly_is_not_believed():
    """A title with words that no head of the document has is its program's, and a site's language need not be the text's."""
    russian = "<p>Консул сообщает, что причал закрыт до весны и что никто не знает, когда он будет открыт снова для судов.</p>"
    record = read(HEAD.format("Microsoft Word - letter7.doc", "", russian * 2))
    assert record.text_of("language") == "ru"
    assert record.text_of("title") != "Microsoft Word - letter7.doc"


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<a href='#n1'>", "<a href='x'>", "</a>", "<ul>", "<li>", "</ul>",
        "<ol start=2>", "</ol>", "<table>", "<tr>", "<td>", "<td rowspan=2>", "</table>", "<br>", "<pre>", "</pre>", "<main>", "</main>",
        "<article>", "</article>", "<nav>", "</nav>", "<aside>", "<aside epub:type=footnote>", "</aside>", "<header>", "<footer>",
        "<form>", "<h1>", "</h1>", "<blockquote>", "</blockquote>", "<dl>", "<dt>", "<dd>", "<del>", "</del>", "<p hidden>", "<p id=n1>",
        "<sup>", "</sup>", "<ruby>", "<rt>", "</ruby>", "<select>", "<option>", "<svg>", "</svg>", "<button>", "<div class=related>",
        "<caption>", "<figure>", "<figcaption>", "<q>", "</q>", "&nbsp;", "&amp;",
        "<math>", "</math>", "<noscript>", "<span>", "<tr hidden>", "<center>", "<hr>", "\n", "1", "[1]",
    ]
)  # fmt: skip
WORDS = st.from_regex(r"[a-h]{2,6} ", fullmatch=True)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(PIECES, WORDS), max_size=40).map("".join))
@example("<p>had <a href='#n1'>1</a></p><table><tr><td>a<tr hidden><td>beg</table><p id=n1>1 deed")
@example("<nav>head<main>deed</main>")
@example("<footer><p id=n1>aged</p></footer><main>bead <sup><a href='#n1'>1</a></sup></main>")
def test_no_word_of_a_page_is_lost(markup: str):
    """Every letter that stands in the mark-up is on one line: in the text, in a field or in the debris; none is there twice."""
    source = read_page(f"<body>{markup}".encode(), "page.html")
    want = Counter(re.findall(r"[a-h]", re.sub(r"<[^>]*>|&\w+;", "", markup)))
    assert Counter(re.findall(r"[a-h]", "".join(source.lines))) == want


@settings(max_examples=200, deadline=None)
@given(st.lists(st.one_of(PIECES, WORDS), max_size=40).map("".join))
def test_zones_tile_every_page(markup: str):
    """Every line of a page is in one zone, or the page is refused for a reason."""
    try:
        record = read(f"<body>{markup}")
    except Refusal as refusal:
        assert all(problem.message and problem.fix for problem in refusal.problems)
        return
    lines = [number for zone in record.zones for number in range(zone.lines.first, zone.lines.last + 1)]
    assert lines == list(range(1, len(record.source.text_lines) + 1))


@pytest.mark.parametrize(
    ("foot", "is_frame"),
    [
        ('<div id="footer"><p>Copyright 2021. Terms of use.</p></div>', True),
        ('<div class="site-footer">© Archive of the harbour</div>', True),
        ('<div id="footer"><p>Typed by the clerk in two copies.</p></div>', False),
        ("<section><div id='footer'><p>Copyright of the map: the pilots.</p></div></section>", False),
    ],
)
def test_a_box_called_footer_is_the_foot_of_the_site_by_its_words(foot: str, is_frame: bool):
    """A document may have a foot of its own, and it may be called so."""
    page = f"<body><div id='main'><p>The pier is closed, and the harbour with it until the ice is gone.</p></div>{foot}</body>"
    source = read_page(page.encode(), "seeds/pier.html")
    beside = [line.number for line in source.margin]
    text = [line for number, line in enumerate(source.lines, 1) if line and number not in beside]
    assert (len(text) == 1) is is_frame
