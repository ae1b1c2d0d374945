"""The lines of a body as blocks: letterhead, stamps, heading, paragraphs, signature, copy list.

Blocks are divided by blank lines, and above the running text also where one kind of line follows another.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from archivegen.records.body import RUNNING_TEXT, Block, BlockKind, Body, Inline, Mark, Text
from archivegen.records.values import LineRange
from archivegen.seeds.alphabet import is_in_latin_letters
from archivegen.seeds.apparatus import read_apparatus
from archivegen.seeds.block_kinds import ENDS_SENTENCE, bracketed_kind, is_omission, kind_of
from archivegen.seeds.chunks import chunks_of, divided, page_marks_of
from archivegen.seeds.conventions import DIGITAL_ARCHIVE, Convention
from archivegen.seeds.date_pieces import Order
from archivegen.seeds.head_lines import read_head_lines
from archivegen.seeds.head_run_in import read_head_run_in
from archivegen.seeds.heading_lines import HeadLine
from archivegen.seeds.line_breadth import are_writers_lines, is_writers_line
from archivegen.seeds.numeric_order import decided_order
from archivegen.seeds.running_text import find_running_text, is_prose
from archivegen.seeds.set_apart import spans_on, with_spans
from archivegen.seeds.source_text import CONTINUED, LineKind, LineStyle, SourceText
from archivegen.seeds.text_language import language_of
from archivegen.seeds.word_counts import count_words

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_STARTS_SMALL = re.compile(r"^\s*\[?[a-z]")
_KINDS_BY_STYLE: dict[LineKind, BlockKind] = {
    "heading": "heading", "quotation": "quotation", "list_item": "list_item", "table_row": "table_row", "note": "note",
    "page_mark": "page_mark", "dateline": "dateline", "address": "address", "signature": "signature",
}  # fmt: skip
_NEVER_IN_FOOT = ("stamp", "handwriting", "table_row", "note")
# How much of a paragraph's end shows whether its sentence ends there.
_ENOUGH = 400


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it was written: its blocks, the lines above the running text with what each is, and where the
    running text is; None where there is none.
    """

    body: Body = field(default_factory=Body)
    head: tuple[HeadLine, ...] = ()
    text: LineRange | None = None
    running_text: str = field(init=False, compare=False, repr=False)
    order: Order | None = field(init=False, compare=False, repr=False)
    year: str | None = field(init=False, compare=False, repr=False)
    words: Mapping[str, int] = field(init=False, compare=False, repr=False)
    by_kind: Mapping[BlockKind, Sequence[Block]] = field(init=False, compare=False, repr=False)
    foot: tuple[tuple[int, str], ...] = field(init=False, compare=False, repr=False)
    language: str | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Keep what every reader asks for: the text of all paragraphs, how often each word stands in it, its language,
        the one year that the head names, the order of day and month that the paper decides, its blocks by kind, and the
        lines below the running text that are not blank, by number.
        """
        by_kind: dict[BlockKind, list[Block]] = {}
        for block in self.body.blocks:
            by_kind.setdefault(block.kind, []).append(block)
        object.__setattr__(self, "by_kind", by_kind)
        object.__setattr__(self, "foot", _foot(self.body, self.text))
        text = "\n".join(block.text for block in self.body.blocks if block.kind in RUNNING_TEXT)
        words = count_words(text)
        object.__setattr__(self, "running_text", text)
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "language", language_of(text, words))
        years = {year for line in self.head for year in _YEAR.findall(line.text)}
        object.__setattr__(self, "year", next(iter(years)) if len(years) == 1 else None)
        object.__setattr__(self, "order", decided_order("\n".join(block.text for block in self.body.blocks)))


def _foot(body: Body, text: LineRange | None) -> tuple[tuple[int, str], ...]:
    """Return the lines below the running text but for stamps and the like; none where there is no running text."""
    end = text.last if text else body.lines.last if body.lines else 0
    return tuple(
        (number, line)
        for block in body.blocks
        if block.lines.first > end and block.kind not in _NEVER_IN_FOOT
        for number, line in enumerate(block.text.split("\n"), block.lines.first)
    )


def read_paper(source: SourceText, lines: LineRange, convention: Convention = DIGITAL_ARCHIVE) -> Paper:
    """Return the document that stands on these lines of the source, its editors' signs read as the convention has them."""
    text = find_running_text(source, lines)
    first, last = text or (lines.last + 1, lines.last)
    chunks = [
        *chunks_of(source, LineRange(lines.first, first - 1)),
        *chunks_of(source, LineRange(first, last)),
        *chunks_of(source, LineRange(last + 1, lines.last)),
    ]
    page_marks = page_marks_of(source, chunks)
    heads = [chunk for chunk in chunks if chunk.last < first]
    head = [*_head_lines(source, heads, convention), *_second_head(source, chunks[len(heads) :], convention)]
    kind_by_line = {line.number: line.kind for line in head}
    blocks: list[Block] = []
    joined: list[LineRange] = []
    for chunk in divided(source, chunks, kind_by_line, text):
        words = source.words_on(chunk)
        style = source.style(chunk.first)
        kind: BlockKind = kind_by_line.get(chunk.first) or bracketed_kind(words, convention) or "lines"
        if style and style.kind in _KINDS_BY_STYLE:
            kind = _KINDS_BY_STYLE[style.kind]
        elif chunk.first in page_marks:
            kind = "page_mark"
        elif chunk.first not in kind_by_line and kind == "lines":
            kind = kind_of(words, blocks, is_foot=chunk.first > last)
        before = blocks[-1] if blocks else None
        if before and kind == before.kind == "paragraph" and _breaks_sentence(before.text[-_ENOUGH:], words):
            joined.append(LineRange(before.lines.last, chunk.first))
            blocks[-1] = _joined(before, chunk, _content(source, chunk, kind, words, convention))
        else:
            content = _content(source, chunk, kind, words, convention)
            blocks.append(_block(source, chunk, kind, words, content))
    is_bare = all(line.kind == "lines" and not line.is_labelled for line in head)
    is_run_in = is_bare and bool(blocks) and blocks[0].kind in ("paragraph", "lines")
    return Paper(
        Body(tuple(blocks), tuple(joined)), (is_run_in and read_head_run_in(blocks[0])) or tuple(head), text
    )


