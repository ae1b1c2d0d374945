"""Records without text: rows of an inventory whose document is not among the files."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from archivegen.problems import Problem
from archivegen.records.body import Body
from archivegen.records.record import Record, Source
from archivegen.seeds.blocks import Paper
from archivegen.seeds.closing_values import values_that_close
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.inventory.archive_numbers import with_numbers
from archivegen.seeds.inventory.rows import InventoryRow
from archivegen.seeds.line_lists import lines_in_words
from archivegen.seeds.merging import merge
from archivegen.seeds.nearest import nearest_id, supplied_by_folders
from archivegen.seeds.readers.composed import title_for_want
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.supplied import Supplied
from archivegen.seeds.supplied_digest import digest_of_supplied

LAYOUT = "inventory"
_LONGEST_KEY = 60


@dataclass(frozen=True, slots=True)
class Textless:
    """The records of rows without a document, what is wrong with the rows, those that were rejected; and the rows that close
    a document that is not there, which may be one that is, under another name. `not_read` are the paths of rejected rows.
    """

    records: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    rejected: tuple[Record, ...] = ()
    astray: tuple[Problem, ...] = ()
    not_read: frozenset[str] = frozenset()


def read_textless(
    rows: Iterable[InventoryRow], defaults: tuple[tuple[str, str], ...], bare: Sequence[str]
) -> Textless:
    """Return the records of rows, all of one inventory, that describe no document that is there.

    `defaults` are the paths and texts of the `collection.yml` that hold for the folder of the inventory, `bare` the paths
    of the documents there that no row describes: a row that closes something may mean one of them.
    """
    keyed = _keyed(rows)
    astray = {path for path, row in keyed.items() if row.may_close and (row.files or bare)}
    records: list[Record] = []
    rows_of_records, nameless = [], []
    faults: dict[str, tuple[Problem, ...]] = {}
    rejected: list[Record] = []
    for path, row in keyed.items():
        if path in astray:
            continue
        record = _record(path, row, defaults)
        problems = record.problems if record else row.supplied.problems
        if any(problem.level == "error" for problem in problems):
            faults[path] = problems
            rejected += [record] if record else []
        elif record:
            records.append(record)
            rows_of_records.append(row)
        else:
            nameless.append(row)
    own = (problem for problems in faults.values() for problem in problems)
    others = (problem for record in records for problem in record.problems)
    notices = (*_notice_of_nameless(nameless), *_notice_of_records(rows_of_records))
    return Textless(
        tuple(records),
        (*dict.fromkeys((*own, *others)), *notices),
        tuple(rejected),
        tuple(_closes_nothing(keyed[path], bare) for path in sorted(astray)),
        frozenset(faults),
    )


def _keyed(rows: Iterable[InventoryRow]) -> dict[str, InventoryRow]:
    """Return rows by the path that stands for each: made of its number or its title, and never of its place in the sheet."""
    by_key: dict[str, list[InventoryRow]] = {}
    for row in rows:
        by_key.setdefault(_key(row), []).append(row)
    keyed: dict[str, InventoryRow] = {}
    for key, alike in by_key.items():
        for row in alike:
            digest = hashlib.sha256(row.text.encode()).hexdigest()[:8]
            keyed.setdefault(f"{row.path}#{key}" if len(alike) == 1 else f"{row.path}#{key}-{digest}", row)
    return keyed


def _key(row: InventoryRow) -> str:
    titles = [value.value for name, value in row.supplied.found if name == "title"]
    given = (row.supplied.supplied_id, *row.numbers, *titles, *row.files)
    words = next((words for words in given if words), row.text)
    return re.sub(r"[^\w.-]+", "-", unicodedata.normalize("NFC", words).strip())[:_LONGEST_KEY].strip("-.")


def _record(path: str, row: InventoryRow, defaults: tuple[tuple[str, str], ...]) -> Record | None:
    """Return the record of a row, or None where neither a title is given nor one can be made of writer and addressee."""
    supplied = [*supplied_by_folders(defaults), row.supplied]
    merged = merge((), supplied)
    if "title" not in merged.fields:
        given = tuple(Found(name, value) for name, values in merged.fields.items() for value in values)
        draft = Draft(SourceText(path, (), LAYOUT), Paper(), given)
        titles = [found for found in title_for_want(draft) if found.value.rule == "composed_title"]
        if not titles:
            return None
        titles = [Found(name, replace(value, file=row.path)) for name, value in titles]
        merged = merge(titles, supplied)
    supplied_id, said_id = nearest_id(supplied)
    return Record(
        source=Source(path, hashlib.sha256(row.text.encode()).hexdigest(), LAYOUT, "", ()),
        fields=with_numbers(merged.fields, supplied),
        other_readings=merged.other_readings,
        body=Body(),
        zones=(),
        supplied_id=supplied_id,
        said_id=said_id,
        supplied_sha256=digest_of_supplied(defaults, row, None),
        changes=row.supplied.changes,
        problems=(
            *(problem for part in supplied for problem in part.problems),
            *_asking_to_close(path, row, supplied),
        ),
    )


def _asking_to_close(path: str, row: InventoryRow, supplied: list[Supplied]) -> Iterator[Problem]:
    """Yield an error for each value that asks for the document to be closed, where no access is stated."""
    if not any("access" in part.gives for part in supplied):
        values = (found for part in supplied for found in part.found)
        yield from map(row.naming_column, values_that_close(values, path))


def _notice_of_nameless(rows: list[InventoryRow]) -> Iterator[Problem]:
    letters = [row for row in rows if {"creators", "recipients"} <= row.supplied.gives]
    others = [row for row in rows if row not in letters]
    if letters:
        yield _notice(
            letters,
            "row-without-document",
            "has neither a document here nor a title, and is not published",
            "have neither a document here nor a title, and are not published",
            "if it is a letter, write “letter” into a column “form”, or “form: letter” below “defaults:” of a collection.yml beside "
            "the inventory: writer and addressee make its title; else give the name of the file, or a title",
        )
    if others:
        yield _notice(
            others,
            "row-without-document",
            "has neither a document here nor a title, and is not published",
            "have neither a document here nor a title, and are not published",
            "give the name of the file, or a title, if there should be a record without text",
        )


def _notice_of_records(rows: list[InventoryRow]) -> Iterator[Problem]:
    missing = [row for row in rows if any("://" not in name for name in row.files)]
    others = [row for row in rows if row not in missing]
    if missing:
        yield _notice(
            missing,
            "file-not-here",
            f"names a file that is not here (“{missing[0].files[0]}”), and is a record without text",
            f"name files that are not here (the first is “{missing[0].files[0]}”), and are records without text",
            "put the files into the folder, or write their names as they are",
        )
    if others:
        yield _notice(
            others,
            "record-without-text",
            "has no document here, and is a record without text",
            "have no document here, and are records without text",
            "if there is a file, write its name into a column “file”",
        )


def _notice(rows: list[InventoryRow], code: str, one: str, many: str, fix: str) -> Problem:
    lines = [row.line for row in rows]
    message = f"this row {one}" if len(rows) == 1 else f"{len(rows)} rows {many}: {lines_in_words(lines)}"
    return Problem(path=rows[0].path, line=min(lines), level="notice", code=code, message=message, fix=fix)


def _closes_nothing(row: InventoryRow, bare: Sequence[str]) -> Problem:
    lacking = (
        f"there is no “{row.files[0]}” here: the file may have another name or lie in another folder now, and nothing is published "
        "until that is clear"
        if row.files
        else f"it may mean {bare[0]}, which has no row"
    )
    return Problem(
        path=row.path,
        line=row.line,
        code="closes-no-document",
        message=f"this row may say who may see a document, or which words of it, and {lacking}",
        fix="write the name of the file as it is, or empty that cell if there is no file"
        if row.files
        else "write the name of its file into a column “file”; if there is none, give every document that is here its row",
    )
