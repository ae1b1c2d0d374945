"""The body as HTML: blocks as what they are on the paper, the editors' apparatus marked where it stands.

The words of the HTML are the words of the body, in order; nothing else in it is text, numbers and help aside, which
stand outside the words in elements of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from archivegen.archive.passages import Passage
from archivegen.records.body import Block, Body, Inline, Text

_EMPHASIS = {"emphasis": Markup("<em>{}</em>"), "strong": Markup("<strong>{}</strong>")}


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block ready for the page: its kind, its anchor, its printed number if it has one, and its HTML.

    The kind of what was removed is `removed`; its empty place keeps the anchor.
    """

    kind: str
    anchor: str
    number: str
    html: Markup


def block_views(passages: Iterable[Passage]) -> tuple[BlockView, ...]:
    """Return the passages of a text as the page shows them."""
    return tuple(
        BlockView(passage.block.kind, passage.anchor, passage.number, _html(passage.block))
        if passage.block
        else BlockView("removed", passage.anchor, passage.number, Markup())
        for passage in passages
    )


def mark_kinds(body: Body) -> tuple[str, ...]:
    """Return the kinds of editors' marks the body has, for the explanation below the text."""
    kinds = {mark.kind for _, mark in body.marks() if mark.kind not in _EMPHASIS} | {
        block.kind for block in body.blocks if block.kind in ("omission", "stamp")
    }
    return tuple(sorted(kinds))


def _html(block: Block) -> Markup:
    return _inline(block.content, line_broken=block.is_line_broken)


def _inline(content: tuple[Inline, ...], *, line_broken: bool) -> Markup:
    parts = []
    for part in content:
        if isinstance(part, Text):
            parts.append(_words(part.text, line_broken=line_broken))
        elif part.kind == "seam":
            parts.append(Markup(' <span class="seam"></span>'))
        elif part.kind in _EMPHASIS:
            inner = _inline(part.content, line_broken=line_broken)
            parts.append(_EMPHASIS[part.kind].format(inner))
        else:
            inner = _inline(part.content, line_broken=line_broken)
            parts.append(Markup('<span class="mark {}">{}</span>').format(part.kind.replace("_", "-"), inner))
    return Markup("").join(parts)


def _words(text: str, *, line_broken: bool) -> Markup:
    if not line_broken:
        return escape(re.sub(r"[ \t]*\n[ \t]*", "\n", text))
    return Markup("<br>\n").join(escape(line) for line in re.sub(r" +\n", "\n", text).split("\n"))
