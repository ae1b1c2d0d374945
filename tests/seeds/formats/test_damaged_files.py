"""Files of office programs that cannot be read: each is refused alone, with what is wrong and what to do."""

from pathlib import Path

import pytest
from tests.seeds.formats.office_files import (
    opendocument_file,
    opendocument_parts,
    p,
    package,
    read_source,
    word_file,
    word_parts,
)

from archivegen.problems import Refusal
from archivegen.seeds.find import find_seeds

SOUND = word_file(p("The pier is closed."))
SAVE_AGAIN = "open it in the program it was made with and save it again, or get a sound copy"
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "error: this file opens with a password only; open it with its password, and save a copy without one"


def with_part(name: str, content: str | bytes) -> bytes:
    return package({**word_parts(p("The pier is closed.")), name: content})


def without_part(name: str) -> bytes:
    return package({part: content for part, content in word_parts(p("The pier")).items() if part != name})


ENTITIES = '<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;</a>'
DEEP = "<a>" * 300 + "</a>" * 300

CASES = {
    "cut-off.docx": (SOUND[:-200], f"error: this file is damaged: its end is missing or damaged; {SAVE_AGAIN}"),
    "flipped.docx": (
        package({**word_parts("")}).replace(b"word/document.xml", b"word/documemt.xml"),
        f"error: this file is damaged: it has no part with the text; {SAVE_AGAIN}",
    ),
    "no-text.docx": (
        without_part("word/document.xml"), f"error: this file is damaged: it has no part with the text; {SAVE_AGAIN}",
    ),
    "entities.docx": (
        with_part("word/document.xml", ENTITIES),
        f"error: this file is damaged: its part word/document.xml cannot be read (it declares a document type); {SAVE_AGAIN}",
    ),
    "entities-wide.docx": (
        with_part("word/document.xml", ENTITIES.encode("utf-16")),
        f"error: this file is damaged: its part word/document.xml cannot be read (it declares a document type); {SAVE_AGAIN}",
    ),
    "deep.docx": (
        with_part("word/document.xml", DEEP),
        f"error: this file is damaged: its part word/document.xml cannot be read (it is nested without end); {SAVE_AGAIN}",
    ),
    "bomb.docx": (
        with_part("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>"),
        ("error: its part word/document.xml unpacks to more than any document has; divide it into several documents, or get "
        "a sound copy"),
    ),
    "many.docx": (
        package({**word_parts(""), **{f"a{number}": "" for number in range(10_001)}}),
        f"error: this file is damaged: it has too many parts, or two of one name; {SAVE_AGAIN}",
    ),
    "locked.docx": (COMPOUND_FILE + "EncryptedPackage".encode("utf-16-le"), LOCKED),
    "locked.odt": (
        package({
            **opendocument_parts(""),
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            "<m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        }),
        LOCKED,
    ),
    "old.docx": (
        COMPOUND_FILE, "error: the name says a Word document, but the file is a file of an old Word; open it, and save it as .docx",
    ),
    "rich.docx": (b"{\\rtf1 a}", "error: the name says a Word document, but the file is Rich Text; open it, and save it as .docx"),
    "page.docx": (b"<html>", "error: the name says a Word document, but the file is something else; open it, and save it as .docx"),
    "text.docx": (
        opendocument_file(""),
        "error: the name says a Word document, but the file is an OpenDocument text; open it, and save it as .docx",
    ),
    "word.odt": (SOUND, "error: the name says an OpenDocument text, but the file is a Word document; open it, and save it as .odt"),
    "empty.odt": (b"", "error: the name says an OpenDocument text, but the file is something else; open it, and save it as .odt"),
    "letter.doc": (
        COMPOUND_FILE,
        ("error: the format of this file, the Word of before 2007, is not read; open it in Word or LibreOffice, and save it as "
        ".docx or .odt"),
    ),
    "letter.rtf": (
        b"{\\rtf1 a}", "error: the format of this file, Rich Text, is not read; open it in Word or LibreOffice, and save it as .docx or .odt",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_cannot_be_read_is_refused_with_the_way_out(name: str):
    """One line says what is wrong with the file, and what to do."""
    content, message = CASES[name]
    with pytest.raises(Refusal) as refusal:
        read_source(content, f"seeds/{name}")
    assert [problem.as_line() for problem in refusal.value.problems] == [f"seeds/{name}: {message}"]


def test_damage_anywhere_is_a_refusal_or_a_text():
    """Whatever bytes are lost or changed, no document takes others down with it."""
    for place in range(0, len(SOUND), 7):
        for content in (SOUND[:place], SOUND[:place] + b"\xff" + SOUND[place + 1 :]):
            try:
                read_source(content, "seeds/report.docx")
            except Refusal:
                continue


def test_nothing_outside_the_package_is_opened():
    """A part that a relation places outside of the package is not there."""
    parts = word_parts(p("The pier is closed."))
    parts["word/_rels/document.xml.rels"] = (
        '<Relationships><Relationship Id="a" Type="x/footnotes" Target="../../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/styles" Target="http://example.org/styles.xml" TargetMode="External"/></Relationships>'
    )
    assert read_source(package(parts), "seeds/report.docx").lines == ("The pier is closed.",)


def test_what_word_keeps_beside_an_open_document_is_none(tmp_path: Path):
    """It bears the name of the document behind two signs, and goes when the document is closed."""
    (tmp_path / "report.docx").write_bytes(SOUND)
    (tmp_path / "~$report.docx").write_bytes(b"\x05Liv")
    finding = find_seeds(tmp_path, tmp_path)
    assert [seed.path for seed in finding.seeds] == ["report.docx"]
    assert finding.problems == ()
