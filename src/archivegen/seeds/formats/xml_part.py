"""XML that came from somewhere, parsed without trust: nothing is fetched, no entity is expanded, depth and size have limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

# An element of the library's tree; the library is not typed.
Element = Any

_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class BadXml(Exception):  # noqa: N818 -- the reader that asked says what it means for the document
    """Bytes that are no XML, or XML that must not be trusted; the text says why, `line` where."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        super().__init__(reason)
        self.line = line


def parse_xml(content: bytes, *, with_instructions: bool = False) -> Element:
    """Return the root element of a file, or of a part of a package. Comments are left out, and so are processing instructions
    where nobody asks for them.

    Raises:
        BadXml: the bytes are no XML, are nested without end, or declare a document type, which no office program writes.
        MemoryError: the tree needs more memory than there is.

    """
    if any(sign in content for sign in _DOCTYPE):
        raise BadXml("it declares a document type")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=not with_instructions,
        collect_ids=False,
    )
    try:
        return root_of(content, parser)
    except etree.XMLSyntaxError as error:
        if "HUGE" in (error.msg or ""):
            raise BadXml("it is nested without end", error.lineno) from error
        raise BadXml(error.msg or "it is empty", error.lineno) from error
    except ValueError as error:
        raise BadXml(str(error)) from error


def root_of(content: bytes, parser: etree.XMLParser) -> Element:
    """Return the root element that a parser finds.

    Raises:
        etree.XMLSyntaxError, ValueError: the bytes are no XML.
        MemoryError: the tree needs more memory than there is, which the library calls an error of syntax.

    """
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise


class Names:
    """The names of elements with the prefixes that a format gives its namespaces: `w:p`. Other namespaces have none that is
    known, and their elements are `?:name`.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        # Each name is taken apart once: documents have few names and many elements.
        self._known: dict[str, str] = {}

    def tag(self, element: Element) -> str:
        """Return the name of an element with its prefix."""
        name: str = element.tag
        if name not in self._known:
            namespace, _, local = name[1:].rpartition("}") if name.startswith("{") else ("", "", name)
            self._known[name] = f"{self._prefixes.get(namespace, '?')}:{local}"
        return self._known[name]

    def child(self, element: Element | None, name: str) -> Element | None:
        """Return the first child of a name, or None."""
        if element is None:
            return None
        return next((found for found in element if self.tag(found) == name), None)
