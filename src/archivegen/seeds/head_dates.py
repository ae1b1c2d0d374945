"""Whose a date in the head of a document is: the document's own, or that of its letterhead."""

from __future__ import annotations

from archivegen.records.body import BlockKind
from archivegen.seeds.head_labels import read_label
from archivegen.seeds.heading_lines import FORM_START, HeadLine
from archivegen.seeds.markings import read_marks
from archivegen.seeds.placed_dates import names_place


def kind_of_date(
    number: int, text: str, before: list[HeadLine], after: str, *, has_heading: bool
) -> BlockKind:
    """Return whose a date is: with its place the document's own, else the letterhead's where it stands by its number."""
    if names_place(text):
        return "dateline"
    last = before[-1] if before else None
    if last and last.kind == "letterhead" and last.number == number - 1 and read_marks(last.text).number:
        return "letterhead"
    is_of_the_letterhead = not has_heading and _is_of_the_letterhead(before, after)
    return "letterhead" if is_of_the_letterhead else "dateline"


def _is_of_the_letterhead(before: list[HeadLine], after: str) -> bool:
    """Say whether a date belongs to the number above or below it."""
    last = before[-1] if before else None
    follows = last is not None and last.kind == "letterhead" and read_marks(last.text).number is not None
    label = read_label(last.text) if last and last.is_labelled else None
    is_below_reference = label is not None and label.label.field == "registrations"
    if is_below_reference and any(line.kind == "letterhead" for line in before):
        return True  # "Our ref.: IV/409" and the date below it, under the name of the office
    return follows or (read_marks(after).number is not None and not FORM_START.match(after))
