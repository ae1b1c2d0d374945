"""Offices of which the program has never heard, known by what stands below them."""

from __future__ import annotations

from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.heading_lines import FORM_START, FORM_WORD, HeadLine
from archivegen.seeds.markings import read_marks


def is_office_after_all(head: list[HeadLine]) -> bool:
    """Say whether the first line of a head, in capitals without a word for a document, is the name of an office after all:
    what the document is about stands below, as a subject or as a heading that names its kind.
    """
    first, *below = head
    if (
        FORM_WORD.search(first.text)
        or not is_in_capitals(first.text, 3)
        or not below
        or below[0].kind == "heading"
    ):
        return False
    if read_marks(below[0].text).number and not read_marks(below[0].text).rest:
        return True  # the number of a letter under the name of whoever wrote it
    return any(
        line.kind == "address"
        or (
            line.is_labelled
            and (label := read_label(line.text)) is not None
            and label.label.field == "subject"
        )
        or (not line.is_labelled and line.text[:1].isupper() and FORM_START.match(line.text))
        for line in below
    )
