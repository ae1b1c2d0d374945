"""What pages and files in TEI say beside their text of who may see them: it is asked about, and answered for a whole folder."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas
from tests.seeds.formats.office_files import (
    opendocument_file,
    opendocument_parts,
    p,
    package,
    r,
    word_file,
    word_parts,
)
from tests.seeds.formats.pdf_files import set_as_pdf

from archivegen.problems import Problem
from archivegen.seeds.normalise import read_document, read_documents

PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>To the pilots</title>{head}</head><body><main>
<p>Port Ashby, 2 July 1931</p>
<p>Dear Miss Haverkamp,</p>
<p>The hut on the pier needs a new roof before the winter comes, and nobody has any money for the boards.</p>
<p>The pilots have asked for it twice since the spring, and the second time they were not even given an answer.</p>
<p>Oswin Tarrant</p>{foot}</main></body></html>"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Letter of Oswin Tarrant</title></titleStmt>
<publicationStmt><publisher>Pilots’ House</publisher>{availability}</publicationStmt><sourceDesc><p>Manuscript</p></sourceDesc></fileDesc>
{revisions}</teiHeader><text><body><p>The hut on the pier needs a new roof.</p></body></text></TEI>"""
OPEN = (("seeds/collection.yml", "access: open\n"),)
FIELDS = ("access", "redact")


def asked(content: str | bytes, path: str, defaults: tuple[tuple[str, str], ...] = ()) -> list[Problem]:
    """Return what is asked about the access to a document."""
    as_bytes = content.encode() if isinstance(content, str) else content
    record = read_document(as_bytes, path, defaults)
    return [problem for problem in record.problems if problem.field in FIELDS]


def entry(name: str, words: str, attribute: str = "name") -> str:
    return PAGE.format(head=f'<meta {attribute}="{name}" content="{words}">', foot="")


@pytest.mark.parametrize(
    ("name", "words", "instead"),
    [
        ("dcterms.available", "2040-05-01", "access: {status: embargoed, until: 2040-05-01}"),
        ("DCTERMS.available", "2040-05-01T10:00:00Z", "access: {status: embargoed, until: 2040-05-01}"),
        ("DC.date.available", "2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("eprints.date_embargo", "2040-05-01", "access: {status: embargoed, until: 2040-05-01}"),
        (
            "DC.date",
            "info:eu-repo/date/embargoEnd/2040-05-01",
            "access: {status: embargoed, until: 2040-05-01}",
        ),
        ("dcterms.accessRights", "restricted", "access: restricted"),
        ("dcterms.accessrights", "owner only", "access: restricted"),
        ("DC.rights.accessRights", "Closed until 2040", "access: {status: embargoed, until: 2040-12-31}"),
        ("dcterms.accessRights", "http://purl.org/coar/access_right/c_16ec", "access: restricted"),
        ("DC.rights", "info:eu-repo/semantics/closedAccess", "access: restricted"),
        ("DC.rights", "Restricted", "access: restricted"),
        ("copyright", "Not to be published", "access: restricted"),
        ("visibility", "private", "access: restricted"),
        ("status", "draft", "access: draft"),
    ],
)
def test_an_entry_of_a_head_keeps_its_page_out_until_somebody_answers(name: str, words: str, instead: str):
    """Nobody writes it for nothing; one line in the folder answers for all its pages."""
    page = entry(name, words)
    (fault,) = asked(page, "seeds/hut.html")
    assert (fault.level, fault.code) == ("error", "closing-statement")
    assert f"write “{instead}” into seeds/hut.yml" in fault.fix
    assert asked(page, "seeds/hut.html", OPEN) == []
    assert read_document(page.encode(), "seeds/hut.html").access is None


def test_an_entry_of_a_head_under_the_name_of_a_property():
    """As pages state it that are read by machines."""
    for attribute in ("property", "itemprop"):
        (fault,) = asked(entry("dcterms:accessRights", "restricted", attribute), "seeds/hut.html")
        assert fault.level == "error"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("robots", "noindex"), ("robots", "none"), ("googlebot", "noindex, nofollow"), ("dcterms.accessRights", "By appointment"),
        ("confidentiality", "high"),
    ],
)  # fmt: skip
def test_an_entry_that_has_other_reasons_is_warned_of(name: str, words: str):
    """Systems send robots off for pages that everybody may read; who meant the document has what to write."""
    page = entry(name, words)
    (warning,) = asked(page, "seeds/hut.html")
    assert (warning.level, warning.code) == ("warning", "statement-or-access")
    assert "write “access: restricted” into seeds/hut.yml; if it is open, “access: open” there" in warning.fix
    assert asked(page, "seeds/hut.html", OPEN) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dcterms.available", "1999-01-01"), ("robots", "index, follow"), ("robots", "max-image-preview:large"), ("access", "public"),
        ("dcterms.accessRights", "Open Access"), ("dcterms.accessRights", "Unrestricted"), ("DC.accessRights", "No restrictions"),
        ("dcterms.accessRights", "http://purl.org/coar/access_right/c_abf2"), ("DC.rights", "info:eu-repo/semantics/openAccess"),
        ("DC.rights", "In copyright"), ("copyright", "© 1994 Pilots’ House"), ("accessibility", "high contrast"),
        ("dcterms.dateAccepted", "2040-01-01"), ("apple-mobile-web-app-capable", "no"), ("format-detection", "telephone=no"),
        ("citation_online_date", "2031/01/01"), ("rating", "general"), ("distribution", "global"), ("publisher", "no"),
        ("description", "Restricted trade in the harbour"), ("status", "published"), ("visibility", "public"),
    ],
)  # fmt: skip
def test_an_entry_that_says_that_its_page_is_open_or_something_else(name: str, words: str):
    assert asked(entry(name, words), "seeds/hut.html") == []


