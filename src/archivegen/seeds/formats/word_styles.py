"""The styles of a Word document: what a paragraph or words are by them, through all that they are based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from archivegen.seeds.formats.xml_part import Element, Names
from archivegen.seeds.source_text import SpanKind

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PREFIXES = {
    _MAIN: "w",
    _STRICT: "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}
# Built-in styles are stored under their English names; programs other than Word have stored their own language's.
_HEADING = re.compile(
    r"^(?:heading|überschrift|titre|título|titolo|заголовок|nagłówek|nadpis|kop|rubrik|overskrift|otsikko|címsor|başlık|"
    r"제목|标题|標題|見出し)\s*(?P<level>[1-9])$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:title|titel|titre|título|titolo|название|tytuł|název|제목|标题|標題|表題)$", re.IGNORECASE
)
_SUBTITLE = re.compile(
    r"^(?:subtitle|untertitel|sous-titre|subtítulo|sottotitolo|подзаголовок)$", re.IGNORECASE
)
_QUOTATION = re.compile(r"^(?:(?:intense )?quote|block text|zitat|citation|cita|цитата)$", re.IGNORECASE)
_LEVEL_OF_TEXT = 9
_HEIGHTS: dict[str, SpanKind] = {"superscript": "superscript", "subscript": "subscript"}
# In half points, as Word counts.
_FAR = 6
_OFF = ("0", "false", "off", "none")

# Names of elements have Word's own prefix, in both dialects of the format.
_NAMES = Names(PREFIXES)
tag, child = _NAMES.tag, _NAMES.child


def value(element: Element | None, name: str = "val") -> str | None:
    """Return an attribute of Word's own, or None where there is no such element or attribute."""
    if element is None:
        return None
    found: str | None = element.get(f"{{{_MAIN}}}{name}", element.get(f"{{{_STRICT}}}{name}"))
    return found


def number(element: Element | None, name: str = "val") -> int | None:
    """Return an attribute that is a whole number, or None where it is missing or none."""
    found = value(element, name)
    return int(found) if found and re.fullmatch(r"-?\d{1,9}", found) else None


def is_on(element: Element | None) -> bool | None:
    """Return what a switch says (`<w:b/>`, `<w:b w:val="0"/>`), or None where it is not there."""
    return None if element is None else (value(element) or "1").lower() not in _OFF


class Looks(NamedTuple):
    """How words are set, as far as one place says."""

    italic: bool | None = None
    bold: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    font: str = ""
    height: SpanKind | None = None

    def over(self, below: Looks) -> Looks:
        """Return these looks, and where they say nothing those below them."""
        return Looks(
            below.italic if self.italic is None else self.italic,
            below.bold if self.bold is None else self.bold,
            below.hidden if self.hidden is None else self.hidden,
            below.struck if self.struck is None else self.struck,
            self.font or below.font,
            self.height or below.height,
        )


class ListPlace(NamedTuple):
    """The list that a paragraph belongs to, and its level in it; None where the list itself says."""

    list_id: str
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, and all that it is based on. `level` is the depth of a heading, 0 for text."""

    looks: Looks = field(default_factory=Looks)
    level: int | None = None
    place: ListPlace | None = None
    is_quotation: bool = False
    is_from_right: bool = False


def looks_of(properties: Element | None) -> Looks:
    """Return the looks that `w:rPr` gives."""
    if properties is None or not len(properties):
        return Looks()
    fonts = child(properties, "w:rFonts")
    return Looks(
        is_on(child(properties, "w:i")),
        is_on(child(properties, "w:b")),
        is_on(child(properties, "w:vanish")),
        _is_struck(properties),
        value(fonts, "ascii") or value(fonts, "hAnsi") or "",
        _height_of(properties),
    )


def _is_struck(properties: Element) -> bool | None:
    """Return whether words have one line through them, or two; None where neither is said."""
    said = [is_on(child(properties, name)) for name in ("w:strike", "w:dstrike")]
    return None if said == [None, None] else any(said)


def _height_of(properties: Element) -> SpanKind | None:
    """Return whether words are raised or lowered: so said, or moved from their line, as LibreOffice writes it, in letters of
    another size or by so much that it is no correction of the type.
    """
    said = _HEIGHTS.get(value(child(properties, "w:vertAlign")) or "")
    moved = number(child(properties, "w:position")) or 0
    if said or not moved or (child(properties, "w:sz") is None and abs(moved) < _FAR):
        return said
    return "superscript" if moved > 0 else "subscript"


def place_of(properties: Element | None) -> ListPlace | None:
    """Return the place in a list that `w:pPr` gives; the list `0` is none."""
    numbering = child(properties, "w:numPr")
    if numbering is None:
        return None
    list_id, level = value(child(numbering, "w:numId")), number(child(numbering, "w:ilvl"))
    return ListPlace(list_id or "", level) if list_id or level is not None else None


def level_of(properties: Element | None) -> int | None:
    """Return the depth of a heading that `w:pPr` gives, from 1; 0 for text, None where it says nothing."""
    outline = number(child(properties, "w:outlineLvl"))
    if outline is None:
        return None
    return outline + 1 if 0 <= outline < _LEVEL_OF_TEXT else 0


class WordStyles:
    """The styles of a document by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._read: dict[str, Style] = {}
        self.default = ""
        for element in root if root is not None else ():
            name = value(element, "styleId")
            if tag(element) == "w:style" and name:
                self._elements[name] = element
                is_default = (value(element, "default") or "0") not in _OFF
                if is_default and value(element, "type") == "paragraph":
                    self.default = name

    def style(self, name: str | None) -> Style:
        """Return a style by its id; one that is not there says nothing."""
        return self._style(name or "", frozenset())

    def paragraph(self, name: str | None) -> tuple[str, Style]:
        """Return the id and the style of a paragraph, which is the default where it names none that exists."""
        found = name if name in self._elements else self.default
        return found, self.style(found)

    def _style(self, name: str, above: frozenset[str]) -> Style:
        element = self._elements.get(name)
        if element is None or name in above:
            return Style()
        if name not in self._read:
            base = self._style(value(child(element, "w:basedOn")) or "", above | {name})
            self._read[name] = _own(element, base)
        return self._read[name]


def _own(element: Element, base: Style) -> Style:
    """Return what a style says over what it is based on."""
    properties = child(element, "w:pPr")
    place = place_of(properties)
    if place and base.place:
        place = ListPlace(
            place.list_id or base.place.list_id, place.level if place.level is not None else base.place.level
        )
    name = value(child(element, "w:name")) or ""
    level = _named_level(name)
    if level is None:
        level = level_of(properties)
    return replace(
        base,
        looks=looks_of(child(element, "w:rPr")).over(base.looks),
        level=base.level if level is None else level,
        place=place or base.place,
        is_quotation=base.is_quotation or bool(_QUOTATION.match(name)),
        is_from_right=base.is_from_right or bool(is_on(child(properties, "w:bidi"))),
    )


def _named_level(name: str) -> int | None:
    if heading := _HEADING.match(name):
        return int(heading["level"])
    return 1 if _TITLE.match(name) else 2 if _SUBTITLE.match(name) else None
