"""PDFs are read as they were printed: rows into paragraphs, columns one after the other, heads and numbers set aside."""

import re
from collections import Counter
from collections.abc import Callable

import pypdfium2
import pytest
from tests.seeds.formats.pdf_files import LEADING, LEFT, SIZE, Press, set_as_pdf

from archivegen.problems import Refusal
from archivegen.seeds.formats.pdf import text_layer
from archivegen.seeds.formats.pdf.document import read_pdf
from archivegen.seeds.normalise import read_document

LETTER = """Letter from the Harbour Master to the Ministry of Ports

Sandhaven, 3 May 1961

The pilots have told me that the buoys were moved in the winter without notice to the masters of the fishing boats, and that two of them have run aground since then.

I ask the ministry to have the buoys put back where the chart of 1958 has them, and to let me know by the end of the month which of the inspectors gave the order.

(A. Lindqvist)"""
REPORT = "\n\n".join(
    [LETTER, *(f"{number}. " + LETTER.split("\n\n")[2].replace("\n", " ") * 3 for number in range(1, 25))]
)


COUNTED = ("few", "some", "many", "most")


def lines_of(pdf: bytes) -> list[str]:
    """Return the lines of a PDF's text that are not blank, without what is set aside."""
    source = read_pdf(pdf, "seeds/a.pdf")
    beside = {line.number for line in source.margin}
    return [line for number, line in enumerate(source.lines, 1) if line and number not in beside]


def set_aside(pdf: bytes) -> list[str]:
    """Return the lines that are heads, feet and numbers of pages."""
    source = read_pdf(pdf, "seeds/a.pdf")
    return [source.line(line.number) for line in source.margin]


def pages(pdf: bytes) -> list[str]:
    """Return the labels of the pages in the order in which they begin in the text."""
    styles = read_pdf(pdf, "seeds/a.pdf").styles
    spans = styles.spans if styles else {}
    return [span.label for number in sorted(spans) for span in spans[number] if span.kind == "page_break"]


def problems_of(pdf: bytes) -> list[str]:
    """Return what is said of a PDF, whether it is read or refused."""
    try:
        return [problem.as_line() for problem in read_pdf(pdf, "seeds/a.pdf").problems]
    except Refusal as refusal:
        return [problem.as_line() for problem in refusal.problems]


def letters(words: str) -> Counter[str]:
    """Return how often each letter stands in words, hyphens aside: they are dropped where a row's end put them there."""
    return Counter(re.sub(r"[\s\x02\ufffe\u00ad-]", "", words))


def test_rows_are_joined_into_paragraphs():
    """A paragraph is one line, whatever rows the printer broke it into."""
    assert lines_of(set_as_pdf(LETTER)) == [line for line in LETTER.split("\n") if line]


def test_a_paragraph_goes_on_overleaf():
    """The end of a page is no end of a paragraph; where the page begins is a place in it."""
    pdf = set_as_pdf(REPORT)
    assert lines_of(pdf) == [line.strip() for line in REPORT.split("\n") if line]
    assert pages(pdf) == ["1", "2", "3", "4"]


def test_indented_paragraphs_are_parted():
    """Where nothing but an indent begins a paragraph, it does."""
    press = Press()
    press.row(
        "The first paragraph fills its row to the very end of the measure, so that nothing is", LEFT + 20
    )
    press.row("left behind it, and its second row does so too: the measure is full, and goes on to the")
    press.row("edge of the page, where the second paragraph begins without any space before its row to")
    press.row("The second paragraph begins here.", LEFT + 20)
    assert [line.split()[1] for line in lines_of(press.pdf())] == ["first", "second"]


def test_columns_are_read_one_after_the_other():
    """Two columns below a heading that spans both: first all of the left one."""
    sentence = (
        "The commission heard the report of the pilots on the buoys and on the lights of the eastern pier. "
    )
    press = Press()
    press.row(
        "Minutes of the Harbour Commission on its meeting of 3 May 1961, with an annex on the lights of the port"
    )
    press.column("Left. " + sentence * 4, LEFT, 280, 720)
    press.column("Right. " + sentence * 4, 310, 520, 727)
    heading, left, right = lines_of(press.pdf())
    assert heading.startswith("Minutes")
    assert (left, right) == (("Left. " + sentence * 4).strip(), ("Right. " + sentence * 4).strip())


def test_cells_of_a_table_stay_in_their_rows():
    """What stands beside each other in a table is one row, its cells parted by tabs."""
    press = Press()
    for ship, tons in (("Aurora", "120"), ("Beata", "75"), ("Cyrus", "300"), ("Delia", "45"), ("Edda", "90")):
        press.row(ship)
        press.row(tons, 300, 770 + LEADING - LEADING * (ord(ship[0]) - ord("A") + 1))
    assert lines_of(press.pdf()) == ["Aurora\t120", "Beata\t75", "Cyrus\t300", "Delia\t45", "Edda\t90"]


