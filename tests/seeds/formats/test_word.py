"""Word documents: what Word prints is what is published, in its order, and nothing else."""

import pytest
from tests.seeds.formats.office_files import (
    RELATIONS,
    p,
    package,
    r,
    read_source,
    table,
    word_file,
    word_parts,
)

from archivegen.seeds.source_text import CONTINUED, LineStyle, SourceText, Span, Tongue

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Chapter of the edition"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Remark"><w:name w:val="Remark"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Ship"><w:name w:val="Ship"/><w:rPr><w:i/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def read(body: str, **parts: str) -> SourceText:
    return read_source(word_file(body, **parts), "seeds/report.docx")


def styled(source: SourceText) -> list[tuple[str, int, str]]:
    """Return the kind, level and words of each line that has a style."""
    styles = sorted(source.styles.lines.items())
    return [(style.kind, style.level, source.line(number)) for number, style in styles]


def test_headings_are_known_by_their_styles():
    """By the name that Word stores in every language, by what a style is based on, by its outline level, or their own."""
    source = read(
        p("Report", "Titel") + p("The pier", "berschrift1") + p("The crane", "Chapter") + p("The rails", "Part")
        + p("The shed", properties='<w:outlineLvl w:val="1"/>') + p("No heading", properties='<w:outlineLvl w:val="9"/>'),
        styles=STYLES,
    )  # fmt: skip
    assert styled(source) == [
        ("heading", 1, "Report"), ("heading", 1, "The pier"), ("heading", 1, "The crane"), ("heading", 3, "The rails"),
        ("heading", 2, "The shed"),
    ]  # fmt: skip
    assert source.lines[-1] == "No heading"


def test_quotations_and_paragraphs_that_are_set_in():
    """A quotation is one by its style; what is set in by itself begins with a tab, as in plain text."""
    style = '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
    source = read(
        p("The pier holds.", "Zitat") + p("A summary.", properties='<w:ind w:left="720"/>'), styles=style
    )
    assert styled(source) == [("quotation", 1, "The pier holds.")]
    assert source.lines == ("The pier holds.", "\tA summary.")


def test_italics_and_bold_by_run_by_style_of_words_and_of_paragraphs():
    """Two styles that say italic say it against each other, as in print; headings are not bold for being headings."""
    source = read(
        p(r("The ") + r("Vilma", '<w:rStyle w:val="Ship"/>') + r(" and the ") + r("Rosa", "<w:i/><w:b/>"))
        + p(r("The ") + r("Vilma", '<w:rStyle w:val="Ship"/>') + r(" sank", '<w:i w:val="0"/>'), "Remark")
        + p(r("Report of the ") + r("Vilma", '<w:rStyle w:val="Ship"/>'), "berschrift1"),
        styles=STYLES,
    )
    assert source.styles.spans == {
        1: (Span(4, 9, "emphasis"), Span(18, 22, "emphasis"), Span(18, 22, "strong")),
        2: (Span(0, 3, "emphasis"),),
        3: (Span(14, 19, "emphasis"),),
    }


def test_only_accepted_revisions_are_published():
    """What was put in is text, what was taken out or moved away is none, and paragraphs whose end was deleted are one."""
    source = read(
        p(r("The pier is ") + f"<w:ins>{r('closed')}</w:ins><w:del><w:r><w:delText>open</w:delText></w:r></w:del>")
        + p("The crane", properties="<w:rPr><w:del/></w:rPr>") + p(" stays.")
        + p(f"<w:moveFrom>{r('The rails.')}</w:moveFrom>", properties="<w:rPr><w:moveFrom/></w:rPr>")
        + p(f"<w:moveTo>{r('The rails.')}</w:moveTo>")
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("gone") + "</w:tc></w:tr></w:tbl>",
    )  # fmt: skip
    assert [line for line in source.lines if line] == ["The pier is closed", "The crane stays.", "The rails."]


def test_hidden_words_and_comments_are_not_published():
    """Words hidden by themselves or by a style are none; both they and comments are counted in a notice."""
    source = read(
        p(r("Seen ") + r("unseen", "<w:vanish/>") + r("unseen", '<w:rStyle w:val="Secret"/>') + r("again") + "<w:r><w:commentReference/></w:r>"),
        styles=STYLES,
        comments=f"<w:comment>{p('To be checked')}</w:comment><w:comment>{p('Really?')}</w:comment>",
    )  # fmt: skip
    assert source.lines == ("Seen again",)
    assert [problem.as_line() for problem in source.problems] == [
        "seeds/report.docx: notice: 2 comments are not published; write into the text what readers should see",
        "seeds/report.docx: notice: 2 passages of hidden text are not published; show it in the program that made the file if readers should see it",
    ]


