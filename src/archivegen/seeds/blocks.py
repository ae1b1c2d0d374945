"""The lines of a body as blocks: letterhead, stamps, heading, paragraphs, signature, copy list.

Blocks are divided by blank lines. What a block is follows from its own words and from whether running text has
begun: letterhead, place and dateline stand before it, signature and copy list after.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.body import Block, BlockKind, Body, Inline, Mark, Text
from archivegen.records.values import LineRange
from archivegen.seeds.apparatus import read_apparatus
from archivegen.seeds.date_reading import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.names import is_list_of_names
from archivegen.seeds.vocabulary import FORMS, MARKING, NUMBER_SIGN

_OMISSION = re.compile(r"^\s*\[?\s*(?:…|\.\s?\.\s?\.\s?\.?)\s*\]?\s*$")
_SEPARATOR = re.compile(r"^\s*(?:[x#=_*~-]\s*){3,}$")
_STAMP = re.compile(r"^\s*\[[^\]\n:]*\bstamp\b[^\]\n:]*:", re.IGNORECASE)
_HANDWRITING = re.compile(r"^\s*\[(?:handwritten|handwriting|in hand)\b[^\]\n:]*:", re.IGNORECASE)
COPIES_HEADER = re.compile(
    r"^\s*(?P<total>\w+)\s+cop(?:y|ies)\s+(?:were\s+)?(?:printed|produced|made|typed)\b[^\n]*:?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_ADDRESS = re.compile(r"^\s*(?:\[?To\b.*:|(?:My )?Dear\b.{1,80}[:,])\s*$", re.DOTALL)
_SIGNATURE = re.compile(
    r"\[(?:signature|signed)\]|\((?:signed|signature)\)|^\s*/s?/?\s*[A-Z]|^\s*(?:Signed):",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_SLASHES = re.compile(r"/\s*(?:[A-Z]\.\s?){0,3}[A-Z][A-Za-z'’-]+\s*/")
_FORM_WORDS = re.compile(
    rf"^\s*(?:(?:The|A|An)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{'|'.join(FORMS)})\b", re.IGNORECASE
)
_REGISTRATION = re.compile(rf"(?:^|\s){NUMBER_SIGN}\s*\S")
_PLACE_LINE = re.compile(r"^\s*[A-Z][a-zà-ÿ’'-]+(?:[ -][A-Z][a-zà-ÿ’'-]+){0,2}[.,]?\s*$")
# "Westhaven, 4 March 1961"; but "Received, 4 March" and "Translated by …, 3 May" say what happened, not where.
PLACED_DATE = re.compile(
    r"^\s*(?P<place>[A-Z][a-zà-ÿ’'-]+(?<!ed)(?:[ -][A-Z][a-zà-ÿ’'-]+(?<!ed)){0,2}),\s+(?P<date>.+)$"
)
_ENDS_SENTENCE = re.compile(r"[.!?:;…][)\]”\"’']*\s*$")
_STARTS_SMALL = re.compile(r"^\s*(?:\[?[a-z]|the\b)")

# A line shorter than this was broken by its writer; longer ones by whoever typed the text.
_WRITERS_LINE = 60


def read_blocks(source: SourceText, lines: LineRange) -> Body:
    """Return the body that stands on these lines of the source."""
    blocks: list[Block] = []
    joined: list[LineRange] = []
    in_head = True
    for chunk in _chunks(source, lines):
        text = "\n".join(source.lines[chunk.first - 1 : chunk.last])
        kind = _kind(text, blocks, in_head=in_head)
        if kind == "paragraph":
            in_head = False
            if blocks and blocks[-1].kind == "paragraph" and _breaks_sentence(blocks[-1].text, text):
                joined.append(LineRange(blocks[-1].lines.last, chunk.first))
                blocks[-1] = _joined(blocks[-1], chunk, text)
                continue
        blocks.append(Block(kind, chunk, _content(kind, text), _is_line_broken(kind, text)))
    return Body(tuple(blocks), tuple(joined))


def line_at(block: Block, offset: int) -> LineRange:
    """Return the line of the file on which a character of a block's text stands."""
    line = block.lines.first + block.text.count("\n", 0, offset)
    return LineRange(line, line)


def _chunks(source: SourceText, lines: LineRange) -> Iterator[LineRange]:
    first: int | None = None
    for number in range(lines.first, lines.last + 1):
        if source.line(number).strip():
            first = first or number
        elif first:
            yield LineRange(first, number - 1)
            first = None
    if first:
        yield LineRange(first, lines.last)


