"""Offices of which the program has never heard, known by what stands below them."""

from __future__ import annotations

import re

from archivegen.seeds.address_forms import greets_nobody, is_opening_alone
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.heading_lines import FORM_START, FORM_WORD, HeadLine
from archivegen.seeds.markings import read_marks

# In ordinary letters too these head the papers of a body, and no book.
_OF_A_MEETING = re.compile(r"(?:Minutes|Protocol|Resolution)\s+(?:of|No\.)\s")


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
    has_number = read_marks(below[0].text).number is not None and not read_marks(below[0].text).rest
    return any(
        line.kind == "address"
        or (
            line.is_labelled
            and (label := read_label(line.text)) is not None
            and label.label.field == "subject"
        )
        or (has_number and (line.is_labelled or greets_nobody(line.text) or is_opening_alone(line.text)))
        or (not line.is_labelled and is_in_capitals(line.text, 3) and FORM_START.match(line.text))
        or _OF_A_MEETING.match(line.text)
        for line in below
    )
