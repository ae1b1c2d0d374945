"""A document written down paragraph by paragraph: what the readers of formats that have paragraphs share.

Every paragraph becomes a line; a break that its writer set begins another one, which goes on with it. Notes stand below
the text, each under the label by which the text refers to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from archivegen.problems import Problem
from archivegen.seeds.source_text import CONTINUED, LineStyle, SourceText, Span, SpanKind, Styles

# Spaces at which HTML and word processors fold; the no-break space and its like are words of the writer.
_SPACES = re.compile(r"[ \r\f\v]+")


class Run(NamedTuple):
    """Words of one kind: how they are set, and the label of the note that is referred to behind them.

    A tab in `text` divides columns or cells, a line feed is a break that the writer set.
    """

    text: str
    kinds: frozenset[SpanKind] = frozenset()
    note: str = ""


class Paragraphs:
    """The lines of a document so far. Each method takes what stands next in the order of reading."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._styles: dict[int, LineStyle] = {}
        self._spans: dict[int, list[Span]] = {}

    def write(self, runs: Iterable[Run], style: LineStyle | None = None) -> None:
        """Write a paragraph. One without words is a blank line, whatever its style.

        White space between words is one space, as the formats themselves show it.
        """
        line = _Line()
        rest: list[_Line] = []
        for run in runs:
            for place, words in enumerate(run.text.split("\n")):
                if place:
                    rest.append(line)
                    line = _Line()
                line.add(words, run.kinds)
            if run.note:
                line.refer_to(run.note)
        written = [part.ended() for part in (*rest, line)]
        first, last = _filled(written)
        for place, (words, spans) in enumerate(written[first:last] or [("", [])]):
            self._lines.append(words)
            own = CONTINUED if place else style
            if own and words:
                self._styles[len(self._lines)] = own
            if spans:
                self._spans[len(self._lines)] = spans

    def write_row(self, cells: Iterable[Iterable[Run]]) -> None:
        """Write a row of a table. Breaks and tabs inside a cell are spaces."""
        runs: list[Run] = []
        for place, cell in enumerate(cells):
            if place:
                runs.append(Run("\t"))
            runs.extend(run._replace(text=re.sub(r"[\t\n]", " ", run.text)) for run in cell)
        self.write(runs, LineStyle("table_row"))

    def blank(self) -> None:
        """Write a blank line, unless one stands there already."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def source(self, path: str, encoding: str, problems: tuple[Problem, ...] = ()) -> SourceText:
        """Return the document as a text in lines."""
        spans = {number: tuple(found) for number, found in self._spans.items()}
        return SourceText(
            path, tuple(self._lines), encoding, problems, Styles(self._styles, spans, is_by_paragraph=True)
        )


class _Line:
    """A line as it is written, with its white space folded."""

    def __init__(self) -> None:
        self.words = ""
        self.spans: list[Span] = []

    def add(self, words: str, kinds: frozenset[SpanKind]) -> None:
        folded = _SPACES.sub(" ", words)
        if folded.startswith(" ") and (not self.words or self.words[-1] in " \t"):
            folded = folded[1:]
        start = len(self.words)
        self.words += folded
        for kind in sorted(kinds) if folded.strip() else ():
            self._set_apart(kind, start + len(folded) - len(folded.lstrip()), start + len(folded.rstrip()))

    def _set_apart(self, kind: SpanKind, start: int, end: int) -> None:
        """Add a span; runs that follow each other with nothing but space between them are one."""
        for place, span in enumerate(self.spans):
            if span.kind == kind and not self.words[span.end : start].strip() and span.end <= start:
                self.spans[place] = span._replace(end=end)
                return
        self.spans.append(Span(start, end, kind))

    def refer_to(self, label: str) -> None:
        place = len(self.words.rstrip(" "))
        self.spans.append(Span(place, place, "note_reference", label))

    def ended(self) -> tuple[str, list[Span]]:
        """Return the words without white space at the end, and what was said of them."""
        return self.words.rstrip(" "), self.spans


def _filled(written: list[tuple[str, list[Span]]]) -> tuple[int, int]:
    """Return where lines with words begin and end: breaks before and behind all words part nothing."""
    places = [place for place, (words, _) in enumerate(written) if words.strip()]
    return (places[0], places[-1] + 1) if places else (0, 0)