def test_a_page_that_lies_on_its_side_is_read():
    """A turned page has its rows in order."""
    press = Press()
    press.sideways(["The list of the ships that called at Sandhaven,", "in the order of their coming."])
    assert lines_of(press.pdf()) == [
        "The list of the ships that called at Sandhaven, in the order of their coming."
    ]


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (["The harbour was re-", "ported closed."], "The harbour was re-ported closed."),
        (["It was reported that the harbour was re-", "ported closed."], "It was reported that the harbour was reported closed."),
        (["Imports and re-exports, the harbour re-", "exports nothing."], "Imports and re-exports, the harbour re-exports nothing."),
        (["The coal import- and", "export office."], "The coal import- and export office."),
        (["Its pre- and", "post-war reports."], "Its pre- and post-war reports."),
        (["Short- or long-", "and Oslo-", "Bergen lines."], "Short- or long- and Oslo-Bergen lines."),
        (["File HTA 214-00088-", "03, pp. 12-", "17, and 12(4)-", "SD/62."], "File HTA 214-00088-03, pp. 12-17, and 12(4)-SD/62."),
    ],
)  # fmt: skip
def test_a_hyphen_is_dropped_only_where_it_is_sure(rows: list[str], joined: str):
    """The document itself must have the word without the hyphen, and not with it."""
    press = Press()
    width = max(map(len, rows))
    for row in rows:
        press.row(row if row is rows[-1] else row.ljust(width))
    found = " ".join(lines_of(press.pdf()))
    assert found == joined


@pytest.mark.parametrize("scale", [1, 2])
def test_letters_are_as_large_as_the_file_says(scale: int):
    """Whatever letters a row has, tall ones or none, and however the page is scaled: else rows of one text look unlike."""
    pdf = Press(scale=scale, font="Vera")
    pdf.row("see you soon, no one on a ram")
    pdf.row("[Qq] {|} The Hague by jet fly")
    (page,) = text_layer.pages_of(pdf.pdf(), "a.pdf")
    assert {round(word.size, 3) for word in page.words} == {SIZE * scale}


def test_heads_and_numbers_of_pages_are_set_aside():
    """What stands on every page is debris, and the numbers printed there are those of the pages."""
    pdf = set_as_pdf(REPORT, "Papers of the Harbour Trust", 17)
    assert lines_of(pdf) == [line.strip() for line in REPORT.split("\n") if line]
    assert set_aside(pdf) == [
        words for number in range(17, 21) for words in ("Papers of the Harbour Trust", str(number))
    ]
    assert pages(pdf) == ["17", "18", "19", "20"]
    assert {zone.kind for zone in read_document(pdf, "seeds/a.pdf").zones} == {"body", "debris"}


@pytest.mark.parametrize("head", ["", "Papers of the Harbour Trust"])
@pytest.mark.parametrize(
    "row",
    [
        lambda page, line: f"{1900 + 30 * page + line} {(97 * page + 13 * line) % 400 + 100} tons",
        lambda page, line: f"{30 * page + line + 1}. {(53 * page + 7 * line) % 90} crates, {line} sacks",
        lambda page, line: (
            f"Tons landed {(83 * page) % 300}"
            if line in (0, 29)
            else f"Of these {COUNTED[page]} by crane {COUNTED[line % 4]}."
        ),
    ],
    ids=["years", "numbered rows", "forms"],
)
def test_rows_of_a_table_are_no_running_heads(row: Callable[[int, int], str], head: str):
    """They differ in their figures only, and one of them begins and ends every page; no figure counts the pages."""
    press = Press(head, numbers_from=1)
    rows = [row(page, line) for page in range(4) for line in range(30)]
    for page in range(4):
        if page:
            press.page()
        for line in range(30):
            press.row(rows[30 * page + line])
    pdf = press.pdf()
    words = " ".join(lines_of(pdf)).split()
    assert words == " ".join(rows).split()
    assert set_aside(pdf) == [aside for number in "1234" for aside in ((head,) if head else ()) + (number,)]


@pytest.mark.parametrize(
    "heads",
    [
        ["Harbour Papers 1957, page 3 of 9", "Harbour Papers 1957, page 4 of 9", "Harbour Papers 1957, page 5 of 9"],
        ["VILMA 000171", "VILMA 000172", "VILMA 000173", "VILMA 000174"],
        ["Letter 7", "Letter 7", "Letter 8", "Letter 8", "Letter 9"],
        ["Page 1 of 2", "Page 2 of 2"],
        ["12 Harbour Papers", "Harbour Papers 13", "14 Harbour Papers", "Harbour Papers 15"],
    ],
    ids=lambda heads: heads[0],
)  # fmt: skip
def test_running_heads_with_numbers_are_set_aside(heads: list[str]):
    """Their numbers are the same on several pages, count the pages, or rise slowly, as those of chapters do."""
    press = Press()
    for page, head in enumerate(heads):
        if page:
            press.page()
        press.row(head, 72, 805)
        press.text(
            f"The {page * 'very '}old pier numbered {page * page + 3} was closed in that year, and no ship came to it any more."
        )
    pdf = press.pdf()
    assert set_aside(pdf) == heads
    assert not any("Letter" in line or "Papers" in line or "VILMA" in line for line in lines_of(pdf))


