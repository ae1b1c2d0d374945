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
    """Without front matter, or in a .txt that begins otherwise, the signs are words: recognised pages are full of them."""
    for name, text in (
        ("page.md", BODY),
        ("letter.txt", f"---\ntitle: Letter\n---\nTo all members\n\n{BODY}"),
    ):
        record = read(name, text)
        assert "# Letter to the harbour board" in page(record)
        assert "a *second* crane" in page(record)
        assert "&gt; The crane" in page(record)


def test_a_text_that_begins_with_a_heading_of_markdown_is_read_so():
    """Below front matter the ending of the file does not matter where the text itself says what it is."""
    text = f"---\ntitle: Letter\n---\n\n{BODY}"
    assert page(read("letter.txt", text)) == page(read("letter.md", text))


STRUCTURED = """\
---
title: Report of the harbour board
---
# Report

The board met twice in the winter and heard the surveyor[^1] on each of the two days, without coming to an end of it.

1. The crane stays where it is until the thaw, and nobody is to stand below it.
   The watchman has been told.
2. The rails are *lifted* in the spring.
   - those on the mole
   - those before the shed

| Year | Ships |
|------|-------|
| 1960 | 412   |
| 1961 | 389   |

So it was resolved[^1] by all who were there, and the meeting ended before dark.[^b]

[^1]: Tomas Brandl, who had surveyed the mole in 1954 too.
[^b]: The clerk adds that it rained.
"""


def test_lists_tables_and_notes_of_markdown():
    """Items keep their numbers as words, rows their cells, notes their labels; references to notes are no words."""
    record = read("report.md", STRUCTURED)
    assert [(block.kind, block.level, block.label, block.text) for block in record.body.blocks[2:]] == [
        ("list_item", 1, "", "1. The crane stays where it is until the thaw, and nobody is to stand below it.\nThe watchman has been told."),
        ("list_item", 1, "", "2. The rails are lifted in the spring."),
        ("list_item", 2, "", "- those on the mole"),
        ("list_item", 2, "", "- those before the shed"),
        ("table_row", 1, "", "Year\tShips"),
        ("table_row", 1, "", "1960\t412"),
        ("table_row", 1, "", "1961\t389"),
        ("paragraph", 1, "", "So it was resolved by all who were there, and the meeting ended before dark."),
        ("note", 1, "1", "Tomas Brandl, who had surveyed the mole in 1954 too."),
        ("note", 1, "b", "The clerk adds that it rained."),
    ]  # fmt: skip
    assert "surveyor on each" in record.body.blocks[1].text


def test_notes_lead_there_and_back():
    """A reference is a link to its note, the note leads back to the first reference; who counts words sees neither."""
    record = read("report.md", STRUCTURED)
    passages = passages_of(record.body)
    views = block_views(passages)
    note = next(view for view in views if view.kind == "note")
    text = "\n".join(str(view.html) for view in views)
    assert (
        f'surveyor<sup class="reference"><a href="#{note.anchor}" id="{note.back}">1</a></sup> on each'
        in text
    )
    assert f'resolved<sup class="reference"><a href="#{note.anchor}">1</a></sup> by all' in text
    table = next(view for view in views if view.kind == "table")
    assert [[str(cell.html) for cell in row.cells] for row in table.rows] == [
        ["Year", "Ships"],
        ["1960", "412"],
        ["1961", "389"],
    ]
    assert "reference" not in "".join(str(view.html) for view in block_views(passages, with_references=False))
