"""What stands on the pages of a PDF again and again: running heads and feet, and the numbers of the pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from archivegen.seeds.formats.pdf.printed_row import Row
from archivegen.seeds.markings import read_marks

# A number that is set like the words of its note: “3 See the report”, “3. See the report”.
LEVEL_LABEL = re.compile(r"(?P<label>\d{1,3}|[ivxl]{1,6}|[*†‡§]{1,3})[.)]?\s+(?=\S)")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:page|p\.|pg\.|seite|s\.|стр\.|с\.)\s*)?(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von|из)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_NUMBER_AT_END = re.compile(r"^(?:(?P<first>\d{1,4})\b.*|.*\b(?P<last>\d{1,4}))$")
# How many rows at the top and at the bottom of a page may be its head and foot.
_DEEP = 2
_NEAR = 4.0
_FEWEST = 3
_LONGEST_NUMBER = 9
_ROMAN = dict(zip("ivxlc", (1, 5, 10, 50, 100), strict=True))


class _Edge(NamedTuple):
    """A row at the top or the bottom of a page: the place of its page and of itself, and the row."""

    page: int
    place: int
    row: Row
    is_top: bool


class Running(NamedTuple):
    """By the places of the pages: the places of the rows that are head or foot of a page, and the numbers printed there."""

    rows: tuple[frozenset[int], ...]
    numbers: tuple[str, ...]


def running_rows(pages: list[list[Row]]) -> Running:
    """Return which rows of the pages are heads, feet and numbers, by their being on other pages too.

    Where a marking of secrecy is among them the first stays in the text: it may stand nowhere else.
    """
    edges = [
        edge for page, rows in enumerate(pages) for edge in _edges(page, rows) if not _is_note(edge, rows)
    ]
    numbered = dict(_numbered(edges))
    found = {(edge.page, edge.place) for edge in edges if (edge.page, edge.place) in numbered}
    found |= _repeated(edges, len(pages))
    rows: list[set[int]] = [set() for _ in pages]
    numbers = [""] * len(pages)
    for page, place in sorted(found):
        rows[page].add(place)
        numbers[page] = numbers[page] or numbered.get((page, place), "")
    return Running(tuple(map(frozenset, rows)), tuple(numbers))


def _edges(page: int, rows: list[Row]) -> Iterator[_Edge]:
    for place, row in enumerate(rows):
        if place < _DEEP:
            yield _Edge(page, place, row, is_top=True)
        if place >= len(rows) - _DEEP:
            yield _Edge(page, place, row, is_top=False)


def _is_note(edge: _Edge, rows: list[Row]) -> bool:
    """Say whether a row at the foot of a page is a note that a raised number of the page refers to: notes may differ in their
    numbers only, as “Ibid., p. 17” does, and count up with the pages.
    """
    level = LEVEL_LABEL.match(edge.row.text)
    label = edge.row.label or (level["label"] if level and not edge.is_top else "")
    return bool(label) and any(label == mark for row in rows[: edge.place] for _, mark in row.marks)


def _numbered(edges: list[_Edge]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the rows that are the number of their page, alone or beside a running head, and the number: numbers count up
    with the pages.
    """
    by_distance: defaultdict[tuple[int, bool, bool], list[tuple[_Edge, str]]] = defaultdict(list)
    for edge in edges:
        alone = _PAGE_NUMBER.match(edge.row.text)
        beside = None if alone else _NUMBER_AT_END.match(edge.row.text)
        number = alone["number"] if alone else beside["first"] or beside["last"] if beside else ""
        value = _value(number)
        if value:
            key = (value - edge.page, number.isdigit(), bool(alone))
            by_distance[key].append((edge, number))
    for (_, _, is_alone), counted in by_distance.items():
        pages = {edge.page for edge, _ in counted}
        if len(pages) < (2 if is_alone else _FEWEST):
            continue
        for edge, number in counted:
            if is_alone or _is_alike_elsewhere(edge, [other for other, _ in counted]):
                yield (edge.page, edge.place), number


def _is_alike_elsewhere(edge: _Edge, others: list[_Edge]) -> bool:
    """Say whether words beside a page number are those of a running head: on another page too, at the same height."""
    return any(
        other.page != edge.page
        and _bare(other.row.text) == _bare(edge.row.text)
        and abs(other.row.base - edge.row.base) < _NEAR
        for other in others
    )


def _value(number: str) -> int:
    """Return a number in digits or in small Roman ones; 0 where it is none."""
    if number.isdigit():
        return int(number)
    digits = [_ROMAN[letter] for letter in number.lower()]
    if not digits or number != number.lower():
        return 0
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


def _repeated(edges: list[_Edge], count: int) -> set[tuple[int, int]]:
    """Return the rows that stand with the same words at the same height of several pages, where their numbers are those of a
    running head.
    """
    fewest = _FEWEST if count > 2 else 2
    groups: defaultdict[tuple[str, int, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if words := _bare(edge.row.text):
            groups[words, len(_numbers(edge)), edge.is_top].append(edge)
    found: set[tuple[int, int]] = set()
    for level in chain.from_iterable(map(_levels, groups.values())):
        first = min(edge.page for edge in level)
        for edge in _running(level, fewest):
            is_first_marking = edge.page == first and bool(read_marks(edge.row.text).secrecy)
            found |= set() if is_first_marking else {(edge.page, edge.place)}
    return found


def _levels(group: list[_Edge]) -> Iterator[list[_Edge]]:
    """Yield the rows of a group that stand at one height."""
    in_order = sorted(group, key=lambda edge: edge.row.base)
    level = in_order[:1]
    for before, edge in pairwise(in_order):
        if edge.row.base - before.row.base >= _NEAR:
            yield level
            level = []
        level.append(edge)
    yield level


def _running(level: list[_Edge], fewest: int) -> list[_Edge]:
    """Return which rows with the same words are running heads: their numbers are the same on several pages, or count them. Those
    of a head that names a chapter rise slowly; rows of a table, of which one happens to begin each page, do neither.
    """
    level = sorted(level, key=lambda edge: edge.page)
    numbers = [_numbers(edge) for edge in level]
    columns = [_counted(column, level) for column in zip(*numbers, strict=True)]
    keys = list(zip(*columns, strict=True)) if columns else numbers
    counts = Counter(keys)
    is_chapter = len(level) >= fewest and _rise_slowly(numbers)
    return [edge for edge, key in zip(level, keys, strict=True) if is_chapter or counts[key] >= fewest]


def _rise_slowly(numbers: list[tuple[int, ...]]) -> bool:
    """Say whether numbers never fall and most of them stand on several pages."""
    on_several = sum(count for count in Counter(numbers).values() if count > 1)
    never_fall = all(one <= other for pair in pairwise(numbers) for one, other in zip(*pair, strict=True))
    return never_fall and 2 * on_several > len(numbers)


def _counted(column: tuple[int, ...], level: list[_Edge]) -> tuple[int, ...]:
    """Return the numbers at one place of rows, or, where they count the pages, how far they are from the place of their page."""
    apart = tuple(number - edge.page for number, edge in zip(column, level, strict=True))
    return apart if max(Counter(apart).values()) > max(Counter(column).values()) else column


def _numbers(edge: _Edge) -> tuple[int, ...]:
    return tuple(int(digits[-_LONGEST_NUMBER:]) for digits in _DIGITS.findall(edge.row.text))


def _bare(text: str) -> str:
    """Return words as they are compared: without their numbers, in small letters."""
    return " ".join(_DIGITS.sub(" ", text).casefold().split())
