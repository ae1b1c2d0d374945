"""Two texts of one document side by side: which blocks of them stand in one row."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from archivegen.pages.block_view import BlockView

Step = tuple[BlockView, ...]
# What stands above the text that follows it, and never below the text before it.
_LEADING = ("heading", "letterhead", "stamp", "place", "dateline", "page_mark")


def aligned(one: Sequence[BlockView], other: Sequence[BlockView]) -> tuple[tuple[Step, Step], ...]:
    """Return the blocks of two texts in rows, each block after the one before it; one row where nothing shows which blocks
    belong together.

    Headings that are as many in both divide the texts, or else the pages of the paper, which must have the same numbers.
    Between them paragraphs stand side by side where they are as many, or all blocks where they are of the same kinds, one
    after the other: a short paragraph may count as a line in one of the languages.
    """
    rows: list[tuple[Step, Step]] = []
    for left, right in _divided(one, other):
        units = (_units(left), _units(right))
        if len(units[0]) == len(units[1]):
            for pair in zip(*units, strict=True):
                rows += zip(*(_lead_and_rest(unit) for unit in pair), strict=True)
        elif [_sort_of(block) for block in left] == [_sort_of(block) for block in right]:
            rows += (
                ((one_block,), (other_block,)) for one_block, other_block in zip(left, right, strict=True)
            )
        else:
            rows.append((tuple(left), tuple(right)))
    return tuple(row for row in rows if any(row))


def _divided(
    one: Sequence[BlockView], other: Sequence[BlockView]
) -> list[tuple[Sequence[BlockView], Sequence[BlockView]]]:
    """Return the parts of two texts that belong together: between headings, between pages, or the whole."""
    tests: tuple[tuple[Callable[[BlockView], bool], Callable[[BlockView], object]], ...] = (
        (lambda block: block.kind == "heading", lambda _block: None),
        (lambda block: block.kind == "page_mark", lambda block: str(block.html)),
    )
    for is_division, name in tests:
        names = [[name(block) for block in text if is_division(block)] for text in (one, other)]
        if names[0] and names[0] == names[1]:
            parts = (_parts(one, is_division), _parts(other, is_division))
            return list(zip(*parts, strict=True))
    return [(one, other)]


def _sort_of(block: BlockView) -> str:
    return "paragraph" if block.kind == "lines" else block.kind


def _parts(
    blocks: Sequence[BlockView], is_division: Callable[[BlockView], bool]
) -> list[Sequence[BlockView]]:
    """Return a text in parts, the first of which may be empty: each other begins with a division."""
    parts: list[list[BlockView]] = [[]]
    for block in blocks:
        if is_division(block):
            parts.append([])
        parts[-1].append(block)
    return list(parts)


def _units(blocks: Sequence[BlockView]) -> list[Step]:
    """Return the numbered paragraphs, each with what leads to it and with what follows it."""
    units: list[list[BlockView]] = [[]]
    for block in blocks:
        has_paragraph = any(each.number and each.kind != "removed" for each in units[-1])
        starts = block.kind in _LEADING or (block.number and block.kind != "removed")
        if starts and has_paragraph:
            units.append([])
        units[-1].append(block)
    return [tuple(unit) for unit in units]


def _lead_and_rest(unit: Step) -> tuple[Step, Step]:
    """Return what leads to the paragraph of a unit, and the rest."""
    start = next((place for place, block in enumerate(unit) if block.number and block.kind != "removed"), 0)
    return unit[:start], unit[start:]