LISTS = {
    "list": "<dl><dt>Sender</dt><dd>O. Tarrant</dd><dt>{}</dt><dd>{}</dd></dl>",
    "list with colons": "<dl><div><dt>{}:</dt><dd>{}</dd></div></dl>",
    "row": "<table><tr><th>Sender</th><td>O. Tarrant</td></tr><tr><th>{}</th><td>{}</td></tr></table>",
    "boxes": "<div><div>{}</div><div>{}</div></div>",
    "items": "<ul><li><b>{}:</b> {}</li></ul>",
}


@pytest.mark.parametrize("shape", LISTS)
@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Access", "Restricted"), ("Conditions of access", "Closed until 2040"), ("Embargo", "until 1 May 2040"),
        ("Access status", "not open"), ("Zugang", "gesperrt"), ("Available", "from 2040"),
    ],
)  # fmt: skip
def test_a_list_below_a_long_text_says_who_may_see_it(shape: str, label: str, value: str):
    """Pages have it below their text, each label above its value or before it."""
    page = PAGE.format(head="", foot=LISTS[shape].format(label, value))
    faults = asked(page, "seeds/hut.html")
    assert {fault.code for fault in faults} == {"unmarked-entry"}
    assert {fault.level for fault in faults} == {"error"}
    assert asked(page, "seeds/hut.html", OPEN) == []


@pytest.mark.parametrize("shape", LISTS)
@pytest.mark.parametrize(
    ("label", "value"),
    [("Access", "Open"), ("Access", "By the ferry"), ("Status", "Widow")],
)
def test_a_list_below_a_text_that_closes_nothing(shape: str, label: str, value: str):
    assert asked(PAGE.format(head="", foot=LISTS[shape].format(label, value)), "seeds/hut.html") == []


@pytest.mark.parametrize(
    "line", ["Access: restricted", "Not to be put online before 2040", "Embargo: until 2040"]
)
def test_a_line_at_the_foot_of_a_long_text_asks_as_one_at_its_head(line: str):
    """Whoever typed the text may have written it below as well as above; a marking stands on the paper there."""
    text = "\n\n".join(
        f"In the {n}. year of the pilots nobody has had so much as an answer from the board."
        for n in range(60)
    )
    assert [problem.line for problem in asked(f"{text}\n\n{line}\n", "seeds/hut.txt")] == [121]
    assert asked(f"{text}\n\n{line}\n\n{text}\n", "seeds/hut.txt") == []
    assert asked(f"{text}\n\nRestricted\n", "seeds/hut.txt") == []
    apart = "The first long line of a letter has more than ten words, as this one has, and more still."
    assert asked("\n\n".join([apart, "Access", *[apart] * 40, *["Restricted"] * 12]), "seeds/hut.txt") == []


