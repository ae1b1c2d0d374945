"""What is written beside the text of a document in an office program, where an archivist may say who may see it: comments,
hidden words, heads of pages, and what the file says of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archivegen.problems import Refusal
from archivegen.seeds.formats.package import Package
from archivegen.seeds.formats.stated_access import may_state_access
from archivegen.seeds.formats.xml_part import Element
from archivegen.seeds.source_text import Statement

# Where what a file says of itself lies, in Word and in OpenDocument, and the elements that are filled in by hand.
_PARTS = ("docProps/core.xml", "docProps/custom.xml", "meta.xml")
_BY_HAND = {
    "description": "description",
    "subject": "subject",
    "keywords": "keywords",
    "keyword": "keywords",
    "category": "category",
}
_STATUS = "contentStatus"


def remarks_of(
    package: Package, comments: Iterable[str], hidden: Iterable[str], heads: Iterable[str]
) -> tuple[Statement, ...]:
    """Return all remarks; `heads` are the words that stand above or below every page, as they may on the paper itself."""
    return (
        *(Statement("a comment", words, kind="remark") for words in comments),
        *(Statement("hidden text", words, kind="remark") for words in hidden),
        *(Statement("on every page", words, kind="paper") for words in dict.fromkeys(heads) if words.strip()),
        *(each for name in _PARTS for each in _properties(package, name)),
    )


def _properties(package: Package, part: str) -> Iterator[Statement]:
    try:
        root = package.xml(part)
    except Refusal:
        # What a file says of itself may be damaged: its text is not.
        return
    for element in root.iter("*") if root is not None else ():
        name, words = _name_of(element), " ".join("".join(element.itertext()).split())
        given = next((str(element.get(key)) for key in element.keys() if _local(key) == "name"), "")  # noqa: SIM118 -- no mapping
        if words and name in _BY_HAND:
            yield Statement(_BY_HAND[name], words, kind="remark")
        elif words and (name == _STATUS or may_state_access(given)):
            yield Statement("status" if name == _STATUS else given, words)


def _name_of(element: Element) -> str:
    return _local(element.tag)


def _local(name: str) -> str:
    return str(name).rpartition("}")[2]
