"""What a file in TEI has beside its documents: sections that are none, and lists that names are looked up in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.problems import Problem
from archivegen.seeds.formats.tei.elements import child, children, id_of, name_of, within, words_of
from archivegen.seeds.formats.xml_part import Element

DIVISIONS = ("div", "div1", "div2", "div3")
DOCUMENT_TYPES = ("document", "letter")


def sections_left_out(text: Element, path: str) -> Iterator[Problem]:
    """Yield a notice of the sections of a volume that are no documents and hold none, and of what stands behind them."""
    sections = [
        each
        for each in within(text, "div")
        if name_of(each.getparent()) in ("front", "back", "body")
        and not any(inner.get("type") in DOCUMENT_TYPES for inner in within(each, "div"))
    ]
    sections.extend(
        each
        for each in children(child(text, "back"))
        if name_of(each) not in DIVISIONS and not is_register(each) and words_of(each)
    )
    if sections:
        names = ", ".join(
            f"“{words_of(child(each, 'head')) or id_of(each) or name_of(each)}”" for each in sections
        )
        yield Problem(
            path=path,
            level="notice",
            code="tei-sections",
            message=f"these sections of the volume are no documents, and are not shown: {names}",
            fix="what belongs to the archive as a whole can be written on a page of its own",
        )


def is_register(element: Element) -> bool:
    """Say whether an element lists persons, places or the like (`listPerson`), from which names are taken."""
    return bool(re.match("list[A-Z]", name_of(element)))


def registers(text: Element, path: str) -> Iterator[Problem]:
    """Yield a notice of the lists of persons, places and the like behind the text."""
    if any(is_register(each) and words_of(each) for each in children(child(text, "back"))):
        yield Problem(
            path=path,
            level="notice",
            code="tei-registers",
            message="the lists of persons, places or the like behind the text are looked up for names, and not shown",
            fix="if readers should see one, write it on a page of its own",
        )