def tei(availability: str = "", revisions: str = "") -> str:
    return TEI.format(availability=availability, revisions=revisions)


LICENCE = '<licence target="https://creativecommons.org/licenses/by/4.0/">CC BY</licence>'


@pytest.mark.parametrize(
    ("content", "line", "instead"),
    [
        (tei('<availability status="restricted"/>'), 2, "access: restricted"),
        (
            tei('<availability status="restricted"><p>Closed until 2040</p></availability>'),
            2,
            "until: 2040-12-31",
        ),
        (tei(f"<availability><p>Closed until 2040.</p>{LICENCE}</availability>"), 2, "until: 2040-12-31"),
        (tei("<availability><p>access: restricted</p></availability>"), 2, "access: restricted"),
        (tei(revisions='<revisionDesc status="embargoed"><change/></revisionDesc>'), 3, "status: embargoed"),
        (tei(revisions='<revisionDesc status="withdrawn"><change/></revisionDesc>'), 3, "access: restricted"),
        (tei(revisions="<!-- access: restricted -->"), 3, "access: restricted"),
    ],
)
def test_a_header_of_tei_keeps_its_document_out_until_somebody_answers(content: str, line: int, instead: str):
    """The line is that of the element, in the file."""
    (fault,) = asked(content, "seeds/hut.xml")
    assert (fault.level, fault.code, fault.line) == ("error", "closing-statement", line)
    assert instead in fault.fix
    assert asked(content, "seeds/hut.xml", OPEN) == []


def test_a_header_of_tei_that_may_speak_of_the_use_is_warned_of():
    """“Restricted” is said of copyrights, too, and a draft of an edition may be there to be read."""
    words = "<p>Held by the pilots.</p>"
    (warning,) = asked(tei(f'<availability status="restricted">{words}</availability>'), "seeds/hut.xml")
    assert warning.level == "warning"
    (warning,) = asked(
        tei(revisions='<revisionDesc status="draft"><change/></revisionDesc>'), "seeds/hut.xml"
    )
    assert (warning.level, "access: draft" in warning.fix) == ("warning", True)


@pytest.mark.parametrize(
    "content",
    [
        tei('<availability status="free"/>'), tei('<availability status="unknown"><p>In copyright</p></availability>'),
        tei(f'<availability status="restricted">{LICENCE}</availability>'), tei("<availability><p>Held by the pilots.</p></availability>"),
        tei(revisions='<revisionDesc status="proposed"><change status="draft"/></revisionDesc>'),
    ],
)  # fmt: skip
def test_a_header_of_tei_that_closes_nothing(content: str):
    assert asked(content, "seeds/hut.xml") == []


def test_a_header_of_a_volume_keeps_all_its_documents_out_with_one_problem():
    """What is the same for hundreds of documents is said once."""
    letters = "".join(
        f'<div type="letter" xml:id="d{n}"><p>The hut needs a roof, {n}.</p></div>' for n in (1, 2)
    )
    volume = tei('<availability status="restricted"/>').replace(
        "<p>The hut on the pier needs a new roof.</p>", letters
    )
    records = read_documents(volume.encode(), "seeds/huts.xml")
    said = {problem for record in records for problem in record.problems if problem.field == "access"}
    assert len(records) == 2
    assert [(each.path, each.line, each.level) for each in said] == [("seeds/huts.xml", 2, "error")]


