"""The body of a document: blocks of text, and the editors' apparatus marked inside it.

The text of all blocks, in order, has exactly the words of the source's body, brackets included.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from archivegen.records.values import LineRange, Lines

BlockKind = Literal[
    "letterhead", "stamp", "handwriting", "heading", "place", "dateline", "omission", "address", "quotation",
    "paragraph", "lines", "list_item", "table_row", "note", "separator", "page_mark", "signature", "copy_list",
]  # fmt: skip

# Blocks of sentences. A quotation and a note have sentences of somebody else's.
RUNNING_TEXT: tuple[BlockKind, ...] = ("paragraph", "list_item")

Scope = Literal["", "col", "row", "colgroup", "rowgroup"]

MarkKind = Literal[
    "supplied", "identification", "other_spelling", "gloss", "date", "omission", "doubtful", "sic",
    "illegible", "redacted", "signature", "seam", "stamp", "handwriting", "lost", "expansion", "added", "superfluous", "deleted", "emphasis", "strong", "superscript", "subscript", "inserted", "struck_out", "unclear", "note_reference", "page_break", "document_link",
    "language", "direction",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words with a meaning given by the editors' signs, which stay in the text, or by the format of the file.

    A `seam` has no words, and neither have a `note_reference` and a `page_break`: their `label` is that of the note, or
    the number of the page; that of a `document_link` is the path of the document it leads to,
    of a `language` its tag (BCP 47), of a `direction` what HTML calls it.
    """

    kind: MarkKind
    content: tuple[Inline, ...]
    label: str = ""


Inline = Text | Mark


def plain(content: tuple[Inline, ...]) -> str:
    """Return the words of inline content, brackets included."""
    if len(content) == 1 and isinstance(content[0], Text):
        return content[0].text
    return "".join(part.text if isinstance(part, Text) else plain(part.content) for part in content)


class Cell(NamedTuple):
    """What the format of a file says of a cell of a table: how many columns and rows it takes, and of what it is the head
    (`scope`, as HTML has it), "" where of nothing. One that takes no column is a place into which another cell reaches.
    """

    columns: int = 1
    rows: int = 1
    scope: Scope = ""


COVERED = Cell(columns=0)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the text. `is_line_broken` means that its line breaks are the writer's, not the typist's; `level` is the
    depth of a heading or of an item of a list, from 1, and `label` the number or sign of a note. `cells` are those of a
    table's row, by the tabs in its text; none where they all are plain. `language` (a tag of BCP 47) and `direction` are what
    the format of the file says of its words; "" where it says nothing.

    `text` are the words of the content, brackets included, lines divided by newlines; it follows from the content
    and is kept because every reader asks for it.
    """

    kind: BlockKind
    lines: LineRange
    content: tuple[Inline, ...]
    is_line_broken: bool = False
    level: int = 1
    label: str = ""
    language: str = ""
    direction: str = ""
    cells: tuple[Cell, ...] = ()
    text: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Keep the text of the content."""
        object.__setattr__(self, "text", plain(self.content))


@dataclass(frozen=True, slots=True)
class Body:
    """One version of the text. `joined` lists the seams where a page of the source broke a sentence in two."""

    blocks: tuple[Block, ...] = ()
    joined: Lines = ()

    @property
    def lines(self) -> LineRange | None:
        """From the first line of the body to its last; None for a record without text."""
        if not self.blocks:
            return None
        return LineRange(self.blocks[0].lines.first, self.blocks[-1].lines.last)

    def marks(self) -> Iterator[tuple[Block, Mark]]:
        """Yield every mark of the apparatus with the block it stands in."""
        for block in self.blocks:
            for mark in marks_in(block.content):
                yield block, mark


def marks_in(content: tuple[Inline, ...]) -> Iterator[Mark]:
    """Yield the marks of inline content, outer ones before those inside them."""
    for part in content:
        if isinstance(part, Mark):
            yield part
            yield from marks_in(part.content)
