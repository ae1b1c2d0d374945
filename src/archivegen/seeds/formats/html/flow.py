"""The elements of a page written down in the order of reading: paragraphs, lists, tables, quotations and notes."""

from __future__ import annotations

import re

from archivegen.seeds.formats.html.context import Context
from archivegen.seeds.formats.html.element_styles import BLOCKS, stands_apart, style_of
from archivegen.seeds.formats.html.frame import Frame, Part
from archivegen.seeds.formats.html.notes import Notes
from archivegen.seeds.formats.html.numbering import marked_items
from archivegen.seeds.formats.html.paragraph_runs import paragraphs_in, without_label
from archivegen.seeds.formats.html.plain_lines import lines_of
from archivegen.seeds.formats.html.tables import is_table, rows_of
from archivegen.seeds.formats.html.tree import Element
from archivegen.seeds.formats.paragraphs import Paragraphs
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.source_text import CONTINUED, NOTHING_SAID, LineStyle, Tongue

_TYPED = frozenset(("pre", "listing", "xmp", "plaintext"))
_SPACES = re.compile(r"[ \t\n\r\f]+")


class Flow:
    """A walk through the elements of a document. `apart` is what is not written, with why, in the order of the page."""

    def __init__(self, frame: Frame, notes: Notes, *, is_typed: bool = False) -> None:
        self.paragraphs = Paragraphs()
        self.apart: list[tuple[Part, str]] = []
        self._frame, self._notes, self._is_typed = frame, notes, is_typed
        self._runs: list[Run] = []
        # How the next paragraph begins: the style and the number of an item or a note.
        self._opening: tuple[LineStyle, str] | None = None
        self._waiting: list[Element] = []
        self._written: set[Element] = set()
        self._is_in_cell = False
        self._has_space = True

    def write(self, article: Element, tongue: Tongue = NOTHING_SAID) -> None:
        """Write all that is in an element, and the notes that stand elsewhere below it."""
        self._walk(article, Context(tongues=(tongue,)))
        self._end(Context())
        self._waiting = [note for note in self._notes.labels if note not in self._written]
        self._end(Context())

    def _walk(self, element: Element, context: Context) -> None:
        for child in element.children:
            if isinstance(child, str):
                words = child if context.is_typed else _SPACES.sub(" ", child)
                self._runs.append(
                    Run(words, context.kinds, is_typed=context.is_typed, tongues=context.tongues)
                )
            else:
                self._visit(child, context)

    def _visit(self, element: Element, context: Context) -> None:
        if part := self._frame.parts.get(element):
            self._set_apart(part, element)
        elif element in self._notes.labels:
            self._waiting.append(element)
        elif element in self._notes.references:
            self._runs.append(Run("", note=self._notes.references[element]))
        elif element in self._notes.back:
            self._lead_back(element)
        elif element.name in BLOCKS:
            self._block(element, context)
        else:
            self._inline(element, context)

    def _set_apart(self, part: Part, element: Element) -> None:
        if part != "silent":
            self.apart.extend((part, line) for line in lines_of(element, self._notes.labels))

    def _lead_back(self, link: Element) -> None:
        """Leave out a link from a note to the text; a number stands in the note's label, other words are the page's own."""
        words = " ".join(link.text.split())
        if re.search(r"[^\W\d]{2}", words):
            self.apart.append(("frame", words))

    def _inline(self, element: Element, context: Context) -> None:
        inner = context.among_words(element)
        if element.name == "br":
            self._runs.append(Run("\n"))
        elif element.name == "rp":
            return  # the brackets around a reading are set with it
        elif element.name == "q":
            self._runs.append(Run("“", inner.kinds))
            self._walk(element, inner)
            self._runs.append(Run("”", inner.kinds))
        elif element.name == "rt":
            self._runs.append(Run("(", context.kinds))
            self._walk(element, inner)
            self._runs.append(Run(")", context.kinds))
        else:
            self._walk(element, inner)

    def _block(self, element: Element, context: Context) -> None:
        if self._is_in_cell:
            self._runs.append(Run(" "))
            self._walk(element, context.among_words(element))
            self._runs.append(Run(" "))
            return
        self._end(context)
        self._has_space = self._has_space and not stands_apart(element, is_in_list=context.depth > 0)
        outer, context = context, context.within(element)
        name = element.name
        if name in ("ol", "ul", "dir", "menu"):
            self._list(element, context)
        elif name == "table" and is_table(element, self._frame.parts):
            self._table(element, context)
        else:
            inner = context._replace(
                style=style_of(element, context.style), is_typed=context.is_typed or name in _TYPED
            )
            self._walk(element, inner)
            self._end(inner)
        self._has_space = self._has_space and not stands_apart(element, is_in_list=outer.depth > 0)

    def _list(self, element: Element, context: Context) -> None:
        marks = dict(marked_items(element))
        depth = context.depth + 1
        for child in element.children:
            if not isinstance(child, Element) or child not in marks or child in self._frame.parts:
                self._walk(Element(element.name, {}, [child]), context)
                continue
            if child in self._notes.labels:
                self._visit(child, context)
                self._end(context)
                continue
            self._end(context)
            self._opening = (LineStyle("list_item", depth), marks[child]) if marks[child] else None
            inner = context.within(child)._replace(
                style=CONTINUED if marks[child] else context.style, depth=depth
            )
            self._walk(child, inner)
            self._end(inner)
            self._opening = None
        self._end(context)

    def _table(self, element: Element, context: Context) -> None:
        for child in element.children:
            if isinstance(child, Element) and child.name == "caption":
                self._block(child, context)
        self._is_in_cell = True
        for row in rows_of(element):
            if row.element in self._notes.labels:
                self._waiting.append(row.element)
                continue
            inner, cells = context.within(row.element), []
            for cell in row.cells:
                self._runs = []
                if cell:
                    self._walk(cell, inner.among_words(cell))
                cells.append(self._runs)
            self._runs = []
            if any(run.text.strip() or run.note for cell in cells for run in cell):
                self._give_space(None)
                self.paragraphs.write_row(cells, inner.tongues[0], row.forms)
        self._is_in_cell = False
        self._end(context)

    def _end(self, context: Context) -> None:
        """Write the paragraph that has come to its end, and the notes that were met in it."""
        runs, self._runs = self._runs, []
        is_by_line = self._is_typed and context.is_typed
        for place, lines in enumerate(paragraphs_in(runs, is_by_line=is_by_line)):
            self._has_space = self._has_space and (not place or is_by_line)
            style = context.style
            if self._opening:
                style, mark = self._opening
                self._opening = None
                lines = (  # noqa: PLW2901 -- its number is its beginning
                    without_label(lines, style.label)
                    if style.kind == "note"
                    else [Run(f"{mark} "), *lines]
                    if mark
                    else lines
                )
            self._give_space(style)
            self.paragraphs.write(lines, style, context.tongues[0])
        waiting, self._waiting = self._waiting, []
        for note in waiting:
            self._note(note)

    def _note(self, note: Element) -> None:
        self._written.add(note)
        style = LineStyle("note", label=self._notes.labels[note])
        self._opening = (style, "")
        inner = Context(style=CONTINUED).within(note)
        if note.name == "tr":
            self._is_in_cell = True
        self._walk(note, inner)
        self._is_in_cell = False
        self._end(inner)
        self._opening = None

    def _give_space(self, style: LineStyle | None) -> None:
        if not self._has_space and style != CONTINUED and not (style and style.kind == "note"):
            self.paragraphs.blank()
        self._has_space = True
