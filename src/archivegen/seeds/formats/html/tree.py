"""A page as a tree of elements: HTML as browsers understand it, however it is written, and XHTML as the XML it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.entities import html5
from typing import Any

from lxml import etree
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from archivegen.problems import Problem, Refusal
from archivegen.seeds.formats.xml_part import root_of

# How the names of pages end.
PAGE_TYPES = (".html", ".htm", ".xhtml")
# Deeper elements become parts of the one at this depth, as in browsers; no page means anything by more.
_DEEPEST = 150
# The time that parsing takes grows with the square of the depth.
_DEEPEST_PARSED = 3000
# Where the document type stands, and how much of an attribute is looked at.
_HEAD, _LONGEST_ATTRIBUTE = 4096, 4096
_DOCUMENT_TYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*;)")
_TAG = re.compile(r"<(?P<end>/?+)(?P<name>[A-Za-z][\w:-]*+)[^<>]*+>")
# Elements that need no end.
_ENDLESS = frozenset(
    "area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option "
    "optgroup rt rp colgroup body html head".split()
)


@dataclass(slots=True, eq=False)
class Element:
    """An element of a page: its name without a prefix and its attributes by name, both in small letters, and what is in it.

    Two elements are equal only if they are the same one.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def get(self, attribute: str) -> str:
        """Return the value of an attribute; "" where it has none, or is not there."""
        return self.attributes.get(attribute, "")

    def elements(self) -> Iterator[Element]:
        """Yield the element and all that are in it, in the order of the page."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))

    @property
    def text(self) -> str:
        """All characters in the element."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def parse_html(text: str, path: str) -> Element:
    """Return the root of a page as browsers build it.

    Raises:
        Refusal: its elements are nested without end.
        MemoryError: the tree needs more memory than there is.

    """
    depth = 0
    for tag in _TAG.finditer(text):
        if tag["name"].lower() not in _ENDLESS and not tag[0].endswith("/>"):
            depth += -1 if tag["end"] else 1
            if depth > _DEEPEST_PARSED:
                raise Refusal(_too_deep(path, text.count("\n", 0, tag.start()) + 1))
            depth = max(depth, 0)
    try:
        found = LexborHTMLParser(text)
    except SelectolaxError as error:
        # To a browser any text is a page: nothing else keeps it from being parsed.
        raise MemoryError from error
    return _grown(_Html(), found.root) if found.root is not None else Element("html")


def parse_xhtml(text: str) -> Element | None:
    """Return the root of a page that is XML, or None where it is not well formed. Nothing is fetched, and no entity is
    expanded but those that HTML names.

    Raises:
        MemoryError: the tree needs more memory than there is.

    """
    text = _NAMED.sub(lambda match: html5.get(match[1], match[0]), text)
    head = re.sub(r"^\s*<\?xml[^>]*\?>", "", text[:_HEAD])
    text = _DOCUMENT_TYPE.sub("", head, count=1) + text[_HEAD:]
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
        encoding="utf-8",
    )  # fmt: skip
    try:
        return _grown(_Xml(), root_of(text.strip().encode(), parser))
    except (etree.XMLSyntaxError, ValueError):
        return None


class _Html:
    """How the nodes of the parser for HTML are read."""

    def element(self, node: Any) -> Element:
        attributes = {
            name.lower(): (value or "")[:_LONGEST_ATTRIBUTE] for name, value in node.attributes.items()
        }
        return Element(node.tag.rpartition(":")[2], attributes)

    def children(self, node: Any) -> Iterator[Any]:
        child = node.first_child
        while child is not None:
            if child.is_text_node:
                yield child.text_content
            elif child.is_element_node:
                yield child
            child = child.next


class _Xml:
    """How the nodes of the parser for XML are read; prefixes that people use are kept with the names of attributes."""

    _PREFIXES: Mapping[str, str] = {
        "http://www.w3.org/XML/1998/namespace": "xml:",
        "http://www.idpf.org/2007/ops": "epub:",
    }

    def element(self, node: Any) -> Element:
        attributes = {self._name(name): value[:_LONGEST_ATTRIBUTE] for name, value in node.attrib.items()}
        return Element(etree.QName(node).localname.lower(), attributes)

    def _name(self, name: str) -> str:
        parts = etree.QName(name)
        return f"{self._PREFIXES.get(parts.namespace or '', '')}{parts.localname.lower()}"

    def children(self, node: Any) -> Iterator[Any]:
        if node.text:
            yield node.text
        for child in node:
            if isinstance(child.tag, str):
                yield child
            if child.tail:
                yield child.tail


def _grown(kind: _Html | _Xml, top: Any) -> Element:
    """Return the tree below a node of a parser."""
    root = kind.element(top)
    waiting: list[tuple[Element, int, Iterator[Any]]] = [(root, 0, kind.children(top))]
    while waiting:
        parent, depth, children = waiting[-1]
        child = next(children, None)
        if child is None:
            waiting.pop()
        elif isinstance(child, str):
            parent.children.append(child)
        else:
            element = kind.element(child)
            parent.children.append(element)
            is_deep = depth >= _DEEPEST
            waiting.append((parent if is_deep else element, depth + (not is_deep), kind.children(child)))
    return root


def _too_deep(path: str, line: int) -> Problem:
    return Problem(
        path=path,
        line=line,
        code="nested-too-deep",
        message="the elements of this page are nested without end",
        fix="open it in a browser and save its text",
    )
