"""Sheets of a file as rows of cells, whatever program wrote it: the words a person sees there, and what they were made of."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from archivegen.problems import Problem

# `number` and `date` are cells typed so. `year_lost` is a day shown without its year, `digits_lost` a number whose digits
# the program gave up, `error` a failed formula, `not_computed` a formula without a result, `covered` a part of merged cells
# that has no words of its own.
CellKind = Literal["text", "number", "date", "year_lost", "digits_lost", "error", "not_computed", "covered"]
LARGEST_INVENTORY = 20_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 1_000

_ERROR = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}")
_DIGITS_LOST = re.compile(r"-?\d(?:[.,]\d+)?E[+-]\d{2,3}")


class Cell(NamedTuple):
    """One cell: its words, and how they came to be there. A date is written as EDTF, as exactly as it is shown."""

    text: str = ""
    kind: CellKind = "text"


class Row(NamedTuple):
    """A row that has words, and its number: in CSV that of the line of the file on which it begins."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, place: int) -> Cell:
        """Return the cell at a place counted from 0, an empty one behind the last."""
        return self.cells[place] if place < len(self.cells) else Cell()


class Sheet(NamedTuple):
    """The rows of one sheet. `day_zero` is what is added to the number of a day to count from the end of 1899."""

    name: str
    rows: tuple[Row, ...]
    day_zero: int = 0
    problems: tuple[Problem, ...] = ()


def text_cell(text: str) -> Cell:
    """Return the cell of words that a file has as words; what a spreadsheet program left of others in them is seen."""
    words = text.replace("\N{NO-BREAK SPACE}", " ").strip(" \t\r\n\ufeff")
    if _ERROR.fullmatch(words):
        return Cell(words, "error")
    return Cell(words, "digits_lost" if _DIGITS_LOST.fullmatch(words) else "text")


def damaged(path: str, message: str, line: int | None = None, fix: str = "") -> Problem:
    """Return the problem of an inventory that cannot be read as a whole: what it may close is not published."""
    return Problem(
        path=path,
        line=line,
        code="inventory-not-read",
        message=f"{message}; no document that it may describe is published",
        fix=fix or "open it, save it again, and look whether all is there",
    )
