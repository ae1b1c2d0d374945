"""Two texts of one document side by side: which blocks of them stand in one row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from archivegen.pages.block_view import BlockView
from archivegen.pages.section_numbers import number_before

Step = tuple[BlockView, ...]
# The blocks of two texts that belong together.
_Part = tuple[Sequence[BlockView], Sequence[BlockView]]
# What stands above the text that follows it, and never below the text before it.
_LEADING = ("heading", "letterhead", "stamp", "place", "dateline", "page_mark")
# One number may stand in both by chance.
_FEWEST_SECTIONS = 2


def aligned(
    one: Sequence[BlockView], other: Sequence[BlockView], titles: Collection[str] = ()
) -> tuple[tuple[Step, Step], ...]:
    """Return the blocks of two texts in rows, each block after the one before it; one row where nothing shows which blocks
    belong together.

    Headings that are as many in both divide the texts, or else the pages of the paper, which must have the same numbers.
    Between them paragraphs stand side by side where they are as many, or all blocks where they are of the same kinds, one
    after the other: a short paragraph may count as a line in one of the languages. Where they are not, the numbers of
    sections that both texts have divide them further.

    `titles` are the titles of the texts: a paragraph that is one stands above the text, as a heading does.
    """
    rows: list[tuple[Step, Step]] = []
    for part in _divided(one, other):
        rows += _rows(part, titles) or [
            row
            for section in _by_number(part)
            for row in _rows(section, titles) or [(tuple(section[0]), tuple(section[1]))]
        ]
    return tuple(row for row in rows if any(row))


def _rows(part: _Part, titles: Collection[str]) -> list[tuple[Step, Step]]:
    """Return the blocks of two texts in rows; none where these are not as many."""
    left, right = part
    units = (_units(left, titles), _units(right, titles))
    if len(units[0]) == len(units[1]):
        pairs = zip(*units, strict=True)
        return [
            row
            for pair in pairs
            for row in zip(*(_lead_and_rest(unit, titles) for unit in pair), strict=True)
        ]
    if [_sort_of(block) for block in left] == [_sort_of(block) for block in right]:
        return [((block,), (other,)) for block, other in zip(left, right, strict=True)]
    return []


def _by_number(part: _Part) -> list[_Part]:
    """Return two texts in parts that begin with the numbers of sections which stand once in both, in their order."""
    numbers = [[number_before(block.html.striptags()) for block in text] for text in part]
    shared = [
        number
        for number in dict.fromkeys(numbers[0])
        if number and all(each.count(number) == 1 for each in numbers)
    ]
    if len(shared) < _FEWEST_SECTIONS or any(
        [each for each in text if each in shared] != sorted(shared) for text in numbers
    ):
        return [part]
    starts = ([0, *map(text.index, shared), len(text)] for text in numbers)
    return [
        (part[0][one:one_end], part[1][other:other_end])
        for (one, one_end), (other, other_end) in zip(*map(pairwise, starts), strict=True)
    ]


def _divided(one: Sequence[BlockView], other: Sequence[BlockView]) -> list[_Part]:
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


def _is_counted(block: BlockView, titles: Collection[str]) -> bool:
    """Say whether a block is a paragraph that must have its counterpart."""
    is_paragraph = bool(block.number) and block.kind != "removed"
    return is_paragraph and not (titles and " ".join(block.html.striptags().split()) in titles)


def _units(blocks: Sequence[BlockView], titles: Collection[str]) -> list[Step]:
    """Return the numbered paragraphs, each with what leads to it and with what follows it."""
    units: list[list[BlockView]] = [[]]
    for block in blocks:
        has_paragraph = any(_is_counted(each, titles) for each in units[-1])
        starts = block.kind in _LEADING or _is_counted(block, titles)
        if starts and has_paragraph:
            units.append([])
        units[-1].append(block)
    return [tuple(unit) for unit in units]


def _lead_and_rest(unit: Step, titles: Collection[str]) -> tuple[Step, Step]:
    """Return what leads to the paragraph of a unit, and the rest."""
    start = next((place for place, block in enumerate(unit) if _is_counted(block, titles)), 0)
    return unit[:start], unit[start:]
