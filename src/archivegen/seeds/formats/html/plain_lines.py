"""The words of an element as plain lines, one for each paragraph."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from archivegen.seeds.formats.html.element_styles import BLOCKS
from archivegen.seeds.formats.html.tree import Element

_UNSEEN = ("script", "style", "template", "head")


def lines_of(top: Element, without: Collection[Element] = ()) -> Iterator[str]:
    """Yield the words of an element as lines, one for each paragraph; what nobody sees has none."""
    words: list[str] = []
    for piece in _pieces(top, without):
        if piece is not None:
            words.append(piece)
        elif line := " ".join("".join(words).split()):
            yield line
            words = []
    if line := " ".join("".join(words).split()):
        yield line


def _pieces(element: Element, without: Collection[Element]) -> Iterator[str | None]:
    """Yield the text of an element in pieces, and None where a line ends."""
    if element in without:
        yield None
        return
    if element.name in _UNSEEN:
        return
    ends_line = element.name in BLOCKS or element.name == "br"
    if ends_line:
        yield None
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _pieces(child, without)
    if ends_line:
        yield None
