"""The body as HTML: blocks as what they are on the paper, the editors' apparatus marked where it stands.

The words of the HTML are the words of the body, in order; nothing else in it is text, numbers, references to notes and
help aside, which stand outside the words in elements of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, count, groupby

from markupsafe import Markup, escape

from archivegen.archive.passages import Passage
from archivegen.pages.block_view import NO_ATTRIBUTES, BlockView, RowView, attributes_of
from archivegen.pages.table_view import cells_of, contents_of
from archivegen.records.body import Body, Inline, Mark, Text

_BY_FORMAT = {
    "emphasis": Markup("<em>{}</em>"), "strong": Markup("<strong>{}</strong>"),
    "superscript": Markup("<sup>{}</sup>"), "subscript": Markup("<sub>{}</sub>"),
    "inserted": Markup("<ins>{}</ins>"), "struck_out": Markup("<s>{}</s>"),
    "unclear": Markup('<span class="unclear">{}</span>'),
}  # fmt: skip
_REFERENCE = Markup('<sup class="reference">{}</sup>')
_LINKED_REFERENCE = Markup('<sup class="reference"><a href="#{}"{}>{}</a></sup>')
_ATTRIBUTES = {
    "language": Markup('<span lang="{}">{}</span>'), "direction": Markup('<span dir="{}">{}</span>'),
}  # fmt: skip
_LINK = Markup('<a href="{}">{}</a>')
_PAGE_BREAK = Markup('<a class="page-break" id="{0}" href="#{0}">{1}</a>')
# A line through words is seen by some readers only; the others are told below the text.
_NO_SIGNS = (
    *(_BY_FORMAT.keys() - {"struck_out"}),
    "note_reference",
    "page_break",
    "document_link",
    *_ATTRIBUTES,
)

LinkTo = Callable[[str], str | None]


def block_views(
    passages: Iterable[Passage],
    *,
    with_references: bool = True,
    link_to: LinkTo | None = None,
    prefix: str = "",
) -> tuple[BlockView, ...]:
    """Return the passages of a text as the page shows them; without references to notes for those who count words.

    `link_to` gives the link to a document by its path, and None where there is no page of it; `prefix` begins the names of
    the places of another version than the document's own.
    """
    passages = tuple(passages)
    references = _references(passages, link_to, prefix) if with_references else None
    views: list[BlockView] = []
    for is_table, group in groupby(passages, lambda passage: _kind(passage) == "table_row"):
        if is_table:
            views.append(_table(tuple(group), references))
        else:
            views.extend(_view(passage, references) for passage in group)
    return tuple(views)


def mark_kinds(body: Body) -> tuple[str, ...]:
    """Return the kinds of editors' marks the body has, for the explanation below the text."""
    kinds = {mark.kind for _, mark in body.marks() if mark.kind not in _NO_SIGNS} | {
        block.kind for block in body.blocks if block.kind in ("omission", "stamp")
    }
    return tuple(sorted(kinds))


class _References:
    """Where the notes of a text are, by their labels, which references to them and which pages were shown already, and where
    the documents are that it links to. Where numbers begin anew on each page, notes of one label belong to the references in
    order.
    """

    def __init__(self, anchors: Mapping[str, list[str]], link_to: LinkTo | None, prefix: str) -> None:
        self.anchors, self.link_to, self.prefix = anchors, link_to, prefix
        self.shown: set[str] = set()
        self._pages: set[str] = set()

    def html(self, label: str) -> Markup:
        """Return a reference to a note; the first one is where the note leads back to."""
        anchors = self.anchors.get(label)
        if anchors is None:
            return _REFERENCE.format(label)
        anchor = next((each for each in anchors if each not in self.shown), anchors[-1])
        own = Markup("") if anchor in self.shown else Markup(' id="{}"').format(_back(anchor))
        self.shown.add(anchor)
        return _LINKED_REFERENCE.format(anchor, own, label)

    def page(self, label: str) -> Markup:
        """Return where a page of the paper begins: a place that can be cited, without words. Of pages that bear one number, as
        those of an enclosure do, each is a place of its own.
        """
        name = f"{self.prefix}page-" + re.sub(r"\W+", "-", label.casefold())
        places = chain((name,), (f"{name}-{number}" for number in count(2)))
        place = next(each for each in places if each not in self._pages)
        self._pages.add(place)
        return _PAGE_BREAK.format(place, label)

    def link(self, path: str, inner: Markup) -> Markup:
        """Return words that lead to another document; words alone where it is not to be seen."""
        link = self.link_to(path) if self.link_to else None
        return _LINK.format(link, inner) if link else inner


