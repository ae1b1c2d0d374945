"""The body as HTML: blocks as what they are on the paper, the editors' apparatus marked where it stands.

The words of the HTML are the words of the body, in order; nothing else in it is text, numbers and help aside, which
stand outside the words in elements of their own.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup, escape

from archivegen.records.body import Block, Body, Inline, Text

_NUMBERED = ("paragraph", "address", "quotation")
_EMPHASIS = {"emphasis": Markup("<em>{}</em>"), "strong": Markup("<strong>{}</strong>")}


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block ready for the page: its kind, its anchor, its printed number if it has one, and its HTML."""

    kind: str
    anchor: str
    number: int | None
    html: Markup


def block_views(body: Body) -> tuple[BlockView, ...]:
    """Return the blocks of a body with their anchors, and numbers for the blocks of running text."""
    views: list[BlockView] = []
    number = 0
    for block, anchor in zip(body.blocks, anchors(body), strict=True):
        is_numbered = block.kind in _NUMBERED
        number += is_numbered
        views.append(BlockView(block.kind, anchor, number if is_numbered else None, _html(block)))
    return tuple(views)


def anchors(body: Body) -> tuple[str, ...]:
    """Return an anchor for each block, made from its own words: edits elsewhere leave it as it is.

    Blocks of the same words get a number in the order of the text.
    """
    seen: Counter[str] = Counter()
    found = []
    for block in body.blocks:
        letters = "".join(re.findall(r"\w+", block.text.casefold()))
        anchor = "p-" + hashlib.sha256(letters.encode()).hexdigest()[:6]
        seen[anchor] += 1
        found.append(anchor if seen[anchor] == 1 else f"{anchor}-{seen[anchor]}")
    return tuple(found)


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
