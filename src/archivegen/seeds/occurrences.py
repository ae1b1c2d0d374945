"""Where names stand in a text, found in one pass however many names there are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from archivegen.records.body import Block
from archivegen.records.values import LineRange, Lines

_WORD = re.compile(r"[^\W_]+")
# Names begin with capitals, or in scripts that have none.
_CAPITALISED = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]*")


class Occurrences:
    """An index of blocks by the words in them that may begin a name."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        """Index the words of the blocks, and where their lines begin."""
        self._places: dict[str, list[tuple[Block, int]]] = defaultdict(list)
        self._line_starts: dict[int, list[int]] = {}
        for block in blocks:
            starts = [0]
            starts.extend(match.end() for match in re.finditer("\n", block.text))
            self._line_starts[id(block)] = starts
            for match in _CAPITALISED.finditer(block.text):
                self._places[match.group()].append((block, match.start()))

    def lines_of(self, words: str, also: Iterable[tuple[Block, int]] = ()) -> Lines:
        """Return every line on which the words stand as whole words, and those of other places in the blocks."""
        first = _WORD.search(words)
        found = (
            set()
            if first is None
            else {
                self._line(block, offset - first.start())
                for block, offset in self._places.get(first.group(), ())
                if block.text.startswith(words, offset - first.start())
                and _stands_alone(block.text, offset - first.start(), len(words))
            }
        )
        found.update(self._line(block, offset) for block, offset in also)
        return tuple(LineRange(line, line) for line in sorted(found))

    def _line(self, block: Block, offset: int) -> int:
        return block.lines.first + bisect_right(self._line_starts[id(block)], max(0, offset)) - 1


def _stands_alone(text: str, start: int, length: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[start + length : start + length + 1]
    return not (before.isalnum() or before in ("-", "_")) and not (after.isalnum() or after in ("-", "_"))
