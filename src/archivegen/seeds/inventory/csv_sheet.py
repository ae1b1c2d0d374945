"""An inventory in CSV: commas, semicolons or tabs between the cells, as its first line shows."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from archivegen.problems import Problem, Refusal
from archivegen.seeds.decode import decode
from archivegen.seeds.inventory.cells import MOST_COLUMNS, MOST_ROWS, Row, Sheet, damaged, text_cell

_DIVIDERS = ",;\t|"
_LONGEST_CELL = 131_072
_SAYS_DIVIDER = "sep="


def read_csv(content: bytes, path: str, declared: str = "") -> Sheet:
    """Read the rows of a CSV file, strictly; `declared` is the encoding that the settings name.

    Raises:
        Refusal: it is no text, a quotation mark is not closed, or a cell or the whole is too large.

    """
    csv.field_size_limit(_LONGEST_CELL)
    source = decode(content, path, declared or None)
    lines = list(source.lines)
    skipped = 0
    divider = ""
    if lines and lines[0].lower().startswith(_SAYS_DIVIDER) and len(lines[0]) == len(_SAYS_DIVIDER) + 1:
        divider = lines[0][-1]
        skipped = 1
    head = next((line for line in lines[skipped:] if line.strip()), "")
    rows = list(_rows(lines[skipped:], divider or _divider(head), skipped, path))
    return Sheet("", tuple(rows), problems=source.problems)


def _divider(head: str) -> str:
    """Return what divides the cells of the first line into the most."""
    return max(_DIVIDERS, key=lambda sign: len(next(csv.reader([head], delimiter=sign), [])))


def _rows(lines: list[str], divider: str, skipped: int, path: str) -> Iterator[Row]:
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=divider, strict=True)
    while True:
        number = reader.line_num + skipped + 1
        try:
            words = next(reader, None)
        except csv.Error as error:
            raise Refusal(_broken(path, number, str(error))) from error
        if words is None:
            return
        if number > MOST_ROWS * 10 or len(words) > MOST_COLUMNS:
            raise Refusal(damaged(path, "this inventory has more rows or columns than any has", number))
        if any(word.strip() for word in words):
            yield Row(number, tuple(text_cell(word) for word in words))


def _broken(path: str, line: int, reason: str) -> Problem:
    if "limit" in reason:
        return damaged(
            path, "a cell that begins here is longer than any is", line, "close its quotation mark"
        )
    return damaged(
        path,
        "a quotation mark that begins or ends here has no other, or stands in the middle of a cell",
        line,
        "put a quotation mark at both ends of a cell, and write one inside it twice",
    )
