"""What an archivist has changed in a sheet: each value with what it was and what it is to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from archivegen.problems import Problem
from archivegen.records.fields import FIELD_BY_NAME, Field
from archivegen.records.record import Record
from archivegen.records.values import AccessValue, Value
from archivegen.review_sheet.misreading import Misreadings
from archivegen.review_sheet.opening import EditedRow
from archivegen.review_sheet.row_values import (
    Parts,
    changed,
    fault_of,
    is_said,
    may_be_several,
    place_of,
    says,
    written,
)
from archivegen.review_sheet.table import EDITED, MARK, edited_cells, mark_of, source_cell, where

_NOT_TAKEN = "row-not-taken"


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is to be another: the field, where it stands, its cells as they were and as they are to be."""

    field: str
    where: str
    before: Mapping[str, str]
    after: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Edited:
    """A record and its fields that are to have other values: all their values, each with its parts."""

    record: Record
    fields: Mapping[str, tuple[Parts, ...]]
    changes: tuple[Change, ...]


@dataclass(slots=True)
class _Field:
    """The values of a field of a record while rows are read."""

    values: tuple[Value, ...]
    parts: list[Parts | None]
    rows: dict[int, int] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is to change, and what is wrong with rows: errors, and warnings about cells that are left out."""

    edited: tuple[Edited, ...]
    problems: tuple[Problem, ...]


def compare(rows: Iterable[EditedRow], records: Iterable[Record], path: str) -> Comparison:
    """Compare the rows of a sheet at `path` with the records as they are read now.

    A row that is gone changes nothing, nor does a column that is gone.
    """
    reader = _Reader({source_cell(record): record for record in records}, path)
    for row in rows:
        reader.read(row)
    return Comparison(tuple(reader.edited()), (*reader.misreadings.problems(path), *reader.problems))


class _Reader:
    """The fields that rows have named so far, and what was wrong with the rows."""

    def __init__(self, records: Mapping[str, Record], path: str) -> None:
        self.problems: list[Problem] = []
        self._records = records
        self._path = path
        self._fields: dict[tuple[str, str], _Field] = {}
        self.misreadings = Misreadings()

    def read(self, row: EditedRow) -> None:
        """Take up a row; what is wrong with it is a problem."""
        source, name = row.cells["source"], row.cells["field"]
        mark = row.cells.get(MARK, "")
        edited = {column: row.cells[column] for column in EDITED if row.cells.get(column)}
        if mark == mark_of(source, name, edited) or not (mark or row.cells.get("number") or edited):
            return
        record, known = self._records.get(source), FIELD_BY_NAME.get(name)
        if record is None and self.misreadings.are_of(row.number, source, *self._records):
            return
        if record is None:
            self._refuse(
                row, f"there is no document “{source}” that can be read", "leave “source” as it was exported"
            )
        elif known is None:
            self._refuse(row, f"“{name}” is no field", "write a name of docs/fields.md")
        elif mark or row.cells.get("number"):
            self._correct(row, self._field(record, known), record, known)
        else:
            self._add(row, self._field(record, known), record, known)

    def edited(self) -> Iterator[Edited]:
        """Yield the records that are to have other values."""
        by_source: dict[str, dict[str, _Field]] = {}
        for (source, name), each in self._fields.items():
            if each.changes:
                by_source.setdefault(source, {})[name] = each
        for source, fields in by_source.items():
            yield Edited(
                self._records[source],
                {name: tuple(parts for parts in each.parts if parts) for name, each in fields.items()},
                tuple(change for each in fields.values() for change in each.changes),
            )

    def _field(self, record: Record, known: Field) -> _Field:
        values = record.fields.get(known.name, ())
        parts: list[Parts | None] = [written(value) for value in values]
        return self._fields.setdefault((source_cell(record), known.name), _Field(values, parts))

    def _correct(self, row: EditedRow, own: _Field, record: Record, known: Field) -> None:
        place = place_of(row, own.values, record)
        if place is None and not row.cells.get("value", "unknown"):
            # It was taken away by an earlier import of this sheet.
            return
        if place is None:
            fix = "export the archive again, and make the change there"
            self._refuse(row, "this value is not what it was when the sheet was exported", fix)
            return
        if place in own.rows:
            fix = "leave one row as it is; in a row for a new value empty “number” and “mark”"
            self._refuse(row, f"this row and row {own.rows[place]} are of one value", fix)
            return
        own.rows[place] = row.number
        before = edited_cells(own.values[place], record)
        after = self._after(row, before, own.values[place])
        if after == before:
            return
        if after.get("value") and (fault := fault_of(after, known)):
            self._refuse(row, *fault)
            return
        if not after.get("value"):
            if known.kind is AccessValue:
                self._refuse(row, "who may see the document cannot be left empty", "write “open”, if all may")
                return
            own.parts[place], after = None, {}
        else:
            own.parts[place] = changed(own.parts[place] or {}, before, after)
            self._warn_of_several(row, known, before, after)
        own.changes.append(Change(known.name, where(record, own.values[place]), before, after))

    def _after(self, row: EditedRow, before: Mapping[str, str], value: Value) -> dict[str, str]:
        """Return the cells as they are to be: as before where a column is gone, or a program spoilt what stood there."""
        spoilt = dict(row.spoilt)
        after = dict(before)
        given = {column: " ".join(row.cells[column].split()) for column in EDITED if column in row.cells}
        for column, cell in given.items():
            if is_said(column, given, value, before):
                if column == "principal" and cell and not before.get(column):
                    message = "a date that cannot be read is not taken as the principal one"
                    self._say(row, message, "write the day, month or year into “value”", "cell-not-taken")
                continue
            if self.misreadings.are_of(row.number, cell, before.get(column, "")):
                continue
            if column in spoilt:
                message = f"“{cell}” in “{column}” is {spoilt[column]}; the value stays as it is"
                self._say(row, message, "format the cell as text, and write it again", "cell-not-taken")
                continue
            after[column] = cell
        return {column: cell for column, cell in after.items() if cell}

    def _add(self, row: EditedRow, own: _Field, record: Record, known: Field) -> None:
        after = {column: cell for column in EDITED if (cell := " ".join(row.cells.get(column, "").split()))}
        if any(says(row, value, edited_cells(value, record)) for value in own.values):
            return
        spoilt = [what for column, what in row.spoilt if column in after]
        if spoilt:
            self._refuse(
                row,
                f"in a cell of this new value is {spoilt[0]}",
                "format the cell as text, and write it again",
            )
        elif not after.get("value"):
            self._refuse(row, "this new row has no value", "write one, or take the row away")
        elif any(own.parts) and not known.repeatable:
            self._refuse(row, f"“{known.name}” has one value only", "correct the value in its own row")
        elif fault := fault_of(after, known):
            self._refuse(row, *fault)
        else:
            own.parts.append(changed({}, {}, after))
            self._warn_of_several(row, known, {}, after)
            own.changes.append(Change(known.name, "", {}, after))

    def _warn_of_several(
        self, row: EditedRow, known: Field, before: Mapping[str, str], after: Mapping[str, str]
    ) -> None:
        if several := may_be_several(known, before, after):
            self._say(row, *several, "one-value-taken")

    def _refuse(self, row: EditedRow, message: str, fix: str) -> None:
        self._say(row, message, fix, _NOT_TAKEN)

    def _say(self, row: EditedRow, message: str, fix: str, code: str) -> None:
        self.problems.append(
            Problem(
                path=self._path,
                line=row.number,
                field=row.cells["field"] or None,
                level="error" if code == _NOT_TAKEN else "warning",
                code=code,
                message=message,
                fix=fix,
            )
        )
