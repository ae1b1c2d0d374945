"""A record in the making: what has been found so far, handed unchanged to the next reader."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from archivegen.records.body import Block, BlockKind, Body
from archivegen.records.record import SomeValue, Zone
from archivegen.records.values import DateValue, LineRange, Value
from archivegen.seeds.block_kinds import CLOSING_WORDS
from archivegen.seeds.blocks import Paper
from archivegen.seeds.conventions import DIGITAL_ARCHIVE, Convention
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.placed_dates import read_placed_date
from archivegen.seeds.source_text import SourceText

_YEAR = re.compile(r"^\d{4}(?:-|$)")


class Found(NamedTuple):
    """A value that was read, and the field it belongs to."""

    field: str
    value: Value


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a layout makes of a file: the fields around the body, the lines they take, and where the body is.

    `body_source` has the lines of the body where a line holds other words before it.
    """

    found: tuple[Found, ...]
    zones: tuple[Zone, ...]
    body_lines: LineRange | None
    body_source: SourceText | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a document: its text, its blocks, and the values found so far in the order of finding.

    `values` are those found by field, in the same order: readers ask for them far more often than any is found.
    """

    source: SourceText
    paper: Paper
    found: tuple[Found, ...] = ()
    convention: Convention = DIGITAL_ARCHIVE
    values: Mapping[str, tuple[Value, ...]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Sort by field what was found before the first reader."""
        if self.found and not self.values:
            object.__setattr__(self, "values", _with_more({}, self.found))

    @property
    def body(self) -> Body:
        """The blocks of the document."""
        return self.paper.body

    @property
    def foot(self) -> tuple[tuple[int, str], ...]:
        """The lines below the running text that are not blank, by number."""
        return self.paper.foot

    @property
    def has_closing(self) -> bool:
        """Whether words of closing stand below the text, as below that of a letter."""
        return any(CLOSING_WORDS.match(line.strip()) for _, line in self.foot)

    def with_found(self, found: Iterable[Found]) -> Draft:
        """Return the draft with more values."""
        more = tuple(found)
        if not more:
            return self
        values = _with_more(self.values, more)
        return Draft(self.source, self.paper, self.found + more, self.convention, values)

    def values_of(self, field: str, kind: type[SomeValue]) -> list[SomeValue]:
        """Return the values of a field found so far, of a type."""
        return [value for value in self.values.get(field, ()) if isinstance(value, kind)]

    def first(self, field: str) -> Value | None:
        """Return the first value found for a field, or None."""
        found = self.values.get(field)
        return found[0] if found else None

    @property
    def form(self) -> str:
        """The kind of document found so far, empty where none was."""
        form = self.first("form")
        return form.value if form else ""

    def blocks_of(self, *kinds: BlockKind) -> Sequence[Block]:
        """Return the blocks of some kinds, in order."""
        if len(kinds) == 1:
            return self.paper.by_kind.get(kinds[0], ())
        return [block for block in self.body.blocks if block.kind in kinds]

    @property
    def year(self) -> str | None:
        """The year to complete a day and month with: that of the first date that happened in a single year."""
        for date in self.values_of("dates", DateValue):
            start, _, end = date.value.partition("/")
            if _YEAR.match(start) and (not end or start[:4] == end[:4]):
                return start[:4]
        return None

    def date(self, wording: str) -> str | None:
        """Return the EDTF of a wording that is a date, read with the year and the order of this paper, or None."""
        return read_date(wording, self.year or self.paper.year, order=self.paper.order)

    def placed_date(self, wording: str) -> tuple[str | None, str | None]:
        """Return the place and the EDTF of a dateline, read with the year and the order of this paper."""
        return read_placed_date(wording, self.year or self.paper.year, order=self.paper.order)

    @property
    def running_text(self) -> str:
        """The words of all paragraphs."""
        return self.paper.running_text


def _with_more(
    values: Mapping[str, tuple[Value, ...]], found: Iterable[Found]
) -> Mapping[str, tuple[Value, ...]]:
    """Return values by field with more behind them."""
    more: dict[str, list[Value]] = defaultdict(list)
    for name, value in found:
        more[name].append(value)
    return {**values, **{name: (*values.get(name, ()), *those) for name, those in more.items()}}
