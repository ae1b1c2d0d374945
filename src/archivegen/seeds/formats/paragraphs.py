"""A document written down paragraph by paragraph: what the readers of formats that have paragraphs share.

Every paragraph becomes a line; a break that its writer set begins another one, which goes on with it. Notes stand below
the text, each under the label by which the text refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from archivegen.problems import Problem
from archivegen.records.body import Cell
from archivegen.seeds.decode import without_controls
from archivegen.seeds.formats.runs import Line, Run
from archivegen.seeds.source_text import CONTINUED, NOTHING_SAID, LineStyle, SourceText, Span, Styles, Tongue

RIGHT_TO_LEFT = Tongue(direction="rtl")


class Paragraphs:
    """The lines of a document so far. Each method takes what stands next in the order of reading.

    Where a format shows every space, as word processors do, `keeps_spaces`: they set columns, and letters apart.
    """

    def __init__(self, *, keeps_spaces: bool = False) -> None:
        self._keeps_spaces = keeps_spaces
        self._lines: list[str] = []
        self._styles: dict[int, LineStyle] = {}
        self._spans: dict[int, list[Span]] = {}
        self._tongues: dict[int, Tongue] = {}

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines so far."""
        return tuple(self._lines)

    def write(
        self, runs: Iterable[Run], style: LineStyle | None = None, tongue: Tongue = NOTHING_SAID
    ) -> None:
        """Write a paragraph. One without words is a blank line, whatever its style.

        White space between words is one space, unless the format shows more; before a plain line it sets it in, before
        others and behind all words it is nothing.
        """
        is_row = style is not None and style.kind == "table_row"
        is_set_in = self._keeps_spaces and style is None
        around = ("" if is_set_in else " " if is_row else " \t", " " if is_row else " \t")
        line = Line(*around, tongue, keeps_spaces=self._keeps_spaces, has_cells=is_row)
        rest: list[Line] = []
        for run in runs:
            for place, words in enumerate(run.text.split("\n")):
                if place:
                    rest.append(line)
                    line = Line(*around, tongue, keeps_spaces=self._keeps_spaces, has_cells=is_row)
                line.add(words, run)
            if run.note:
                line.point("note_reference", run.note)
            if run.page:
                line.point("page_break", run.page)
        written = [part.ended() for part in (*rest, line)]
        first, last = _filled(written)
        for place, (words, spans) in enumerate(written[first:last] or [("", [])]):
            self._lines.append(words)
            own = CONTINUED if place else style
            if own and words:
                self._styles[len(self._lines)] = own
            if spans:
                self._spans[len(self._lines)] = spans
            if tongue != NOTHING_SAID and words:
                self._tongues[len(self._lines)] = tongue

    def write_row(
        self, cells: Iterable[Iterable[Run]], tongue: Tongue = NOTHING_SAID, forms: Iterable[Cell] = ()
    ) -> None:
        """Write a row of a table; `forms` says what each cell is. Breaks and tabs inside a cell are spaces."""
        runs: list[Run] = []
        for place, cell in enumerate(cells):
            if place:
                runs.append(Run("\t"))
            runs.extend(run._replace(text=re.sub(r"[\t\n]", " ", run.text)) for run in cell)
        said = tuple(forms)
        is_plain = all(form == Cell() for form in said)
        self.write(runs, LineStyle("table_row", cells=() if is_plain else said), tongue)

    @property
    def last(self) -> int:
        """The number of the last line."""
        return len(self._lines)

    def blank(self) -> None:
        """Write a blank line, unless one stands there already."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def part(self) -> None:
        """Part what is written next from the paragraph above it, if that is one that says no more of itself."""
        if self.last not in self._styles:
            self.blank()

    def source(
        self, path: str, encoding: str, problems: tuple[Problem, ...] = (), *, is_by_paragraph: bool = True
    ) -> SourceText:
        """Return the document as a text in lines."""
        spans = {number: tuple(found) for number, found in self._spans.items()}
        styles = Styles(self._styles, spans, is_by_paragraph=is_by_paragraph, tongues=self._tongues)
        lines, faults = without_controls(self._lines, path)
        return SourceText(path, lines, encoding, (*problems, *faults), styles)


class Page(Protocol):
    """Where paragraphs and rows are written: the document, or a cell or note inside it."""

    def write(
        self, runs: Iterable[Run], style: LineStyle | None = None, tongue: Tongue = NOTHING_SAID, /
    ) -> None:
        """Write a paragraph."""

    def write_row(
        self, cells: Iterable[Iterable[Run]], tongue: Tongue = NOTHING_SAID, forms: Iterable[Cell] = (), /
    ) -> None:
        """Write a row of a table."""

    def blank(self) -> None:
        """Write a blank line."""


class Gathered:
    """What stands in a cell or a note, gathered instead of written: its paragraphs below each other, as runs."""

    def __init__(self) -> None:
        self.runs: list[Run] = []

    def write(self, runs: Iterable[Run], _: LineStyle | None = None, __: Tongue = NOTHING_SAID, /) -> None:
        """Add a paragraph; one without words is nothing."""
        added = list(runs)
        if any(run.text.strip() or run.note for run in added):
            self.runs.extend([Run("\n"), *added] if self.runs else added)

    def write_row(
        self, cells: Iterable[Iterable[Run]], _: Tongue = NOTHING_SAID, __: Iterable[Cell] = (), /
    ) -> None:
        """Add a row of a table that stands in a cell or a note itself."""
        self.write([run for cell in cells for run in (Run("\t"), *cell)][1:])

    def blank(self) -> None:
        """Blank lines part nothing here."""


def _filled(written: list[tuple[str, list[Span]]]) -> tuple[int, int]:
    """Return where lines with words begin and end: breaks before and behind all words part nothing."""
    places = [place for place, (words, _) in enumerate(written) if words.strip()]
    return (places[0], places[-1] + 1) if places else (0, 0)


def plain_if_all_alike(runs: list[Run]) -> list[Run]:
    """Return the runs of a heading, plain where all its words are set alike: that they head is said by more than bold.
    A line through them says more.
    """
    filled = [run.kinds for run in runs if run.text.strip()]
    alike = frozenset.intersection(*filled) if filled else frozenset()
    return [run._replace(kinds=run.kinds - (alike - {"struck_out"})) for run in runs]


def note_words(runs: Iterable[Run], label: str) -> Iterator[Run]:
    """Yield the words of a note without a sign as label that the writer set before them, and the space behind it."""
    is_begun = False
    for run in runs:
        text = run.text
        if not is_begun:
            text = text.lstrip(" \t\n")
            if text.startswith(label) and not label.isalnum():
                text = text[len(label) :].lstrip(" \t")
            is_begun = bool(text)
        yield run._replace(text=text)


class WrittenNote(NamedTuple):
    """A note as it stands below the text: whether at the end of the document or of a page, its label, its words."""

    is_endnote: bool
    label: str
    runs: list[Run]


def write_notes(notes: Iterable[WrittenNote], paragraphs: Paragraphs) -> None:
    """Write notes, given in the order of their references: footnotes, then endnotes. Where both have the same labels that
    order stays, so that a reference finds its own.
    """
    written = list(notes)
    footnotes, endnotes = (
        {note.label for note in written if note.is_endnote is end} for end in (False, True)
    )
    if footnotes.isdisjoint(endnotes):
        written.sort(key=lambda note: note.is_endnote)
    if written:
        paragraphs.blank()
    for note in written:
        paragraphs.write(note_words(note.runs, note.label), LineStyle("note", label=note.label))
