"""Word documents (.docx): paragraphs, headings, lists, tables and notes in the order in which Word prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from archivegen.seeds.formats.office_remarks import remarks_of
from archivegen.seeds.formats.package import damaged
from archivegen.seeds.formats.paragraphs import (
    RIGHT_TO_LEFT,
    Gathered,
    Page,
    Paragraphs,
    WrittenNote,
    write_notes,
)
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.formats.word_left_out import comments_in, left_out, letterheads, running_heads
from archivegen.seeds.formats.word_notes import Notes
from archivegen.seeds.formats.word_numbering import Numbering
from archivegen.seeds.formats.word_parts import WordParts
from archivegen.seeds.formats.word_runs import WordRuns, branch_of, is_unfilled
from archivegen.seeds.formats.word_styles import (
    ListPlace,
    Style,
    WordStyles,
    child,
    is_on,
    level_of,
    number,
    place_of,
    tag,
    value,
)
from archivegen.seeds.formats.word_tables import grid_of, rows_of, strays_of
from archivegen.seeds.formats.word_unread import unread
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import NOTHING_SAID, LineStyle, SourceText, Tongue

_NO_BLOCKS = frozenset("w:del w:moveFrom w:sectPr w:sdtPr w:sdtEndPr w:tcPr w:trPr w:tblPr w:tblGrid".split())
# In twentieths of a point: a centimetre, less than any program sets in by default.
_SET_IN = 500


def read_word(content: bytes, path: str) -> SourceText:
    """Return the text of a Word document, its revisions accepted, without hidden words and comments.

    Raises:
        Refusal: the file is damaged, encrypted, or is no Word document.

    """
    try:
        parts = WordParts(content, path)
        return _Document(parts).read(path)
    except RecursionError as error:
        raise damaged(path, "its parts are nested without end") from error


class _Document:
    """A document as it is read: what runs through all its paragraphs."""

    def __init__(self, parts: WordParts) -> None:
        self._parts = parts
        self._styles = WordStyles(parts.xml("styles"))
        self._numbering = Numbering(parts.xml("numbering"), self._styles)
        self._notes = Notes(parts)
        self._words = WordRuns(self._styles, self._notes)
        # Words of paragraphs whose end was deleted or hidden: they go on in the next.
        self._begun: list[Run] = []
        self._boxes: list[Element] = []

    def read(self, path: str) -> SourceText:
        paragraphs = Paragraphs(keeps_spaces=True)
        for header in letterheads(self._parts):
            self._blocks(header, paragraphs)
            paragraphs.blank()
        self._story(self._parts.body, paragraphs)
        self._write_notes(paragraphs)
        counts = self._words.left_out + unread(self._parts, self._words.met)
        source = paragraphs.source(path, "word", tuple(left_out(path, self._parts, counts)))
        heads = running_heads(self._parts)
        remarks = remarks_of(self._parts.package, comments_in(self._parts), self._words.hidden, heads)
        return replace(source, stated=remarks)

    def _story(self, container: Element, page: Page) -> None:
        """Write all that stands in a container of its own: the document, a cell, a note."""
        self._blocks(container, page)
        if self._begun or self._boxes:
            self._write(self._begun, None, page)

    def _blocks(self, container: Iterable[Element], page: Page) -> None:
        for element in container:
            name = tag(element)
            if name in _NO_BLOCKS:
                continue
            if name == "w:p":
                self._paragraph(element, page)
            elif name in ("w:r", "w:t"):
                self._begun.extend(self._words.loose(element))
            elif name == "w:tbl":
                self._table(element, page)
            elif name == "mc:AlternateContent":
                branch = branch_of(element)
                self._blocks(branch if branch is not None else (), page)
            elif name == "w:altChunk":
                self._words.left_out["chunks"] += 1
            elif is_unfilled(element):
                self._words.met.update(element.iter("*"))
            else:
                self._blocks(element, page)

    def _paragraph(self, paragraph: Element, page: Page) -> None:
        properties = child(paragraph, "w:pPr")
        style_id, style = self._styles.paragraph(value(child(properties, "w:pStyle")))
        level = style.level or level_of(properties) or 0
        words = self._words.of(paragraph, replace(style, level=level))
        self._begun.extend(words.runs)
        self._boxes.extend(words.boxes)
        if _end_is_gone(properties):
            return
        own, by_style = place_of(properties), style.place or ListPlace("")
        place = own._replace(list_id=own.list_id or by_style.list_id) if own else by_style
        if own and own.level is None:
            place = place._replace(level=by_style.level)
        depth, printed = self._numbering.label(place, style_id) or (1, "")
        # An item without words counts, but its bare number says nothing.
        has_words = any(run.text.strip() for run in self._begun)
        runs = [Run(printed), *self._begun] if printed and has_words else self._begun
        kind = _kind_of(style, level, depth if printed else 0)
        is_set_in = kind is None and has_words and _is_set_in(properties)
        own_direction = is_on(child(properties, "w:bidi"))
        is_from_right = style.is_from_right if own_direction is None else own_direction
        tongue = RIGHT_TO_LEFT if is_from_right else NOTHING_SAID
        self._write([Run("\t"), *runs] if is_set_in else runs, kind, page, tongue)

    def _write(
        self, runs: list[Run], style: LineStyle | None, page: Page, tongue: Tongue = NOTHING_SAID
    ) -> None:
        """Write a paragraph, and below it the text boxes that hang on it, each apart."""
        boxes = self._boxes
        self._begun, self._boxes = [], []
        if not boxes or any(run.text.strip() or run.note for run in runs):
            page.write(runs, style, tongue)
        for box in boxes:
            page.blank()
            self._story(box, page)
            page.blank()

    def _table(self, table: Element, page: Page) -> None:
        """Write a table row by row. One of a single row or column only sets paragraphs beside each other."""
        if self._begun:
            self._write(self._begun, None, page)
        rows = grid_of(list(rows_of(table)))
        if len(rows) < 2 or all(len(row) < 2 for row in rows):
            for cell in (cell for row in rows for cell, _ in row if cell is not None):
                page.blank()
                self._story(cell, page)
            self._blocks(strays_of(table), page)
            page.blank()
            return
        is_from_right = is_on(child(child(table, "w:tblPr"), "w:bidiVisual"))
        for row in rows:
            cells = [self._gathered(cell) for cell, _ in row]
            tongue = RIGHT_TO_LEFT if is_from_right else NOTHING_SAID
            page.write_row(cells, tongue, (form for _, form in row))
        self._blocks(strays_of(table), page)

    def _gathered(self, container: Element | None) -> list[Run]:
        gathered = Gathered()
        if container is not None:
            self._story(container, gathered)
        return gathered.runs

    def _write_notes(self, paragraphs: Paragraphs) -> None:
        """Write the notes, and those that the notes themselves refer to."""
        written: list[WrittenNote] = []
        while new := self._notes.referred(len(written)):
            written.extend(
                WrittenNote(note.kind == "endnote", note.label, self._gathered(note.element)) for note in new
            )
        write_notes(written, paragraphs)


def _kind_of(style: Style, level: int, depth: int) -> LineStyle | None:
    """Return what a paragraph is: a heading of a level, an item of a list at a depth, a quotation, or just a paragraph."""
    if level:
        return LineStyle("heading", level)
    if depth:
        return LineStyle("list_item", depth)
    return LineStyle("quotation") if style.is_quotation else None


def _end_is_gone(properties: Element | None) -> bool:
    """Say whether the end of a paragraph was deleted, moved away or hidden, or ends an initial set large."""
    mark = child(properties, "w:rPr")
    if any(child(mark, name) is not None for name in ("w:del", "w:moveFrom")):
        return True
    is_initial = value(child(properties, "w:framePr"), "dropCap") in ("drop", "margin")
    return is_initial or bool(is_on(child(mark, "w:vanish")))


def _is_set_in(properties: Element | None) -> bool:
    """Say whether a paragraph is set in from the margin by itself: catalogues set off a summary so."""
    indent = child(properties, "w:ind")
    margin = number(indent, "left") or number(indent, "start") or 0
    return margin >= _SET_IN and not number(indent, "hanging")
