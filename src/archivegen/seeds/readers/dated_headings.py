"""The day that a heading gives to the paper it names: `ORDER No. 12 of 3 May 1961`, `Speech at the Harbour, 3 May 1961`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import DateValue
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.heading_lines import headings, names_kind_of_paper
from archivegen.seeds.markings import NUMBER_SIGN
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.vocabulary import FORMS, PAPERS, alternatives

_FORM = rf"(?:{alternatives((*FORMS, *PAPERS))})"
# Directly behind the kind of paper and its number; behind other words it is the day of what the paper is about.
_OF_PAPER = re.compile(
    rf"^\W*(?:[^\W\d_]+\s+){{0,2}}{_FORM}(?:\s+{NUMBER_SIGN}\s*\S+)?\s*,?\s+(?:of|dated|from|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEHIND_COMMA = re.compile(r"[,.]\s*$")
_REST = re.compile(r"^[\s.,)]*(?:\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?\s?m\.?|hours|hrs)?[.\s]*)?$")
# A report "for May 1961" is of all that month.
_FOR = re.compile(
    r"\b(?:for|covering|during)\s+(?:the\s+)?(?:month\s+of\s+|months\s+of\s+|year\s+|period\s+)?$",
    re.IGNORECASE,
)
_DAY = len("1961-05-03")
_OF_THE_PAPER = ("created", "entry", "signed", "sent", "event", "letterhead", "period_covered")


def read_date_of_heading(draft: Draft) -> Iterator[Found]:
    """Yield the day, or the period, that the last heading names, where nothing else on the paper says when it was written."""
    if any(date.type in _OF_THE_PAPER for date in draft.values_of("dates", DateValue)):
        return
    for lines in headings(draft.paper.head)[-1:]:
        text = " ".join(line.text.strip() for line in lines)
        last = lines[-1].number
        for found in find_dates(text) if names_kind_of_paper(lines) else ():
            before, behind = text[: found.start], text[found.start + len(found.wording) :]
            is_own = _OF_PAPER.match(before) or (_BEHIND_COMMA.search(before) and _REST.match(behind))
            if is_own and len(found.edtf) == _DAY:
                what = "created"
            elif _FOR.search(before) and len(found.edtf) < _DAY and _REST.match(behind):
                what = "period_covered"
            else:
                continue
            rule = "date_of_heading" if what == "created" else "period_in_heading"
            yield Found(
                "dates",
                dated(found.edtf, found.wording, what, rule, last, status="derived", certainty="probable"),
            )
            return
