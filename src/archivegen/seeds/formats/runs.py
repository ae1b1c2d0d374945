"""Words of one kind in a row, and the line of text that they make."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from archivegen.seeds.source_text import Span, SpanKind, Tongue

# Spaces at which HTML folds; the no-break space and its like are words of the writer.
# Signs of a raised number: behind a figure its own would be figures of that, 10 with a raised 6 one hundred and six.
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_SPACES = re.compile(r"[ \r\f\v]+")


def kinds_of(
    *, italic: bool | None, bold: bool | None, struck: bool | None, height: SpanKind | None
) -> frozenset[SpanKind]:
    """Return what words are that are set in these ways; `struck` are those with a line through them, `height` is that of raised
    or lowered ones.
    """
    settings: tuple[tuple[bool | None, SpanKind | None], ...] = (
        (italic, "emphasis"), (bold, "strong"), (struck, "struck_out"), (True, height),
    )  # fmt: skip
    return frozenset(kind for is_set, kind in settings if is_set and kind)


class Run(NamedTuple):
    """Words of one kind: how they are set, and the label of the note or the number of the page that begins behind them;
    `link` is the path of a document that the words lead to. `tongues` say what is said of
    their language by what is around them, from the paragraph inwards.

    A tab in `text` divides columns or cells, a line feed is a break that the writer set. `is_typed` says that its spaces are
    as a typist set them, and stay.
    """

    text: str
    kinds: frozenset[SpanKind] = frozenset()
    note: str = ""
    page: str = ""
    link: str = ""
    is_typed: bool = False
    tongues: tuple[Tongue, ...] = ()


class Line:
    """A line as it is written: `before` and `behind` are the white space that is nothing there. Inside, white space is one
    space, unless the line `keeps_spaces`. In a row of cells (`has_cells`) tabs part what is set alike. `tongue` is that of the
    whole line.
    """

    def __init__(
        self, before: str, behind: str, tongue: Tongue, *, keeps_spaces: bool, has_cells: bool = False
    ) -> None:
        self._before, self._behind, self._tongue = before, behind, tongue
        self._keeps_spaces, self._has_cells = keeps_spaces, has_cells
        self.words = ""
        self.spans: list[Span] = []
        # Where the last span of each kind and label is.
        self._last: dict[tuple[SpanKind, str], int] = {}

    def add(self, words: str, run: Run) -> None:
        """Add words that are set as those of a run, and lead where they do."""
        kinds, keeps_spaces = run.kinds, self._keeps_spaces or run.is_typed
        folded = words if keeps_spaces else _SPACES.sub(" ", words)
        if "superscript" in kinds and folded.strip().isdecimal() and self.words[-1:].isdecimal():
            folded, kinds = folded.translate(RAISED), kinds - {"superscript"}
        if not keeps_spaces and folded.startswith(" ") and self.words[-1:] in (" ", "\t"):
            folded = folded[1:]
        if not self.words and not run.is_typed:
            folded = folded.lstrip(self._before)
        start = len(self.words)
        self.words += folded
        if not folded.strip():
            return
        first, last = start + len(folded) - len(folded.lstrip()), start + len(folded.rstrip())
        for kind in sorted(kinds):
            self._set_apart(Span(first, last, kind))
        if run.link:
            self._set_apart(Span(first, last, "document_link", run.link))
        for around, tongue in pairwise((self._tongue, *run.tongues)):
            for kind, label in tongue.within(around):
                self._set_apart(Span(first, last, kind, label))

    def _set_apart(self, span: Span) -> None:
        """Add a span; runs that follow each other with nothing but space between them are one."""
        place = self._last.get((span.kind, span.label))
        known = self.spans[place] if place is not None else None
        if place is not None and known and not self._parts(self.words[known.end : span.start]):
            self.spans[place] = known._replace(end=span.end)
            return
        self._last[span.kind, span.label] = len(self.spans)
        self.spans.append(span)

    def _parts(self, between: str) -> bool:
        """Say whether what stands between two spans parts them."""
        return bool(between.strip()) or (self._has_cells and "\t" in between)

    def point(self, kind: SpanKind, label: str) -> None:
        """Set a point that has no words; it stands at the word before."""
        place = len(self.words.rstrip(self._behind))
        self.spans.append(Span(place, place, kind, label))

    def ended(self) -> tuple[str, list[Span]]:
        """Return the words without white space at the end, and what was said of them."""
        return self.words.rstrip(self._behind), self.spans
