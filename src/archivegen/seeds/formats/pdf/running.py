"""What stands on the pages of a PDF again and again: running heads and feet, and the numbers of the pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
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
    """Return the rows that stand with the same words at the same height of several pages."""
    groups: defaultdict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        if words := _bare(edge.row.text):
            groups[words, edge.is_top].append(edge)
    found: set[tuple[int, int]] = set()
    for group in groups.values():
        for edge in group:
            near = [other for other in group if abs(other.row.base - edge.row.base) < _NEAR]
            if len({other.page for other in near}) >= (_FEWEST if count > 2 else 2):
                is_first_marking = edge.page == near[0].page and bool(read_marks(edge.row.text).secrecy)
                found |= set() if is_first_marking else {(edge.page, edge.place)}
    return found


def _bare(text: str) -> str:
    """Return words as they are compared: without their numbers, in small letters."""
    return " ".join(_DIGITS.sub(" ", text).casefold().split())
