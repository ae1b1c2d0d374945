"""Paragraphs of any format become lines, with what their format says of them."""

from archivegen.seeds.formats.paragraphs import Paragraphs
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.source_text import CONTINUED, LineStyle, Span

EMPHASIS = frozenset(("emphasis",))


def test_white_space_is_folded_and_breaks_go_on():
    """A paragraph is a line, a break of the writer another that goes on with it; breaks at its ends part nothing."""
    paragraphs = Paragraphs()
    paragraphs.write([Run("\n  The   pier "), Run(" is\nclosed.\n")])
    paragraphs.write([Run("  ")])
    paragraphs.write([Run("Report\u00a0 7")], LineStyle("heading", 2))
    source = paragraphs.source("seeds/report.docx", "word")
    assert source.lines == ("The pier is", "closed.", "", "Report\u00a0 7")
    assert source.styles.lines == {2: CONTINUED, 4: LineStyle("heading", 2)}


def test_words_set_apart_are_spans_of_their_line():
    """Emphasis that a program has cut into pieces is one, white space at its ends is none of it."""
    paragraphs = Paragraphs()
    paragraphs.write(
        [Run("The "), Run("ferry ", EMPHASIS), Run("Vilma", EMPHASIS), Run(" sank", note="3"), Run(".")]
    )
    source = paragraphs.source("seeds/report.docx", "word")
    assert source.lines == ("The ferry Vilma sank.",)
    assert source.styles.spans == {1: (Span(4, 15, "emphasis"), Span(20, 20, "note_reference", "3"))}


def test_a_row_is_a_line_with_tabs():
    """Cells are divided by tabs, and have none inside."""
    paragraphs = Paragraphs()
    paragraphs.write_row([[Run("Year")], [Run("Ships\nin port")], []])
    source = paragraphs.source("seeds/report.docx", "word")
    assert source.lines == ("Year\tShips in port\t",)
    assert source.style(1) == LineStyle("table_row")
