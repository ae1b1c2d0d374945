"""Whom a paper addresses below its text: behind `To`, with a form of address, or as the embassy that a note verbale goes to."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.values import LineRange
from archivegen.seeds.address_forms import (
    is_address,
    is_address_at_foot,
    is_honour_alone,
    is_opening_alone,
    opens_address,
    without_excellency,
)
from archivegen.seeds.draft import Draft
from archivegen.seeds.honours import without_honours
from archivegen.seeds.institutions import is_name_of_institution
from archivegen.seeds.signed_rows import lines_addressed


def addresses_at_foot(draft: Draft) -> Iterator[tuple[LineRange, str]]:
    """Yield the lines of each address below the text, and their words."""
    rows = draft.foot
    addressed = lines_addressed(draft)
    for place, (number, text) in enumerate(rows):
        below = dict(rows[place + 1 : place + 3])
        if _is_addressed_by_note(draft, text):
            yield LineRange(number, number), text.strip(" ,.")
        elif is_honour_alone(text) and number + 1 in below:
            yield LineRange(number, number + 1), without_honours(below[number + 1].strip(" ,."))
        elif is_opening_alone(text) and below.get(number + 1, "").lstrip()[:1].isupper():
            yield LineRange(number, number + 1), below[number + 1].strip(" ,.")
        else:
            is_opened = opens_address(text) and is_address(text)
            if not is_opened and not (place > 0 and (is_address_at_foot(text) or number in addressed)):
                continue
            is_excellency = not text.rstrip().endswith(",") and "," not in text and is_address_at_foot(text)
            goes_on = text.rstrip().endswith(",") or is_opened or is_excellency or number in addressed
            lines = [
                other
                for other, words in below.items()
                if goes_on and other <= number + 2 and any(map(str.isalpha, words))
            ]
            words = text.rstrip(" ,")
            for row in (below[other].strip(" ,") for other in lines):
                words = f"{words} {row}" if row[:1].islower() else f"{words}, {row}"
            yield LineRange(number, lines[-1] if lines else number), without_excellency(words)


def _is_addressed_by_note(draft: Draft, text: str) -> bool:
    """Say whether a line is the office to which a note verbale goes, which nobody signs."""
    office = draft.first("issuing_body")
    words = text.strip(" ,.")
    is_other = office is not None and words.casefold() != office.value.casefold()
    return draft.form == "note" and is_other and text.rstrip().endswith(",") and is_name_of_institution(words)
