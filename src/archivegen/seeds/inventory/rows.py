"""The rows of an inventory: what each supplies of its document, by what it may be found, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from archivegen.problems import Problem
from archivegen.records.values import VERSION_KINDS, AccessValue
from archivegen.seeds.closing_values import wish_of_remark
from archivegen.seeds.closing_words import wish_of_entry
from archivegen.seeds.draft import Found
from archivegen.seeds.inventory.archive_numbers import with_columns
from archivegen.seeds.inventory.cell_values import ReadDate, divided, fault_of, read_dates
from archivegen.seeds.inventory.cells import Row
from archivegen.seeds.inventory.columns import APPROXIMATE, FILE, NONE, NUMBER, Column, in_words
from archivegen.seeds.inventory.date_columns import date_style
from archivegen.seeds.inventory.entries import has_several, item_of, joined_nodes
from archivegen.seeds.inventory.faults import (  # fmt: skip
    fault_problem,
    naming_day,
    parts_apart,
    ragged,
    wish_problem,
    without_value,
)
from archivegen.seeds.inventory.opening import Table
from archivegen.seeds.supplied import Supplied, supplied_by
from archivegen.storage.yaml_lines import YamlNode, YamlReading

_YES = frozenset({"yes", "true", "x", "1", "y"})


@dataclass(frozen=True, slots=True)
class InventoryRow:
    """One row: the file it stands in and its line there, the names and numbers by which its document may be found, what
    it supplies, its words under their heads, wherever in the sheet it stands, and the columns that it fills.

    The problems of what it supplies are errors: its document is not published with any of them.
    """

    path: str
    line: int
    files: tuple[str, ...]
    numbers: tuple[str, ...]
    supplied: Supplied
    text: str
    columns: tuple[Column, ...] = ()

    @property
    def may_close(self) -> bool:
        """Whether it closes its document or redacts words of it, or might do so if it were not faulty."""
        given = [value for _, value in self.supplied.found if isinstance(value, AccessValue)]
        return bool(
            self.supplied.problems
            or self.supplied.redactions
            or any(value.value != "open" for value in given)
        )

    def naming_column(self, problem: Problem) -> Problem:
        """Return a problem of a value that a cell of the row gives with the column of that cell."""
        found = [column for column in self.columns if column.target == problem.field]
        if (problem.path, problem.line) != (self.path, self.line) or not found:
            return problem
        return replace(problem, message=f"in the {in_words(found)}, {problem.message}")

    def with_problems(self, standing: Mapping[Problem, Problem]) -> InventoryRow:
        """Return the row with the problems that stand for its own, which may be those of many rows."""
        problems = tuple(dict.fromkeys(standing[problem] for problem in self.supplied.problems))
        return replace(self, supplied=replace(self.supplied, problems=problems))


class RowReading(NamedTuple):
    """A row, and all that is wrong with it, warnings among it."""

    row: InventoryRow
    problems: tuple[Problem, ...]


def read_rows(table: Table, path: str) -> Iterator[RowReading]:
    """Yield every row of a table; `path` is how reports name its file."""
    reader = _RowReader(table, path)
    for row in table.rows:
        yield reader.read(row)


class _RowReader:
    """What the rows of a table have in common: its columns, and how the dates in each of them are written."""

    def __init__(self, table: Table, path: str) -> None:
        self.path = path
        self.columns = table.columns.all
        self.day_zero = table.sheet.day_zero
        self.dates = {
            column: date_style(column, table) for column in table.columns.of("dates") if not column.part
        }

    def read(self, row: Row) -> RowReading:
        """Read one row."""
        problems = list(ragged(row, self.columns, self.path))
        nodes: dict[str, YamlNode] = {}
        written: dict[str, str] = {}
        for column in self.columns:
            cell = row.cell(column.place)
            fault = fault_of(cell, column.target, column.part) if column.target != NONE else None
            if fault:
                problems.append(fault_problem(fault, column, row, self.path))
            elif not cell.text or column.target in (NONE, FILE, NUMBER, APPROXIMATE) or column.part:
                continue
            elif not column.target:
                node = YamlNode(row.number, text=cell.text)
                wish = wish_of_entry(column.head, node) or wish_of_remark(cell.text)
                problems += [wish_problem(wish, column, row, self.path)] if wish else []
            elif column.target not in nodes or has_several(column.target):
                node = self._node(column, row, written, problems)
                if joined := joined_nodes(nodes.get(column.target), node):
                    nodes[column.target] = joined
        if "version" in nodes and nodes["version"].text not in VERSION_KINDS:
            nodes["versions"] = nodes.pop("version")
        problems += [without_value(column, row, self.path) for column in self._alone(row)]
        supplied = supplied_by(YamlReading(nodes), self.path)
        found = InventoryRow(
            self.path,
            row.number,
            self._texts(row, FILE),
            self._numbers(row),
            supplied,
            self._words(row),
            self._filled(row),
        )
        problems += [found.naming_column(naming_day(problem, self.day_zero)) for problem in supplied.problems]
        supplied, faults = with_columns(supplied, found.columns)
        problems += faults
        errors = tuple(problem for problem in problems if problem.level == "error")
        values = tuple(_as_written(each, written) for each in supplied.found)
        supplied = replace(supplied, found=values, problems=errors)
        return RowReading(replace(found, supplied=supplied), tuple(problems))

    def _node(self, column: Column, row: Row, written: dict[str, str], problems: list[Problem]) -> YamlNode:
        cell = row.cell(column.place)
        if column in self.dates:
            values = []
            for date in self._dates_of(column, row):
                problems += [fault_problem(date.fault, column, row, self.path)] if date.fault else []
                if date.as_written:
                    written[date.value] = date.as_written
                values += [date.value] if date.value else []
        else:
            values = divided(cell.text, column.target)
        parts = [
            (part.part, divided(row.cell(part.place).text, column.target))
            for part in self.columns
            if part.target == column.target and part.part and row.cell(part.place).text
        ]
        if any(len(texts) != len(values) for _, texts in parts):
            problems.append(parts_apart(column, row, self.path))
            parts = []
        items = tuple(
            item_of(column.target, value, {part: texts[place] for part, texts in parts}, row.number)
            for place, value in enumerate(values)
        )
        return YamlNode(row.number, items=items) if has_several(column.target) or not items else items[0]

    def _alone(self, row: Row) -> list[Column]:
        """Return the columns that say more of a value where the row has none."""
        filled = [column for column in self.columns if column.target and row.cell(column.place).text]
        given = {column.target for column in filled if not column.part}
        return [column for column in filled if column.part and column.target not in given]

    def _dates_of(self, column: Column, row: Row) -> list[ReadDate]:
        style = self.dates[column]
        is_approximate = any(text.casefold() in _YES for text in self._texts(row, APPROXIMATE))
        return read_dates(row.cell(column.place), *style, is_approximate=is_approximate)

    def _filled(self, row: Row) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.target and row.cell(column.place).text)

    def _texts(self, row: Row, target: str) -> tuple[str, ...]:
        columns = (column for column in self.columns if column.target == target)
        texts = (
            row.cell(column.place).text for column in columns if not fault_of(row.cell(column.place), target)
        )
        return tuple(dict.fromkeys(text for text in texts if text))

    def _numbers(self, row: Row) -> tuple[str, ...]:
        numbered = [column for column in self.columns if column.gives_number]
        texts = [
            text
            for column in numbered
            if not fault_of(row.cell(column.place), column.target)
            for text in divided(row.cell(column.place).text, column.target)
        ]
        return tuple(dict.fromkeys(text for text in texts if text))

    def _words(self, row: Row) -> str:
        pairs = ((column.head, row.cell(column.place).text) for column in self.columns)
        return "\n".join(sorted(f"{head}\t{text}" for head, text in pairs if text))


def _as_written(found: Found, written: dict[str, str]) -> Found:
    """Return a value with the wording of its cell, where that was read as something else."""
    if found.field != "dates" or found.value.value not in written:
        return found
    return Found(found.field, replace(found.value, as_written=written[found.value.value]))
