"""What a page or a style sheet of the site refers to, and the places in a page that can be referred to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_ADDRESSES = ("href", "src", "action", "formaction", "poster")
_LISTS_OF_ADDRESSES = ("srcset", "imagesrcset")
# Attributes that name an element of the same page because it is a label, a hint or a part of a control.
_WIRING = ("aria-labelledby", "aria-describedby", "aria-controls", "for")
_READ = frozenset(
    (*_ADDRESSES, *_LISTS_OF_ADDRESSES, *_WIRING, "id", "name", "style", "rel", "http-equiv", "content")
)
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
    """The ids of a page, those it has twice, those that only name its own labels and controls, what it refers to,
    where it sends its reader on to, and the address it gives as its own.
    """

    ids: frozenset[str]
    doubled: frozenset[str]
    wiring: frozenset[str]
    references: tuple[Reference, ...]
    sends_to: str | None
    canonical: str | None


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.doubled: set[str] = set()
        self.wiring: set[str] = set()
        self.references: list[Reference] = []
        self.sends_to: str | None = None
        self.canonical: str | None = None
        self.is_in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the ids of an element and where it leads."""
        self.is_in_style = tag == "style"
        values = {name: value for name, value in attrs if value is not None and name in _READ}
        if not values:
            return
        line = self.getpos()[0]
        if "id" in values:
            (self.doubled if values["id"] in self.ids else self.ids).add(values["id"])
        if tag == "a" and "name" in values:
            self.ids.add(values["name"])
        for name in _WIRING:
            self.wiring.update(values.get(name, "").split())
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

    def handle_data(self, data: str) -> None:
        """Read the styles that stand in the page."""
        if self.is_in_style:
            self.references.extend(style_references(data, self.getpos()[0]))

    def handle_endtag(self, tag: str) -> None:
        """Note that styles have ended."""
        if tag == "style":
            self.is_in_style = False

    def _note_refresh(self, line: int, content: str) -> None:
        match = _REFRESH.match(content)
        if match:
            self.sends_to = match[1]
            self.references.append(Reference(line, match[1]))


def read_page(html: str) -> PageParts:
    """Return the parts of a page that links are made of; HTML in any state can be read."""
    reader = _Reader()
    reader.feed(html)
    return PageParts(
        frozenset(reader.ids),
        frozenset(reader.doubled),
        frozenset(reader.wiring),
        tuple(reader.references),
        reader.sends_to,
        reader.canonical,
    )


def style_references(style: str, first_line: int = 1) -> tuple[Reference, ...]:
    """Return the addresses a style sheet names, fonts and images and other sheets, with their lines."""
    # Comments give way to as many line ends, so that the lines stay what they are.
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), style)
    return tuple(
        Reference(first_line + bare.count("\n", 0, match.start()), next(filter(None, match.groups()), ""))
        for match in _STYLE_ADDRESS.finditer(bare)
    )