def _block(
    source: SourceText, chunk: LineRange, kind: BlockKind, words: str, content: tuple[Inline, ...]
) -> Block:
    """Return a block with what the format of its file says of it, where the format says anything at all."""
    is_broken = _is_line_broken(kind, words)
    if source.styles is None:
        return Block(kind, chunk, content, is_broken)
    style = source.style(chunk.first)
    is_broken = is_broken or source.style(chunk.last) == CONTINUED
    level, label, cells = style[1:] if style else LineStyle("continued")[1:]
    return Block(kind, chunk, content, is_broken, level, label, *source.tongue(chunk.first), cells)


def _head_lines(source: SourceText, chunks: list[LineRange], convention: Convention) -> list[HeadLine]:
    """Return the lines of a head but for those in blocks whose own signs say what they are."""
    rows: list[tuple[int, str]] = []
    for chunk in chunks:
        numbers = range(chunk.first, chunk.last + 1)
        if bracketed_kind(source.words_on(chunk), convention) is None:
            rows.extend((number, source.line(number)) for number in numbers)
    headings = frozenset(number for number, _ in rows if _is_heading(source.style(number)))
    return read_head_lines(rows, headings)


def _is_heading(style: LineStyle | None) -> bool:
    return style is not None and style.kind == "heading"


def _second_head(source: SourceText, chunks: list[LineRange], convention: Convention) -> list[HeadLine]:
    """Return the head of the text in another language, which follows the first below marks of omission."""
    omissions = [place for place, chunk in enumerate(chunks) if place and is_omission(source.words_on(chunk))]
    words = [source.words_on(chunk) for chunk in chunks] if omissions else []
    for place in omissions:
        below = chunks[place + 1 :]
        start = next((at for at, chunk in enumerate(below) if is_prose(source.line(chunk.first))), 0)
        above = next((before for before in reversed(words[:place]) if is_prose(before)), words[0])
        if start and is_in_latin_letters(above) != is_in_latin_letters(words[place + 1 + start]):
            return _head_lines(source, below[:start], convention)
    return []


def line_at(block: Block, offset: int) -> LineRange:
    """Return the line of the file on which a character of a block's text stands."""
    line = block.lines.first + block.text.count("\n", 0, offset)
    return LineRange(line, line)


def _content(
    source: SourceText, lines: LineRange, kind: BlockKind, text: str, convention: Convention
) -> tuple[Inline, ...]:
    """Read a block's words; the bracket around a whole stamp says what the block is and is no mark inside it."""
    if kind in ("stamp", "handwriting") and "[" in text:
        start, end = text.index("["), text.rindex("]")
        inside = read_apparatus(text[start + 1 : end], convention)
        content: tuple[Inline, ...] = (Text(text[: start + 1]), *inside, Text(text[end:]))
    else:
        content = read_apparatus(text, convention)
    return with_spans(content, spans_on(source, lines)) if source.styles else content


def _is_line_broken(kind: BlockKind, text: str) -> bool:
    if "\n" not in text:
        return False
    lines = text.split("\n")
    if kind in ("letterhead", "stamp", "handwriting", "signature", "copy_list", "lines", "heading"):
        return True
    return any(line.endswith("  ") for line in lines[:-1]) or are_writers_lines(lines)


def _breaks_sentence(before: str, after: str) -> bool:
    if not _STARTS_SMALL.match(after) or ENDS_SENTENCE.search(before):
        return False
    return not is_writers_line(before.rstrip().rsplit("\n", 1)[-1])


def _joined(block: Block, chunk: LineRange, rest: tuple[Inline, ...]) -> Block:
    """Join a paragraph with its rest; the seam stands for the lines between, so that offsets still tell lines."""
    seam: Inline = Mark("seam", (Text("\n" * (chunk.first - block.lines.last)),))
    content = (*block.content, seam, *rest)
    return Block("paragraph", LineRange(block.lines.first, chunk.last), content, block.is_line_broken)
