"""Notes of web pages and electronic books: references lead to them and they lead back, whatever the page calls them."""

from pathlib import Path

import pytest

from archivegen.archive.passages import passages_of
from archivegen.pages.body import block_views
from archivegen.records.record import Record
from archivegen.seed_reading import read_seed
from archivegen.seeds.find import find_seeds
from archivegen.seeds.formats.html.page import read_page
from archivegen.seeds.normalise import read_document

TEXT = "The board heard the surveyor%s on the second day, and the harbour master%s on the third; both agreed on the pier.%s"


def notes_of(markup: str) -> tuple[str, list[str], list[tuple[str, str]]]:
    """Return the first line of a page, the labels of references, and the notes with theirs."""
    source = read_page(markup.encode(), "page.html")
    labels = [
        span.label
        for spans in source.styles.spans.values()
        for span in spans
        if span.kind == "note_reference"
    ]
    notes = [
        (style.label, source.line(number))
        for number, style in source.styles.lines.items()
        if style.kind == "note"
    ]
    return source.lines[0], labels, notes


WORD = (
    "<p class=MsoNormal>{}</p><div style='mso-element:footnote-list'><hr>"
    "<div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1' name='_ftn1'><span><sup>[1]</sup></span></a> Tomas Brandl.</p></div>"
    "<div id=ftn2><p><a href='#_ftnref2' name='_ftn2'>[2]</a> Named on page 4.</p><p>He is dead.</p></div></div>"
).format(
    TEXT
    % (
        "<a href='#_ftn1' name='_ftnref1'><sup>[1]</sup></a>",
        "<a href='#_ftn2' name='_ftnref2'><sup>[2]</sup></a>",
        "",
    )
)
BOOK = (
    "<p>{}</p><section epub:type=footnotes><h2>Notes</h2>"
    "<aside id=a epub:type=footnote><p>1. Tomas Brandl. <a href='#x' epub:type=backlink>↩</a></p></aside>"
    "<aside id=b epub:type=footnote><p>2. Named on page 4.</p><p>He is dead.</p></aside></section>"
).format(TEXT % ("<a id=x epub:type=noteref href='#a'>1</a>", "<a role=doc-noteref href='#b'>2</a>", ""))
SITE = (
    "<main><p>{}</p></main><footer><ol class=notes><li id='cite_note-1'><a href='#cite_ref-1'>^</a> Tomas Brandl.</li>"
    "<li id='cite_note-2'>Named on page 4.<p>He is dead. <a href='https://harbour.example/page#cite_ref-2'>Back to the text</a></li></ol>Imprint</footer>"
).format(
    TEXT
    % (
        "<sup id='cite_ref-1'><a href='#cite_note-1'>[1]</a></sup>",
        "<sup id=cite_ref-2>[<a href='https://harbour.example/page#cite_note-2'>2</a>]</sup>",
        "",
    )
)
OLD_PAGE = (
    "<p>{}</p><hr><p><a name=n1></a>(1) Tomas Brandl.</p><p><a name=n2>(2)</a> Named on page 4.<br>He is dead.</p>"
).format(TEXT % (" <a href='#n1'>(1)</a>", " (<a href='#n2'>2</a>)", ""))


@pytest.mark.parametrize("markup", [WORD, BOOK, SITE, OLD_PAGE], ids=["word", "book", "site", "old page"])
def test_links_to_notes_are_references(markup: str):
    """Notes are known by their kind, their names or their raised numbers, wherever they stand on the page."""
    line, labels, notes = notes_of(markup)
    assert line.split() == (TEXT % ("", "", "")).split()
    assert labels == ["1", "2"]
    assert notes == [("1", "Tomas Brandl."), ("2", "Named on page 4.")]
    assert "He is dead." in read_page(markup.encode(), "page.html").lines


