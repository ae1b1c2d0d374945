"""Raised numbers in PDFs are marks of notes, never digits of the number before them; notes stand below the text."""

import re

import pytest
from tests.seeds.formats.pdf_files import SIZE, Press

from archivegen.archive.passages import passages_of
from archivegen.pages.body import block_views
from archivegen.records.body import Block
from archivegen.seeds.formats.pdf.document import read_pdf
from archivegen.seeds.normalise import read_document

SMALL = 0.8 * SIZE
FULL = "the pilots have told the office that the buoys were moved in the winter of the year"


def blocks_of(pdf: bytes) -> list[Block]:
    return list(read_document(pdf, "seeds/a.pdf").body.blocks)


def marks_on(pdf: bytes) -> list[tuple[str, str]]:
    """Return the label of each reference to a note with the words before it."""
    source = read_pdf(pdf, "seeds/a.pdf")
    spans = source.styles.spans if source.styles else {}
    return [
        (source.line(number)[: span.start].split()[-1], span.label)
        for number in sorted(spans)
        for span in spans[number]
        if span.kind == "note_reference"
    ]


def test_a_mark_is_no_digit_of_the_number_before_it():
    """A year stays a year, whatever stands raised behind it, and its note is linked there and back."""
    press = Press()
    press.marked(
        f"The pier was closed in the spring, {FULL} 1957.^3^ In 1958^4^ they were lost, {FULL} 1959."
    )
    press.row("")
    press.marked(f"^3^ See the letter of the Harbour Master to the ministry: {FULL} 1956.", SMALL)
    press.marked("^4^ The office had 12 of them.", SMALL)
    pdf = press.pdf()
    text, *notes = blocks_of(pdf)
    assert f"{FULL} 1957. In 1958 they were lost, {FULL} 1959." in text.text
    assert [(note.kind, note.label, note.text) for note in notes] == [
        ("note", "3", f"See the letter of the Harbour Master to the ministry: {FULL} 1956."),
        ("note", "4", "The office had 12 of them."),
    ]
    html = str(block_views(passages_of(read_document(pdf, "seeds/a.pdf").body))[0].html)
    assert re.search(
        r'1957\.<sup class="reference"><a href="#(p-\w+)" id="to-\1">3</a></sup> In 1958<sup', html
    )


def test_a_paragraph_goes_on_behind_the_notes_of_its_page():
    """They stand between its halves on paper; the text is read without them, page by page with its own numbers."""
    press = Press()
    press.marked(
        f"On the first page {FULL} and that two of them^1^ have run aground near the mole since then, when the ice came down, which"
    )
    press.marked("^1^ The note of the first page.", SMALL)
    press.page()
    press.marked(f"is why one^1^ was lost: {FULL} 1959.")
    press.marked("^1^ The note of the second page.", SMALL)
    text, *notes = blocks_of(press.pdf())
    assert "the ice came down, which is why one was lost: the pilots" in text.text
    assert [note.text for note in notes] == ["The note of the first page.", "The note of the second page."]


@pytest.mark.parametrize(
    ("row", "words", "marks"),
    [
        ("an area of 40 m^2^ of ice", "an area of 40 m² of ice", []),
        ("about 10^6^ tons of stone", "about 10⁶ tons of stone", []),
        ("about 3^1^/2 tons of stone", "about 3¹/2 tons of stone", []),
        ("the metal ^235^U was weighed", "the metal ²³⁵U was weighed", []),
        ("the 15^th^ of May 1961", "the 15th of May 1961", []),
        ("as Lund said^12^ in 1961^13^", "as Lund said in 1961", [("said", "12"), ("1961", "13")]),
        ("in 1961^7,8^ they came", "in 1961⁷,⁸ they came", []),
        ("the XIX^e^ century of the Sr^a^ Lund", "the XIXe century of the Sra Lund", []),
        ("two tons of H~2~O, and CO~2~", "two tons of H₂O, and CO₂", []),
        ("^7^ pilots came", "⁷ pilots came", []),
    ],
)
def test_what_is_raised_is_never_glued(row: str, words: str, marks: list[tuple[str, str]]):
    """Powers, fractions and isotopes are signs of their words; what is no note is there in raised digits."""
    press = Press()
    press.marked(row)
    pdf = press.pdf()
    assert read_pdf(pdf, "seeds/a.pdf").lines == (words,)
    assert marks_on(pdf) == marks


