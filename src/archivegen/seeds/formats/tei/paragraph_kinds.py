"""Which elements of TEI are paragraphs of their own, and of what kind."""

from __future__ import annotations

from archivegen.seeds.formats.tei.elements import name_of
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import LineKind, LineStyle

# Elements that begin and end a paragraph; any other stands among the words around it.
_PARAGRAPHS = frozenset(
    """p ab head dateline salute signed closer opener byline address l trailer docTitle titlePart docDate docImprint
    docAuthor postscript epigraph argument div div1 div2 div3 div4 div5 lg sp speaker stage list item row table figure
    floatingText body text front back listBibl attachment imprimatur""".split()
)
# These do so only where they hold paragraphs themselves.
_AT_TIMES = frozenset("quote cit q said bibl note".split())
_OF_PARAGRAPHS = frozenset("p l lg ab list".split())
# Nobody has to guess where these begin, however short they are.
STANDING_APART = ("p", "ab", "lg")
_BROKEN_AS_WRITTEN = frozenset("p ab item cell note".split())
_OF_LETTERS: dict[str, LineKind] = {"dateline": "dateline", "address": "address", "signed": "signature"}


def is_paragraph(element: Element, name: str) -> bool:
    """Say whether an element begins and ends a paragraph."""
    return name in _PARAGRAPHS or (
        name in _AT_TIMES and any(name_of(each) in _OF_PARAGRAPHS for each in element)
    )


def style_of(element: Element, name: str, above: LineStyle | None) -> LineStyle | None:
    """Return the style of the paragraphs in an element that stands in one whose paragraphs have a style."""
    if name == "head":
        return LineStyle("heading", 2 if name_of(element.getparent()) in ("list", "table") else 1)
    if name == "item":
        return LineStyle("list_item", sum(1 for _ in element.iterancestors("{*}list", "list")) or 1)
    if name in _AT_TIMES:
        return LineStyle("quotation")
    if name == "salute":
        is_farewell = name_of(element.getparent()) == "closer"
        return LineStyle("signature" if is_farewell else "address")
    if name in _OF_LETTERS:
        return LineStyle(_OF_LETTERS[name])
    return None if name in ("list", "table", "floatingText") else above


def is_prose_around(element: Element) -> bool:
    """Say whether lines around an element end where the paper did; those of an address or a heading were broken by its writer."""
    names = (name_of(each) for each in element.iterancestors())
    return next((name for name in names if name in _PARAGRAPHS), "p") in _BROKEN_AS_WRITTEN
