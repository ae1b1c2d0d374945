"""Long lists, divided: a page of a list does not grow with the archive.

The first page has the address of the list; the others are files beside it, which no name in the archive can be called like. Their
addresses are not permanent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from archivegen.pages.messages import Messages
from archivegen.pages.parts import DocumentRow, Link

# Bytes of rows on a page: with what stands around them, a page stays well below 150 KB.
HEAVIEST = 90_000
_MARKUP_OF_A_ROW = 330

Heading = TypeVar("Heading")
Row = TypeVar("Row")
Groups = tuple[tuple[Heading, tuple[Row, ...]], ...]


@dataclass(frozen=True, slots=True)
class PagerView:
    """The pages of a list: which one this is in words, the one before, the one after, and all with the current one's number."""

    label: str
    before: Link | None
    after: Link | None
    pages: tuple[Link, ...]
    number: int


def in_pages(
    groups: Iterable[tuple[Heading, Iterable[Row]]],
    weigh: Callable[[Row], int],
    heaviest: int = HEAVIEST,
) -> tuple[Groups[Heading, Row], ...]:
    """Return rows with their headings, divided into pages of a weight in bytes; there is at least one.

    A group that goes on has its heading again on the next page.
    """
    pages: list[list[tuple[Heading, list[Row]]]] = [[]]
    weight = 0
    for heading, rows in groups:
        is_open = False
        for row in rows:
            own = weigh(row)
            if weight and weight + own > heaviest:
                pages.append([])
                weight, is_open = 0, False
            if not is_open:
                pages[-1].append((heading, []))
                is_open = True
            pages[-1][-1][1].append(row)
            weight += own
    return tuple(tuple((heading, tuple(rows)) for heading, rows in page) for page in pages)


def weight_of(*words: str) -> int:
    """Return about how many bytes a row of a list with these words has."""
    whole = "".join(words)
    return _MARKUP_OF_A_ROW + (len(whole) if whole.isascii() else len(whole.encode()))


def document_weight(row: DocumentRow) -> int:
    """Return about how many bytes a document has as a row of a list, without its summary."""
    return weight_of(row.date, row.title, row.address, row.kind, row.archive)


def page_address(address: str, number: int) -> str:
    """Return the address of a page of a list, which are counted from 1."""
    return address if number == 1 else f"{address}page-{number}.html"


def pager(say: Messages, address_of: Callable[[int], str], number: int, count: int) -> PagerView | None:
    """Return the way from one page of a list to the others, whose addresses are asked for by number; None where there is no
    other.
    """
    if count == 1:
        return None
    links = tuple(Link(str(each), address_of(each)) for each in range(1, count + 1))
    return PagerView(
        label=say("pager.page", number=number, count_of_pages=count),
        before=links[number - 2] if number > 1 else None,
        after=links[number] if number < count else None,
        pages=links,
        number=number,
    )
