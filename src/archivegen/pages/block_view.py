"""What the page shows of a block of the text."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from archivegen.pages.table_view import CellView
from archivegen.records.body import Block

NO_ATTRIBUTES = Markup("")


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of a table: its anchor, its cells, and its language and direction where they are not those of the whole table."""

    anchor: str
    cells: tuple[CellView, ...]
    attributes: Markup = NO_ATTRIBUTES


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block ready for the page: its kind, its anchor, its printed number if it has one, and its HTML.

    The kind of what was removed is `removed`; its empty place keeps the anchor. Rows of a table in a row are one block,
    `table`, whose anchor is that of the first. `label` is that of a note, `back` the anchor of its first reference. `attributes` say
    its language and direction, where they are known.
    """

    kind: str
    anchor: str
    number: str
    html: Markup
    level: int = 1
    label: str = ""
    back: str = ""
    rows: tuple[RowView, ...] = ()
    attributes: Markup = NO_ATTRIBUTES


def attributes_of(block: Block) -> Markup:
    """Return the attributes that say a block's language and direction."""
    known = (("lang", block.language), ("dir", block.direction))
    return Markup("").join(Markup(' {}="{}"').format(name, said) for name, said in known if said)