def test_a_page_without_a_printed_number_is_cited_by_its_place():
    """In brackets, as other pages have numbers of their own."""
    press = Press()
    press.row("Cover of the report")
    for number in (1, 2, 3):
        press.page()
        press.text(f"{number}" + LETTER)
        press.row(str(number), 290, 40)
    assert pages(press.pdf()) == ["[1]", "1", "2", "3"]


def test_a_marking_of_secrecy_stays_where_it_first_stands():
    """“SECRET” at the head of every page is repeated, and still the classification of the document."""
    pdf = set_as_pdf(REPORT, "TOP SECRET")
    assert lines_of(pdf)[0] == "TOP SECRET"
    assert set_aside(pdf) == ["TOP SECRET"] * 3
    assert [value.value for value in read_document(pdf, "seeds/a.pdf").fields["classification"]] == [
        "TOP SECRET"
    ]


@pytest.mark.parametrize("head", ["", "Papers of the Harbour Trust"])
@pytest.mark.parametrize("text", [LETTER, REPORT], ids=["letter", "report"])
def test_every_word_of_the_text_layer_is_on_a_line(text: str, head: str):
    """Nothing is lost: each letter that the file has stands in a zone of the record."""
    pdf = set_as_pdf(text, head, 1)
    with pypdfium2.PdfDocument(pdf) as document:
        printed = "".join(page.get_textpage().get_text_range() for page in document)
    record = read_document(pdf, "seeds/a.pdf")
    zoned = [
        record.source.text_lines[number - 1]
        for zone in record.zones
        for number in range(zone.lines.first, zone.lines.last + 1)
    ]
    assert letters("".join(zoned)) == letters(printed)
    assert len(zoned) == len(record.source.text_lines)


def test_what_the_file_says_of_itself_is_not_used():
    """Title and author in a PDF's properties are mostly those of a program."""
    record = read_document(set_as_pdf(LETTER), "seeds/a.pdf")
    assert record.text_of("title") == "Letter from the Harbour Master to the Ministry of Ports"
    assert "untitled7" not in str(record)
    assert "Typist" not in str(record)


def test_a_pdf_without_text_is_a_scan():
    """It is a record without text, titled by its file, and a notice says that it cannot be searched."""
    press = Press()
    press.picture()
    record = read_document(press.pdf(), "seeds/letter to the harbour.pdf")
    assert record.text_of("title") == "letter to the harbour"
    assert record.body.blocks == ()
    assert problems_of(press_of_pictures()) == [
        "seeds/a.pdf: notice: this PDF has pictures of pages and no text: it is published as a scan that cannot be searched; have its letters recognised, or put a transcript in its place, to make it so"
    ]


def press_of_pictures() -> bytes:
    """Return a PDF of a picture."""
    press = Press()
    press.picture()
    return press.pdf()


def test_pages_without_text_among_others_are_named():
    """A reader who searches must know what is not found."""
    press = Press()
    press.text(LETTER)
    press.page()
    press.picture()
    assert problems_of(press.pdf()) == [
        "seeds/a.pdf: notice: there is no text on these pages of the PDF, which cannot be searched: 2; have their letters recognised, if they are not blank"
    ]


@pytest.mark.parametrize(
    ("pdf", "problem"),
    [
        (b"Not a PDF at all", "this file is named as a PDF and is none; give it the ending of what it is, or save it as PDF anew"),
        (b"%PDF-1.7 and then nothing", "this PDF is damaged and cannot be opened; take it anew from where it came from"),
        (set_as_pdf(LETTER)[:400], "this PDF is damaged and cannot be opened; take it anew from where it came from"),
        (Press(locked_with="harbour").pdf(), "this PDF is locked with a password; open it with the password and save it without one"),
    ],
    ids=["another format", "damaged", "cut off", "locked"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(pdf: bytes, problem: str):
    """One file costs itself, and says what to do."""
    assert problems_of(pdf) == [f"seeds/a.pdf: error: {problem}"]


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch):
    """A bound volume is no document."""
    monkeypatch.setattr(text_layer, "MOST_PAGES", 2)
    assert problems_of(set_as_pdf(REPORT)) == [
        "seeds/a.pdf: error: this PDF has 4 pages; at most 2 are read; divide it into its documents"
    ]


def test_letters_far_from_the_paper_cost_no_time():
    """A damaged file may have them anywhere; they are read, and no page is as wide as that."""
    press = Press()
    press.text(LETTER)
    press.row("Far away", 90_000, 500)
    press.row("Nowhere", 1e9, 400)
    assert " ".join(lines_of(press.pdf())).count("Lindqvist") == 1
