"""An inventory in XLSX: what its cells show, with the results that its formulas had when it was saved."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.cell import MergedCell
from openpyxl.styles.numbers import is_date_format

from archivegen.problems import Refusal
from archivegen.seeds.inventory.cells import MOST_COLUMNS, MOST_ROWS, Cell, Row, Sheet, damaged, text_cell
from archivegen.seeds.inventory.packages import open_package

# Beyond this a spreadsheet program keeps zeros in the place of digits.
_EXACT_BELOW = 10**15
_DAYS_TO_1904 = 1462
_IN_QUOTES = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def read_xlsx(content: bytes, path: str) -> tuple[Sheet, ...]:
    """Read the sheets of an XLSX file.

    Raises:
        Refusal: it is damaged, encrypted, too large, or no XLSX.

    """
    open_package(content, path, "xl/workbook.xml").close()
    try:
        formulas = _opened(content, with_results=False)
        has_formulas = any(
            cell.data_type == "f"
            for sheet in formulas.worksheets
            for row in sheet.iter_rows()
            for cell in row
        )
        results = _opened(content, with_results=True) if has_formulas else formulas
        sheets = tuple(
            Sheet(
                sheet.title,
                tuple(_rows(sheet, results[sheet.title], path)),
                _DAYS_TO_1904 if formulas.epoch.year == 1904 else 0,
            )
            for sheet in formulas.worksheets
        )
    except Refusal:
        raise
    except (
        Exception
    ) as error:  # a library that reads damaged files fails in many ways, and none may be a traceback
        raise Refusal(damaged(path, "this file is damaged, or no spreadsheet")) from error
    return sheets


def _opened(content: bytes, *, with_results: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(io.BytesIO(content), data_only=with_results, keep_links=False)


def _rows(sheet: Any, results: Any, path: str) -> Iterator[Row]:
    if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
        raise Refusal(
            damaged(path, f"the sheet “{sheet.title}” has more rows or columns than any inventory has")
        )
    for number, (row, shown) in enumerate(zip(sheet.iter_rows(), results.iter_rows(), strict=True), 1):
        cells = tuple(_cell(cell, result) for cell, result in zip(row, shown, strict=True))
        if any(cell.text or cell.kind != "text" for cell in cells):
            yield Row(number, cells)


def _cell(cell: Any, result: Any) -> Cell:
    if isinstance(cell, MergedCell):
        return Cell("", "covered")
    value = result.value
    if value is None:
        return Cell("", "not_computed" if cell.data_type == "f" else "text")
    if result.data_type == "e":
        return Cell(str(value), "error")
    if isinstance(value, bool):
        return Cell("true" if value else "false")
    if isinstance(value, int | float):
        return _number(value, result.number_format)
    if hasattr(value, "isoformat"):
        return _date(value, result.number_format)
    return text_cell(str(value))


def _number(value: float, shown_as: str) -> Cell:
    """Return a number as it is shown, as far as that matters: with its leading zeros, and all its digits."""
    if "E+" in shown_as.upper() or abs(value) >= _EXACT_BELOW:
        return Cell(f"{value:.5G}", "digits_lost")
    text = str(int(value)) if value == int(value) else repr(value)
    zeros = re.fullmatch(r"0{2,}", shown_as)
    return Cell(text.zfill(len(shown_as)) if zeros else text, "number")


def _date(value: Any, shown_as: str) -> Cell:
    """Return a date as exactly as it is shown: `mmm-yy` shows a month, and `d-mmm` a day of no year."""
    if not hasattr(value, "year"):
        return text_cell(str(value))
    signs = _IN_QUOTES.sub("", shown_as).lower()
    if not is_date_format(shown_as) or signs == "general":
        return Cell(value.isoformat()[:10], "date")
    if "y" not in signs:
        return Cell(f"{value.day}-{_MONTHS[value.month - 1]}", "year_lost")
    length = 10 if "d" in signs else 7 if "m" in signs else 4
    return Cell(value.isoformat()[:length], "date")


_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
