"""A saved web page, or a part of an electronic book, as a text: the document first, then what the page says of it, then
the frame of the page and what must not be shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from archivegen.problems import Problem, Refusal
from archivegen.seeds.formats.html.element_styles import tongue_of
from archivegen.seeds.formats.html.encoding import decode_page
from archivegen.seeds.formats.html.flow import Flow
from archivegen.seeds.formats.html.frame import Part, frame_of
from archivegen.seeds.formats.html.notes import FILES_OF_NOTES, Notes, find_notes
from archivegen.seeds.formats.html.plain_lines import lines_of
from archivegen.seeds.formats.html.stated import stated_lines
from archivegen.seeds.formats.html.style_sheets import apply_style_sheets
from archivegen.seeds.formats.html.tree import Element, parse_html, parse_xhtml
from archivegen.seeds.formats.html.unlinked_notes import with_unlinked_notes
from archivegen.seeds.formats.runs import Run
from archivegen.seeds.formats.stated_access import stated_in_comments
from archivegen.seeds.source_text import MarginLine, SourceText, Tongue

_MARK_UP = re.compile(r"<[A-Za-z!?/]")


def read_page(
    content: bytes, path: str, declared: str | None = None, companions: Mapping[str, bytes] | None = None
) -> SourceText:
    """Return the text of a page; `declared` is the encoding that the archivist names, `companions` are the files beside it
    that may hold its notes, by their names.

    Every word that a reader of the page could see is on one of the lines. Those below the document are its margin.

    Raises:
        Refusal: it is no page, only a frame around other pages, or in an encoding that nothing decides.

    """
    decoded = decode_page(content, path, declared)
    text = "\n".join(decoded.lines)
    if text.strip() and not _MARK_UP.search(text):
        raise Refusal(_no_page(path))
    root, faults = _parsed(text, path)
    elements = {element.name: element for element in root.elements()}
    if "frameset" in elements:
        raise Refusal(_frameset(path))
    others = {name: _companion(other, name) for name, other in (companions or {}).items()}
    frame = frame_of(root)
    notes = with_unlinked_notes(find_notes(root, frame.article, path, others), frame)
    flow = Flow(frame, notes, is_typed=_is_typed(frame.article))
    direction = root.get("dir").lower()
    tongue = Tongue("", "rtl") if direction == "rtl" else Tongue()
    flow.write(frame.article, tongue if frame.article.name == "body" else tongue_of(frame.article, tongue))
    document = [*flow.paragraphs.lines]
    stated = [*stated_lines(root, elements.get("title"), document, frame)]
    outside: list[tuple[Part, str]] = [
        ("frame", line) for line in lines_of(root, {frame.article, *notes.labels})
    ]
    apart = [*outside, *flow.apart]
    margin = _write_margin(flow, stated, apart)
    told = (*_not_shown(path, margin, apart, len(stated)), *_elsewhere(path, notes))
    problems = (*decoded.problems, *faults, *told)
    source = flow.paragraphs.source(
        path, decoded.encoding, problems, is_by_paragraph=not _is_typed(frame.article)
    )
    return replace(source, margin=margin, stated=tuple(stated_in_comments(text)))


def _parsed(text: str, path: str) -> tuple[Element, tuple[Problem, ...]]:
    """Return the root of a page; what is XML is read as XML, if it is well formed."""
    is_xhtml = PurePosixPath(path).suffix.lower() == ".xhtml"
    is_xml = is_xhtml or text.lstrip("\ufeff \n").startswith("<?xml")
    root = parse_xhtml(text) if is_xml else None
    is_sound = root is not None and root.name == "html"
    if root is None or not is_sound:
        root = parse_html(text, path)
    apply_style_sheets(root)
    return root, (_ill_formed(path),) if is_xhtml and not is_sound else ()


@lru_cache(maxsize=4)
def _companion(content: bytes, path: str) -> Element:
    """Return a file of notes; one that cannot be read has none, and is refused where it is read itself."""
    try:
        return _parsed("\n".join(decode_page(content, path).lines), path)[0]
    except Refusal:
        return Element("html")


def _is_typed(article: Element) -> bool:
    """Say whether a document is text of a typist, set down line by line as it was."""
    typed = sum(
        len(element.text.strip())
        for element in article.elements()
        if element.name in ("pre", "xmp", "plaintext")
    )
    return 2 * typed > len(article.text.strip())


def _write_margin(
    flow: Flow, stated: list[tuple[str, str]], apart: list[tuple[Part, str]]
) -> tuple[MarginLine, ...]:
    """Write what does not belong to the text of the document below it."""
    margin: list[MarginLine] = []
    for field, words in [*stated, *(("", words) for _, words in apart)]:
        flow.paragraphs.write([Run(words)])
        margin.append(MarginLine(len(flow.paragraphs.lines), field))
    return tuple(margin)


def _not_shown(
    path: str, margin: tuple[MarginLine, ...], apart: list[tuple[Part, str]], stated: int
) -> Iterator[Problem]:
    """Yield a notice for what the page hides and for what it strikes out."""
    for part, what in (("hidden", "hidden"), ("deleted", "struck out as deleted")):
        places = [line.number for line, (kind, _) in zip(margin[stated:], apart, strict=True) if kind == part]
        if places:
            yield Problem(
                path=path,
                line=places[0],
                level="notice",
                code="not-shown",
                message=f"words that are {what} in this page are not published",
                fix="look at this line with “archivegen inspect”; draw a zone if they belong to the text",
            )


def _elsewhere(path: str, notes: Notes) -> Iterator[Problem]:
    """Yield a notice for each file that has notes of the page as it seems, and is not read for them."""
    for name, count in sorted(notes.elsewhere.items()):
        if PurePosixPath(name).stem.casefold() in FILES_OF_NOTES:
            what = "which is not beside this page, cannot be published itself, or has a file of corrections or a row of its own"
            fix = "put it into the folder of this page, without corrections of its own, if its notes should be shown here"
        else:
            what = "where no notes are looked for, so that their labels stand among the words of this page"
            fix = f"if they are notes, call that file “endnotes{PurePosixPath(name).suffix}” here and in the links"
        references = "1 reference leads" if count == 1 else f"{count} references lead"
        yield Problem(
            path=path,
            level="notice",
            code="notes-elsewhere",
            message=f"{references} into “{name}”, {what}",
            fix=fix,
        )


def _no_page(path: str) -> Problem:
    return Problem(
        path=path,
        code="no-page",
        message="there is no HTML in this file",
        fix="if it is plain text, let its name end in .txt",
    )


def _frameset(path: str) -> Problem:
    return Problem(
        path=path,
        code="frameset",
        message="this page only holds other pages in frames, and has no text of its own",
        fix="save the page inside the frame",
    )


def _ill_formed(path: str) -> Problem:
    return Problem(
        path=path,
        level="notice",
        code="ill-formed",
        message="this page is no well-formed XML, and was read as browsers read HTML",
        fix="look whether its text is whole",
    )
