"""A PDF as a text: its pages read one after the other, what repeats over them set aside as debris, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from archivegen.problems import Problem
from archivegen.seeds.formats.paragraphs import Paragraphs
from archivegen.seeds.formats.pdf.notes_below import NotesBelow, runs_of
from archivegen.seeds.formats.pdf.paragraphs_joined import (
    Measure,
    goes_on_overleaf,
    join,
    measure_of,
    seam_between,
    usual_leading,
    words_of,
)
from archivegen.seeds.formats.pdf.printed_row import Row, row_of
from archivegen.seeds.formats.pdf.raised import letters_marking_notes
from archivegen.seeds.formats.pdf.rows import Flow, flows_of, rows_of
from archivegen.seeds.formats.pdf.running import Running, running_rows
from archivegen.seeds.formats.pdf.text_layer import PrintedPage, pages_of, said_of_itself
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.source_text import MarginLine, SourceText, Statement

_MOST_NAMED = 12


def read_pdf(content: bytes, path: str) -> SourceText:
    """Read the text layer of a PDF: a line for each paragraph, and below the text one for each head, foot and number of a
    page as debris.

    One without a text layer gives a text without lines, and a notice.

    Raises:
        Refusal: this is no PDF, it is damaged, needs a password, or is longer than what is read.

    """
    pages = pages_of(content, path)
    stated = tuple(_stated(pages, said_of_itself(content)))
    if not any(page.words for page in pages):
        return SourceText(path, (), "pdf", (_no_text(path),), stated=stated)
    rows = [rows_of(page.words) for page in pages]
    letters = letters_marking_notes(rows)
    running = running_rows([[row_of(row, letters) for row in page] for page in rows])
    debris = [
        [row_of(row).printed for place, row in enumerate(page) if place in set_aside]
        for page, set_aside in zip(rows, running.rows, strict=True)
    ]
    kept = [
        [word for place, row in enumerate(page) if place not in set_aside for word in row]
        for page, set_aside in zip(rows, running.rows, strict=True)
    ]
    flows = [list(flows_of(words, letters)) for words in kept]
    text = _Joined(pages, flows, labels_of(running), debris)
    text.write()
    faults = tuple(_faults(pages, path))
    margin = text.margin()
    source = text.paragraphs.source(path, "pdf", faults, is_by_paragraph=False)
    return replace(source, margin=margin, stated=stated)


def _stated(pages: tuple[PrintedPage, ...], of_itself: dict[str, str]) -> Iterator[Statement]:
    """Yield what a PDF says beside its text; its title is the paper's, more often than not."""
    for name, words in of_itself.items():
        yield Statement(name.lower(), words, kind="paper" if name == "Title" else "remark")
    for words in dict.fromkeys(words for page in pages for words in page.noted):
        yield Statement("a note", words, kind="remark")


def labels_of(running: Running) -> list[str]:
    """Return how each page is cited: by the number printed on it; else by its place in the file, in brackets where other
    pages have printed ones.
    """
    has_printed = any(running.numbers)
    labels: list[str] = []
    for place, number in enumerate(running.numbers, 1):
        is_free = number and number not in labels
        labels.append(number if is_free else f"[{place}]" if has_printed else str(place))
    return labels