def test_what_leads_elsewhere_is_no_reference():
    """Links to sections, up the page and with words of their own stay words; so do numbers that lead into one paragraph."""
    for markup in (
        "<h2 id=n1>One</h2><p>See <a href='#n1'>1</a>.",
        "<p>See <a href='#n1'>1</a>.<h2 id=n1>One</h2><p>Text.",
        "<p>See <a href='#n1'>the note</a>.<p id=n1>Text.",
        "<p>See <a href='#n1'>1</a> <a href='#n2'>2</a>.<p><a name=n1>1</a> One <a name=n2>2</a> two.",
        "<p>See <a href='other.html#n1'>1</a>.",
    ):
        _, labels, notes = notes_of(markup)
        assert (labels, notes) == ([], [])


def test_numbers_that_begin_anew_are_told_apart():
    """Where each chapter counts its notes from one, the later ones are called the second of that number."""
    chapter = "<p>Text<sup><a href='#{0}'>1</a></sup> of it.<p id={0}>1 Note of {0}."
    _, labels, notes = notes_of(chapter.format("fn1a") + chapter.format("fn1b"))
    assert labels == ["1", "1 (2)"]
    assert notes == [("1", "Note of fn1a."), ("1 (2)", "Note of fn1b.")]


CHAPTER = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>I</title></head><body>'
    '<p>The pier was closed for the winter, as the surveyor had asked.<a epub:type="noteref" id="r1" href="endnotes.xhtml#n1">1</a></p>'
    "</body></html>"
)
ENDNOTES = (
    '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Endnotes</title></head><body>'
    '<section epub:type="endnotes"><ol><li id="n1" epub:type="endnote"><p>Tomas <i>Brandl</i>.'
    ' <a epub:type="backlink" href="chapter.xhtml#r1">↩</a></p></li><li id="n2"><p>Another chapter’s.</p></li></ol></section></body></html>'
)


def read_chapter(folder: Path) -> Record:
    seeds = {seed.path: seed for seed in find_seeds(folder, folder).seeds}
    (record,) = read_seed(seeds["chapter.xhtml"])
    return record


def test_notes_of_a_book_come_from_its_file_of_notes(tmp_path: Path):
    """A chapter has the notes that it refers to, and no others; they lead there and back."""
    (tmp_path / "chapter.xhtml").write_text(CHAPTER, "utf-8")
    (tmp_path / "endnotes.xhtml").write_text(ENDNOTES, "utf-8")
    record = read_chapter(tmp_path)
    assert [(block.kind, block.label, block.text) for block in record.body.blocks][1:] == [
        ("note", "1", "Tomas Brandl.")
    ]
    text, note = block_views(passages_of(record.body))
    assert f'<sup class="reference"><a href="#{note.anchor}" id="{note.back}">1</a></sup>' in str(text.html)


def test_a_file_of_notes_with_corrections_of_its_own_gives_none_away(tmp_path: Path):
    """Its corrections may close it. The reference stays a reference."""
    (tmp_path / "chapter.xhtml").write_text(CHAPTER, "utf-8")
    (tmp_path / "endnotes.xhtml").write_text(ENDNOTES, "utf-8")
    (tmp_path / "endnotes.yml").write_text("access: restricted\n", "utf-8")
    (block,) = read_chapter(tmp_path).body.blocks
    assert block.text == "The pier was closed for the winter, as the surveyor had asked."
    assert [mark.label for _, mark in read_chapter(tmp_path).body.marks()] == ["1"]


def test_a_damaged_file_of_notes_costs_only_the_notes(tmp_path: Path):
    """The chapter is read without it."""
    (tmp_path / "chapter.xhtml").write_text(CHAPTER, "utf-8")
    (tmp_path / "endnotes.xhtml").write_bytes(b"\x00\x01")
    assert len(read_chapter(tmp_path).body.blocks) == 1


def test_a_page_beside_no_notes_is_read_alone():
    """Without the file of notes a marked reference has no note to lead to."""
    record = read_document(CHAPTER.encode(), "chapter.xhtml")
    assert '<sup class="reference">1</sup>' in str(block_views(passages_of(record.body))[0].html)


