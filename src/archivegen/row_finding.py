"""Rows of inventories whose document is found when it has been read: by a number in it, or because its files are versions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from archivegen.problems import Problem
from archivegen.reading_room.outcome import Outcome
from archivegen.reading_room.room import ReadingRoom
from archivegen.records.record import Record
from archivegen.seed_reading import numbers_of
from archivegen.seeds.described import Described, below_each, with_row, without_described_notes
from archivegen.seeds.find import Seed
from archivegen.seeds.inventory.matching import Several, matched_by_number_read
from archivegen.seeds.inventory.rows import InventoryRow

# Which records are versions of the document of another, by their paths.
PrincipalsOf = Callable[[Sequence[Record]], Mapping[str, str]]


def rows_left(
    described: Described,
    seeds: dict[str, Seed],
    outcomes: dict[str, Outcome],
    room: ReadingRoom,
    principals_of: PrincipalsOf,
) -> tuple[list[InventoryRow], list[Problem]]:
    """Read those documents again for which a row is found now, with that row: `seeds` and `outcomes` are changed. Return the
    rows that are left, and what is wrong with them.
    """
    left, notices, several = _found_by_number_read(described, seeds, outcomes, room)
    of_none, told = _rows_of_versions((*described.several, *several), seeds, outcomes, room, principals_of)
    _read_without_described_notes(seeds, outcomes, room)
    return [*left, *of_none], [*notices, *told]


def _read_without_described_notes(
    seeds: dict[str, Seed], outcomes: dict[str, Outcome], room: ReadingRoom
) -> None:
    """Read those pages again whose file of notes has a row only now: it may close the notes."""
    now = {seed.path: seed for seed in without_described_notes(seeds) if seed != seeds[seed.path]}
    seeds |= now
    outcomes |= room.read(now)


def by_inventory(rows: Iterable[InventoryRow]) -> dict[str, list[InventoryRow]]:
    """Return rows by the paths of their inventories."""
    found: dict[str, list[InventoryRow]] = {}
    for row in rows:
        found.setdefault(row.path, []).append(row)
    return found


def _found_by_number_read(
    described: Described, seeds: dict[str, Seed], outcomes: dict[str, Outcome], room: ReadingRoom
) -> tuple[list[InventoryRow], list[Problem], list[Several]]:
    """Read those documents again in which the number of a row was read, with that row; return the rows that are left, and
    those that may be of several.
    """
    several: list[Several] = []
    left: list[InventoryRow] = []
    notices: list[Problem] = []
    rows_of = by_inventory(described.numbered)
    paths = below_each(seeds.values(), [each for each in described.inventories if each.path in rows_of])
    for inventory in described.inventories:
        rows = rows_of.get(inventory.path, [])
        below = {
            path: numbers_of(outcomes[path].records)
            for path in paths.get(inventory.folder, ())
            if seeds[path].row is None
        }
        matching = matched_by_number_read(rows, below)
        left += matching.left
        notices += matching.notices
        several += matching.several
        described_now = {
            path: with_row(seeds[path], matching.row_of.get(path), matching.faults.get(path, ()))
            for path in {**matching.row_of, **matching.faults}
        }
        seeds |= described_now
        outcomes |= room.read(described_now)
    return left, notices, several


def _rows_of_versions(
    several: Sequence[Several],
    seeds: dict[str, Seed],
    outcomes: dict[str, Outcome],
    room: ReadingRoom,
    principals_of: PrincipalsOf,
) -> tuple[list[InventoryRow], list[Problem]]:
    """Read the documents again whose versions in several files a row describes, with that row; return the rows that may be
    of several documents and close none, and what is wrong with them.
    """
    left: list[InventoryRow] = []
    notices: list[Problem] = []
    now: dict[str, Seed] = {}
    read = [record for each in outcomes.values() for record in each.records] if several else []
    principals = principals_of(read) if several else {}
    for row, paths, problem in several:
        of = {principals.get(path, path) for path in paths if outcomes[path].records} or set(paths)
        if len(of) == 1 and of <= seeds.keys():
            (path,) = of
            now[path] = with_row(now.get(path, seeds[path]), row, ())
        elif problem.level == "error":
            now |= {path: with_row(now.get(path, seeds[path]), None, (problem,)) for path in paths}
        else:
            notices.append(problem)
            left.append(row)
    seeds |= now
    outcomes |= room.read(now)
    return left, notices