LETTER = PAGE[PAGE.index("<p>") :].replace("{foot}</main></body></html>", "").replace("<p>", "").split("</p>")
WORD = "".join(p(line.strip()) for line in LETTER if line.strip())
OPENDOCUMENT = "".join(f"<text:p>{line.strip()}</text:p>" for line in LETTER)
HEAD = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>{}</dc:description></cp:coreProperties>"""
CUSTOM = '<Properties xmlns="urn:x" xmlns:vt="urn:v"><property name="{}"><vt:lpwstr>{}</vt:lpwstr></property></Properties>'


def annotated(words: str, subject: str = "") -> bytes:
    """Return a PDF with a note that somebody has left on its page, and a subject."""
    out = io.BytesIO()
    press = Canvas(out)
    for place, line in enumerate(LETTER):
        press.drawString(50, 800 - 40 * place, line.strip())
    press.setSubject(subject)
    if words:
        press.textAnnotation(words, Rect=[100, 100, 200, 200])
    press.save()
    return out.getvalue()


def beside(words: str) -> dict[str, bytes]:
    """Return a letter in files that have some words beside it, each in another place."""
    annotation = f"<text:p>x<office:annotation><text:p>{words}</text:p></office:annotation></text:p>"
    master = f'<style:master-page style:name="Standard"><style:header><text:p>{words}</text:p></style:header></style:master-page>'
    meta = f'<office:document-meta xmlns:office="urn:o" xmlns:dc="urn:d"><dc:description>{words}</dc:description></office:document-meta>'
    return {
        "comment.docx": word_file(WORD, comments=f'<w:comment w:id="1">{p(words)}</w:comment>'),
        "hidden.docx": word_file(WORD + p(r(words, "<w:vanish/>"))),
        "head.docx": word_file(WORD + HEAD, header1=p(words)),
        "description.docx": package({**word_parts(WORD), "docProps/core.xml": CORE.format(words)}),
        "comment.odt": opendocument_file(OPENDOCUMENT + annotation),
        "head.odt": opendocument_file(OPENDOCUMENT, masters=master),
        "description.odt": package({**opendocument_parts(OPENDOCUMENT), "meta.xml": meta}),
        "note.pdf": annotated(words),
        "subject.pdf": annotated("", words),
        "head.pdf": set_as_pdf("\n\n".join([line.strip() for line in LETTER] * 30), words),
    }


PLACES = list(beside(""))


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(
    "words", ["Do not publish before 2040", "access: restricted", "Closed until 1 May 2040"]
)
def test_what_an_archivist_writes_beside_a_text_is_asked_about(name: str, words: str):
    """In the program that the text was typed in: nobody reads it there but whoever opens the file."""
    content = beside(words)[name]
    (fault,) = asked(content, f"seeds/{name}")
    assert fault.level == "error"
    assert asked(content, f"seeds/{name}", OPEN) == [] or name == "head.pdf"


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize(
    "words", ["See the letter of 1932", "The date is that of the postmark", "Letters of the pilots, box 7"]
)
def test_other_words_beside_a_text_are_nobodys_wish(name: str, words: str):
    assert asked(beside(words)[name], f"seeds/{name}") == []


def test_a_marking_above_every_page_may_be_the_papers_own():
    """It is not published, and is warned of as one in the text is."""
    for name in ("head.docx", "head.odt"):
        (warning,) = asked(beside("RESTRICTED")[name], f"seeds/{name}")
        assert warning.level == "warning"


def test_a_property_of_a_file_that_is_made_for_it():
    """Systems for documents write it."""
    for name, words in (("Access", "Restricted"), ("Embargo", "2040-01-01"), ("Sensitivity", "private")):
        content = package({**word_parts(WORD), "docProps/custom.xml": CUSTOM.format(name, words)})
        assert [fault.level for fault in asked(content, "seeds/hut.docx")] == ["error"]
    content = package({**word_parts(WORD), "docProps/custom.xml": CUSTOM.format("Company", "Restricted Ltd")})
    assert asked(content, "seeds/hut.docx") == []
    damaged = package({**word_parts(WORD), "docProps/core.xml": "<a"})
    assert asked(damaged, "seeds/hut.docx") == []


def test_data_for_machines_and_comments_with_a_day_in_a_page():
    """Other comments of a page are its makers' to each other."""
    data = '<script type="application/ld+json">{"@type": "Letter", "conditionsOfAccess": "Closed until 2040"}</script>'
    for said in (data, "<!-- Do not publish before 2040 -->", "<!-- closed until 2040-05-01 -->"):
        (fault,) = asked(PAGE.format(head=said, foot=""), "seeds/hut.html")
        assert fault.level == "error"
    for said in (
        "<!-- do not display on small screens -->",
        "<!-- hidden -->",
        "<!-- © 2031 Pilots’ House -->",
    ):
        assert asked(PAGE.format(head=said, foot=""), "seeds/hut.html") == []
