"""Head and foot of a paper in Word and in OpenDocument: the same values as of the same paper in plain text."""

from html import escape

import pytest
from tests.seeds.formats.office_files import opendocument_file, p, r, table, word_file

from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document

LETTER = """\
MINISTRY OF PORTS AND CANALS
OF THE REPUBLIC OF VELDANIA

No. 114/K

CONFIDENTIAL
Copy No. 2

Port Ostrava, 14 March 1958

To the Director of the Harbour Board
Comrade Emil Tarnow

Dear Comrade Tarnow,

I have received your letter of 2 March, in which you ask for two cranes and for the rails that lie in the old shed.

The Ministry cannot give you the cranes before the autumn, but the rails can be fetched on any day of this month.

With comradely greetings,

[signature]
Viktor Haldane
Deputy Minister

3 copies
1 - to the addressee
2 - to file
3 - Comrade Brandl
"""
MEMORANDUM = """\
EMBASSY OF VELDANIA IN NORWAY

SECRET

MEMORANDUM OF CONVERSATION

Date:\t4 June 1962
Place:\tOslo, Ministry of Fisheries
Subject:\tThe herring agreement
Participants:
For Veldania:\tAmbassador Johan Ravnsborg
For Norway:\tMinister Arne Skaugen

The Minister said that the herring agreement would be signed in the autumn, and that he expected no difficulties with it.

The Ambassador thanked him and asked whether the boats of the northern coast could fish until that day under the old one.

Recorded by L. Ormund
"""
CATALOGUE_PAGE = """\
June 04, 1962
Report on the Herring Agreement

    This report describes the talks on the herring agreement and the wishes of the fishermen of the northern coast.

The talks on the herring agreement began in May, and they were held in Oslo in the building of the Ministry of Fisheries.

The fishermen of the northern coast were not heard, although they had written to the Minister three times in that spring.
"""


def in_word(text: str) -> bytes:
    """Return a text as Word has it when every line was ended with the Return key."""
    return word_file("".join(p(r(escape(line))) for line in text.splitlines()))


def in_opendocument(text: str) -> bytes:
    def words(line: str) -> str:
        indent = len(line) - len(line.lstrip(" "))
        space = f'<text:s text:c="{indent}"/>' if indent else ""
        return space + escape(line[indent:]).replace("\t", "<text:tab/>")

    return opendocument_file("".join(f"<text:p>{words(line)}</text:p>" for line in text.splitlines()))


def values(record: Record) -> dict[str, list[tuple[str, ...]]]:
    """Return what was read: values with their wordings, roles and kinds; the lines differ with the file."""
    parts = ("value", "as_written", "status", "by", "role", "type", "office", "kind")
    return {
        name: [tuple(str(getattr(value, part, "")) for part in parts) for value in found]
        for name, found in record.fields.items()
    }


@pytest.mark.parametrize("text", [LETTER, MEMORANDUM, CATALOGUE_PAGE], ids=["letter", "memorandum", "page"])
def test_a_paper_says_the_same_in_every_format(text: str):
    """Whoever typed a paper into Word loses no value of it."""
    plain = values(read_document(text.encode(), "seeds/paper.txt"))
    assert values(read_document(in_word(text), "seeds/paper.docx")) == plain
    assert values(read_document(in_opendocument(text), "seeds/paper.odt")) == plain


COPIES = """
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1 -"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
"""
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>'
)


