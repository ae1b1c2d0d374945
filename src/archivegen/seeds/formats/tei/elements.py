"""Elements of TEI by their local names: editions use them with and without namespaces, and with their own beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from archivegen.records.languages import tag_of_page
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import Tongue

_ID = "{http://www.w3.org/XML/1998/namespace}id"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def name_of(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def id_of(element: Element) -> str:
    """Return the `xml:id` of an element, or ""."""
    return str(element.get(_ID, ""))


def tongue_of(element: Element, above: Tongue) -> Tongue:
    """Return the language of an element; what it does not say is as around it, and so is what is no tag."""
    tag = tag_of_page(str(element.get(LANGUAGE, "")))
    return above._replace(language=tag) if tag else above


def children(element: Element | None, *names: str) -> list[Element]:
    """Return the elements of some names directly within one; without names, all of them."""
    return [each for each in ([] if element is None else element) if not names or name_of(each) in names]


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element at the end of a path of names, or None."""
    for name in path:
        element = next(iter(children(element, name)), None)
    return element


def within(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the elements of some names anywhere within one, in the order of the text."""
    for each in () if element is None else element.iter():
        if name_of(each) in names:
            yield each


def words_of(element: Element | None, *, without: tuple[str, ...] = ("note",)) -> str:
    """Return the words of an element with white space folded, without those of elements of some names."""
    return " ".join("".join(_texts(element, without)).split()) if element is not None else ""


def _texts(element: Element, without: tuple[str, ...]) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if name_of(each) in ("space", "lb", "pb"):
            yield " "
        elif name_of(each) not in without:
            yield from _texts(each, without)
        yield each.tail or ""


def target_of(element: Element) -> str:
    """Return the id that an element refers to within its own file (`#p_AB1`), or ""."""
    for attribute in ("ref", "corresp", "target", "key"):
        target = str(element.get(attribute, "")).split()
        if target and target[0].startswith("#"):
            return target[0][1:]
    return ""


def document_named(reference: Element, path: str) -> str:
    """Return the path of the document that a reference names, as far as its target says: `#d7` in the same volume,
    `volume#d7` in another one, `L00386` or `L00386.xml` a file beside this one. "" for any other target.
    """
    volume, sign, name = str(reference.get("target", "")).partition("#")
    if " " in volume or ":" in volume or not (volume or name):
        return ""
    file = str(PurePosixPath(path).with_name(f"{volume.removesuffix('.xml')}.xml")) if volume else path
    return f"{file}#{name}" if sign else file
