"""What a page or a style sheet of the site refers to, and the places in a page that can be referred to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

_ADDRESSES = ("href", "src", "action", "formaction", "poster")
_LISTS_OF_ADDRESSES = ("srcset", "imagesrcset")
# Attributes that name an element of the same page because it is a label, a hint or a part of a control.
_WIRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
_READ = frozenset(
    (*_ADDRESSES, *_LISTS_OF_ADDRESSES, *_WIRING, "id", "name", "style", "rel", "http-equiv", "content")
)
# What leads somewhere, and so needs the number of its line.
_LEADING = frozenset((*_ADDRESSES, *_LISTS_OF_ADDRESSES, "style", "http-equiv"))
# A comment, or a start tag, in which a quoted value may hold a “>”. Either may be cut off, and then has the rest of the page:
# so nothing is gone over twice. The parser of the standard library takes three times as long, and whole sites are read.
# A quote is one only where a value begins, and where it is closed; anywhere else it is a letter, as in title=Lindt's.
_MARKUP = re.compile(
    r"""<!--.*?(?:-->|\Z)
    |<(?P<tag>[a-zA-Z][^\s/>]*)(?P<attributes>[^>=]*(?:=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)[^>=]*)*)(?P<end>>|\Z)""",
    re.DOTALL | re.VERBOSE,
)
# An attribute without a value is read, too, or each of its letters would be tried as the beginning of one with a value.
_ATTRIBUTE = re.compile(r"""([^\s/>=]+)(?:\s*(=)\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")
_RAW_TEXT_ENDS = {tag: re.compile(rf"</{tag}\b", re.IGNORECASE) for tag in ("script", "style")}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLE_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)
_REFRESH = re.compile(r"""^\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?([^"']+?)["']?\s*$""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as it is written, and the line it stands on."""

    line: int
    address: str


@dataclass(frozen=True, slots=True)
class PageParts:
    """The ids of a page, in their order as well, those it has twice, those that only name its own labels and controls, what it refers to,
    where it sends its reader on to, and the address it gives as its own.
    """

    ids: frozenset[str]
    doubled: frozenset[str]
    wiring: frozenset[str]
    references: tuple[Reference, ...]
    sends_to: str | None
    canonical: str | None
    in_order: tuple[str, ...] = ()


def read_page(html: str) -> PageParts:
    """Return the parts of a page that links are made of; HTML in any state can be read."""
    reader = _Reader(html)
    at = 0
    while markup := _MARKUP.search(html, at):
        at = markup.end()
        if markup["tag"] is None:
            continue
        if markup["end"] != ">":
            break
        tag = markup["tag"].lower()
        reader.read_tag(tag, markup["attributes"], markup.start())
        if end := _RAW_TEXT_ENDS.get(tag):
            closing = end.search(html, at)
            ends_at = closing.start() if closing else len(html)
            if tag == "style":
                reader.references.extend(style_references(html[at:ends_at], reader.line_of(at)))
            at = ends_at
    return PageParts(
        frozenset(reader.ids),
        frozenset(reader.doubled),
        frozenset(reader.wiring),
        tuple(reader.references),
        reader.sends_to,
        reader.canonical,
        tuple(reader.ids),
    )


class _Reader:
    """What was read of a page so far."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.ids: dict[str, None] = {}
        self.doubled: set[str] = set()
        self.wiring: set[str] = set()
        self.references: list[Reference] = []
        self.sends_to: str | None = None
        self.canonical: str | None = None
        self._line, self._counted_to = 1, 0

    def line_of(self, at: int) -> int:
        """Return the line of a place, which must not lie before those asked for earlier."""
        self._line += self.html.count("\n", self._counted_to, at)
        self._counted_to = at
        return self._line

    def read_tag(self, tag: str, attributes: str, at: int) -> None:
        """Note the ids of an element and where it leads."""
        values = _values(attributes) if "=" in attributes else {}
        if not values:
            return
        if "id" in values:
            self.doubled.update({values["id"]} & self.ids.keys())
            self.ids[values["id"]] = None
        if tag == "a" and "name" in values:
            self.ids[values["name"]] = None
        for name in _WIRING:
            if name in values:
                self.wiring.update(values[name].split())
        if values.keys().isdisjoint(_LEADING):
            return
        line = self.line_of(at)
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            self._note_refresh(line, values.get("content", ""))
        elif tag == "link" and "canonical" in values.get("rel", "").split():
            self.canonical = values.get("href")
        elif tag != "base":
            self.references.extend(Reference(line, values[name]) for name in _ADDRESSES if name in values)
        for name in _LISTS_OF_ADDRESSES:
            if name in values:
                parts = [part.split() for part in re.split(r",\s+|,$", values[name])]
                self.references.extend(Reference(line, part[0]) for part in parts if part)
        if "style" in values:
            self.references.extend(style_references(values["style"], line))

    def _note_refresh(self, line: int, content: str) -> None:
        match = _REFRESH.match(content)
        if match:
            self.sends_to = match[1]
            self.references.append(Reference(line, match[1]))


def _values(attributes: str) -> dict[str, str]:
    """Return the attributes of a tag that are read, by their names."""
    values = {}
    for name, has_value, *written in _ATTRIBUTE.findall(attributes):
        if has_value and name.lower() in _READ:
            values[name.lower()] = unescape("".join(written))
    return values


def style_references(style: str, first_line: int = 1) -> tuple[Reference, ...]:
    """Return the addresses a style sheet names, fonts and images and other sheets, with their lines."""
    # Comments give way to as many line ends, so that the lines stay what they are.
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), style)
    return tuple(
        Reference(first_line + bare.count("\n", 0, match.start()), next(filter(None, match.groups()), ""))
        for match in _STYLE_ADDRESS.finditer(bare)
    )