def test_a_note_goes_on_at_the_foot_of_the_next_page():
    """There it has no number: it is known by its letters, and by the note that filled the page before."""
    press = Press()
    press.marked(f"On the first page {FULL} 1959,^1^ and {FULL} 1962.")
    press.row("")
    press.marked(f"^1^ The note: {FULL} 1958, and {FULL} 1957, and", SMALL)
    press.page()
    press.marked(f"On the second page one reads that {FULL} 1960, and of the ice, for {FULL} 1961.")
    press.row("")
    press.marked("nobody knew of it.", SMALL)
    *_, note = blocks_of(press.pdf())
    assert note.kind == "note"
    assert note.text == f"The note: {FULL} 1958, and {FULL} 1957, and nobody knew of it."


def test_a_label_that_is_not_raised_is_known_by_its_reference():
    """Many programs raise the number in the text only; a small row with a number that no word refers to is text."""
    press = Press()
    press.marked(f"As {FULL} the ice was thick in 1961,^1^ and there was no stone to be had for the pier.")
    press.row("")
    press.marked("1. Report of the surveyor.", SMALL)
    press.marked("40 barrows were ordered.", SMALL)
    text, note = blocks_of(press.pdf())
    assert (note.kind, note.label) == ("note", "1")
    assert note.text.split("\n") == ["Report of the surveyor.", "40 barrows were ordered."]
    assert "1961, and" in text.text


def test_notes_at_the_end_have_letters():
    """Word and LibreOffice number them i, ii, iii, on a page behind the footnotes; signs mark notes, too."""
    press = Press()
    press.marked(
        f"As {FULL} the ice^i^ was thick,^*^ and as {FULL},^ii^ there was no stone^1^ to be had for the pier."
    )
    press.row("")
    press.marked("^*^ So the pilots.", SMALL)
    press.marked("1 Of any size.", SMALL)
    press.page()
    press.marked("i Ice of the winter.", SMALL)
    press.marked("ii As the masters say.", SMALL)
    text, *notes = blocks_of(press.pdf())
    assert "the ice was thick, and as" in text.text
    assert [(note.kind, note.label, note.text) for note in notes] == [
        ("note", "*", "So the pilots."),
        ("note", "1", "Of any size."),
        ("note", "i", "Ice of the winter."),
        ("note", "ii", "As the masters say."),
    ]


@pytest.mark.parametrize("note", ["Ibid., p. {}.", "State Archive, A 1, fol. {}."])
@pytest.mark.parametrize("label", ["^{}^ ", "{} ", "{}. "])
def test_notes_that_differ_in_their_numbers_are_no_running_feet(note: str, label: str):
    """One on every page, the numbers counting up with the pages; the real foot is debris all the same."""
    press = Press("Papers of the Harbour Office", numbers_from=1)
    for page, thing in enumerate("ice stone piers storms boats harbours".split(), 1):
        if page > 1:
            press.page()
        press.marked(
            f"Of {thing} one reads that {FULL} 195{page},^{page}^ and that of {thing} {FULL} 196{page}."
        )
        press.row("")
        press.marked(label.format(page) + note.format(11 + 3 * page), SMALL)
    pdf = press.pdf()
    assert [block.text for block in blocks_of(pdf) if block.kind == "note"] == [
        note.format(11 + 3 * page) for page in range(1, 7)
    ]
    source = read_pdf(pdf, "seeds/a.pdf")
    assert {source.line(line.number) for line in source.margin} == {"Papers of the Harbour Office", *"123456"}


def test_verses_are_no_notes():
    """Their raised numbers stand before the words, and at the beginning of rows that go on with the text."""
    press = Press()
    verses = [f"^{number}^And {FULL}," for number in range(1, 12)]
    press.marked(" ".join(verses))
    (text,) = blocks_of(press.pdf())
    assert text.text.startswith(f"¹And {FULL}, ²And {FULL}, ³And")
    assert text.text.endswith(f"¹¹And {FULL},")
