"""An inventory in OpenDocument: every cell has the words that it shows beside the value they were made of."""

from __future__ import annotations

import re
from xml.parsers import expat

from archivegen.problems import Refusal
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.formats.package import FAULTS
from archivegen.seeds.inventory.cells import MOST_COLUMNS, MOST_ROWS, Cell, Row, Sheet, damaged, text_cell
from archivegen.seeds.inventory.packages import open_package

_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")
# What stands in a cell and is none of its words.
_NOT_SHOWN = frozenset({"annotation", "shapes", "tracked-changes"})


def read_ods(content: bytes, path: str) -> tuple[Sheet, ...]:
    """Read the sheets of an OpenDocument spreadsheet.

    Raises:
        Refusal: it is damaged, encrypted, too large, or no OpenDocument.

    """
    with open_package(content, path, "content.xml") as archive:
        reader = _Reader(path)
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = reader.open
        parser.EndElementHandler = reader.close
        parser.CharacterDataHandler = reader.write
        parser.StartDoctypeDeclHandler = reader.refuse
        try:
            parser.Parse(archive.read("content.xml"), True)
        except (expat.ExpatError, *FAULTS) as error:
            raise Refusal(damaged(path, "this file is damaged, or no spreadsheet")) from error
    return tuple(reader.sheets)


class _Reader:
    """The sheets so far; its methods are told what the XML has next."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.sheets: list[Sheet] = []
        self._name = ""
        self._rows: list[Row] = []
        self._number = 0
        self._row_times = 1
        self._cells: list[Cell] = []
        self._cell: dict[str, str] | None = None
        self._is_covered = False
        self._words: list[str] = []
        self._not_shown = 0

    def refuse(self, *_: object) -> None:
        raise Refusal(damaged(self.path, "its XML declares what no sheet needs"))

    def open(self, name: str, attributes: dict[str, str]) -> None:
        element = name.rpartition(" ")[2]
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if element in _NOT_SHOWN or self._not_shown:
            self._not_shown += 1
        elif element == "table":
            self._name, self._rows, self._number = own.get("name", ""), [], 0
        elif element == "table-row":
            self._cells, self._row_times = [], _times(own, "number-rows-repeated")
        elif element in ("table-cell", "covered-table-cell"):
            self._cell, self._words, self._is_covered = own, [], element.startswith("covered")
        elif element in ("p", "line-break") and self._words:
            self._words.append("\n")
        elif element in ("s", "tab"):
            self._words.append(" " * min(_times(own, "c"), MOST_COLUMNS))

    def write(self, words: str) -> None:
        if self._cell is not None and not self._not_shown:
            self._words.append(words)

    def close(self, name: str) -> None:
        element = name.rpartition(" ")[2]
        if self._not_shown:
            self._not_shown -= 1
        elif element in ("table-cell", "covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
        elif element == "table-row":
            self._end_row()
        elif element == "table":
            self.sheets.append(Sheet(self._name, tuple(self._rows)))

    def _end_cell(self, own: dict[str, str]) -> None:
        cell = Cell("", "covered") if self._is_covered else _cell(own, "".join(self._words))
        times = _times(own, "number-columns-repeated")
        has_words = bool(cell.text) or cell.kind not in ("text", "covered")
        if has_words and len(self._cells) + times > MOST_COLUMNS:
            raise Refusal(damaged(self.path, "this inventory has more columns than any has"))
        self._cells.extend([cell] * min(times, MOST_COLUMNS))
        self._cell = None

    def _end_row(self) -> None:
        while self._cells and self._cells[-1] == Cell():
            self._cells.pop()
        if any(cell.text or cell.kind != "text" for cell in self._cells):
            if self._number + self._row_times > MOST_ROWS:
                raise Refusal(damaged(self.path, "this inventory has more rows than any has"))
            cells = tuple(self._cells)
            self._rows.extend(Row(self._number + time, cells) for time in range(1, self._row_times + 1))
        self._number += self._row_times


def _times(own: dict[str, str], key: str) -> int:
    number = own.get(key, "1")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 9 else 1


def _cell(own: dict[str, str], shown: str) -> Cell:
    kind = own.get("value-type", "")
    if kind == "date" and (day := _DAY.match(own.get("date-value", ""))):
        return _date(day.group(), shown)
    cell = text_cell(shown)
    if kind == "boolean":
        return Cell(own.get("boolean-value", "") or cell.text)
    if "formula" in own and not cell.text and not kind:
        return Cell("", "not_computed")
    if kind in ("float", "currency", "percentage") and cell.kind == "text":
        number = own.get("value", "")
        # Sixteen digits and more are kept as zeros; what is shown has the leading zeros of the cell's format.
        if sum(sign.isdigit() for sign in number.partition("E")[0]) > 15 and "." not in number:
            return Cell(cell.text, "digits_lost")
        return Cell(cell.text if cell.text.isdigit() or not number else number, "number")
    return cell


def _date(day: str, shown: str) -> Cell:
    """Return a date as exactly as it is shown: a cell may show the month or the year of its day alone."""
    if re.search(r"\d", shown) and day[2:4] not in shown:
        return Cell(shown.strip(), "year_lost")
    read = day[:4] if shown.strip() == day[:4] else read_date(shown.strip()) or ""
    return Cell(read if read and day.startswith(read) else day, "date")