def test_notes_as_libreoffice_saves_them():
    """All paragraphs of the box are the note."""
    page = """<p>The pier is closed<a class="sdendnoteanc" name="sdendnote1anc" href="#sdendnote1sym"><sup>i</sup></a>.</p>
    <div id="sdendnote1"><p class="sdendnote"><a class="sdendnotesym" name="sdendnote1sym" href="#sdendnote1anc">i</a>By the
    Harbour Master.</p><p class="sdendnote">Her successor opened it.</p></div>"""
    record = read_document(page.encode(), "seeds/pier.html")
    assert [(block.kind, block.label, block.text) for block in record.body.blocks][1:] == [
        ("note", "i", "By the Harbour Master.\nHer successor opened it.")
    ]


def test_a_file_of_notes_is_read_without_its_arrows():
    """They lead to the chapters, and are no words; a number that leads there is the label. Signs without a shape damage nothing."""
    notes = "".join(
        f'<li id="n{number}"><p>So the pilots. —\u2060Publius <a href="one.xhtml#r{number}" epub:type="backlink">↩</a></p></li>'
        for number in range(1, 31)
    )
    page = f'<section><h2>Endnotes</h2><ol>{notes}</ol><p><a href="one.xhtml#r9" role="doc-backlink">9</a> A number.</p></section>'
    record = read_document(page.encode(), "seeds/endnotes.html")
    texts = [block.text for block in record.body.blocks]
    assert texts[1] == "1. So the pilots. —\u2060Publius"
    assert texts[-1] == "9 A number."
    assert "damaged-text" not in [problem.code for problem in record.problems]


def test_a_figure_that_leads_into_the_file_of_notes_refers_to_one():
    """Sites raise it by their styles alone; left among the words it would run into them."""
    page = b'<p>The pier was closed<a href="footnotes.html#f2">2</a>.</p>'
    notes = b'<p id="f1">1. By the mayor.</p><p id="f2">2. By the pilots.</p>'
    source = read_page(page, "seeds/one.html", None, {"footnotes.html": notes})
    assert [line for line in source.lines if line] == ["The pier was closed.", "By the pilots."]


PLAIN = "<p>The board heard the surveyor<sup>1</sup> in 1957<sup>2</sup>, of 40 m<sup>2</sup> of planks.</p>"


@pytest.mark.parametrize(
    "end",
    [
        "<hr><p><sup>1</sup> Tomas Brandl.</p><p><sup>2</sup> Named on page 4.</p>",
        "<p><sup>1</sup>Tomas Brandl.</p><p><sup>[2]</sup>Named on page 4.</p><footer>Imprint</footer>",
        "<hr><p>1. Tomas Brandl.</p><p>[2] Named on page 4.</p>",
        "<div><h2>Notes</h2><ol><li>Tomas Brandl.</li><li><p>Named on page 4.</p></li></ol></div>",
    ],
    ids=["raised", "glued", "below a rule", "list"],
)
def test_numbers_that_nothing_links_refer_to_the_notes_at_the_end(end: str):
    """Old pages have raised numbers and, at their end, a list of the same numbers in the same order; a power is none of them."""
    line, labels, notes = notes_of(f"<body>{PLAIN}{end}</body>")
    assert line == "The board heard the surveyor in 1957, of 40 m2 of planks."
    assert labels == ["1", "2"]
    assert notes == [("1", "Tomas Brandl."), ("2", "Named on page 4.")]


@pytest.mark.parametrize(
    "markup",
    [
        PLAIN + "<p>1. Tomas Brandl.</p><p>2. Named on page 4.</p>",
        PLAIN + "<hr><p><sup>1</sup> Tomas Brandl.</p><p><sup>3</sup> Named on page 4.</p>",
        PLAIN.replace("planks", "planks<sup>1</sup>") + "<hr><p><sup>1</sup> Tomas Brandl.</p>",
        PLAIN
        + "<hr><p><sup>1</sup> Tomas Brandl.</p><p><sup>2</sup> Named on page 4.</p><p>Yours, the clerk</p>",
        PLAIN + "<h2>Resolved</h2><ol><li>To mend it.</li><li>To paint it.</li></ol>",
        PLAIN + "<hr><ol><li>1 May 1957.</li><li>3 May 1957.</li></ol>",
        "<p><sup>1</sup> In the beginning.</p><p><sup>2</sup> And then.</p>",
        "<p>So the board<sup>2</sup>, and the mayor<sup>1</sup>.</p><hr><p>1. Tomas Brandl.</p><p>2. Named on page 4.</p>",
    ],
    ids=[
        "no rule",
        "a gap",
        "a number twice",
        "not the end",
        "resolutions",
        "dates",
        "verses",
        "another order",
    ],
)
def test_numbers_that_do_not_fit_stay_as_they_are(markup: str):
    """Nothing is guessed: resolutions, verses and lists of days are no notes, and their numbers stay."""
    _, labels, notes = notes_of(f"<body>{markup}</body>")
    assert (labels, notes) == ([], [])


