"""The parts of a Word document: which of them has the text, and which its styles, lists, notes and comments."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from archivegen.seeds.formats.package import WORD, Package, damaged, not_its_format, open_package
from archivegen.seeds.formats.word_styles import child, tag
from archivegen.seeds.formats.xml_part import Element

_RELATION_IDS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)


class _Relation(NamedTuple):
    """A part that another part refers to: as what, and by which name in the package."""

    kind: str
    part: str


class WordParts:
    """A Word document as its parts refer to each other. What lies outside the package is not looked at."""

    def __init__(self, content: bytes, path: str) -> None:
        """Open a document.

        Raises:
            Refusal: the file is damaged, encrypted, or no Word document.

        """
        self.package = open_package(content, path, WORD)
        self._read: dict[str, Element | None] = {}
        start = next(
            (each.part for each in _relations(self.package, "").values() if each.kind == "officeDocument"), ""
        )
        document = self.package.xml(start or "word/document.xml")
        if document is None:
            raise damaged(path, "it has no part with the text")
        self._relations = _relations(self.package, start or "word/document.xml")
        if tag(document) != "w:document":
            raise not_its_format(path, WORD, "a package of something else")
        body = child(document, "w:body")
        if body is None:
            raise damaged(path, "it has no part with the text")
        self.document: Element = document
        self.body: Element = body

    def xml(self, kind: str) -> Element | None:
        """Return the root of the part of a kind (`styles`, `footnotes`), the same at every call, or None where the document has
        none.

        Raises:
            Refusal: the part is damaged.

        """
        if kind not in self._read:
            parts = (each.part for each in self._relations.values() if each.kind == kind)
            self._read[kind] = next(map(self.package.xml, parts), None)
        return self._read[kind]

    def referred(self, element: Element) -> Element | None:
        """Return the root of the part that an element refers to, or None where it is not in the package.

        Raises:
            Refusal: the part is damaged.

        """
        found = next((element.get(name) for name in _RELATION_IDS if element.get(name)), None)
        return self.package.xml(self._relations[found].part) if found in self._relations else None


def _relations(package: Package, part: str) -> dict[str, _Relation]:
    """Return the parts inside the package that a part refers to, by the ids it gives them."""
    folder, name = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found = {}
    for element in root if root is not None else ():
        target = (element.get("Target") or "").replace("\\", "/")
        if target and element.get("TargetMode") != "External":
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = (element.get("Type") or "").rpartition("/")[2]
            found[element.get("Id") or ""] = _Relation(kind, inside)
    return found
