"""The styles of an OpenDocument text, its own and those that it makes as it goes, through all that they are based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archivegen.seeds.formats.xml_part import Element, Names
from archivegen.seeds.source_text import SpanKind

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
    f"{_OASIS}office:1.0": "office",
    f"{_OASIS}text:1.0": "text",
    f"{_OASIS}style:1.0": "style",
    f"{_OASIS}table:1.0": "table",
    f"{_OASIS}drawing:1.0": "draw",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}svg-compatible:1.0": "svg",
    f"{_OASIS}manifest:1.0": "manifest",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_NAMESPACES = {prefix: namespace for namespace, prefix in PREFIXES.items()}
_HEADING = re.compile(r"^(?:Heading|Überschrift|Titre)_20_(?P<level>[1-9])$")
_NAMED_LEVELS = {"Title": 1, "Subtitle": 2}
_QUOTATIONS = ("Quotations", "Quote")
_BOLD = re.compile(r"^(?:bold|[6-9]00)$")

# Names of elements have the prefixes that the standard gives them.
_NAMES = Names(PREFIXES)
tag, child = _NAMES.tag, _NAMES.child


def value(element: Element | None, name: str) -> str | None:
    """Return an attribute by its name with prefix (`text:style-name`), or None where it is not there."""
    if element is None:
        return None
    prefix, _, local = name.partition(":")
    found: str | None = element.get(f"{{{_NAMESPACES[prefix]}}}{local}")
    return found


def number(element: Element | None, name: str) -> int | None:
    """Return an attribute that is a whole number, or None where it is missing or none."""
    found = value(element, name)
    return int(found) if found and re.fullmatch(r"\d{1,9}", found) else None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, and all that it is based on. `level` is the depth of a heading, `list_style` the list of its
    paragraphs.
    """

    italic: bool = False
    bold: bool = False
    hidden: bool = False
    struck: bool = False
    font: str = ""
    level: int = 0
    list_style: str = ""
    is_quotation: bool = False
    is_from_right: bool = False
    height: SpanKind | None = None


class DocumentStyles:
    """The styles of a document by family (`paragraph`, `text`) and name, its lists by name, and the list of its headings."""

    def __init__(self, *roots: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._read: dict[tuple[str, str], Style] = {}
        self.lists: dict[str, Element] = {}
        self.outline: Element | None = None
        for element in _style_elements(roots):
            name = value(element, "style:name") or ""
            if tag(element) == "style:style":
                self._elements[value(element, "style:family") or "", name] = element
            elif tag(element) == "text:list-style":
                self.lists[name] = element
            elif tag(element) == "text:outline-style":
                self.outline = element

    def paragraph(self, element: Element) -> Style:
        """Return the style of a paragraph."""
        return self._style("paragraph", value(element, "text:style-name") or "", Style(), frozenset())

    def words(self, element: Element, around: Style) -> Style:
        """Return how the words in a span are set, by its style and all that is around it."""
        name = value(element, "text:style-name") or ""
        return self._style("text", name, around, frozenset()) if name else around

    def _style(self, family: str, name: str, around: Style, above: frozenset[str]) -> Style:
        element = self._elements.get((family, name))
        if element is None or name in above:
            return around
        if (family, name) in self._read and around == Style():
            return self._read[family, name]
        parent = value(element, "style:parent-style-name") or ""
        base = self._style(family, parent, around, above | {name}) if parent else around
        found = _own(element, name, base)
        if around == Style():
            self._read[family, name] = found
        return found


def _style_elements(roots: tuple[Element | None, ...]) -> Iterator[Element]:
    for root in roots:
        for group in root if root is not None else ():
            if tag(group) in ("office:styles", "office:automatic-styles"):
                yield from group


def _own(element: Element, name: str, base: Style) -> Style:
    """Return what a style says over what it is based on."""
    words = child(element, "style:text-properties")
    found = base
    if (slant := value(words, "fo:font-style")) is not None:
        found = replace(found, italic=slant in ("italic", "oblique"))
    if (weight := value(words, "fo:font-weight")) is not None:
        found = replace(found, bold=bool(_BOLD.match(weight)))
    if (display := value(words, "text:display")) is not None:
        found = replace(found, hidden=display == "none")
    if (line := _line_through(words)) is not None:
        found = replace(found, struck=line != "none")
    if (position := value(words, "style:text-position")) is not None:
        found = replace(found, height=_height(position))
    if (mode := value(child(element, "style:paragraph-properties"), "style:writing-mode")) is not None:
        found = replace(found, is_from_right=mode.startswith("rl"))
    if font := value(words, "style:font-name"):
        found = replace(found, font=font)
    if (list_style := value(element, "style:list-style-name")) is not None:
        found = replace(found, list_style=list_style)
    if name in _QUOTATIONS:
        found = replace(found, is_quotation=True)
    level = _named_level(name)
    if (outline := number(element, "style:default-outline-level")) is not None:
        level = outline
    return found if level is None else replace(found, level=level)


def _line_through(words: Element | None) -> str | None:
    """Return of what kind the line through words is, which older files say of its type alone; None where nothing is said."""
    style = value(words, "style:text-line-through-style")
    return style if style is not None else value(words, "style:text-line-through-type")


def _height(position: str) -> SpanKind | None:
    """Return whether words stand above or below the line: `super 58%`, `-33% 58%`, `0% 100%`."""
    shift = position.split(maxsplit=1)[0] if position.split() else "0%"
    if shift == "super" or re.match(r"^[1-9]", shift):
        return "superscript"
    return "subscript" if shift == "sub" or shift.startswith("-") else None


def _named_level(name: str) -> int | None:
    heading = _HEADING.match(name)
    return int(heading["level"]) if heading else _NAMED_LEVELS.get(name)
