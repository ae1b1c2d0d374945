"""Bytes into text: what decides the encoding, what is said of it, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.seeds.formats.office_files import p, word_file

from archivegen.problems import Problem, Refusal
from archivegen.seeds.decode import decode
from archivegen.seeds.normalise import read_document

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "encodings.yml").read_text("utf-8"))
RUSSIAN = CASES[0]["text"]


def refusal(content: bytes, declared: str | None = None) -> Problem:
    with pytest.raises(Refusal) as refused:
        decode(content, "a.txt", declared)
    return refused.value.problems[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['saved_as']}: {case['text'][:30]}")
def test_an_old_encoding_is_found_or_asked_for(case: dict[str, Any]):
    """A text comes out letter by letter, with a warning that names the encoding, or is refused; never as mojibake."""
    content = case["text"].encode(case["saved_as"])
    if "read_as" not in case:
        assert refusal(content).code == "encoding-undecided"
    else:
        source = decode(content, "a.txt")
        assert (source.lines, source.encoding) == ((case["text"],), case["read_as"])
        assert [problem.code for problem in source.problems] == ["encoding-chosen"]
    declared = decode(content, "a.txt", case["saved_as"])
    assert (declared.lines, declared.problems) == ((case["text"],), ())


def test_the_nearest_file_declares_the_encoding():
    """A folder's encoding holds for its documents, and that of the file beside one for it alone."""
    content = RUSSIAN.encode("koi8-r")
    folder = (("collection.yml", "encoding: windows-1251"),)
    beside = ("a.yml", "encoding: koi8-r")
    assert read_document(content, "a.txt", folder, beside).source.text_lines == (RUSSIAN,)
    assert read_document(RUSSIAN.encode("cp1251"), "a.txt", folder).source.text_lines == (RUSSIAN,)


def test_a_byte_order_mark_wins_over_what_is_declared():
    """What the bytes say of themselves is more than what somebody says of them."""
    assert decode(RUSSIAN.encode("utf-8-sig"), "a.txt", "windows-1251").lines == (RUSSIAN,)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"%PDF-1.4\nall of it in ASCII\n",
            "this is a PDF, whatever its name says; let its name end in .pdf",
        ),
        (
            b"\xff\xd8\xff\xe0\x00\x10JFIF",
            "this is a picture (JPEG), whatever its name says; let its name end in .jpg",
        ),
        (
            b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text",
            "this is an OpenDocument text, whatever its name says; let its name end in .odt",
        ),
        (
            word_file(p("The pier")),
            "this is a Word document or another packed file (zip), whatever its name says; if it opens in Word, let its name end in .docx; if not, unpack it",
        ),
        (
            b"{\\rtf1 The pier}",
            "this is Rich Text, whatever its name says; open it in Word or LibreOffice, and save it as .docx or .odt",
        ),
    ],
)
@pytest.mark.parametrize("path", ["seeds/a.txt", "seeds/a.md", "seeds/a.html"])
def test_a_file_of_another_format_says_what_it_is(content: bytes, said: str, path: str):
    """Some would pass for text; and nobody saves a PDF as UTF-8."""
    with pytest.raises(Refusal) as refused:
        read_document(content, path)
    assert [problem.as_line() for problem in refused.value.problems] == [f"{path}: error: {said}"]


@pytest.mark.parametrize("name", ["utf-7", "rot13", "base64", "klingon", "unicode_escape", "idna", "a\x00b"])
def test_what_is_no_encoding_of_text_is_refused(name: str):
    """UTF-7 hides characters, and codecs of other things are none of text."""
    assert refusal(b"text", name).code == "encoding-unknown"


def test_bytes_that_are_not_in_the_declared_encoding_are_refused():
    """A declaration is believed, never bent: what it cannot read is refused with its line."""
    problem = refusal("plain\ncafé".encode(), "ascii")
    assert (problem.code, problem.line) == ("not-text", 2)


def test_text_that_was_misread_before_is_shown_and_reported():
    """Mojibake that was saved as such cannot be undone for certain; it is kept and named."""
    source = decode("He said it isn’t so.".encode().decode("cp1252").encode(), "a.txt")
    assert [problem.code for problem in source.problems] == ["misread-before"]


def test_utf_32_is_refused():
    """Its byte order mark begins with that of UTF-16, and so its text would be full of holes."""
    assert refusal("text".encode("utf-32")).code == "not-text"