def raised_in(labels: list[str]) -> str:
    """Return a text in which each label is raised behind a word, and an ordinal that is none."""
    words = " ".join(f"The pilots{f'<sup>{label}</sup>' if label else ''} came." for label in labels)
    return f"<p>{words} It was the 1<sup>a</sup> ship, of 40 m<sup>2</sup> of sails.</p>"


@pytest.mark.parametrize(
    ("labels", "end"),
    [
        (["a", "b"], "<hr><p><sup>a</sup> Of Vilma.</p><p><sup>b</sup>The others.</p>"),
        (["a", "b"], "<h2>Notes</h2><ol type=a><li>Of Vilma.</li><li>The others.</li></ol>"),
        (["a", "b"], "<hr><p>a) Of Vilma.</p><p>b) The others.</p>"),
        (["i", "ii"], "<hr><p>[i] Of Vilma.</p><p>[ii] The others.</p>"),
        (["I", "II"], "<p><sup>I</sup> Of Vilma.</p><p><sup>II</sup> The others.</p>"),
        (["*", "**"], "<hr><p>* Of Vilma.</p><p>**The others.</p>"),
        (["*", "†"], "<p><sup>*</sup> Of Vilma.</p><p><sup>†</sup> The others.</p>"),
        (["*", "1"], "<hr><p>* Of Vilma.</p><p>1. The others.</p>"),
    ],
)  # fmt: skip
def test_labels_that_are_no_figures(labels: list[str], end: str):
    """Letters, Roman numerals and signs that nothing links count up as figures do; a sign may stand before figures."""
    _, found, notes = notes_of(f"<body>{raised_in(labels)}{end}</body>")
    assert found == labels
    assert [(label, words.strip()) for label, words in notes] == [
        (labels[0], "Of Vilma."),
        (labels[1], "The others."),
    ]


@pytest.mark.parametrize(
    ("labels", "end"),
    [
        (["a"], "<hr><p>a ship of Vilma</p>"),
        (["b", "c"], "<hr><p>b) Of Vilma.</p><p>c) The others.</p>"),
        (["a", "B"], "<hr><p>a) Of Vilma.</p><p>B) The others.</p>"),
        (["r"], "<p>M<sup>r</sup> Brandl</p>"),
        (["*"], "<p>* Of Vilma.</p>"),
    ],
    ids=["a word", "not from the first", "two cases", "no list", "neither raised nor set apart"],
)
def test_letters_that_are_no_labels(labels: list[str], end: str):
    """A word, a letter without a list, and letters that do not count from the first one stay as they are."""
    _, found, notes = notes_of(f"<body>{raised_in(labels)}{end}</body>")
    assert (found, notes) == ([], [])


@pytest.mark.parametrize(
    ("written", "label"),
    [("a", "a"), ("*", "*"), ("iv", "iv"), ("[IV]", "IV"), ("¹²", "12"), ("(12a)", "12a"), ("bb", "bb")],
)
def test_links_with_labels_of_any_kind(written: str, label: str):
    """What links a word to its note may be any label."""
    page = f"<p>The pier<a href='#fn9'><sup>{written}</sup></a> is old.<p id=fn9>{written} See the file."
    assert notes_of(page) == ("The pier is old.", [label], [(label, "See the file.")])
