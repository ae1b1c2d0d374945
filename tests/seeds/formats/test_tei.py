"""Letters and volumes in TEI: every word is kept, and what the mark-up states is the record."""

import re
from pathlib import Path

import pytest

from archivegen.archive.passages import passages_of
from archivegen.inspection.why import describe_field
from archivegen.pages.body import block_views
from archivegen.problems import Refusal
from archivegen.records.fields import FIELD_BY_NAME
from archivegen.records.record import Record
from archivegen.seeds.normalise import read_documents

FILES = Path(__file__).parent / "tei"
VOLUME = (FILES / "volume.xml").read_bytes()
LETTER = (FILES / "letter.xml").read_bytes()
ROOT = '<TEI xmlns="http://www.tei-c.org/ns/1.0">{}</TEI>'
DOCUMENT = '<div type="document" xml:id="{}"><head>{}</head><p>The pier is closed.</p></div>'


def volume() -> dict[str, Record]:
    records = read_documents(VOLUME, "seeds/hw-1961-2.xml")
    return {record.source.path.partition("#")[2]: record for record in records}


def stated(record: Record, *names: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the values of some fields with the parts that tell them apart."""
    parts = ("type", "role", "office", "kind")
    return {
        name: [
            (
                value.value,
                *(str(part) for key in parts if (part := getattr(value, key, None)) not in (None, "person")),
            )
            for value in record.fields.get(name, ())
        ]
        for name in names
    }


def test_a_volume_gives_all_its_documents():
    """Documents have their own paths, nested ones too; a section that is none is named in a notice."""
    records = volume()
    assert list(records) == ["d1", "d1a", "d2"]
    (notice,) = [problem for record in records.values() for problem in record.problems]
    assert notice.as_line() == (
        "seeds/hw-1961-2.xml: notice: these sections of the volume are no documents, and are not shown: “Preface”, "
        "“Persons”; what belongs to the archive as a whole can be written on a page of its own"
    )


def test_the_text_of_a_document_is_whole():
    """Every word stands in the order of reading, notes below; a document inside another is not said twice."""
    blocks = [(block.kind, block.text) for block in volume()["d1"].body.blocks]
    assert blocks == [
        ("heading", "1. Letter From the Harbour Office to the Surveyor (Brandl)"),
        ("dateline", "Westhaven, May 3, 1961—2 p.m."),
        ("address", "Dear Sir:"),
        ("paragraph", "The pier has sunk by a hand’s breadth since the winter, and the Harbour Master has closed it. She wrote to Northport for stone."),
        ("list_item", "Forty barrows of stone"),
        ("list_item", "Two cartts"),
        ("table_row", "Year\tDepth"),
        ("table_row", "1960\t4 m"),
        ("signature", "Oduya"),
        ("heading", "[Attachment]"),
        ("dateline", "April 30, 1961"),
        ("paragraph", "The stone of last year was too soft for the purpose."),
        ("signature", "Somebody Else"),
        ("note", "Source: Harbour Office, Letter Books, 61.4/7. Confidential. Drafted by Lene Fisk."),
        ("note", "The winter of 1960; see Document 2."),
    ]  # fmt: skip


def test_what_the_mark_up_states():
    """Titles without their notes, dates by their attributes, persons by reference; enclosures say nothing of the letter."""
    records = volume()
    assert stated(
        records["d1"], "title", "dates", "creators", "recipients", "place_of_creation", "repository", "reference_code",
        "people_mentioned", "places_mentioned", "published_in", "contributors", "language", "form",
    ) == {
        "title": [("1. Letter From the Harbour Office to the Surveyor (Brandl)",)],
        "dates": [("1961-05-03", "created")],
        "creators": [("Harbour Office", "body"), ("Ines Oduya",)],
        "recipients": [("Tomas Brandl",)],
        "place_of_creation": [("Westhaven",)],
        "repository": [("Harbour Office",)],
        "reference_code": [("Harbour Office, Letter Books, 61.4/7",)],
        "people_mentioned": [("Lene Fisk",), ("Ines Oduya",)],
        "places_mentioned": [("Northport",)],
        "published_in": [("Papers of the Harbour Office of Westhaven, 1961, Volume II",)],
        "contributors": [("Greta Holm", "editor")],
        "language": [("en",)],
        "form": [("letter",)],
    }  # fmt: skip
    assert [(date.value, date.certainty) for date in records["d1a"].fields["dates"]] == [
        ("1961-05-01/1961-05-03", "probable")
    ]
    assert stated(records["d2"], "dates", "participants", "subjects") == {
        "dates": [("1960-12-08/1960-12-10", "created")],
        "participants": [
            ("Ines Oduya", "participant", "Harbour Master"),
            ("Viktor Lund", "participant", "Owner of the tug"),
        ],
        "subjects": [("Ice at the pier",)],
    }


def test_pages_notes_and_links_are_no_words():
    """Where a page begins, which note is meant and which document are kept beside the words."""
    records = volume()
    marks = [
        (mark.kind, mark.label)
        for _, mark in records["d1"].body.marks()
        if mark.kind not in ("emphasis", "strong")
    ]
    assert marks == [
        ("note_reference", "1"), ("page_break", "12"), ("note_reference", "2"), ("supplied", ""),
        ("document_link", "seeds/hw-1961-2.xml#d2"),
    ]  # fmt: skip
    assert [mark.label for _, mark in records["d2"].body.marks() if mark.kind == "document_link"] == [
        "seeds/hw-1961-1.xml#d9"
    ]


def test_a_letter_is_what_its_header_describes():
    """Correspondence, manuscript, languages, editors and licence stand in the header; the text has no more than its words."""
    (record,) = read_documents(LETTER, "seeds/L0007.xml")
    assert record.source.path == "seeds/L0007.xml"
    assert stated(
        record, "title", "dates", "form", "creators", "recipients", "place_of_creation", "people_mentioned", "repository",
        "reference_code", "language", "rights", "contributors", "funders", "identifiers", "published_in",
    ) == {
        "title": [("Ilse Marten to Karel Vondra, 4 March 1911",)],
        "dates": [("1911-03-04", "sent")],
        "form": [("letter",)],
        "creators": [("Ilse Marten",)],
        "recipients": [("Karel Vondra",)],
        "place_of_creation": [("Altwasser",)],
        "people_mentioned": [("Josef Kratky",)],
        "repository": [("Town Library",)],
        "reference_code": [("Northport, Town Library, Ms. 12/7",)],
        "language": [("de",)],
        "rights": [("https://creativecommons.org/licenses/by/4.0/",)],
        "contributors": [("Greta Holm", "editor"), ("Jonas Beck", "transcriber")],
        "funders": [("Foundation for Small Ferries", "body")],
        "identifiers": [("hdl.example.org/7", "handle")],
        "published_in": [("Letters of the Ferry Society",)],
    }  # fmt: skip
    assert [block.text for block in record.body.blocks if block.kind in ("paragraph", "note")] == [
        "Die Fähre liegt geht wieder, der Alte hat sie geflickt.",
        "Die Fähre von Altwasser.",
    ]


def test_signs_of_editors_and_of_the_writer():
    """What is supplied bears the signs of print; what was struck out, put in, or is hard to read is shown as such."""
    text = "<p>The <subst><del>old</del><add>new</add></subst> p<supplied>ier</supplied> of <unclear>Altsee</unclear>.</p>"
    (record,) = read_documents(ROOT.format(f"<text><body>{text}</body></text>").encode(), "seeds/v.xml")
    (block,) = record.body.blocks
    assert block.text == "The oldnew p[ier] of Altsee."
    (view,) = block_views(passages_of(record.body))
    assert "The <s>old</s><ins>new</ins> p" in view.html
    assert 'of <span class="unclear">Altsee</span>' in view.html


def test_what_stands_behind_the_text_is_not_of_it():
    """Where the persons and places of an edition are listed, others are listed too: only what the text names is named."""
    places = "<listPlace><place xml:id='x'><placeName>Altsee</placeName><desc>near <placeName>Neusee</placeName></desc></place></listPlace>"
    text = f"<text><body><p>From <rs type='place' ref='#x'>there</rs>.</p></body><back>{places}</back></text>"
    (record,) = read_documents(ROOT.format(text).encode(), "seeds/v.xml")
    assert [value.value for value in record.fields["places_mentioned"]] == ["Altsee"]


def test_what_is_not_shown_of_a_letter_is_named():
    """Running heads are quoted with the document that has them, lists of names are named; other lists behind the text are text."""
    text = (
        "<text><body><p>From<fw>Letters from Altsee</fw><fw>12</fw> Altsee.</p></body><back>"
        "<list><head>Enclosed</head><item>A plan</item></list><p>Sent by sea.</p>"
        "<listPlace><place><placeName>Altsee</placeName></place></listPlace><listOrg/></back></text>"
    )
    (record,) = read_documents(ROOT.format(text).encode(), "seeds/v.xml")
    assert [block.text for block in record.body.blocks] == [
        "From Altsee.",
        "Enclosed",
        "A plan",
        "Sent by sea.",
    ]
    assert [problem.message for problem in record.problems if problem.level == "notice"] == [
        "what stands above or below every page is not published: “Letters from Altsee”",
        "the lists of persons, places or the like behind the text are looked up for names, and not shown",
    ]


def test_what_is_not_shown_of_a_volume_is_named():
    """What stands behind its documents with its sections; running heads with the document that has them, and with no other."""
    documents = DOCUMENT.format("d1", "One") + DOCUMENT.format("d2", "Two").replace(
        "<p>", "<p><fw>Of the mayor</fw>"
    )
    back = "<back><list><head>Ships</head><item>Vilma</item></list><p>Printed in 1961.</p></back>"
    text = f"<text><body>{documents}</body>{back}</text>"
    first, second = read_documents(ROOT.format(text).encode(), "seeds/v.xml")
    (sections,), (heads,) = first.problems, second.problems
    assert (
        sections.message == "these sections of the volume are no documents, and are not shown: “Ships”, “p”"
    )
    assert (heads.path, "Of the mayor" in heads.message) == ("seeds/v.xml#d2", True)


def test_the_same_id_twice_is_named_and_loses_nothing():
    """Both documents are kept, under names of their own."""
    content = ROOT.format(
        f"<text><body>{DOCUMENT.format('d1', 'One')}\n{DOCUMENT.format('d1', 'Two')}</body></text>"
    )
    first, second = read_documents(content.encode(), "seeds/v.xml")
    assert (first.source.path, second.source.path) == ("seeds/v.xml#d1", "seeds/v.xml#d1-2")
    assert [problem.as_line() for problem in first.problems] == [
        "seeds/v.xml:2: warning: the id “d1” stands on line 1 already; give each element an id of its own"
    ]


def test_places_are_told_in_what_the_file_has():
    """A value of a text in paragraphs stands in a paragraph, not on a line that nobody can find."""
    letter = volume()["d1"]
    assert letter.source.unit == "paragraph"
    assert "(rule tei_element, paragraph 2)" in describe_field(letter, FIELD_BY_NAME["dates"])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            ROOT.format("<text><body><p>The pier\n</body></text>"),
            "seeds/v.xml:2: error: this is no well-formed XML: Opening and ending tag mismatch: p line 1 and body, line 2, column 8; open it in an XML editor, and mend the place it names",
        ),
        (
            '<!DOCTYPE TEI [<!ENTITY a "b">]>' + ROOT.format("<text/>"),
            "seeds/v.xml: error: this is no well-formed XML: it declares a document type; open it in an XML editor, and mend the place it names",
        ),
        (
            "<rss><channel/></rss>",
            "seeds/v.xml:1: error: this XML begins with “rss”; only TEI with a text in it is read; keep it outside this folder, or turn it into TEI, HTML or text",
        ),
        (
            ROOT.format("<text><body><p> </p></body></text>"),
            "seeds/v.xml:1: error: there is no text in this document; add the text, or remove the document",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(content: str, message: str):
    """The message names the file, the line and what to do."""
    with pytest.raises(Refusal) as refused:
        read_documents(content.encode(), "seeds/v.xml")
    assert [problem.as_line() for problem in refused.value.problems] == [message]


def test_pages_that_bear_one_number_are_places_of_their_own():
    """An enclosure is numbered from its own first page, and small letters are other letters only on paper."""
    pages = ("12", "i", "12", "12-2", "I", "12")
    text = "".join(f'<p>Pile <pb n="{page}"/>{place} holds.</p>' for place, page in enumerate(pages))
    content = f'<body><div type="document" xml:id="d1"><head>1. Piles</head>{text}</div></body>'
    (record,) = read_documents(ROOT.format(f"<text>{content}</text>").encode(), "seeds/piles.xml")
    html = "".join(str(view.html) for view in block_views(passages_of(record.body)))
    found = re.findall(r'<a class="page-break" id="([^"]+)" href="#\1">([^<]+)</a>', html)
    assert [label for _, label in found] == list(pages)
    assert [place for place, _ in found] == [
        "page-12", "page-i", "page-12-2", "page-12-2-2", "page-i-2", "page-12-3",
    ]  # fmt: skip


def test_paragraphs_of_the_mark_up_are_paragraphs():
    """However short: those of an enclosure are not run into those of the letter behind it, nor one stanza into the next."""
    content = (
        '<div type="document" xml:id="d1"><head>1. Ice</head><p>It came.</p><div type="attachment"><p>It was seen.</p></div>'
        "<p>It went.</p><lg><l>The ice came down,</l><l>the piers went out,</l></lg><lg><l>and nobody knew</l></lg></div>"
    )
    (record,) = read_documents(ROOT.format(f"<text><body>{content}</body></text>").encode(), "seeds/ice.xml")
    assert [block.text for block in record.body.blocks] == [
        "1. Ice", "It came.", "It was seen.", "It went.", "The ice came down,\nthe piers went out,", "and nobody knew",
    ]  # fmt: skip


def test_several_names_in_one_element_are_several_people():
    """Two editors of a letter are nobody with both their names; what stands between the names is none."""
    letter = LETTER.replace(
        b"<editor><name>Holm, Greta</name></editor>",
        b"<editor><name>Holm, Greta</name><name>Ruud, Nils Anton</name></editor><editor>Lene Fisk</editor><editor>Fisk, Lene</editor>",
    ).replace(
        b"<name>Foundation for Small Ferries</name>",
        b"<name>Ferry Fund</name> and <orgName>Port Fund</orgName>",
    )
    (record,) = read_documents(letter, "seeds/L0007.xml")
    assert stated(record, "contributors")["contributors"] == [
        ("Greta Holm", "editor"),
        ("Nils Anton Ruud", "editor"),
        ("Lene Fisk", "editor"),
        ("Jonas Beck", "transcriber"),
    ]
    assert [value.value for value in record.fields["funders"]] == ["Ferry Fund", "Port Fund"]
    papers = letter.replace(b"correspAction", b"other").replace(
        b'<author ref="#pm1">Marten, Ilse</author>',
        b"<author><name>Marten, Ilse</name><name>Kratky, Josef</name></author>",
    )
    (record,) = read_documents(papers, "seeds/L0007.xml")
    assert [value.value for value in record.fields["creators"]] == ["Ilse Marten", "Josef Kratky"]
