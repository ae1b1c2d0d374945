"""What a Word document has beside its text: heads of pages, of which the first may be a letterhead, comments, pictures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archivegen.problems import Problem
from archivegen.seeds.formats.left_out import left_out as notices
from archivegen.seeds.formats.word_parts import WordParts
from archivegen.seeds.formats.word_styles import child, is_on, tag, value
from archivegen.seeds.formats.xml_part import Element


def letterheads(parts: WordParts) -> Iterator[Element]:
    """Yield the head of the first page, where it is not that of the others: there a letter has its letterhead.

    Raises:
        Refusal: the part that has it is damaged.

    """
    section = next(_sections(parts.body), None)
    if section is None or not is_on(child(section, "w:titlePg")):
        return
    for reference in section:
        if tag(reference) == "w:headerReference" and value(reference, "type") == "first":
            header = parts.referred(reference)
            if header is not None:
                yield header


def left_out(path: str, parts: WordParts, counts: Mapping[str, int]) -> Iterator[Problem]:
    """Yield what of a document is not published.

    Raises:
        Refusal: a part that has it is damaged.

    """
    yield from notices(path, {**counts, "comments": len(comments_in(parts))}, running_heads(parts))


def comments_in(parts: WordParts) -> list[str]:
    """Return the words of the comments of a document.

    Raises:
        Refusal: the part that has them is damaged.

    """
    comments = parts.xml("comments")
    return [] if comments is None else [_words(each) for each in comments if tag(each) == "w:comment"]


def running_heads(parts: WordParts) -> list[str]:
    """Return the words that stand above or below every page.

    Raises:
        Refusal: a part that has them is damaged.

    """
    has_letterhead = any(True for _ in letterheads(parts))
    heads = []
    for section in _sections(parts.body):
        for reference in section:
            if tag(reference) in ("w:headerReference", "w:footerReference"):
                is_letterhead = (tag(reference), value(reference, "type")) == ("w:headerReference", "first")
                header = parts.referred(reference)
                if header is not None and not (is_letterhead and has_letterhead):
                    heads.append(_words(header))
    return heads


def _sections(body: Element) -> Iterator[Element]:
    """Yield the properties of each section of a document, in order."""
    for element in body:
        properties = element if tag(element) == "w:sectPr" else child(child(element, "w:pPr"), "w:sectPr")
        if properties is not None:
            yield properties


def _words(part: Element) -> str:
    return " ".join(
        "".join(each.text or "" for each in paragraph.iter("*") if tag(each) == "w:t")
        for paragraph in part.iter("*")
        if tag(paragraph) == "w:p"
    )
