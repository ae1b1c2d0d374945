"""What stands above and below the pages of an OpenDocument text: the letterhead of the first, running heads of all."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.seeds.formats.opendocument_styles import child, tag, value
from archivegen.seeds.formats.xml_part import Element

_RUNNING = tuple(f"style:{place}{page}" for place in ("header", "footer") for page in ("", "-left", "-first"))


class PageHeads:
    """`letterheads` stand above the first page alone, where a letter has its letterhead; `running` are the words of all
    others.
    """

    def __init__(self, common: Element | None, content: Element) -> None:
        masters = [
            each for each in _children(common, "office:master-styles") if tag(each) == "style:master-page"
        ]
        first = _first_master(masters, content)
        self.letterheads: tuple[Element, ...] = tuple(_letterheads(first)) if first is not None else ()
        self.running = [
            " ".join("".join(line.itertext()) for line in head.iter("*") if tag(line) == "text:p")
            for master in masters
            for head in master
            if tag(head) in _RUNNING
            and head not in self.letterheads
            and value(head, "style:display") != "false"
        ]


def _first_master(masters: list[Element], content: Element) -> Element | None:
    """Return the kind of page on which a document begins: the one its first paragraph names, else the standard one."""
    name = "Standard"
    body = _children(child(content, "office:body"), "office:text")
    paragraphs = (each for part in body for each in part.iter("*") if tag(each) in ("text:p", "text:h"))
    first = next(paragraphs, None)
    for style in _children(content, "office:automatic-styles"):
        if first is not None and value(style, "style:name") == value(first, "text:style-name"):
            name = value(style, "style:master-page-name") or name
    return next((each for each in masters if value(each, "style:name") == name), None)


def _letterheads(master: Element) -> Iterator[Element]:
    """Yield the head of a page that no other page has: its first one, or any of a kind that another kind follows."""
    is_first_alone = value(master, "style:next-style-name") not in (None, value(master, "style:name"))
    for head in master:
        is_alone = tag(head) == "style:header-first" or (is_first_alone and tag(head) == "style:header")
        if is_alone and value(head, "style:display") != "false":
            yield head


def _children(element: Element | None, name: str) -> list[Element]:
    found = child(element, name)
    return list(found) if found is not None else []
