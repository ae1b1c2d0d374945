"""OpenDocument texts (.odt): paragraphs, headings, lists, tables and notes in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archivegen.records.body import COVERED, Cell, Scope
from archivegen.seeds.formats.left_out import left_out
from archivegen.seeds.formats.office_remarks import remarks_of
from archivegen.seeds.formats.opendocument_heads import PageHeads
from archivegen.seeds.formats.opendocument_lists import Lists
from archivegen.seeds.formats.opendocument_runs import SpanRuns
from archivegen.seeds.formats.opendocument_styles import DocumentStyles, child, number, tag, value
from archivegen.seeds.formats.opendocument_unread import unread
from archivegen.seeds.formats.package import (
    OPENDOCUMENT,
    Package,
    damaged,
    encrypted,
    not_its_format,
    open_package,
)
from archivegen.seeds.formats.paragraphs import (
    RIGHT_TO_LEFT,
    Gathered,
    Page,
    Paragraphs,
    WrittenNote,
    write_notes,
)
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import CONTINUED, NOTHING_SAID, LineStyle, SourceText

_NO_BLOCKS = frozenset(
    "text:tracked-changes office:forms text:sequence-decls text:variable-decls text:user-field-decls "
    "office:annotation office:annotation-end table:table-column table:table-columns text:list-header-source "
    "text:dde-connection-decls text:alphabetical-index-auto-mark-file office:event-listeners table:title table:desc".split()
)
_PARAGRAPHS = ("text:p", "text:h")
# A cell or row that says it is repeated more often fills a sheet, not a text.
_MOST_REPEATED = 63


def read_opendocument(content: bytes, path: str) -> SourceText:
    """Return the text of an OpenDocument text, its revisions accepted, without hidden words and comments.

    Raises:
        Refusal: the file is damaged, encrypted, or is no OpenDocument text.

    """
    package = open_package(content, path, OPENDOCUMENT)
    manifest = package.xml("META-INF/manifest.xml")
    if manifest is not None and any(tag(each) == "manifest:encryption-data" for each in manifest.iter("*")):
        raise encrypted(path)
    root = package.xml("content.xml")
    text = child(child(root, "office:body"), "office:text")
    if text is None:
        other = child(root, "office:body") is not None
        raise (
            not_its_format(path, OPENDOCUMENT, "another kind of OpenDocument")
            if other
            else damaged(path, "it has no part with the text")
        )
    try:
        return _Document(package, root).read(text)
    except RecursionError as error:
        raise damaged(path, "its parts are nested without end") from error


class _Document:
    """A document as it is read: what runs through all its paragraphs."""

    def __init__(self, package: Package, root: Element) -> None:
        self._path, self._package = package.path, package
        common = package.xml("styles.xml")
        self._styles = DocumentStyles(common, root)
        self._lists = Lists(self._styles)
        self._words = SpanRuns(self._styles)
        self._heads = PageHeads(common, root)

    def read(self, text: Element) -> SourceText:
        paragraphs = Paragraphs(keeps_spaces=True)
        for head in self._heads.letterheads:
            self._blocks(head, paragraphs)
            paragraphs.blank()
        self._blocks(text, paragraphs)
        written: list[WrittenNote] = []
        while new := self._words.notes[len(written) :]:
            written.extend(
                WrittenNote(note.kind == "endnote", note.label, self._gathered(note.element)) for note in new
            )
        write_notes(written, paragraphs)
        counts = self._words.left_out + unread(text, self._words.met, self._words.met_behind)
        problems = tuple(left_out(self._path, counts, self._heads.running))
        source = paragraphs.source(self._path, "opendocument", problems)
        annotations = (each for each in text.iter("*") if tag(each) == "office:annotation")
        comments = [" ".join(" ".join(each.itertext()).split()) for each in annotations]
        return replace(
            source, stated=remarks_of(self._package, comments, self._words.hidden, self._heads.running)
        )

    def _blocks(self, container: Iterable[Element], page: Page) -> None:
        for element in container:
            name = tag(element)
            if name in _PARAGRAPHS:
                self._paragraph(element, page)
            elif name == "text:list":
                self._list(element, page)
            elif name == "table:table":
                self._table(element, page)
            elif name.startswith("draw:"):
                self._boxes(self._words.boxes_in(element), page)
            elif name in _NO_BLOCKS or name.endswith("-source") or value(element, "text:display") == "none":
                continue
            else:
                self._blocks(element, page)

    def _paragraph(self, element: Element, page: Page, label: str = "", *, goes_on: bool = False) -> None:
        """Write a paragraph; `label` is what is printed before it, and in an item that has begun it goes on."""
        style = self._styles.paragraph(element)
        if tag(element) == "text:h":
            style = replace(style, level=number(element, "text:outline-level") or style.level or 1)
            label = label or self._lists.heading(element, style.level)
        words = self._words.of(element, style)
        has_words = any(run.text.strip() or run.note for run in words.runs)
        kind = CONTINUED if goes_on and has_words else None
        if style.level:
            kind = LineStyle("heading", style.level)
        elif label:
            kind = LineStyle("list_item", self._lists.level)
        elif style.is_quotation:
            kind = LineStyle("quotation")
        if has_words or not words.boxes:
            page.write(
                [Run(label if has_words else ""), *words.runs],
                kind,
                RIGHT_TO_LEFT if style.is_from_right else NOTHING_SAID,
            )
        self._boxes(words.boxes, page)

    def _boxes(self, boxes: list[Element], page: Page) -> None:
        """Write text boxes, each apart."""
        for box in boxes:
            page.blank()
            with self._lists.set_aside():
                self._blocks(box, page)
            page.blank()

    def _list(self, element: Element, page: Page) -> None:
        self._lists.open(element)
        for item in element:
            blocks = [each for each in item if tag(each) not in ("text:number", "text:soft-page-break")]
            label, is_begun = "", False
            if tag(item) == "text:list-item" and blocks and tag(blocks[0]) in _PARAGRAPHS:
                label = self._lists.label(item)
            for block in blocks:
                if tag(block) in _PARAGRAPHS:
                    self._paragraph(block, page, "" if is_begun else label, goes_on=is_begun and bool(label))
                    is_begun = True
                else:
                    self._blocks([block], page)
        self._lists.close()

    def _table(self, table: Element, page: Page) -> None:
        """Write a table row by row. One of a single row or column only sets paragraphs beside each other."""
        rows = [list(_cells(row, scope)) for row, scope in _rows(table)]
        with self._lists.set_aside():
            if len(rows) < 2 or all(len(row) < 2 for row in rows):
                for cell in (cell for row in rows for cell, _ in row if cell is not None):
                    page.blank()
                    self._blocks(cell, page)
                page.blank()
                return
            for row in rows:
                cells = [self._gathered(cell) for cell, _ in row]
                page.write_row(cells, NOTHING_SAID, (form for _, form in row))

    def _gathered(self, container: Element | None) -> list[Run]:
        gathered = Gathered()
        if container is not None:
            self._blocks(container, gathered)
        return gathered.runs


def _rows(table: Element, scope: Scope = "") -> Iterator[tuple[Element, Scope]]:
    """Yield the rows of a table but for hidden ones, whatever they are grouped in, and of what their cells are the heads."""
    for element in table:
        name = tag(element)
        if name == "table:table-row":
            if value(element, "table:visibility") in (None, "visible"):
                for _ in range(min(number(element, "table:number-rows-repeated") or 1, _MOST_REPEATED)):
                    yield element, scope
        elif name in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(element, "col" if name == "table:table-header-rows" else scope)


def _cells(row: Element, scope: Scope) -> Iterator[tuple[Element | None, Cell]]:
    """Yield the cells of a row by columns with what each is: none for a column that a merged cell covers."""
    for cell in row:
        name = tag(cell)
        if name in ("table:table-cell", "table:covered-table-cell"):
            count = min(number(cell, "table:number-columns-repeated") or 1, _MOST_REPEATED)
            is_covered = name == "table:covered-table-cell"
            width, height = (
                number(cell, f"table:number-{what}-spanned") or 1 for what in ("columns", "rows")
            )
            yield from [(None, COVERED) if is_covered else (cell, Cell(width, height, scope))] * count
