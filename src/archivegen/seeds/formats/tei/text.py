"""The text of a document in TEI as paragraphs: every word of it in the order of reading, notes below.

Whatever element is not known gives its text. Of two readings of a place (`choice`) the one on the paper is the text.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from archivegen.records.body import Cell
from archivegen.seeds.formats.paragraphs import Paragraphs
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.formats.tei.elements import children, document_named, name_of, tongue_of, words_of
from archivegen.seeds.formats.tei.looks import NOTHING, kinds_of
from archivegen.seeds.formats.tei.paragraph_kinds import (
    STANDING_APART,
    is_paragraph,
    is_prose_around,
    style_of,
)
from archivegen.seeds.formats.tei.tables import Places, grid_of
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import NOTHING_SAID, LineStyle, SpanKind, Tongue

_WITHOUT_WORDS = frozenset("graphic media anchor milestone fw teiHeader index certainty".split())
# What the editors supply bears their signs, as in print.
_SIGNS = {"supplied": ("[", "]")}
_OF_THE_PAPER = ("sic", "orig", "abbr", "unclear")


class Note(NamedTuple):
    """A note that the text refers to, and the label that both bear."""

    label: str
    element: Element


class TextWriter:
    """A walk through the elements of a document. `lines` has the first and the last line that each stands on, `notes` what
    the text refers to, in order, `heads` what stands above or below the pages of the paper. `file` is the path that references
    count from, `left_out` are elements that are no part of the text.
    """

    def __init__(self, file: str, left_out: frozenset[Element] = frozenset()) -> None:
        self._file = file
        self.paragraphs = Paragraphs()
        self.lines: dict[Element, tuple[int, int]] = {}
        self.notes: list[Note] = []
        self.heads: list[str] = []
        self._left_out = left_out
        self._runs: list[Run] = []
        self._style: LineStyle | None = None
        self._labels: Counter[str] = Counter()
        self._is_in_note = False
        self._link = ""
        # The language of the paragraph, and those of words in it, the inner behind the outer ones.
        self._tongues: tuple[Tongue, ...] = (NOTHING_SAID,)
        self._rows: dict[Element, Places] = {}

    def write(self, element: Element) -> None:
        """Write an element as a whole."""
        self._element(element, NOTHING)
        self._end()

    def write_notes(self) -> None:
        """Write the notes to all that was written; notes to notes come behind."""
        self._is_in_note = True
        for note in self.notes:
            self.paragraphs.blank()
            self._tongues = (tongue_of(note.element, NOTHING_SAID),)
            self._inside(note.element, NOTHING)
            self.paragraphs.write(self._runs, LineStyle("note", label=note.label), self._tongues[0])
            self._runs = []
        self._is_in_note = False

    def _element(self, element: Element, kinds: frozenset[SpanKind]) -> None:
        name = name_of(element)
        if element in self._left_out or self._is_passed_over(element, name):
            return
        begins = is_paragraph(element, name)
        if begins:
            self._end()
        first = self.paragraphs.last + 1
        if name == "note":
            self._refer(element)
        elif name == "choice":
            self._choice(element, kinds)
        elif name == "lb":
            self._break(element)
        elif name in ("space", "cb"):
            self._add(" ", kinds)
        elif name == "gap":
            self._add("[…]", kinds)
        elif name == "pb":
            self._runs.append(Run("", page=str(element.get("n", ""))))
        elif name == "row" and not self._is_in_note:
            self._row(element)
        elif begins:
            self._paragraph(element, name)
        elif name == "ref":
            above, self._link = self._link, document_named(element, self._file)
            self._inside(element, kinds)
            self._link = above
        else:
            self._among_words(element, name, kinds)
        self.lines[element] = (first, max(first, self.paragraphs.last + bool(self._runs)))

    def _is_passed_over(self, element: Element, name: str) -> bool:
        if name == "fw":
            self.heads.append(words_of(element))
        return name in _WITHOUT_WORDS

    def _among_words(self, element: Element, name: str, kinds: frozenset[SpanKind]) -> None:
        if name == "addrLine":
            self._runs.append(Run("\n"))
        before, behind = _SIGNS.get(name, ("", ""))
        self._add(before, kinds)
        self._inside(element, kinds | kinds_of(element, name))
        self._add(behind, kinds)

    def _paragraph(self, element: Element, name: str) -> None:
        above = self._style, self._tongues
        self._style = style_of(element, name, self._style)
        self._tongues = (tongue_of(element, self._tongues[-1]),)
        if name == "table":
            self._rows |= grid_of(element)
        if name in STANDING_APART and self._style is None and not self._is_in_note:
            self.paragraphs.part()
        self._inside(element, NOTHING)
        self._end()
        self._style, self._tongues = above

    def _inside(self, element: Element, kinds: frozenset[SpanKind]) -> None:
        above, tongue = self._tongues, tongue_of(element, self._tongues[-1])
        self._tongues = above if tongue == above[-1] else (*above, tongue)
        self._add(element.text or "", kinds)
        for each in element:
            self._element(each, kinds)
            self._add(each.tail or "", kinds)
        self._tongues = above

    def _row(self, element: Element) -> None:
        """Write a row; what stands in it outside of its cells, as the beginning of a page does, goes with the next of them."""
        places = self._rows.get(element) or [(cell, Cell()) for cell in children(element, "cell")]
        before: dict[Element, list[Run]] = {}
        above, self._tongues = self._tongues, (tongue_of(element, self._tongues[-1]),)
        self._add((element.text or "").strip(), NOTHING)
        for each in element:
            if name_of(each) == "cell":
                before[each], self._runs = self._runs, []
            else:
                self._element(each, NOTHING)
            self._add((each.tail or "").strip(), NOTHING)
        behind, cells = self._runs, []
        for cell, _ in places:
            self._runs = before.get(cell, [])
            if cell is not None:
                self._inside(cell, NOTHING)
            cells.append(self._runs)
        self._runs = behind
        self.paragraphs.write_row(cells, self._tongues[0], (form for _, form in places))
        self._tongues = above

    def _refer(self, element: Element) -> None:
        number = str(element.get("n", "")) or str(len(self.notes) + 1)
        self._labels[number] += 1
        label = number if self._labels[number] == 1 else f"{number}-{self._labels[number]}"
        self.notes.append(Note(label, element))
        self._runs.append(Run("", note=label))

    def _choice(self, element: Element, kinds: frozenset[SpanKind]) -> None:
        readings = children(element)
        of_paper = next((each for each in readings if name_of(each) in _OF_THE_PAPER), None)
        for each in readings[:1] if of_paper is None else [of_paper]:
            self._element(each, kinds)

    def _break(self, element: Element) -> None:
        """Where a line of the paper ends, prose goes on; an address or a heading was broken by its writer."""
        if not (self._is_in_note or is_prose_around(element)):
            self._runs.append(Run("\n"))
        elif element.get("break") != "no":
            self._add(" ", NOTHING)

    def _add(self, text: str, kinds: frozenset[SpanKind]) -> None:
        if text:
            self._runs.append(
                Run(text.replace("\n", " ").replace("\t", " "), kinds, link=self._link, tongues=self._tongues)
            )

    def _end(self) -> None:
        """End the paragraph; within a note, the line."""
        if self._is_in_note:
            self._runs.append(Run("\n"))
        elif any(run.text.strip() or run.note or run.page for run in self._runs):
            # A page may begin, and a note stand, where no word does: both go with the words behind.
            if any(run.text.strip() for run in self._runs):
                self.paragraphs.write(self._runs, self._style, self._tongues[0])
                self._runs = []
            else:
                self._runs = [run for run in self._runs if run.note or run.page]
        else:
            self._runs = []
