"""The lines of a body as blocks: letterhead, stamps, heading, paragraphs, signature, copy list.

Blocks are divided by blank lines. What a block is follows from its own words and from whether running text has
begun: letterhead, place and dateline stand before it, signature and copy list after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.body import Block, BlockKind, Body, Inline, Mark, Text
from archivegen.records.values import LineRange
from archivegen.seeds.apparatus import read_apparatus
from archivegen.seeds.block_kinds import ENDS_SENTENCE, WRITERS_LINE, kind_of
from archivegen.seeds.conventions import DIGITAL_ARCHIVE, Convention
from archivegen.seeds.decode import SourceText

_STARTS_SMALL = re.compile(r"^\s*\[?[a-z]")
# How much of a paragraph's end shows whether its sentence ends there.
_ENOUGH = 400
_PAGE_MARK = re.compile(r"^(?:\[(?:Page|p\.)\s*\d+\]|\(p\.\s*\d+\))$", re.IGNORECASE)
# A line longer than this was not broken by a typist: it is a paragraph of its own.
_UNBROKEN_LINE = 120


def read_blocks(source: SourceText, lines: LineRange, convention: Convention = DIGITAL_ARCHIVE) -> Body:
    """Return the body that stands on these lines of the source, its editors' signs read as the convention has them."""
    blocks: list[Block] = []
    joined: list[LineRange] = []
    in_head = True
    chunks = list(_chunks(source, lines))
    page_marks = _page_marks(source, chunks)
    for chunk in chunks:
        text = "\n".join(source.lines[chunk.first - 1 : chunk.last])
        kind: BlockKind = (
            "page_mark" if chunk.first in page_marks else kind_of(text, blocks, convention, in_head=in_head)
        )
        if kind == "paragraph":
            in_head = False
            if (
                blocks
                and blocks[-1].kind == "paragraph"
                and _breaks_sentence(blocks[-1].text[-_ENOUGH:], text)
            ):
                joined.append(LineRange(blocks[-1].lines.last, chunk.first))
                blocks[-1] = _joined(blocks[-1], chunk, read_apparatus(text, convention))
                continue
        blocks.append(Block(kind, chunk, _content(kind, text, convention), _is_line_broken(kind, text)))
    return Body(tuple(blocks), tuple(joined))


def line_at(block: Block, offset: int) -> LineRange:
    """Return the line of the file on which a character of a block's text stands."""
    line = block.lines.first + block.text.count("\n", 0, offset)
    return LineRange(line, line)


def _chunks(source: SourceText, lines: LineRange) -> Iterator[LineRange]:
    """Yield the lines of each block: those between blank lines, and in flattened text every long line alone."""
    first: int | None = None
    for number in range(lines.first, lines.last + 2):
        is_filled = number <= lines.last and bool(source.line(number).strip())
        if is_filled:
            first = first or number
        elif first:
            yield from _flattened(source, LineRange(first, number - 1))
            first = None


def _page_marks(source: SourceText, chunks: list[LineRange]) -> set[int]:
    """Return the lines that are page marks: `[Page 82]` and the like, and bare numbers that count up through a text."""
    alone = [(chunk.first, source.line(chunk.first).strip()) for chunk in chunks if chunk.first == chunk.last]
    marks = {line for line, text in alone if _PAGE_MARK.match(text)}
    numbers = [
        (line, int(text)) for line, text in alone if text.isascii() and text.isdigit() and len(text) < 5
    ]
    counts_up = all(later == earlier + 1 for (_, earlier), (_, later) in pairwise(numbers))
    return marks | {line for line, _ in numbers} if len(numbers) > 1 and counts_up else marks


def _flattened(source: SourceText, chunk: LineRange) -> Iterator[LineRange]:
    numbers = range(chunk.first, chunk.last + 1)
    if all(len(source.line(number)) <= _UNBROKEN_LINE for number in numbers):
        yield chunk
        return
    first = chunk.first
    for number in numbers:
        if len(source.line(number).rstrip()) >= WRITERS_LINE:
            if first < number:
                yield LineRange(first, number - 1)
            yield LineRange(number, number)
            first = number + 1
    if first <= chunk.last:
        yield LineRange(first, chunk.last)


def _content(kind: BlockKind, text: str, convention: Convention) -> tuple[Inline, ...]:
    """Read a block's words; the bracket around a whole stamp says what the block is and is no mark inside it."""
    if kind not in ("stamp", "handwriting"):
        return read_apparatus(text, convention)
    start, end = text.index("["), text.rindex("]")
    return (Text(text[: start + 1]), *read_apparatus(text[start + 1 : end], convention), Text(text[end:]))


def _is_line_broken(kind: BlockKind, text: str) -> bool:
    lines = text.split("\n")
    if len(lines) < 2:
        return False
    if kind in ("letterhead", "stamp", "handwriting", "signature", "copy_list", "lines", "heading"):
        return True
    return any(line.endswith("  ") for line in lines[:-1]) or max(map(len, lines)) < WRITERS_LINE


def _breaks_sentence(before: str, after: str) -> bool:
    last_line = before.rstrip().rsplit("\n", 1)[-1]
    return (
        len(last_line) >= WRITERS_LINE
        and not ENDS_SENTENCE.search(before)
        and bool(_STARTS_SMALL.match(after))
    )


def _joined(block: Block, chunk: LineRange, rest: tuple[Inline, ...]) -> Block:
    """Join a paragraph with its rest; the seam stands for the lines between, so that offsets still tell lines."""
    seam: Inline = Mark("seam", (Text("\n" * (chunk.first - block.lines.last)),))
    content = (*block.content, seam, *rest)
    return Block("paragraph", LineRange(block.lines.first, chunk.last), content, block.is_line_broken)
