"""The lines of a document divided into chunks: at blank lines, around what the editors frame, and where a line must
stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from archivegen.records.body import BlockKind
from archivegen.records.values import LineRange
from archivegen.seeds.block_kinds import ENDS_SENTENCE, is_omission, opens_frame
from archivegen.seeds.copy_rows import header_of_copies
from archivegen.seeds.line_breadth import WRITERS_LINE, breadth, is_writers_line
from archivegen.seeds.placed_dates import is_date_line
from archivegen.seeds.running_text import is_prose
from archivegen.seeds.source_text import CONTINUED, SourceText

_PAGE_MARK = re.compile(r"^(?:\[(?:Page|p\.)\s*\d+\]|\(p\.\s*\d+\))$", re.IGNORECASE)
# How many lines a stamp has at the most, blank ones among them; after more lines any closing bracket ends it.
_LONGEST_FRAME, _MOST_FRAMED = 12, 40
# A line longer than this was not broken by a typist: it is a paragraph of its own.
_UNBROKEN_LINE = 120
_SHORT = 40
# Lines of one style in a row are one block.
_TOGETHER = ("quotation",)


def chunks_of(source: SourceText, lines: LineRange) -> Iterator[LineRange]:
    """Yield the lines of each block: those between blank lines, in flattened text every long line alone, and what the
    format of the file says is one.
    """
    if source.styles is None:
        yield from _between_blanks(source, lines)
        return
    for part in _styled_parts(source, lines):
        if source.style(part.first):
            yield part
        else:
            yield from _between_blanks(source, part)


def _styled_parts(source: SourceText, lines: LineRange) -> Iterator[LineRange]:
    """Yield each line with a style, and the lines that go on with it; the plain lines between them together."""
    first = lines.first
    lists_copies = False
    for number in range(lines.first + 1, lines.last + 1):
        style, above = source.style(number), source.style(number - 1)
        is_item = style is not None and style.kind == "list_item"
        # The copies of a paper are one list with its heading, whoever numbered them.
        lists_copies = is_item and (lists_copies or bool(header_of_copies(source.line(number - 1))))
        goes_on = style in (CONTINUED, above) if style and style.kind in _TOGETHER else style == CONTINUED
        if not goes_on and not lists_copies and (style or above):
            yield LineRange(first, number - 1)
            first = number
    if first <= lines.last:
        yield LineRange(first, lines.last)


def _between_blanks(source: SourceText, lines: LineRange) -> Iterator[LineRange]:
    """Yield the lines between blank lines; in flattened text every long line alone."""
    first: int | None = None
    beyond = 0
    for number in range(lines.first, lines.last + 2):
        if number <= beyond:
            continue
        line = source.lines[number - 1] if number <= lines.last else ""
        if not line or line.isspace():
            if first:
                yield from _flattened(source, LineRange(first, number - 1))
            first = None
            continue
        if first is None:
            if frame := _frame_over_blanks(source, number, lines.last):
                yield frame
                beyond = frame.last
                continue
            first = number
        elif opens_frame(line):
            yield from _flattened(source, LineRange(first, number - 1))
            first = number
        if (
            line.rstrip().endswith("]")
            and opens_frame(source.line(first))
            and _are_closed(source, first, number)
        ):
            yield LineRange(first, number)
            first = None


def _are_closed(source: SourceText, first: int, last: int) -> bool:
    """Say whether all brackets of some lines are closed: `[[SECRET]]` within a stamp does not end it."""
    text = "".join(source.lines[first - 1 : min(last, first + _MOST_FRAMED)])
    return last - first > _MOST_FRAMED or text.count("[") <= text.count("]")


def _frame_over_blanks(source: SourceText, first: int, end: int) -> LineRange | None:
    """Return the lines of a stamp that a saved page has torn apart with blank lines: short ones, up to its bracket."""
    opening = source.lines[first - 1]
    if "[" not in opening or "]" in opening or not opens_frame(opening):
        return None
    for number in range(first + 1, min(first + _LONGEST_FRAME, end) + 1):
        line = source.line(number).strip()
        if not is_writers_line(line):
            return None
        if line.endswith("]") and _are_closed(source, first, number):
            return LineRange(first, number)
    return None


def page_marks_of(source: SourceText, chunks: list[LineRange]) -> set[int]:
    """Return the lines that are page marks: `[Page 82]` and the like, and bare numbers that count up through a text."""
    lines = source.lines
    alone = [(first, lines[first - 1].strip()) for first, last in chunks if first == last]
    marks = {line for line, text in alone if text.startswith(("[", "(")) and _PAGE_MARK.match(text)}
    numbers = [
        (line, int(text)) for line, text in alone if len(text) < 5 and text.isascii() and text.isdigit()
    ]
    counts_up = all(later == earlier + 1 for (_, earlier), (_, later) in pairwise(numbers))
    return marks | {line for line, _ in numbers} if len(numbers) > 1 and counts_up else marks


def _flattened(source: SourceText, chunk: LineRange) -> Iterable[LineRange]:
    """Return lines between blank ones: together, or in flattened text every paragraph alone."""
    return (chunk,) if chunk.first == chunk.last else _divided_lines(source, chunk)


def _divided_lines(source: SourceText, chunk: LineRange) -> Iterator[LineRange]:
    numbers = range(chunk.first, chunk.last + 1)
    is_by_paragraph = source.styles is not None and source.styles.is_by_paragraph
    if not is_by_paragraph and all(breadth(source.line(number)) <= _UNBROKEN_LINE for number in numbers):
        yield chunk
        return
    first = chunk.first
    is_after_paragraph = False
    for number in numbers:
        line = source.line(number)
        goes_on = source.style(number) == CONTINUED
        is_long = len(line.rstrip()) >= WRITERS_LINE
        is_whole = is_by_paragraph or (
            not is_writers_line(line) and not (number > first and _may_go_on(source.line(number - 1)))
        )
        is_paragraph = is_long or (is_whole and is_prose(line))
        if (is_paragraph or is_after_paragraph) and not goes_on and first < number:
            yield LineRange(first, number - 1)
            first = number
        is_after_paragraph = is_paragraph or (goes_on and is_after_paragraph)
    yield LineRange(first, chunk.last)


def _may_go_on(line: str) -> bool:
    """Say whether a line of a paragraph may go on with the next: it is neither short nor ends a sentence."""
    return breadth(line) >= _SHORT and not ENDS_SENTENCE.search(line)


def _stands_apart(source: SourceText, number: int, text: LineRange | None) -> bool:
    """Say whether a line begins a block of its own: a list of copies, and in the text a date or marks of omission."""
    if header_of_copies(source.line(number)) or is_omission(source.line(number - 1)):
        return True
    is_inside = text is not None and text.first < number <= text.last
    return is_inside and any(_is_apart(source.line(near)) for near in (number - 1, number))


def _is_apart(line: str) -> bool:
    return is_writers_line(line) and (is_omission(line) or is_date_line(line))


def divided(
    source: SourceText, chunks: list[LineRange], kind_by_line: dict[int, BlockKind], text: LineRange | None
) -> Iterator[LineRange]:
    """Yield the chunks, those of the head divided where one kind of line follows another, others before a list of copies."""
    for chunk in chunks:
        first = chunk.first
        is_framed = opens_frame(source.line(first)) and source.line(chunk.last).rstrip().endswith("]")
        if first == chunk.last or is_framed:
            yield chunk
            continue
        for number in range(chunk.first + 1, chunk.last + 1):
            is_other_kind = number in kind_by_line and kind_by_line[number] != kind_by_line[number - 1]
            if is_other_kind or (number not in kind_by_line and _stands_apart(source, number, text)):
                yield LineRange(first, number - 1)
                first = number
        yield LineRange(first, chunk.last)
