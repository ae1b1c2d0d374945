"""Where in the documents the places were that a site has lost: the file, and the line behind which they stood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from archivegen.archive.archive import Document
from archivegen.archive.passages import Passage
from archivegen.problems import Problem
from archivegen.publish.references import read_page
from archivegen.reading import Reading

_OF_DOCUMENTS = "documents/"


def at_their_sources(problems: Iterable[Problem], reading: Reading | None, old: Path) -> Iterator[Problem]:
    """Yield problems, those with a place on the page of a document named by file and line: that of the last passage in front of
    it, on the page of the `old` site, which is still there.
    """
    documents = {document.id: document for document in reading.archive.documents} if reading else {}
    for problem in problems:
        address, _, anchor = problem.path.partition("#")
        document = None
        if reading and anchor and address.startswith(_OF_DOCUMENTS):
            document = documents.get(reading.ledger.end_of(address.split("/")[1]))
        yield _at_source(problem, document, anchor, old / address) if document else problem


def _at_source(problem: Problem, document: Document, anchor: str, folder: Path) -> Problem:
    page = read_page((folder / "index.html").read_text("utf-8", errors="replace"))
    places = dict(_places_in(document))
    in_front = page.in_order[: page.in_order.index(anchor)]
    path, line = next(
        (places[each] for each in reversed(in_front) if each in places), (document.record.source.path, None)
    )
    message = problem.message.replace("this place", f"the place “{problem.path}” about here")
    return replace(problem, path=path, line=line, message=message)


def _places_in(document: Document) -> Iterator[tuple[str, tuple[str, int | None]]]:
    yield from _lines_of(document.texts.own, document.record.source.path)
    for text in document.texts.versions:
        yield from _lines_of(text.passages, text.version.record.source.path)


def _lines_of(passages: Iterable[Passage], path: str) -> Iterator[tuple[str, tuple[str, int | None]]]:
    for passage in passages:
        if passage.block:
            yield passage.anchor, (path, passage.block.lines.last)