def test_results_of_fields_are_words_and_their_instructions_are_none():
    """Simple and complex fields, one inside the other; an instruction without end swallows nothing but itself."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    source = read(
        p(r("See ") + field.format("begin") + "<w:r><w:instrText>REF a</w:instrText></w:r>" + field.format("begin") + r("hidden")
          + field.format("end") + field.format("separate") + r("page 3") + field.format("end")
          + f'<w:fldSimple w:instr="PAGE">{r(" of 7")}</w:fldSimple><w:hyperlink>{r(" here")}</w:hyperlink>')
        + p(field.format("begin") + "<w:r><w:instrText>XE</w:instrText></w:r>") + p("The end."),
    )  # fmt: skip
    assert source.lines == ("See page 3 of 7 here", "", "The end.")


def test_breaks_tabs_hyphens_and_symbols():
    """A break goes on with its paragraph, an optional hyphen is none, a sign of a font without letters is what it shows."""
    source = read(
        p("<w:r><w:tab/><w:t>To:</w:t><w:tab/><w:t>the board</w:t><w:br/><w:t>Re</w:t><w:softHyphen/><w:t>port 4</w:t>"
          '<w:noBreakHyphen/><w:t>B</w:t><w:sym w:font="Symbol" w:char="F0B4"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')
        + p('<w:r><w:br w:type="page"/></w:r>')
        + p(f"<w:sdt><w:sdtContent><w:smartTag>{r('Hamburg')}</w:smartTag></w:sdtContent></w:sdt>"),
    )  # fmt: skip
    assert source.lines == ("\tTo:\tthe board", "Report 4\N{NON-BREAKING HYPHEN}B×✓", "", "Hamburg")
    assert source.style(2) == CONTINUED


def test_text_boxes_are_read_once():
    """A box stands in two forms, for new and old programs; its words stand below the paragraph that it hangs on."""
    box = f"<w:txbxContent>{p('SECRET')}{p('Copy 2')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = read(p(r("The board") + drawing) + p("The pier"))
    assert source.lines == ("The board", "", "SECRET", "Copy 2", "", "The pier")
    assert source.problems == ()


def test_tables_with_merged_and_nested_cells():
    """A merged cell has its words once; a table in a cell gives its words to the cell."""
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Ships")}</w:tc></w:tr>'
    first = f'<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{p("1960")}</w:tc><w:tc>{p("Vilma")}{p("Rosa")}</w:tc></w:tr>'
    last = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>{table(('a', 'b'), ('c', 'd'))}{p('')}</w:tc></w:tr>"
    source = read(p("Before.") + f"<w:tbl>{wide}{first}{last}</w:tbl>" + p("Behind."))
    assert source.lines == ("Before.", "Ships\t", "1960\tVilma Rosa", "\ta b c d", "Behind.")
    assert styled(source) == [("table_row", 1, line) for line in source.lines[1:4]]


def test_a_table_of_one_row_only_sets_paragraphs_beside_each_other():
    """A letterhead and a marking in two cells are two blocks of lines."""
    source = read(table(("Harbour board", "SECRET")) + p("The pier is closed."))
    assert source.lines == ("Harbour board", "", "SECRET", "", "The pier is closed.")


NOTES = "".join(
    f'<w:footnote w:id="{number}">{p("<w:r><w:footnoteRef/></w:r>" + r(words))}</w:footnote>'
    for number, words in ((2, " Tomas Brandl, surveyor."), (3, "\tIt rained."), (4, "* Added later."))
)


def test_notes_have_the_labels_that_word_prints():
    """Footnotes count in digits, endnotes in Roman numerals, each in the order of its references; a sign counts nothing."""
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    source = read(
        p(r("The surveyor") + refer.format(2) + r(" came.") + '<w:r><w:endnoteReference w:id="7"/></w:r>')
        + p(r("Later") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>' + r(" too.") + refer.format(3)),
        footnotes=NOTES,
        endnotes=f'<w:endnote w:id="7">{p("From the files.")}{p("Box 3.")}</w:endnote>',
    )  # fmt: skip
    assert source.lines == (
        "The surveyor came.", "Later too.", "", "Tomas Brandl, surveyor.", "Added later.", "It rained.", "From the files.", "Box 3.",
    )  # fmt: skip
    assert source.styles.spans == {
        1: (Span(12, 12, "note_reference", "1"), Span(18, 18, "note_reference", "i")),
        2: (Span(5, 5, "note_reference", "*"), Span(10, 10, "note_reference", "2")),
    }
    assert [source.style(number) for number in range(4, 9)] == [
        LineStyle("note", label="1"), LineStyle("note", label="*"), LineStyle("note", label="2"), LineStyle("note", label="i"), CONTINUED,
    ]  # fmt: skip


def test_numbers_of_notes_follow_the_settings():
    """The settings may give another form and another beginning."""
    source = read(
        p(r("One") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        footnotes=NOTES,
        settings='<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>',
    )
    assert source.style(3) == LineStyle("note", label="c")


NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/><w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="Article"/><w:lvlText w:val="Article %1:"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
"""


