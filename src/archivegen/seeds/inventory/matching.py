"""Which row describes which document: by the name of the file that it gives, else by a number in the file's name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from archivegen.problems import Problem
from archivegen.seeds.inventory.columns import FILE
from archivegen.seeds.inventory.faults import folded
from archivegen.seeds.inventory.finders import Files, Numbers, number_key, without_zeros
from archivegen.seeds.inventory.rows import InventoryRow


class Several(NamedTuple):
    """A row that may be that of several files, and the problem that it is unless these are versions of one document."""

    row: InventoryRow
    paths: tuple[str, ...]
    problem: Problem


@dataclass(slots=True)
class Matching:
    """The row of each document by its path, why a document must not be read, the rows that describe none, and those that may
    describe several.
    """

    row_of: dict[str, InventoryRow] = field(default_factory=dict)
    faults: dict[str, list[Problem]] = field(default_factory=dict)
    left: list[InventoryRow] = field(default_factory=list)
    several: list[Several] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def match(rows: Iterable[InventoryRow], paths: Iterable[str]) -> Matching:
    """Find the document of every row among `paths`, which count from the folder that the inventory describes."""
    matching = Matching()
    files = Files(paths)
    without_name = _assign(matching, rows, files.named, files.all, _several_files)
    free = _free(matching, files.all)
    without_name = _assign(matching, without_name, files.named_but_for_zeros, free, _several_files)
    notices = [_zeros_put_back(matching.row_of[path], path) for path in free if path in matching.row_of]
    free = _free(matching, free)
    numbered = Numbers(free)
    without_number = _assign(matching, without_name, numbered.numbered, free, _several_numbered)
    free = _free(matching, free)
    bare = Numbers(free, without_zeros)
    for row in without_number:
        alike = bare.numbered(row)
        if alike and row.may_close:
            for path in alike:
                matching.faults.setdefault(path, []).append(_zeros_lost(row, alike, level_is_error=True))
        elif alike:
            notices.append(_zeros_lost(row, alike, level_is_error=False))
        matching.left.append(row)
    matching.notices += dict.fromkeys(folded(notices).values())
    return matching


def _free(matching: Matching, paths: Iterable[str]) -> list[str]:
    return [path for path in paths if path not in matching.row_of and path not in matching.faults]


def _assign(
    matching: Matching,
    rows: Iterable[InventoryRow],
    find: Callable[[InventoryRow], list[str]],
    free: Iterable[str],
    several: Callable[[InventoryRow, list[str]], Problem],
) -> list[InventoryRow]:
    """Give each row the one document that is found for it, and return the rows for which none is."""
    free = set(free)
    left = []
    claims: dict[str, list[InventoryRow]] = {}
    for row in rows:
        found = [path for path in find(row) if path in free]
        if len(found) == 1:
            claims.setdefault(found[0], []).append(row)
        elif not found:
            left.append(row)
        else:
            matching.several.append(Several(row, tuple(found), several(row, found)))
    for path, claimants in claims.items():
        if len(claimants) == 1:
            matching.row_of[path] = claimants[0]
        else:
            matching.faults.setdefault(path, []).append(two_rows(path, claimants))
    return left


def matched_by_number_read(rows: Iterable[InventoryRow], numbers_of: Mapping[str, Iterable[str]]) -> Matching:
    """Find the document of every row among those in which one of its numbers was read; `numbers_of` are these by path."""
    by_number: dict[tuple[str, ...], list[str]] = {}
    for path, numbers in numbers_of.items():
        for key in dict.fromkeys(number_key(number) for number in numbers):
            by_number.setdefault(key, []).append(path)

    def find(row: InventoryRow) -> list[str]:
        keys = [key for number in row.numbers if (key := number_key(number))]
        return list(dict.fromkeys(path for key in keys for path in by_number.get(key, [])))

    matching = Matching()
    matching.left = _assign(matching, rows, find, numbers_of, _several_numbered)
    return matching


def _several_files(row: InventoryRow, paths: list[str]) -> Problem:
    return Problem(
        path=row.path,
        line=row.line,
        code="row-of-several",
        message=f"this row may describe each of {_in_words(paths)}",
        fix="write the path of its document into it",
    )


def _several_numbered(row: InventoryRow, paths: list[str]) -> Problem:
    return Problem(
        path=row.path,
        line=row.line,
        level="error" if row.may_close else "warning",
        code="row-of-several",
        message=f"the number of this row is that of each of {_in_words(paths)}; it describes none of them",
        fix="write the path of its document into a column “file”",
    )


def two_rows(path: str, rows: list[InventoryRow]) -> Problem:
    """Return the problem of a document that several rows describe."""
    others = ", ".join(f"{row.path}:{row.line}" for row in rows[1:])
    return Problem(
        path=rows[0].path,
        line=rows[0].line,
        code="two-rows",
        message=f"this row and {others} describe the same document, {path}",
        fix="keep one of them",
    )


def _zeros_put_back(row: InventoryRow, path: str) -> Problem:
    column = next((f"in the {column.in_words}, " for column in row.columns if column.target == FILE), "")
    return Problem(
        path=row.path,
        line=row.line,
        field=FILE,
        level="notice",
        code="zeros-put-back",
        message=f"{column}“{', '.join(row.files)}” was taken for {path}: spreadsheet programs take zeros from the beginning of "
        "numbers",
        fix="format the column as text, and write the names with their zeros",
    )


def _zeros_lost(row: InventoryRow, paths: list[str], *, level_is_error: bool) -> Problem:
    return Problem(
        path=row.path,
        line=row.line,
        level="error" if level_is_error else "warning",
        code="zeros-lost",
        message=f"but for leading zeros, the number of this row is that of {_in_words(paths)}; it does not describe it",
        fix="format the column as text, and write the number with its zeros",
    )


def _in_words(paths: list[str]) -> str:
    return f"{', '.join(paths[:3])} and {len(paths) - 3} more" if len(paths) > 4 else " and ".join(paths)
