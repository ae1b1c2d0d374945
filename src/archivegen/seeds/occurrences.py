"""Where names stand in running text, by the lines of the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from archivegen.records.values import LineRange, Lines
from archivegen.seeds.capitals import Name
from archivegen.seeds.passages import Passage

_LINE_END = re.compile("\n")


class Occurrences:
    """An index of names by their words. Where lines begin is looked up once for each passage."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Index the names of a document's running text."""
        self._names: dict[str, list[Name]] = defaultdict(list)
        self._line_starts: dict[int, list[int]] = {}
        for name in names:
            self._names[name.text].append(name)

    def lines_of(self, text: str, also: Iterable[tuple[Passage, int]] = ()) -> Lines:
        """Return every line on which a name stands, and those of other places in the passages."""
        lines = {self.line(name.passage, name.start) for name in self._names.get(text, ())}
        for passage, offset in also:
            lines.add(self.line(passage, offset))
        return tuple([LineRange(line, line) for line in sorted(lines)])

    def line(self, passage: Passage, offset: int) -> int:
        """Return the line of the file on which a place of a passage stands."""
        first, last = passage.block.lines
        if first == last:
            return first
        starts = self._line_starts.get(id(passage))
        if starts is None:
            starts = [match.end() for match in _LINE_END.finditer(passage.block.text)]
            self._line_starts[id(passage)] = starts
        return first + bisect_right(starts, passage.in_block(offset))
