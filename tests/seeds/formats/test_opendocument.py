"""OpenDocument texts: what LibreOffice prints is what is published, in its order, and nothing else."""

import pytest
from tests.seeds.formats.office_files import opendocument_file, read_source

from archivegen.archive.passages import passages_of
from archivegen.pages.body import block_views
from archivegen.seeds.normalise import read_document
from archivegen.seeds.source_text import CONTINUED, LineStyle, SourceText, Span, Tongue

AUTOMATIC = """
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Remark"/>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>
"""
COMMON = """
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Remark" style:family="paragraph"><style:text-properties fo:font-style="italic"/></style:style>
"""


def read(body: str, automatic: str = AUTOMATIC, common: str = COMMON, masters: str = "") -> SourceText:
    return read_source(opendocument_file(body, automatic, common, masters), "seeds/report.odt")


def p(words: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def styled(source: SourceText) -> list[tuple[str, int, str]]:
    """Return the kind, level and words of each line that has a style."""
    styles = sorted(source.styles.lines.items())
    return [(style.kind, style.level, source.line(number)) for number, style in styles]


def test_headings_by_level_and_by_style():
    """A heading has its level; a title or a quotation is one by its style, or by one that it is based on."""
    source = read(
        p("Report", "P1")
        + '<text:h text:outline-level="2">The pier</text:h>'
        + p("No heading")
        + p("It holds.", "Quotations"),
        common=f'{COMMON}<style:style style:name="Quotations" style:family="paragraph"/>',
    )
    assert styled(source) == [
        ("heading", 1, "Report"),
        ("heading", 2, "The pier"),
        ("quotation", 1, "It holds."),
    ]


def test_italics_bold_and_hidden_words():
    """By spans inside each other and by the style of the paragraph; hidden words are none."""
    source = read(
        p('The <text:span text:style-name="T1">Vilma <text:span text:style-name="T2">sank</text:span></text:span>'
          '<text:span text:style-name="T3"> unseen</text:span>.')
        + p("A remark.", "P2") + '<text:section text:display="none"><text:p>Gone.</text:p></text:section>',
    )  # fmt: skip
    assert source.lines == ("The Vilma sank.", "A remark.")
    assert source.styles.spans == {
        1: (Span(4, 14, "emphasis"), Span(10, 14, "strong")),
        2: (Span(0, 9, "emphasis"),),
    }


def test_only_accepted_revisions_are_published():
    """What was deleted is kept apart from the text; it and comments are counted in notices."""
    source = read(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>open</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
        + p("The pier is <text:change/><text:change-start/>closed<text:change-end/><office:annotation><text:p>Really?</text:p></office:annotation>."),
    )  # fmt: skip
    assert source.lines == ("The pier is closed.",)
    assert [problem.as_line() for problem in source.problems] == [
        "seeds/report.odt: notice: a comment is not published; write into the text what readers should see",
        "seeds/report.odt: notice: a passage that was deleted with its changes tracked is not published; look through the changes in the program that made the file; what is rejected there is published",
    ]


@pytest.mark.parametrize(
    ("body", "notices"),
    [
        ('<text:section text:display="none"><text:p>Gone.</text:p><text:p>All.</text:p></text:section>', {"hidden-left-out": "a "}),
        (p("<text:hidden-paragraph text:is-hidden='true'/>Gone."), {"hidden-left-out": "a "}),
        (p("<text:hidden-text text:string-value='Gone.'/>"), {"hidden-left-out": "a "}),
        (p('<text:span text:style-name="T3">Gone <text:a>there</text:a>.</text:span>'), {"hidden-left-out": "3 "}),
        ("<table:table><table:table-row table:visibility='collapse'><table:table-cell><text:p>Gone.</text:p></table:table-cell></table:table-row></table:table>", {"hidden-left-out": "a "}),
        ("Loose words." + p("And.") + "More.", {"words-left-out": "a "}),
        ("<table:table><table:table-row><table:table-cell>Loose</table:table-cell></table:table-row></table:table>", {"words-left-out": "a "}),
        (p("<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Seen.</text:p></text:note-body></text:note>"), {}),
        ("<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body><text:p>One 1</text:p></text:index-body></text:table-of-content>", {}),
    ],
)  # fmt: skip
def test_what_is_left_out_is_counted(body: str, notices: dict[str, str]):
    """Hidden words, and words where the format has none; what nobody wrote is not missed."""
    found = read(p("The pier stays.") + body)
    assert "The pier stays." in found.lines
    assert not any("Gone" in line for line in found.lines)
    assert {problem.code: problem.message[:2] for problem in found.problems} == notices
    assert not any("Gone" in problem.message for problem in found.problems)


def test_spaces_tabs_breaks_and_fields():
    """Many spaces set columns; a break goes on with its paragraph; a field is what it shows."""
    source = read(
        p('Board<text:s text:c="9"/>SECRET') + p("To:<text:tab/>the\n   board<text:line-break/>on <text:date>4 March</text:date>")
        + "<text:table-of-content><text:table-of-content-source><text:index-title-template>No</text:index-title-template>"
        "</text:table-of-content-source><text:index-body><text:p>Contents</text:p></text:index-body></text:table-of-content>",
    )  # fmt: skip
    assert source.lines == ("Board         SECRET", "To:\tthe board", "on 4 March", "Contents")
    assert source.style(3) == CONTINUED


def items(*words: str, style: str = "L1", further: str = "") -> str:
    inside = "".join(
        f"<text:list-item>{word if word.startswith('<') else p(word)}</text:list-item>" for word in words
    )
    return f'<text:list text:style-name="{style}" {further}>{inside}</text:list>'


def test_lists_have_the_numbers_and_bullets_that_are_printed():
    """A list that goes on counts on; one that does not begins anew; a second paragraph of an item goes on with it."""
    source = read(
        items("Crane", p("Rails") + p("of iron") + items("shed", "lamp", style="L1"), further='xml:id="a"')
        + p("In between.") + items("Mole", further='text:continue-list="a"') + items("Steps") + items("rope", style="L2"),
    )  # fmt: skip
    assert styled(source) == [
        ("list_item", 1, "1. Crane"), ("list_item", 1, "2. Rails"), ("continued", 1, "of iron"), ("list_item", 2, "2.a) shed"),
        ("list_item", 2, "2.b) lamp"), ("list_item", 1, "3. Mole"), ("list_item", 1, "1. Steps"), ("list_item", 1, "– rope"),
    ]  # fmt: skip


def test_headings_are_numbered_as_the_outline_says():
    """The outline numbers headings by level."""
    outline = '<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>'
    source = read(
        '<text:h text:outline-level="1">Ships</text:h><text:h text:outline-level="1">Sheds</text:h>',
        common=outline,
    )
    assert source.lines == ("I. Ships", "II. Sheds")


def test_tables_with_covered_and_nested_cells():
    """A merged cell has its words once; a table in a cell gives its words to the cell."""

    def cell(words: str, further: str = "") -> str:
        return f"<table:table-cell {further}>{words}</table:table-cell>"

    row = "<table:table-row>{}</table:table-row>".format
    nested = (
        f"<table:table>{row(cell(p('a')) + cell(p('b')))}{row(cell(p('c')) + cell(p('d')))}</table:table>"
    )
    source = read(
        "<table:table><table:table-column/><table:table-header-rows>"
        + row(cell(p("Ships"), 'table:number-columns-spanned="2"') + "<table:covered-table-cell/>")
        + f"</table:table-header-rows>{row(cell(p('1960')) + cell(nested))}</table:table>"
    )
    assert styled(source) == [("table_row", 1, "Ships\t"), ("table_row", 1, "1960\ta b c d")]


def test_notes_and_text_boxes():
    """Notes have the labels that the file keeps of them; a box stands below the paragraph that it hangs on."""

    def note(kind: str, label: str, words: str) -> str:
        return f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation><text:note-body>{p(words)}</text:note-body></text:note>'

    source = read(
        p(f"The surveyor{note('endnote', 'i', 'From the files.')} came{note('footnote', '1', 'It rained.')}.")
        + p("The board<draw:frame><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame>")
    )
    assert source.lines == (
        "The surveyor came.",
        "The board",
        "",
        "SECRET",
        "",
        "It rained.",
        "From the files.",
    )
    assert source.styles.spans == {
        1: (Span(12, 12, "note_reference", "i"), Span(17, 17, "note_reference", "1"))
    }
    assert [source.style(number) for number in (6, 7)] == [
        LineStyle("note", label="1"),
        LineStyle("note", label="i"),
    ]


def test_the_head_of_the_first_page_is_its_letterhead():
    """It stands above the text; what stands on every page is named in a notice."""
    masters = (
        '<style:master-page style:name="Standard"><style:header><text:p>Report 7</text:p></style:header>'
        "<style:header-first><text:p>Harbour board</text:p></style:header-first></style:master-page>"
    )
    source = read(p("The pier is closed."), masters=masters)
    assert source.lines == ("Harbour board", "", "The pier is closed.")
    assert [problem.message for problem in source.problems] == [
        "what stands above or below every page is not published: “Report 7”"
    ]


def test_notes_whose_numbers_begin_anew_on_each_page():
    """Each reference leads to its own note, though both have one label."""
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>{}</text:p></text:note-body></text:note>'
    words = "The pier of the northern harbour was closed on the first of June{}, and nobody was told of it."
    body = p(words.format(note.format("By the Board."))) + p(words.format(note.format("By the Ministry.")))
    passages = passages_of(read_document(opendocument_file(body), "seeds/report.odt").body)
    views = block_views(passages)
    for paragraph, note_view in ((views[0], views[2]), (views[1], views[3])):
        assert f'href="#{note_view.anchor}" id="{note_view.back}"' in paragraph.html


def test_raised_words_and_text_from_the_right():
    """Words above and below the line are set so, and a paragraph that is written from the right says so."""
    styles = (
        '<style:style style:name="S1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>'
        '<style:style style:name="S2" style:family="text"><style:text-properties style:text-position="-33% 58%"/></style:style>'
        '<style:style style:name="R" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/></style:style>'
    )
    words = '120 m<text:span text:style-name="S1">2</text:span> of CO<text:span text:style-name="S2">2</text:span>'
    source = read(p(words) + p("שלום", "R"), automatic=styles)
    assert source.styles.spans == {1: (Span(5, 6, "superscript"), Span(12, 13, "subscript"))}
    assert source.styles.tongues == {2: Tongue(direction="rtl")}
