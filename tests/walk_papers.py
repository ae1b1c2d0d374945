"""The papers of docs/walk that are not text: Word, OpenDocument and PDF, made from their words so that what lies there can be read.

`make pictures` writes them; tests/test_walk.py compares what lies there with what is made here.
"""

from xml.sax.saxutils import escape

from tests.seeds.formats.office_files import RELATIONS, opendocument_parts, p, package, table, word_parts
from tests.seeds.formats.pdf_files import Press

LETTER = """\
Letter from Hanna Weiss to Tomas Kral
Altbruck, 12 April 1958
Dear Mr. Kral:
Between our towns the river can be crossed by one boat, which belongs to one man. When Viktor Lenz has a cold, Altbruck has \
no milk and Novabrod has no doctor.
I propose that we build a bridge together. Our engineer, Emil Sauer, has drawn one with four piers. He believes that it can \
be done in two summers [1958 and 1959] if each town pays for the half that it can see.
Please tell me on which day you could receive us.
Yours faithfully,
[signature] (H. Weiss)"""
COSTS = (("part", "crowns"), ("four piers", "412,000"), ("roadway", "230,500"), ("toll house", "18,000"))
CONVERSATION = """\
Record of Conversation
Time: 3 May 1958, 10 a.m.
Place: Town Hall, Novabrod
Participants: Hanna Weiss, Tomas Kral, Emil Sauer
Interpreter: Jana Hess
Recorder: Clara Vogt
Kral said that his council liked the bridge and did not like the price. Weiss answered that the price would not become lower \
by waiting. Both agreed that the towns share what goes well and what does not.
Sauer showed the drawings. Kral asked why there were four piers; Sauer said that three would be enough if the stone were better.
The conversation lasted an hour."""
REPORT = """\
REPORT ON THE SECOND PIER

Altbruck, 20 September 1958

I measured the second pier on three days of this month, twice from the boat and once from below. It leans to the north by \
eleven centimetres. It leaned by nine when the water had just gone.

The fault is mine. I had the pier drawn as if the bed of the river were rock on both sides. On the side of Novabrod it is clay.

The pier has to be taken down. The roadway can do with three piers, as I told Chairman Kral in May, if the stone of the fourth \
is used to make the others wider.

Emil Sauer, Town Engineer"""

_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONS = f'<Relationships xmlns="{_PACKAGE}">{{}}</Relationships>'
_DOCUMENT = f'<Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_TEXT = "application/vnd.oasis.opendocument.text"


def letter() -> bytes:
    """Return the letter as Word, with a table, as Word itself can open it."""
    paragraphs = [p(line) for line in LETTER.split("\n")]
    body = "".join((*paragraphs[:-3], table(*COSTS), *paragraphs[-3:]))
    parts = {
        **word_parts(body),
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS.format(_DOCUMENT),
        "word/_rels/document.xml.rels": _RELATIONS.format(""),
    }
    return package(parts)


def conversation() -> bytes:
    """Return the record of the conversation as OpenDocument, as LibreOffice can open it."""
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in CONVERSATION.split("\n"))
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", _TEXT), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_MANIFEST}" manifest:version="1.3">{entries}</manifest:manifest>'
    return package({**opendocument_parts(body), "META-INF/manifest.xml": manifest})


def report() -> bytes:
    """Return the report as PDF."""
    press = Press()
    press.text(REPORT)
    return press.pdf()


MAKERS = {"letter-weiss-kral.docx": letter, "conversation.odt": conversation, "report.pdf": report}
