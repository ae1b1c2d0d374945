"""Nothing is lost: for any text, zones tile the file and the body has exactly the words that stand there."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from archivegen.archive.passages import passages_of
from archivegen.pages.body import block_views
from archivegen.problems import Refusal
from archivegen.records.record import Record
from archivegen.seeds.decode import decode
from archivegen.seeds.normalise import read_document

# Lines that mean something to one rule or another, to be mixed with any text at all.
MEANINGFUL = [
    "", " ", "---", "EMBASSY OF FREEDONIA SECRET", "Nº 77 Copy Nº 3", "17 May 1961", "May 1961", "16 [May]", "[…]",
    "...", "[faded stamp:", "Incoming Nº 12", "18 May 1961]", "[[TOP]] SECRET", "The Journal of Ambassador I. TESTOV",
    "for the period 3 through 19 May 1961", "Freetown", "**Citation:**", "Citation: “A,” May 3, 1961, X Archive, 1-2.",
    "<https://example.org/document/123>", "**Summary:**", "Original Language:", "Contents:", "Translation - English",
    "[To] the Council, Premier [Ann Lee], and the Bureau:", "I visited Ambassador Anna Lindqvist at 10 a.m. and",
    "we agreed on everything that had been said before in the talks about [North] harbour. Heo Il-dong [Ho Il Tong]",
    "and so the sentence goes on after the page has ended, in small letters as one would expect of a seam.",
    "[signature] (I. TESTOV)", "Anna Lindqvist and Peter Okafor", "Three copies printed:", "1 - Cde. Okafor", "2 - to file",
    "Testov meets the minister and tells him about fishing quotas; both agree to speak of it again before the summer.",
    "<b>not HTML</b> & *not* Markdown", "[unclosed", "closed]", "[a [b [c] d", "\ta\tb", "전쟁 朝鲜", "1.", "/I. TESTOV/",
    "Skip to content", "This document was made possible with support from the Example Fund", "Document Information", "Source",
    "Rights", "Language", "Related Documents", "English Translation", "VIEW DOCUMENT IN", "  • Citation", "    get citation",
    "English HTML", "    Testov and the minister discuss fishing quotas and the repair of the pier.", "Title: A Talk", "Source: XYZ 1-2",
    "Date: 3 May 1961", "**Summary**", "1 of 3", "[Show full text]", "Citation: Summary: Contents: English Translation I said so.",
]  # fmt: skip

LINES = st.one_of(st.sampled_from(MEANINGFUL), st.text(max_size=60))
TEXTS = st.lists(LINES, max_size=40).map("\n".join)


def read(text: str) -> Record | None:
    """Read a text, or return None where it is refused for a reason."""
    try:
        return read_document(text.encode("utf-8", "surrogatepass"), "seeds/any.txt")
    except Refusal as refusal:
        assert all(problem.message and problem.fix for problem in refusal.problems)
        return None


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("Skip to content\nDocument Information\nSource")
@example("---\ntitle: x\n---\nBody of the letter.")
@example("**Citation:**\n\n“A,” May 3, 1961, X Archive, 1.\n\nlost line\n\n**Summary:**\n\n**Contents:**")
def test_zones_tile_every_file(text: str):
    """Every line of a file is in one zone, and in no other."""
    record = read(text)
    if record:
        lines = [number for zone in record.zones for number in range(zone.lines.first, zone.lines.last + 1)]
        assert lines == list(range(1, len(record.source.text_lines) + 1))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example(
    "The text, long enough to be one. Heo Il-dong\n[To] the Council, Premier [Ann Lee], and the Bureau:\n..."
)
def test_the_body_has_the_words_that_stand_in_its_lines(text: str):
    """The words of the blocks are the words of the body's lines, in order; so are the words on the page."""
    record = read(text)
    if record is None or record.body.lines is None:
        return
    first, last = record.body.lines
    if record.source.layout == "flattened_cover":
        return
    words = " ".join(record.source.text_lines[first - 1 : last]).split()
    assert " ".join(block.text for block in record.body.blocks).split() == words
    page = "\n".join(view.html.striptags() for view in block_views(passages_of(record.body)))
    assert page.split() == words


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_lines_of_values_are_lines_of_the_file(text: str):
    """Every value says where it stands, and it stands inside the file."""
    record = read(text)
    for values in record.fields.values() if record else ():
        for value in values:
            for line_range in value.lines:
                assert 1 <= line_range.first <= line_range.last <= len(record.source.text_lines)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_are_refused(content: bytes):
    """Bytes that are no text are refused with a problem; nothing else can happen."""
    try:
        source = decode(content, "any.txt")
    except Refusal as refusal:
        assert refusal.problems[0].code in ("not-text", "encoding-undecided")
    else:
        assert all("\n" not in line and "\x00" not in line for line in source.lines)


def test_a_seam_is_joined_and_recorded():
    """A sentence that a page break divides is one paragraph, and the record says where it was divided."""
    text = (
        "The delegation stayed for two days and spoke with everybody who wanted to be heard, and replied to\n\n"
        "the minister. He thanked them.\n"
    )
    record = read(text)
    assert [block.lines for block in record.body.blocks] == [(1, 3)]
    assert record.body.joined == ((1, 3),)