def _references(passages: tuple[Passage, ...], link_to: LinkTo | None, prefix: str) -> _References:
    anchors: dict[str, list[str]] = {}
    for passage in passages:
        if passage.block and passage.block.kind == "note":
            anchors.setdefault(passage.block.label, []).append(passage.anchor)
    return _References(anchors, link_to, prefix)


def _back(anchor: str) -> str:
    return f"to-{anchor}"


def _kind(passage: Passage) -> str:
    return passage.block.kind if passage.block else "removed"


def _view(passage: Passage, references: _References | None) -> BlockView:
    block = passage.block
    if block is None:
        return BlockView("removed", passage.anchor, passage.number, Markup())
    html = _inline(block.content, references, line_broken=block.is_line_broken)
    is_referred_to = references is not None and passage.anchor in references.shown
    return BlockView(
        block.kind,
        passage.anchor,
        passage.number,
        html,
        level=block.level,
        label=block.label,
        back=_back(passage.anchor) if is_referred_to else "",
        attributes=attributes_of(block),
    )


def _table(passages: tuple[Passage, ...], references: _References | None) -> BlockView:
    blocks = [(passage.anchor, passage.block) for passage in passages if passage.block]
    places = [
        (
            [
                _inline(cell, references, line_broken=block.is_line_broken)
                for cell in contents_of(block.content)
            ],
            block.cells,
        )
        for _, block in blocks
    ]
    said = [attributes_of(block) for _, block in blocks]
    are_alike = len(set(said)) == 1
    rows = tuple(
        RowView(anchor, cells, NO_ATTRIBUTES if are_alike else own)
        for (anchor, _), own, cells in zip(blocks, said, cells_of(places), strict=True)
    )
    text = Markup("\n").join(cell.html for row in rows for cell in row.cells)
    return BlockView(
        "table",
        passages[0].anchor,
        "",
        text,
        rows=rows,
        attributes=said[0] if are_alike else NO_ATTRIBUTES,
    )


def _inline(content: tuple[Inline, ...], references: _References | None, *, line_broken: bool) -> Markup:
    parts = []
    for part in content:
        if isinstance(part, Text):
            parts.append(_words(part.text, line_broken=line_broken))
        elif part.kind == "note_reference":
            parts.append(references.html(part.label) if references else Markup())
        elif part.kind == "page_break":
            parts.append(references.page(part.label) if references else Markup())
        elif part.kind == "seam":
            parts.append(Markup(' <span class="seam"></span>'))
        else:
            inner = _inline(part.content, references, line_broken=line_broken)
            parts.append(
                references.link(part.label, inner)
                if references and part.kind == "document_link"
                else _mark(part, inner)
            )
    return Markup("").join(parts)


def _mark(mark: Mark, inner: Markup) -> Markup:
    if mark.kind == "document_link":
        return inner
    if mark.kind in _ATTRIBUTES:
        return _ATTRIBUTES[mark.kind].format(mark.label, inner)
    if mark.kind in _BY_FORMAT:
        return _BY_FORMAT[mark.kind].format(inner)
    return Markup('<span class="mark {}">{}</span>').format(mark.kind.replace("_", "-"), inner)


def _words(text: str, *, line_broken: bool) -> Markup:
    if not line_broken:
        return escape(re.sub(r"[ \t]*\n[ \t]*", "\n", text))
    return Markup("<br>\n").join(escape(line) for line in re.sub(r" +\n", "\n", text).split("\n"))
