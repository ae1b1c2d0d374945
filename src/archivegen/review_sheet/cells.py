"""What stands in a cell for a text, so that no spreadsheet program makes anything else of it."""

from __future__ import annotations

import re

from archivegen.records.dates import bounds
from archivegen.seeds.date_wordings import read_date

# No program keeps more in a cell than 32,767 characters.
LONGEST_CELL = 32_000
_PROTECTED = "'"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_RECKONED = 40
# What a program takes for a number, a date, a time or a truth value when it opens CSV.
_NUMBER = re.compile(
    r"[\d\s.,:;/\\()$€£¥%eE+~?-]*\d[\d\s.,:;/\\()$€£¥%eE+~?-]*(?:[ap]\.?m\.?|[ap])?", re.IGNORECASE
)
_MONTH = re.compile(
    r"\b(?:jan|feb|m[aä]r|apr|avr|ma[iy]|jun|jui|jul|aug|ao[uû]|sep|o[ck]t|nov|de[cz]|d[ée]c)", re.IGNORECASE
)
_TRUTH = re.compile(r"true|false|wahr|falsch|vrai|faux", re.IGNORECASE)
_NO_CELL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_YEAR_LOST = re.compile(r"\d{1,2}[-. ][A-Za-zäéû]{3,4}\.?|[A-Za-zäéû]{3,4}\.?[-. ]\d\d")


def as_cell(text: str) -> str:
    """Return a text as it can stand in a cell of any program: in one line, without control characters, not too long."""
    return " ".join(_NO_CELL.sub("", text).split())[:LONGEST_CELL].rstrip()


def protected(cell: str, *, is_typed: bool) -> str:
    """Return a cell with an apostrophe before what a program would reckon with; `unprotected` takes it away.

    `is_typed` says that the file itself says which cells are text: there only formulas are in danger, by hand or by
    saving as CSV.
    """
    if cell.startswith(_FORMULA) or (not is_typed and _is_reckoned(cell)) or _seems_protected(cell):
        return _PROTECTED + cell
    return cell


def unprotected(cell: str) -> str:
    """Return a cell without the apostrophe that protects it; one that a name begins with stays (`'s-Gravenhage`)."""
    return cell[1:] if _seems_protected(cell) else cell


def _seems_protected(cell: str) -> bool:
    behind = cell[1:]
    return cell.startswith(_PROTECTED) and (
        behind.startswith(_FORMULA) or _is_reckoned(behind) or _seems_protected(behind)
    )


def _is_reckoned(cell: str) -> bool:
    if len(cell) > _LONGEST_RECKONED:
        return bool(_NUMBER.fullmatch(cell)) if len(cell) < LONGEST_CELL // 100 else False
    has_digit = any(sign.isdigit() for sign in cell)
    return bool(_NUMBER.fullmatch(cell) or (has_digit and _MONTH.search(cell)) or _TRUTH.fullmatch(cell))


def is_same(cell: str, before: str) -> bool:
    """Say whether a cell says what it said before a program made it its own way: `12` of `0012`, `22/05/1957` of a day."""
    if cell == before:
        return True
    if cell.isdecimal() and before.isdecimal():
        return int(cell) == int(before)
    return bool(bounds(before)) and read_date(cell) == before


def has_lost_its_year(cell: str) -> bool:
    """Say whether a cell is a day without a year, as programs make it of `1-2`."""
    return bool(_YEAR_LOST.fullmatch(cell) and _MONTH.search(cell))
