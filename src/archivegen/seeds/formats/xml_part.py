"""XML that came from somewhere, parsed without trust: nothing is fetched, no entity is expanded, depth and size have limits."""

from __future__ import annotations

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


def parse_xml(content: bytes) -> Element:
    """Return the root element of a part of a package. Comments and processing instructions are left out.

    Raises:
        BadXml: the bytes are no XML, are nested without end, or declare a document type, which no office program writes.

    """
    if any(sign in content for sign in _DOCTYPE):
        raise BadXml("it declares a document type")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if "HUGE" in (error.msg or ""):
            raise BadXml("it is nested without end", error.lineno) from error
        raise BadXml(error.msg or "it is empty", error.lineno) from error
    except ValueError as error:
        raise BadXml(str(error)) from error


def with_prefix(name: str, prefixes: dict[str, str]) -> str:
    """Return the name of an element with the prefix that `prefixes` give its namespace: `w:p`; other namespaces have
    none that is known, and their elements are `?:name`.
    """
    namespace, _, local = name[1:].rpartition("}") if name.startswith("{") else ("", "", name)
    return f"{prefixes.get(namespace, '?')}:{local}"
