"""Documents written in Markdown: their signs are read where a file is known to be Markdown, and nowhere else."""

from archivegen.archive.passages import passages_of
from archivegen.pages.body import block_views
from archivegen.records.record import Record
from archivegen.seeds.normalise import read_document

BODY = """\
# Letter to the harbour board

4 March 1961

The pier cannot carry a *second* crane before its __foundations__ are repaired, says 2 * 3 * 4 of the *[old] surveyor*.

## On the crane

> The crane was bought from the railway, and nobody has seen its papers since that day in the autumn.

snake_case_words and a star* stay as they are, as does <b>this</b> in a sentence that is long enough to be one.
"""


def read(name: str, text: str) -> Record:
    return read_document(text.encode(), name)


def page(record: Record) -> str:
    return "\n".join(str(view.html) for view in block_views(passages_of(record.body)))


def test_markdown_with_front_matter_is_read_as_markdown():
    """Headings head, quotations quote, and emphasis is emphasis; what is no sign of Markdown stays as it is written."""
    record = read("letter.md", f"---\ntitle: Letter\n---\n{BODY}")
    kinds = [(block.kind, block.text.split()[0]) for block in record.body.blocks]
    assert kinds == [
        ("heading", "Letter"), ("dateline", "4"), ("paragraph", "The"), ("heading", "On"), ("quotation", "The"),
        ("paragraph", "snake_case_words"),
    ]  # fmt: skip
    assert "<em>second</em>" in page(record)
    assert "<strong>foundations</strong>" in page(record)
    assert "2 * 3 * 4" in page(record)
    assert "&lt;b&gt;this&lt;/b&gt;" in page(record)
    assert record.fields["title_in_document"][0].value == "Letter to the harbour board"
    assert record.fields["title_in_document"][0].lines == ((4, 4),)


def test_text_that_looks_like_markdown_is_text():
    """Without front matter, or under another name, the signs are words: recognised pages are full of them."""
    for name, text in (("page.md", BODY), ("letter.txt", f"---\ntitle: Letter\n---\n{BODY}")):
        record = read(name, text)
        assert "# Letter to the harbour board" in page(record)
        assert "a *second* crane" in page(record)
        assert "&gt; The crane" in page(record)