def item(words: str, list_id: int, level: int = 0, style: str = "") -> str:
    return p(words, style, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def test_lists_have_the_numbers_and_bullets_that_word_prints():
    """Numbers go on behind an interruption and in another list of the same kind, unless that begins anew."""
    source = read(
        item("Crane", 1) + item("rails", 1, 1) + item("shed", 1, 1) + p("In between.") + item("Mole", 1) + item("steps", 1, 1)
        + item("lamp", 2) + item("Pier", 3) + item("Ropes", 3) + item("Not in a list", 0),
        numbering=NUMBERING,
    )  # fmt: skip
    assert styled(source) == [
        ("list_item", 1, "1. Crane"), ("list_item", 2, "1a) rails"), ("list_item", 2, "1b) shed"), ("list_item", 1, "2. Mole"),
        ("list_item", 2, "2a) steps"), ("list_item", 1, "• lamp"), ("list_item", 1, "5. Pier"), ("list_item", 1, "6. Ropes"),
    ]  # fmt: skip
    assert source.lines[-1] == "Not in a list"


def test_numbers_that_a_style_gives():
    """A style may number its paragraphs, headings among them."""
    style = '<w:style w:type="paragraph" w:styleId="Article"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    source = read(p("On harbours", "Article") + p("On ships", "Article"), styles=style, numbering=NUMBERING)
    assert styled(source) == [
        ("heading", 2, "Article I: On harbours"),
        ("heading", 2, "Article II: On ships"),
    ]


def test_the_head_of_the_first_page_is_its_letterhead():
    """It stands above the text; what stands on every page is named in a notice."""
    section = '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/><w:titlePg/></w:sectPr>'
    source = read(p("The pier is closed.") + section, header1=p("Harbour board"), header2=p("Report 7, page"))
    assert source.lines == ("Harbour board", "", "The pier is closed.")
    assert [problem.message for problem in source.problems] == [
        "what stands above or below every page is not published: “Report 7, page”"
    ]


def test_the_strict_dialect_is_read_alike():
    """Word can save in a dialect that has other names for the same things."""
    parts = word_parts(p("The pier", "berschrift1"), styles=STYLES)
    strict = {
        name: part.replace(WORD, STRICT).replace(RELATIONS, STRICT_RELATIONS) for name, part in parts.items()
    }
    assert styled(read_source(package(strict), "seeds/report.docx")) == [("heading", 1, "The pier")]


def test_an_initial_set_large_belongs_to_its_paragraph():
    """Word keeps it in a paragraph of its own."""
    initial = p("T", properties='<w:framePr w:dropCap="drop" w:lines="3"/>')
    assert read(initial + p("he pier is closed.")).lines == ("The pier is closed.",)


def test_boxes_to_tick_and_formulas():
    """A box of a form is a sign, a fraction has a stroke."""
    box = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    fraction = "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
    assert read(p(box + end + r(" seen, ") + fraction)).lines == ("☒ seen, a/b",)


def test_places_of_a_form_that_nobody_filled():
    """What the program writes there to be replaced is no text of the document."""
    unfilled = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    hint = "Click here"
    assert read(p(r("Date: ") + unfilled(r(hint)) + r("4 March")) + unfilled(p(hint))).lines == (
        "Date: 4 March",
    )


def test_raised_words_and_text_from_the_right():
    """Words above and below the line are set so, and a paragraph that is written from the right says so."""
    source = read(
        p(r("120 m") + r("2", '<w:vertAlign w:val="superscript"/>') + r(" of CO") + r("2", '<w:vertAlign w:val="subscript"/>'))
        + p("שלום", properties="<w:bidi/>"),
    )  # fmt: skip
    assert source.styles.spans == {1: (Span(5, 6, "superscript"), Span(12, 13, "subscript"))}
    assert source.styles.tongues == {2: Tongue(direction="rtl")}


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:vertAlign w:val="superscript"/>', "superscript"),
        ('<w:position w:val="8"/><w:sz w:val="19"/>', "superscript"),
        ('<w:position w:val="-2"/><w:sz w:val="19"/>', "subscript"),
        ('<w:position w:val="6"/>', "superscript"),
        ('<w:position w:val="2"/>', None),
        ('<w:position w:val="0"/><w:sz w:val="19"/>', None),
    ],
)
def test_raised_letters_however_they_are_written(properties: str, kind: str | None):
    """LibreOffice writes how far they are raised, and their size."""
    source = read(p(r("Nautilus") + r("b", properties) + r(" sank")))
    assert source.lines == ("Nautilusb sank",)
    spans = source.styles.spans if source.styles else {}
    assert [span.kind for span in spans.get(1, ())] == ([kind] if kind else [])


def test_a_raised_number_does_not_run_into_the_one_before_it():
    """10 with a raised 6 is not one hundred and six, nor a year with a mark that was typed another year."""
    raised = '<w:vertAlign w:val="superscript"/>'
    source = read(
        p(r("10") + r("6", raised) + r(" tonnes in 1957") + r("3", raised) + r(", km") + r("2", raised))
    )
    assert source.lines == ("10⁶ tonnes in 1957³, km2",)