def _kind(text: str, before: list[Block], *, in_head: bool) -> BlockKind:
    if _OMISSION.match(text):
        return "omission"
    if _SEPARATOR.match(text):
        return "separator"
    if text.rstrip().endswith("]"):
        if _STAMP.match(text):
            return "stamp"
        if _HANDWRITING.match(text):
            return "handwriting"
    if COPIES_HEADER.search(text):
        return "copy_list"
    lines = [line.strip() for line in text.strip().splitlines()]
    return _head_kind(text, lines, before) if in_head else _text_kind(text, lines)


def _head_kind(text: str, lines: list[str], before: list[Block]) -> BlockKind:
    is_short = all(len(line) < 100 for line in lines)
    if len(lines) == 1 and is_date_line(lines[0]):
        return "dateline"
    if _ADDRESS.match(text):
        return "address"
    has_begun = any(block.kind not in ("omission", "stamp", "handwriting", "letterhead") for block in before)
    if is_short and not has_begun and any(_is_letterhead_line(line) for line in lines):
        return "letterhead"
    if (
        is_short
        and len(lines) <= 4
        and _FORM_WORDS.match(text)
        and not _ENDS_SENTENCE.search(text)
        and not any(block.kind == "heading" for block in before)
    ):
        return "heading"
    if len(lines) == 1 and before and _PLACE_LINE.match(lines[0]):
        return "place"
    return _text_kind(text, lines)


def _text_kind(text: str, lines: list[str]) -> BlockKind:
    if is_sign_off(lines) or _SIGNATURE.search(text) or (len(lines) <= 4 and _NAME_SLASHES.search(text)):
        return "signature" if max(map(len, lines)) < 120 else "paragraph"
    if len(lines) == 1 and is_date_line(lines[0]):
        return "dateline"
    if len(lines) > 1 and max(map(len, lines)) < _WRITERS_LINE:
        return "lines"
    return "paragraph"


def is_date_line(line: str) -> bool:
    """Say whether a line is a date, or a place and a date, and nothing else."""
    if len(line) > 60:
        return False
    placed = PLACED_DATE.match(line)
    return read_date(line, "1900") is not None or bool(placed and read_date(placed["date"], "1900"))


def is_sign_off(lines: list[str]) -> bool:
    """Say whether lines are names and a date under them, as a letter or report is signed."""
    if len(lines) < 2 or read_date(lines[-1], "1900") is None:
        return False
    names = [part for line in lines[:-1] for part in names_of_signatories(line)]
    return is_list_of_names(names)


def names_of_signatories(line: str) -> list[str]:
    """Split a line of signatures into its names."""
    return [
        part.strip() for part in re.split(r",\s*(?:and\s+)?|\s+and\s+|;\s*", line.strip()) if part.strip()
    ]


def _content(kind: BlockKind, text: str) -> tuple[Inline, ...]:
    """Read a block's words; the bracket around a whole stamp says what the block is and is no mark inside it."""
    if kind not in ("stamp", "handwriting"):
        return read_apparatus(text)
    start, end = text.index("["), text.rindex("]")
    return (Text(text[: start + 1]), *read_apparatus(text[start + 1 : end]), Text(text[end:]))


def _is_letterhead_line(line: str) -> bool:
    letters = [character for character in line if character.isalpha()]
    is_in_capitals = len(letters) >= 8 and all(character.isupper() for character in letters)
    return is_in_capitals or bool(MARKING.search(line)) or bool(_REGISTRATION.search(line) and len(line) < 40)


def _is_line_broken(kind: BlockKind, text: str) -> bool:
    lines = text.splitlines()
    if len(lines) < 2:
        return False
    if kind in ("letterhead", "stamp", "handwriting", "signature", "copy_list", "lines", "heading"):
        return True
    return any(line.endswith("  ") for line in lines[:-1]) or max(map(len, lines)) < _WRITERS_LINE


def _breaks_sentence(before: str, after: str) -> bool:
    last_line = before.rstrip().rsplit("\n", 1)[-1]
    return (
        len(last_line) >= _WRITERS_LINE
        and not _ENDS_SENTENCE.search(before)
        and bool(_STARTS_SMALL.match(after))
    )


def _joined(block: Block, chunk: LineRange, text: str) -> Block:
    """Join a paragraph with its rest; the seam stands for the lines between, so that offsets still tell lines."""
    seam: Inline = Mark("seam", (Text("\n" * (chunk.first - block.lines.last)),))
    content = (*block.content, seam, *read_apparatus(text))
    return Block("paragraph", LineRange(block.lines.first, chunk.last), content, block.is_line_broken)
