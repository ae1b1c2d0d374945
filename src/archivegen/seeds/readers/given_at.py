"""The day and the place that a paper gives where it ends: `Given at … this … day of …`, `In witness whereof …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.body import RUNNING_TEXT
from archivegen.records.values import DateValue, Value
from archivegen.seeds.blocks import line_at
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.spelt_dates import read_spelt_date

_GIVEN_AT = re.compile(
    r"^\s*(?:Given|Done|GIVEN|DONE)\s+(?:in\s+(?:duplicate|triplicate|quadruplicate)\s+)?(?:at|in)\s+(?:the\s+city\s+of\s+)?(?P<place>[^\d,]{2,40}?),?\s+(?:in\s+(?:duplicate|triplicate|quadruplicate),\s+)?(?:on\s+)?(?:this\s+|the\s+)*(?P<date>.{4,110}?)\.?\s*$"
)
# Where who signs says so: "In witness whereof I have hereunto set my hand this 9th day of November, A.D. 1871".
_IN_WITNESS = re.compile(
    r"\b(?:witness|testimony|faith)\s+whereof\b|\bset\s+(?:my|our|his|her|their)\s+hands?\b", re.IGNORECASE
)
_THIS = re.compile(r"\b(?:this|on(?:\s+the)?|the)\s+$")
_DAY = len("1871-11-09")


def read_given_at(draft: Draft) -> Iterator[Found]:
    """Yield place and day of a document that ends `Given at … this … day of …`, and the day of one that ends `In witness whereof I
    have set my hand this … day of …`.
    """
    for block in draft.blocks_of("paragraph", "dateline", "lines")[-3:]:
        match = _GIVEN_AT.match(block.text)
        wording = " ".join(match["date"].split()) if match else ""
        edtf = read_spelt_date(wording) or draft.placed_date(wording.replace("day of ", ""))[1]
        if match and edtf:
            yield Found("dates", dated(edtf, match["date"], "created", "given_at", block.lines.last))
            yield Found(
                "place_of_creation",
                Value(value=match["place"].strip(), rule="given_at", lines=(block.lines,)),
            )
    for block in draft.blocks_of(*RUNNING_TEXT)[-4:] if not draft.values_of("dates", DateValue) else ():
        for found in find_dates(block.text) if _IN_WITNESS.search(block.text) else ():
            if len(found.edtf) == _DAY and _THIS.search(block.text[: found.start]):
                line = line_at(block, found.start).first
                yield Found("dates", dated(found.edtf, found.wording, "created", "given_at", line))
                return
