"""A column of ids that has the numbers of an archive, such as `HB 12/3`: the id that each gives, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from archivegen.problems import Problem
from archivegen.records.fields import FIELDS
from archivegen.records.record import SaidId
from archivegen.records.values import Identifier, LineRange
from archivegen.seeds.inventory.columns import Column, in_words
from archivegen.seeds.merging import Fields
from archivegen.seeds.said_versions import VERSION_KEYS
from archivegen.seeds.supplied import Supplied
from archivegen.storage.ids import id_of_number, is_fit, way_out


def with_columns(supplied: Supplied, columns: Sequence[Column]) -> tuple[Supplied, tuple[Problem, ...]]:
    """Return what a row supplies with the columns in which it says its id, and what it is a version of; `columns` are those
    that it fills. Of a number there is the id that it gives, or none and a warning where it gives none.
    """
    said = [column for column in columns if column.target in VERSION_KEYS]
    if supplied.version and said:
        supplied = replace(supplied, version=replace(supplied.version, column=in_words(said)))
    ids = [column for column in columns if column.target == "id"]
    return _with_place_of_id(supplied, ids[0]) if ids else (supplied, ())


def _with_place_of_id(supplied: Supplied, column: Column) -> tuple[Supplied, tuple[Problem, ...]]:
    text = supplied.supplied_id or ""
    said = replace(supplied.said_id, column=column.in_words)
    if is_fit(text):
        return replace(supplied, said_id=said), ()
    made = id_of_number(text) or None
    supplied = replace(supplied, supplied_id=made, said_id=replace(said, number=text))
    return supplied, () if made else (_no_address(said, text),)


def with_numbers(fields: Fields, supplied: Iterable[Supplied]) -> Fields:
    """Return the fields of a record with the number of an archive that stands in its column of ids, among its identifiers."""
    known = fields.get("identifiers", ())
    numbers = {part.said_id.number: _identifier(part.said_id) for part in supplied if part.said_id.number}
    new = [value for number, value in numbers.items() if number not in {each.value for each in known}]
    if not new:
        return fields
    with_new = {**fields, "identifiers": (*known, *new)}
    return {field.name: with_new[field.name] for field in FIELDS if field.name in with_new}


def _identifier(said: SaidId) -> Identifier:
    return Identifier(
        value=said.number,
        kind="",
        rule="supplied",
        status="supplied",
        by="archivist",
        file=said.path,
        lines=(LineRange(said.line, said.line),) if said.line else (),
    )


def _no_address(said: SaidId, text: str) -> Problem:
    return Problem(
        path=said.path,
        line=said.line,
        field="id",
        level="warning",
        code="id-unusable",
        message=f"in the {said.column}, no address can be made of “{text}”; it is an identifier of its document, whose address is "
        "made of its date and title",
        fix=f"if it is to be its address, {way_out(text)}; if not, call the column “identifiers”",
    )