def copy_of(name: str) -> str:
    return p(name, properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def test_a_letter_made_with_the_means_of_word():
    """A letterhead above the first page, a marking in a box, breaks within paragraphs, tabs, a list that Word numbers."""
    _, _, text = LETTER.partition("No. 114/K\n\nCONFIDENTIAL\nCopy No. 2\n\n")
    running, _, _ = text.partition("With comradely greetings,")
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p('CONFIDENTIAL')}{p('Copy No. 2')}</w:txbxContent></v:textbox></w:pict></w:r>"
    lines = running.splitlines()
    body = (
        p(r("No. 114/K") + box) + p(r(lines[0], "<w:i/>")) + p("") + p(r(lines[2]) + "<w:r><w:br/></w:r>" + r(lines[3]))
        + "".join(p(line) for line in lines[4:]) + p(r("With comradely greetings,")) + p("")
        + p(r("\t\t\t[signature]") + "<w:r><w:br/></w:r>" + r("\t\t\tViktor Haldane") + "<w:r><w:br/></w:r>" + r("\t\t\tDeputy Minister"))
        + p("") + p("3 copies") + copy_of("to the addressee") + copy_of("to file") + copy_of("Comrade Brandl")
        + '<w:sectPr><w:headerReference w:type="first" r:id="header1"/><w:titlePg/></w:sectPr>'
    )  # fmt: skip
    head = p(r("Ministry of Ports and Canals".upper(), "<w:b/>")) + p("OF THE REPUBLIC OF VELDANIA")
    record = read_document(word_file(body, header1=head, numbering=COPIES), "seeds/paper.docx")
    assert values(record) == values(read_document(LETTER.encode(), "seeds/paper.txt"))


def test_a_memorandum_with_its_head_in_a_table():
    """Labels in one column and values in the other, a title by style, letterhead and marking beside each other."""
    head, _, below = MEMORANDUM.partition("Date:")
    rows, _, text = f"Date:{below}".partition("\n\n")
    cells = [tuple((line + "\t").split("\t")[:2]) for line in rows.splitlines()]
    body = (
        table(("EMBASSY OF VELDANIA IN NORWAY", "SECRET")) + p("MEMORANDUM OF CONVERSATION", "Titel") + table(*cells)
        + "".join(p(line) for line in text.splitlines())
    )  # fmt: skip
    record = read_document(word_file(body, styles=STYLES), "seeds/paper.docx")
    assert head.endswith("CONVERSATION\n\n")
    assert values(record) == values(read_document(MEMORANDUM.encode(), "seeds/paper.txt"))


ATTENDANCE = """\
MINUTES OF THE MEETING OF THE HARBOUR COMMISSION

Oslo, 12 May 1963

Present:

{}

The Chairman opened the meeting and said that the pier of the northern harbour would be closed from the first of June.

The Commission took note of it.
"""


def test_an_attendance_table():
    """A row of name and office is read as the same line with a tab between them; what heads the columns is nobody."""
    people = (
        ("Johan Ravnsborg", "Ambassador of Veldania"),
        ("Arne Skaugen", "Minister of Fisheries"),
        ("Liv Ormund", "Secretary"),
    )
    head = ("Name", "Position")
    plain = ATTENDANCE.format("\n".join("\t".join(row) for row in (head, *people)))
    above, _, below = ATTENDANCE.partition("{}")
    body = (
        "".join(p(line) for line in above.splitlines())
        + table(head, *people)
        + "".join(p(line) for line in below.splitlines())
    )
    record = read_document(word_file(body), "seeds/paper.docx")
    assert [each.value for each in record.fields["participants"]] == [name for name, _ in people]
    assert values(record) == values(read_document(plain.encode(), "seeds/paper.txt"))


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_the_only_note_of_a_letter_is_no_summary(kind: str):
    """A note that speaks of the text in the third person stands behind the signature, as a cataloguer's summary does."""
    note = "The nights of 1 to 3 August, of which the keeper tells in his book and the writer asks to be told more."
    body = "".join(p(line) for line in LETTER.partition("3 copies")[0].splitlines())
    refer = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    notes = f'<w:{kind} w:id="2">{p(r(note))}</w:{kind}>'
    record = read_document(
        word_file(body + p(r("P.S. Write soon.") + refer), **{f"{kind}s": notes}), "seeds/a.docx"
    )
    assert "summary" not in record.fields
    assert [block.kind for block in record.body.blocks][-1] == "note"
