"""What the head of a page states of its document: a title, its language, the address it was saved from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.languages import tag_of_page
from archivegen.seeds.formats.html.frame import Frame
from archivegen.seeds.formats.html.tree import Element
from archivegen.seeds.formats.stated_access import stated_in_entry

# Names of the head's entries, in small letters, and the fields they are for.
_ENTRIES = {
    "citation_title": "title", "dc.title": "title", "dcterms.title": "title", "dc.rights": "rights",
    "dcterms.rights": "rights", "dc.creator": "creators", "dcterms.creator": "creators", "citation_author": "creators",
}  # fmt: skip
_DIVIDES = re.compile(r"\s+[|·»«–—:-]+\s+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
# How much of a document is its head, where its title stands.
_HEAD_LINES = 12
_LONGEST_TITLE = 1000


def stated_lines(
    root: Element, title: Element | None, document: list[str], frame: Frame
) -> Iterator[tuple[str, str]]:
    """Yield lines with what the head of a page states, each with the name of its field; "" where it says nothing of the
    document. `document` are the lines of the text.
    """
    seen: set[str] = set()
    for element in root.elements():
        field = _ENTRIES.get(element.get("name").lower(), "") if element.name == "meta" else ""
        words = " ".join(element.get("content").split())
        if element.name == "meta" and not field and (on_access := _stated_in(element, words)):
            yield "access", on_access
        if field and words and (field != "title" or "title" not in seen):
            seen.add(field)
            yield field, f"{element.get('name')}: {words}"
        address = element.get("href").strip() if element.get("rel").lower() == "canonical" else ""
        if element.name == "link" and _ADDRESS.fullmatch(address) and "source_url" not in seen:
            seen.add("source_url")
            yield "source_url", f"canonical: {address}"
    if title is not None and len(title.text) > _LONGEST_TITLE:
        yield "", " ".join(title.text.split())
    elif title is not None and title not in frame.article.elements():
        yield from _title(" ".join(title.text.split()), document, has_title="title" in seen)
    body = next((child for child in root.elements() if child.name == "body"), root)
    said = (element.get(name) for element in (root, body) for name in ("lang", "xml:lang"))
    language = next(filter(None, map(tag_of_page, said)), "")
    if language:
        yield "language", f"lang: {language}"


def _stated_in(element: Element, words: str) -> str:
    names = filter(None, map(element.get, ("name", "property", "itemprop")))
    return next(filter(None, (stated_in_entry(name, words) for name in names)), "")


def _title(words: str, document: list[str], *, has_title: bool) -> Iterator[tuple[str, str]]:
    """Yield the title of a page: the part of it that stands in the head of the document is the document's, the rest the
    site's. A title with other words may be anybody's.
    """
    head = {word.casefold() for line in document[:_HEAD_LINES] for word in re.findall(r"\w+", line)}
    parts = _DIVIDES.split(words)
    own = 0
    for count in range(len(parts), 0, -1):
        found = re.findall(r"\w+", " ".join(parts[:count]).casefold())
        if found and head.issuperset(found):
            own = count
            break
    end = next((match.start() for place, match in enumerate(_DIVIDES.finditer(words), 1) if place == own), len(words)) if own else 0  # fmt: skip
    if own and not has_title:
        yield "title", f"title: {words[:end]}"
        words = words[end:].strip(" |·»«–—:-")
    if words:
        yield "", words
