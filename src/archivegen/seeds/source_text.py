"""A document's text in lines, whatever the format of its file: every rule reads these, and every place is a line of them.

Where a format says more of a line or of words in it than the words themselves (Markdown, Word, HTML), its styles say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from archivegen.problems import Problem
from archivegen.records.body import Cell
from archivegen.records.values import LineRange

Direction = Literal["", "ltr", "rtl", "auto"]
LineKind = Literal[
    "continued", "heading", "quotation", "list_item", "table_row", "note", "page_mark", "dateline", "address", "signature",
]  # fmt: skip
SpanKind = Literal[
    "emphasis", "strong", "superscript", "subscript", "inserted", "struck_out", "unclear", "note_reference", "page_break",
    "document_link", "language", "direction",
]  # fmt: skip
# These are of stretches of words, whatever else the words in them are.
TONGUES: tuple[SpanKind, ...] = ("language", "direction")
# These have no characters: a reference to a note, and the beginning of a page.
POINTS: tuple[SpanKind, ...] = ("note_reference", "page_break")


class LineStyle(NamedTuple):
    """What a format says a line is. `continued` goes on with the paragraph or note above it after a break of its writer.

    `level` is the depth of a heading or of an item of a list, from 1; `label` the number or sign of a note, by which its
    references name it. The cells of a table's row are divided by tabs; `cells` says what each is, where not all are plain. The
    number or bullet of an item stands in its words.
    """

    kind: LineKind
    level: int = 1
    label: str = ""
    cells: tuple[Cell, ...] = ()


CONTINUED = LineStyle("continued")


class Tongue(NamedTuple):
    """The language of words (a tag of BCP 47) and the direction of their writing; "" where nothing is said of them."""

    language: str = ""
    direction: Direction = ""

    def within(self, around: Tongue) -> Iterator[tuple[SpanKind, str]]:
        """Yield what is said of words that is not said of the paragraph around them."""
        if self.language not in ("", around.language):
            yield "language", self.language
        if self.direction not in ("", around.direction):
            yield "direction", self.direction


NOTHING_SAID = Tongue()


class Span(NamedTuple):
    """What a format says of characters of a line, by their places in it.

    `label` is that of a note or a page, of a link the path of the document that it leads to, of a language or a direction which
    it is.
    """

    start: int
    end: int
    kind: SpanKind
    label: str = ""


class MarginLine(NamedTuple):
    """A line below the document that does not belong to its text: what the format states of it, with the name of the field,
    behind a label; or the frame that it was kept in, of no field, as the running heads of printed pages are.
    """

    number: int
    field: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Styles:
    """What a format says of lines by their numbers, and of words within them; a line that is not listed is plain.

    `is_by_paragraph` says that every line is a paragraph, or goes on with one: no line was broken by its length. `tongues`
    are the languages of lines of which the format says any.
    """

    lines: Mapping[int, LineStyle] = field(default_factory=dict)
    spans: Mapping[int, tuple[Span, ...]] = field(default_factory=dict)
    is_by_paragraph: bool = False
    tongues: Mapping[int, Tongue] = field(default_factory=dict)


class Statement(NamedTuple):
    """What a format states outside the text of a document that may say who may see it: under which name, in which words, on
    which line of the file. It `is_loose` where it is said for other reasons more often. An `entry` is made for machines, a
    `remark` by whoever worked on the file; what is of the `paper` may be the paper's own.
    """

    name: str
    words: str
    line: int | None = None
    is_loose: bool = False
    kind: Literal["entry", "remark", "paper"] = "entry"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text: its lines without their ends, and how it was decoded or what format it had; `styles` where the
    format has any, `margin` the lines at its end that are beside the document, `stated` what no line has of who may see it.
    """

    path: str
    lines: tuple[str, ...]
    encoding: str
    problems: tuple[Problem, ...] = ()
    styles: Styles | None = None
    margin: tuple[MarginLine, ...] = ()
    stated: tuple[Statement, ...] = ()

    def with_margin(self, margin: tuple[MarginLine, ...]) -> SourceText:
        """Return the text with its last lines known to be beside the document."""
        return replace(self, margin=margin)

    @property
    def unit(self) -> Literal["line", "paragraph"]:
        """What a line of the text is in the file: whoever opens it sees paragraphs, and counts them, where it has any."""
        return "paragraph" if self.styles and self.styles.is_by_paragraph else "line"

    def line(self, number: int) -> str:
        """Return a line by its number, counted from 1."""
        return self.lines[number - 1]

    def words_on(self, lines: LineRange) -> str:
        """Return some lines with line ends between them."""
        first, last = lines
        return self.lines[first - 1] if first == last else "\n".join(self.lines[first - 1 : last])

    def style(self, number: int) -> LineStyle | None:
        """Return what the format says a line is, or None where it says nothing."""
        return self.styles.lines.get(number) if self.styles else None

    def tongue(self, number: int) -> Tongue:
        """Return what the format says of the language of a line."""
        return self.styles.tongues.get(number, NOTHING_SAID) if self.styles else NOTHING_SAID

    def with_lines(self, lines: tuple[str, ...]) -> SourceText:
        """Return the text with other words on its lines. What was said of words on a line that differs is dropped, but for
        references and pages, which stay as near to their place as the line is long.
        """
        if self.styles is None:
            return replace(self, lines=lines)
        spans = {}
        for number, found in self.styles.spans.items():
            line = lines[number - 1]
            if line == self.line(number):
                spans[number] = found
            elif points := [span for span in found if span.kind in POINTS]:
                spans[number] = tuple(
                    span._replace(start=min(span.start, len(line)), end=min(span.end, len(line)))
                    for span in points
                )
        return replace(self, lines=lines, styles=replace(self.styles, spans=spans))
