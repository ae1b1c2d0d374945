"""What can be wrong with an inventory and its rows, as problems; and many alike made one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archivegen.problems import Level, Problem
from archivegen.seeds.closing_words import Wish, may_be_about_access, may_close_or_redact, wish_of_entry
from archivegen.seeds.inventory.cell_values import CellFault, numbered_day
from archivegen.seeds.inventory.cells import Row, damaged
from archivegen.seeds.inventory.columns import FILE, NONE, Column, Columns
from archivegen.seeds.line_lists import lines_in_words
from archivegen.seeds.supplied_values import day_of
from archivegen.storage.yaml_lines import YamlNode

_CLOSING = ("access", "redact")
_MEANINGS: dict[str, tuple[Level, str, str]] = {
    "error": (
        "warning",
        "“{text}” is the failure of a formula, and no value",
        "mend the formula, or write the value itself",
    ),
    "not_computed": (
        "warning",
        "the result of the formula is not in the file, and nothing is computed here",
        "open the file in the program it was made with, and save it again",
    ),
    "digits_lost": (
        "warning",
        "“{text}” is a number that a spreadsheet program has rounded, and what stood there is lost",
        "format the column as text, and type it again",
    ),
    "year_lost": (
        "warning",
        "“{text}” is a day that a spreadsheet program has made of something else, and its year is not shown",
        "format the column as text, and type what is meant",
    ),
    "made_a_date": (
        "warning",
        "“{text}” is a date where none is expected: a spreadsheet program makes one of what looks like it, as 1-2",
        "format the column as text, and type what is meant",
    ),
    "date-not-known": (
        "notice",
        "“{text}” says that the date is not known; none is supplied",
        "leave the cell empty, or write what is known, as 1961 or 196X",
    ),
    "day-by-number": (
        "notice",
        "“{text}”, as a spreadsheet program numbers days",
        "format the column as dates, if this is so",
    ),
}


def fault_problem(fault: CellFault, column: Column, row: Row, path: str) -> Problem:
    """Return the problem of a cell; an error where its column says who may see the document."""
    level, message, fix = _MEANINGS[fault.code]
    is_closing = column.target in _CLOSING or (not column.target and may_close_or_redact(column.head))
    return Problem(
        path=path,
        line=row.number,
        field=column.target or column.head,
        level="error" if is_closing else level,
        code=f"cell-{fault.code.replace('_', '-')}",
        message=f"in the {column.in_words}, {message.format(text=fault.text)}",
        fix=fix,
    )


def wish_problem(wish: Wish, column: Column, row: Row, path: str) -> Problem:
    """Return the error of a cell under an unknown head that may be meant to keep something from being seen."""
    return Problem(
        path=path,
        line=row.number,
        field=column.head,
        code="unknown-column",
        message=f"“{row.cell(column.place).text}” in the {column.in_words}, which is no field of a record, may be meant to "
        f"{wish.meant}",
        fix=f"call it “{wish.field}”, or write “{column.head}: none” among the “columns” of the inventory in archive.yml",
    )


def naming_day(problem: Problem, day_zero: int) -> Problem:
    """Return the warning of a date that cannot be read, with the day that it would be if it is the number of one."""
    text = problem.message.partition("“")[2].partition("”")[0]
    day = numbered_day(text, day_zero) if problem.code == "date-unreadable" else ""
    if not day:
        return problem
    return replace(
        problem,
        message=f"{problem.message}; as the number of a day in a spreadsheet it would be {day}",
        fix="format the column as dates, if this is so",
    )


def ragged(row: Row, columns: tuple[Column, ...], path: str) -> Iterator[Problem]:
    """Yield what is wrong with the number of cells of a row: with too many, none may stand in its column."""
    if any(cell.text for cell in row.cells[len(columns) :]):
        yield Problem(
            path=path,
            line=row.number,
            code="ragged-row",
            message="this row has more cells than there are heads, so that they may stand under wrong ones",
            fix="put a cell that has the dividing sign in it between quotation marks, or give every column a head",
        )
    missing = [column for column in columns[len(row.cells) :] if column.head]
    if missing and path.lower().endswith(".csv"):
        is_closing = any(column.target in _CLOSING for column in missing)
        yield Problem(
            path=path,
            line=row.number,
            level="error" if is_closing else "warning",
            code="ragged-row",
            message="this row has fewer cells than there are heads; those that are missing are taken for empty",
            fix="write all dividing signs, also behind the last cell that is filled",
        )
    for column in columns:
        if row.cell(column.place).kind == "covered":
            is_closing = column.target in _CLOSING
            yield Problem(
                path=path,
                line=row.number,
                field=column.target or column.head,
                level="error" if is_closing else "warning",
                code="merged-cells",
                message=f"in the {column.in_words}, this cell is merged with another one, and has no value of its own",
                fix="part the merged cells, and fill each of them",
            )


def parts_apart(column: Column, row: Row, path: str) -> Problem:
    """Return the problem of values and what stands beside them that are not of one number."""
    return Problem(
        path=path,
        line=row.number,
        field=column.target,
        level="error" if column.target in _CLOSING else "warning",
        code="parts-apart",
        message=f"in the {column.in_words}, there are not as many values as in the columns that say more of them",
        fix="give each value its own, divided by the same sign",
    )


def without_value(column: Column, row: Row, path: str) -> Problem:
    """Return the problem of what is said of a value that is not there; an error where it may be meant to close a document."""
    is_closing = column.target in _CLOSING
    day = day_of(row.cell(column.place).text)
    said = f"embargoed until {day}" if day else "restricted"
    return Problem(
        path=path,
        line=row.number,
        field=column.target,
        level="error" if is_closing else "warning",
        code="part-without-value",
        message=f"“{row.cell(column.place).text}” in the column “{column.head}” is said of a value that this row does not have",
        fix=f"write “{said}” into a column “access”, or “open”"
        if is_closing
        else f"fill in “{column.target}”, or empty this cell",
    )


def of_columns(columns: Columns, rows: tuple[Row, ...], path: str) -> Iterator[Problem]:
    """Yield what is wrong with the heads of the columns: two that give the same, and those that are not known."""
    by_target: dict[tuple[str, str], list[Column]] = {}
    for column in columns.all:
        if column.target and column.target not in (NONE, FILE):
            by_target.setdefault((column.target, column.part), []).append(column)
    for (target, _), same in by_target.items():
        if len(same) > 1:
            heads = " and ".join(f"“{column.head}”" for column in same)
            if target in _CLOSING:
                yield damaged(
                    path, f"the columns {heads} both give “{target}”", columns.head_row, "keep one of them"
                )
            elif target not in ("identifiers", "number"):
                yield _note(path, columns.head_row, "same-columns", f"the columns {heads} both give “{target}”; of one value, the first that is filled is used", "keep one of them, or say what the others give")  # fmt: skip
    unknown = [
        column
        for column in columns.all
        if not column.target and any(row.cell(column.place).text for row in rows)
    ]
    for column in unknown:
        texts = (row.cell(column.place).text for row in rows)
        asks = any(wish_of_entry(column.head, YamlNode(0, text=text)) for text in texts if text)
        if may_be_about_access(column.head) and not asks:
            yield _note(path, columns.head_row, "column-about-access", f"the column “{column.head}” may say who may see the documents, and closes nothing", f"call it “access”, or write “{column.head}: none” among the “columns” of the inventory in archive.yml")  # fmt: skip
    unknown = [column for column in unknown if not may_be_about_access(column.head)]
    if unknown:
        heads = ", ".join(
            f"“{column.head or f'(column {column.place + 1}, without a head)'}”" for column in unknown
        )
        yield _note(path, columns.head_row, "unknown-columns", f"what stands in these columns is not published: {heads}", "say in archive.yml which field each of them gives, under “inventory: {columns: …}”")  # fmt: skip


def _note(path: str, line: int, code: str, message: str, fix: str) -> Problem:
    return Problem(path=path, line=line, level="warning", code=code, message=message, fix=fix)


def folded(problems: Iterable[Problem]) -> dict[Problem, Problem]:
    """Return for each problem the one that stands for it and all others of its kind in the same column."""
    alike: dict[tuple[object, ...], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.path, problem.code, problem.field, problem.level), []).append(problem)
    standing = {}
    for group in alike.values():
        lines = sorted({problem.line or 0 for problem in group})
        first = min(group, key=lambda problem: problem.line or 0)
        if len(lines) > 1:
            rest = lines_in_words(lines[1:])
            rows = "another row" if len(lines) == 2 else f"{len(lines) - 1} more rows"
            first = replace(first, message=f"{first.message} (likewise in {rows}: {rest})")
        standing.update(dict.fromkeys(group, first))
    return standing
