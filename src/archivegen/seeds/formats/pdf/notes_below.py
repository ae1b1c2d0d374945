"""The notes at the foot of a page, or at the end of a document: rows that begin with a raised number that the text refers to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from archivegen.seeds.formats.paragraphs import Paragraphs
from archivegen.seeds.formats.pdf.paragraphs_joined import Measure, join, seam_between
from archivegen.seeds.formats.pdf.printed_row import Row
from archivegen.seeds.formats.pdf.rows import Flow
from archivegen.seeds.formats.pdf.running import LEVEL_LABEL
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.source_text import LineStyle

# In parts of the size in which most of a document is set.
_SMALL = 0.92
# What is further below, in letters, is no part of a note; in parts of what is usual, what stands apart from the text.
_FAR, _APART = 2.5, 1.3


def runs_of(row: Row, words: str) -> list[Run]:
    """Return the words of a row with the marks of notes where they stand; white space in `words` may be another."""
    runs: list[Run] = []
    done = 0
    for place, label in row.marks:
        runs += [Run(words[done:place]), Run("", note=label)]
        done = place
    return [*runs, Run(words[done:])]


class NotesBelow:
    """The notes of a document, taken out of its pages row by row: those of smaller letters, and those that begin with a
    raised number.
    """

    def __init__(self, pages: Sequence[Iterable[Flow]], known: frozenset[str]) -> None:
        rows = [[row for flow in page for row in flow.rows] for page in pages]
        self._referred = [{label for row in page for _, label in row.marks} for page in rows]
        self._anywhere = frozenset().union(*self._referred)
        sizes: Counter[float] = Counter()
        for row in (row for page in rows for row in page):
            sizes[round(row.size, 1)] += len(row.text)
        self._small = _SMALL * sizes.most_common(1)[0][0] if sizes else 0.0
        self._known = known
        self._notes: list[tuple[str, list[Run]]] = []
        self._feet = [frozenset(self._foot(page)) for page in rows]
        # On which page the last row was, and whether its predecessor ended within a note.
        self._page, self._is_open = 0, False
        self._is_within = False

    def _foot(self, rows: list[Row]) -> Iterator[Row]:
        """Yield the rows of small letters at the end of a page."""
        yield from takewhile(lambda row: row.size <= self._small, reversed(rows))

    def takes(self, row: Row, before: Row | None, measure: Measure, page: int) -> bool:
        """Say whether a row belongs to a note, and keep it if it does; `before` is the row above it in the same flow."""
        if page != self._page:
            self._page, self._is_open = page, self._is_within
        if before is None:
            self._is_within = False
        label, words = self._label_of(row, before, measure, page)
        if label:
            self._notes.append((label, _from(row, words)))
            self._is_within, self._is_open = True, False
        elif self._is_open and not self._is_within:
            self._is_within = row in self._feet[page]
            if self._is_within:
                self._go_on(row.with_number(), is_joined=True)
        elif self._is_within and before is not None:
            seam = seam_between(before, row, measure, rows_before=2)
            is_small = row.size <= self._small and row.base - before.base < _FAR * row.size
            self._is_within = seam == "joined" or is_small
            if self._is_within:
                self._go_on(row.with_number(), is_joined=seam == "joined")
        return self._is_within

    def _label_of(self, row: Row, before: Row | None, measure: Measure, page: int) -> tuple[str, str]:
        """Return the label of the note that begins with a row, and its words behind it; "" where none does."""
        is_small = row.size <= self._small
        is_apart = before is None or row.base - before.base > _APART * measure.leading
        # Verses have raised numbers, too.
        if row.label in self._anywhere and (is_small or is_apart or self._is_within):
            return row.label, row.text
        level = LEVEL_LABEL.match(row.text) if is_small else None
        # Notes at the end of a document stand on pages of their own.
        near = self._anywhere if before is None or self._is_within else self._referred[page]
        if level and level["label"] in near:
            return level["label"], row.text[level.end() :]
        return "", row.text

    def _go_on(self, row: Row, *, is_joined: bool) -> None:
        runs = self._notes[-1][1]
        if is_joined:
            place = max(at for at, run in enumerate(runs) if run.text)
            runs[place] = Run(join(runs[place].text, row.text, self._known))
        else:
            runs.append(Run("\n"))
        runs.extend(_from(row, row.text))

    def write(self, paragraphs: Paragraphs) -> None:
        """Write the notes below the text."""
        if self._notes:
            paragraphs.blank()
        for label, runs in self._notes:
            paragraphs.write(runs, LineStyle("note", label=label))


def _from(row: Row, words: str) -> list[Run]:
    """Return a row as runs, from where its words begin."""
    away = len(row.text) - len(words)
    marks = tuple((place - away, label) for place, label in row.marks)
    return runs_of(row._replace(marks=marks), words.replace("\t", " "))
