"""What is written into files of corrections says the same when it is read again, whatever signs are in it."""

import pytest
from tests.seeds.formats.office_files import opendocument_file, p, read_source, word_file

from archivegen.storage.yaml_lines import read_yaml
from archivegen.storage.yaml_text import as_yaml

# Ends of lines of other systems, no-break spaces, signs without a shape, quotation marks, what YAML has a meaning for.
WORDS = ["Pier\u2028and\u2029mole", "Pier\xa0No. 3", "\ufeffPier", "Pier\tand\nmole", 'The “pier” "3"', "yes", "# Pier: a", "\U0001f6a2 \u200f\u0301"]  # fmt: skip


@pytest.mark.parametrize("words", WORDS)
def test_every_sign_is_read_as_it_was_written(words: str):
    """No end of a line becomes a space, and no sign a fault of the file."""
    reading = read_yaml(f"title: {as_yaml(words)}\nlist: {as_yaml([words])}\n", "a.yml")
    assert reading.problems == ()
    assert reading.entries["title"].text == words
    assert reading.entries["list"].texts() == (words,)


@pytest.mark.parametrize("sign", "\x85\x7f\x9f")
def test_what_no_page_can_carry_is_a_sign_of_its_own(sign: str):
    """The sign for a new line of mainframes is neither a space nor the fault of a page, but what it is in documents."""
    reading = read_yaml(f"rights: free\ntitle: {as_yaml(f'Pier{sign}and mole')}\n", "a.yml")
    assert reading.entries["title"].text == "Pier\N{REPLACEMENT CHARACTER}and mole"


@pytest.mark.parametrize(
    ("content", "path"),
    [
        (word_file(p("The pier\x85and the mole.")), "a.docx"),
        (opendocument_file("<text:p>The pier\x85and the mole.</text:p>"), "a.odt"),
        (b"<TEI><text><body><p>The pier&#x85;and the mole.</p></body></text></TEI>", "a.xml"),
        ("<p>The pier\x85and the mole.</p>".encode(), "a.html"),
        ("The pier\x85and the mole.".encode(), "a.txt"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_documents_of_every_format_have_a_sign_for_it(content: bytes, path: str):
    """And a warning; no other letter is moved."""
    source = read_source(content, path)
    assert "The pier\N{REPLACEMENT CHARACTER}and the mole." in source.lines
    assert [problem.code for problem in source.problems if problem.level == "warning"] == [
        "control-characters"
    ]