class _Joined:
    """The pages of a document, joined into paragraphs. `flows` are the rows of each page without those that are debris."""

    def __init__(
        self,
        pages: tuple[PrintedPage, ...],
        flows: list[list[Flow]],
        labels: list[str],
        debris: list[list[str]],
    ) -> None:
        self.paragraphs = Paragraphs()
        self._labels, self._debris = labels, debris
        self._flows = flows
        whole = [flow for page in self._flows for flow in page]
        self._leading = usual_leading(whole)
        self._known = words_of(row for flow in whole for row in flow.rows)
        self._edges = dict(_edges(pages, self._flows))
        self._forms = [page.form for page in pages]
        self._runs: list[Run] = []
        self._rows = 0
        self._notes = NotesBelow(self._flows, self._known)

    def write(self) -> None:
        """Write the text of all pages, and their notes below it."""
        last: tuple[Row, Measure] | None = None
        for place, flows in enumerate(self._flows):
            breaks = [Run("", page=self._labels[place])] if len(self._flows) > 1 else []
            for flow in flows:
                right = None if flow.is_column else self._edges[self._forms[place]]
                measure = measure_of(flow, right, self._leading)
                for before, row in zip((None, *flow.rows), flow.rows, strict=False):
                    if self._notes.takes(row, before, measure, place):
                        continue
                    self._follow(last, before, row.with_number(), measure, breaks)
                    breaks = []
                    last = row, measure
            self._runs.extend(breaks)
        self._end()
        self._notes.write(self.paragraphs)

    def margin(self) -> tuple[MarginLine, ...]:
        """Write below the text what was set aside of each page, and return its lines."""
        first = self.paragraphs.last + 1
        for words in (words for page in self._debris for words in page):
            self.paragraphs.write([Run(words)])
        return tuple(MarginLine(number) for number in range(first, self.paragraphs.last + 1))

    def _follow(
        self,
        last: tuple[Row, Measure] | None,
        before: Row | None,
        row: Row,
        measure: Measure,
        breaks: list[Run],
    ) -> None:
        """Write a row behind the last one; `before` is the last one where it stands in the same flow."""
        if before:
            seam = seam_between(before, row, measure, rows_before=self._rows)
        else:
            seam = "joined" if last and goes_on_overleaf(last[0], row, last[1], measure) else "paragraph"
        if seam == "joined" and self._rows and self._runs:
            place = max(at for at, run in enumerate(self._runs) if run.text)
            # In a paragraph wide spaces only fill its rows.
            written, words = (text.replace("\t", " ") for text in (self._runs[place].text, row.text))
            self._runs[place] = Run(join(written, words, self._known))
            self._rows += 1
        else:
            self._end()
            if seam == "paragraph":
                self.paragraphs.blank()
            self._rows, words = 1, row.text
        self._runs.extend((*breaks, *runs_of(row, words)))

    def _end(self) -> None:
        """End the paragraph. The beginning of a page without words goes to the next."""
        if any(run.text for run in self._runs):
            self.paragraphs.write(self._runs)
            self._runs = []


def _edges(
    pages: tuple[PrintedPage, ...], flows: list[list[Flow]]
) -> Iterator[tuple[tuple[int, int, int], float]]:
    """Yield how far rows reach on pages of each form, but for the few that reach furthest."""
    numbered = sorted(enumerate(pages), key=lambda each: each[1].form)
    for form, alike in groupby(numbered, key=lambda each: each[1].form):
        rights = sorted(
            row.right
            for place, _ in alike
            for flow in flows[place]
            if not flow.is_column
            for row in flow.rows
        )
        yield form, rights[int(0.98 * (len(rights) - 1))] if rights else 0.0


def _faults(pages: tuple[PrintedPage, ...], path: str) -> Iterator[Problem]:
    """Yield what cannot be read of a PDF that has text: pages without any, letters without meaning."""
    without = [str(number) for number, page in enumerate(pages, 1) if not page.words]
    if without:
        named = ", ".join(without[:_MOST_NAMED]) + (" and others" if len(without) > _MOST_NAMED else "")
        yield Problem(
            path=path,
            level="notice",
            code="pages-without-text",
            message=f"there is no text on these pages of the PDF, which cannot be searched: {named}",
            fix="have their letters recognised, if they are not blank",
        )
    letters = "".join(word.text for page in pages for word in page.words)
    if "\N{REPLACEMENT CHARACTER}" in letters:
        yield Problem(
            path=path,
            level="warning",
            code="letters-without-meaning",
            message="this PDF does not say which letters some of its signs are; they are shown as “\N{REPLACEMENT CHARACTER}”",
            fix="save it anew with its fonts, or have its letters recognised",
        )


def _no_text(path: str) -> Problem:
    return Problem(
        path=path,
        level="notice",
        code="no-text-layer",
        message="this PDF has pictures of pages and no text: it is published as a scan that cannot be searched",
        fix="have its letters recognised, or put a transcript in its place, to make it so",
    )
