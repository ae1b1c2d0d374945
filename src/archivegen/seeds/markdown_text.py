"""The signs of Markdown in a document that is written in it: below front matter, in a file that ends in .md, or whose text
begins with a heading.

Any other text that looks like Markdown is text: recognised pages are full of stars and signs that mean nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from archivegen.records.body import Cell
from archivegen.seeds.source_text import CONTINUED, LineStyle, SourceText, Span, Styles

_HEADING = re.compile(r"^\s{0,3}(?P<level>#{1,6})\s+(?P<words>.*?)(?:\s+#+)?\s*$")
_QUOTATION = re.compile(r"^\s{0,3}>\s?(?P<words>.*)$")
_NOTE = re.compile(r"^\[\^(?P<label>[^\]\s]+)\]:\s*(?P<words>.*)$")
_ITEM = re.compile(r"^(?P<indent>\s*)(?P<words>(?:[-*+•]|\d{1,3}[.)])\s+\S.*)$")
_ROW = re.compile(r"^\s*\|(?P<cells>.+)\|\s*$")
_RULE_OF_TABLE = re.compile(r"^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?$")
_CELL = re.compile(r"(?<!\\)\|")
_SIGNS = re.compile(
    r"(?<![\w*])(?P<strong>\*\*|__)(?=\S)(?P<loud>[^*_\n]+?)(?<=\S)(?P=strong)(?![\w*])|"
    r"(?<![\w*])(?P<sign>[*_])(?=\S)(?P<words>[^*_\n]+?)(?<=\S)(?P=sign)(?![\w*])|"
    r"\[\^(?P<note>[^\]\s]+)\](?!:)"
)
# Two spaces, or the width of a tab, set an item of a list in by one level.
_INDENT = 2


def is_written_in_markdown(below: SourceText) -> bool:
    """Say whether the text below front matter is Markdown: by the name of its file, or by the heading it begins with."""
    path = below.path.lower()
    first = next((line for line in below.lines if line.strip()), "")
    return path.endswith(".md") or (path.endswith(".txt") and _HEADING.match(first) is not None)


def without_signs(source: SourceText) -> SourceText:
    """Return a Markdown source whose lines have no signs, and that knows what they said: headings, quotations, items of
    lists, rows of tables, notes and the references to them, emphasis.
    """
    lines = list(source.lines)
    styles: dict[int, LineStyle] = {}
    spans: dict[int, tuple[Span, ...]] = {}
    for number, line in enumerate(source.lines, 1):
        style, words = _style_of(line, styles.get(number - 1))
        if style:
            styles[number] = style
        elif number - 1 in styles and _is_rule(line, styles[number - 1]):
            styles[number - 1] = _heads(styles[number - 1], lines[number - 2])
        lines[number - 1], found = _spans_of(words)
        if found:
            spans[number] = found
    return replace(source, lines=tuple(lines), styles=Styles(styles, spans))


def _style_of(line: str, above: LineStyle | None) -> tuple[LineStyle | None, str]:
    """Return what the signs at the ends of a line say it is, and its words without them; `above` is the line before."""
    if heading := _HEADING.match(line):
        return LineStyle("heading", len(heading["level"])), heading["words"]
    if quotation := _QUOTATION.match(line):
        return LineStyle("quotation"), quotation["words"]
    if note := _NOTE.match(line):
        return LineStyle("note", label=note["label"]), note["words"]
    if _is_rule(line, above):
        return None, ""
    if row := _ROW.match(line):
        return LineStyle("table_row"), "\t".join(
            cell.strip().replace("\\|", "|") for cell in _CELL.split(row["cells"])
        )
    if item := _ITEM.match(line):
        return LineStyle("list_item", 1 + len(item["indent"].expandtabs(2 * _INDENT)) // _INDENT), item[
            "words"
        ]
    if above and above.kind in ("list_item", "note", "continued") and line[:1].isspace() and line.strip():
        return CONTINUED, line.strip()
    return None, line


def _is_rule(line: str, above: LineStyle | None) -> bool:
    return above is not None and above.kind == "table_row" and bool(_RULE_OF_TABLE.match(line))


def _heads(row: LineStyle, words: str) -> LineStyle:
    """Return a row of a table with its cells known as the heads of their columns."""
    return row._replace(cells=tuple(Cell(scope="col") for _ in words.split("\t")))


def _spans_of(line: str) -> tuple[str, tuple[Span, ...]]:
    """Return a line without the signs inside it, and what they said of its words."""
    found = list(_SIGNS.finditer(line))
    if not found:
        return line, ()
    words: list[str] = []
    spans: list[Span] = []
    position = length = 0
    for match in found:
        words.append(line[position : match.start()])
        length += len(words[-1])
        span, text = _span(match, length)
        spans.append(span)
        words.append(text)
        length += len(text)
        position = match.end()
    return "".join((*words, line[position:])), tuple(spans)


def _span(match: re.Match[str], start: int) -> tuple[Span, str]:
    if match["note"]:
        return Span(start, start, "note_reference", match["note"]), ""
    text = match["loud"] or match["words"]
    return Span(start, start + len(text), "strong" if match["strong"] else "emphasis"), text
