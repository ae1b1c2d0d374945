"""Dates as EDTF text: their bounds, their order, and how they are worded for readers.

The form is the Library of Congress's Extended Date/Time Format (2019), levels 0 and 1; parsing is left to the
`edtf` package. An open or unknown end sorts at the earliest or latest possible day.
"""

from __future__ import annotations

import re
import time
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import edtf
from edtf.parser.edtf_exceptions import EDTFParseException

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_PLAIN = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)$")


class Bounds(NamedTuple):
    """The earliest and the latest day a date may mean, as ISO 8601 text."""

    earliest: str
    latest: str


UNDATED = Bounds("9999-99-99", "9999-99-99")


@lru_cache(maxsize=4096)
def bounds(edtf_text: str) -> Bounds | None:
    """Return the days an EDTF date spans, or None where the text is not EDTF or names an impossible day."""
    try:
        # The package reads no season with a qualifier, which says nothing of the span anyway.
        parsed = edtf.parse_edtf(re.sub(r"(-2[1-4])[?~%]$", r"\1", edtf_text))
        return Bounds(
            _as_day(parsed.lower_strict(), "0000-01-01"), _as_day(parsed.upper_strict(), "9999-12-31")
        )
    except (EDTFParseException, ValueError, AttributeError, OverflowError):
        return None


def _as_day(moment: time.struct_time | float, otherwise: str) -> str:
    if isinstance(moment, float):
        return otherwise
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday).isoformat()


def years(edtf_text: str) -> tuple[int, ...]:
    """Return every year the date touches; none for a date that is open at an end or cannot be read."""
    span = bounds(edtf_text)
    if span is None or span.earliest.startswith("0000") or span.latest.startswith("9999"):
        return ()
    return tuple(range(int(span.earliest[:4]), int(span.latest[:4]) + 1))


def worded(edtf_text: str) -> str:
    """Return the date as a reader would write it: `22 May 1957`, `6 May 1957 – 29 May 1957`, `about 1963`."""
    start, slash, end = edtf_text.partition("/")
    if slash:
        if start in ("", ".."):
            return f"until {worded(end)}"
        if end in ("", ".."):
            return f"from {worded(start)}"
        return _worded_span(start, end)
    match = _PLAIN.match(edtf_text)
    if match is None:
        return edtf_text
    year, month, day, qualifier = match.groups()
    words = [str(int(day))] if day else []
    if month and 1 <= int(month) <= 12:
        words.append(MONTHS[int(month) - 1])
    words.append(year)
    text = " ".join(words)
    before = {"~": "about ", "%": "about "}.get(qualifier, "")
    return before + text + ("?" if qualifier in ("?", "%") else "")


def _worded_span(start: str, end: str) -> str:
    first, last = _PLAIN.match(start), _PLAIN.match(end)
    if first and last and not first[4] and not last[4] and first[3] and last[3] and first[1] == last[1]:
        if first[2] == last[2]:
            return f"{int(first[3])}–{worded(end)}"
        return f"{int(first[3])} {MONTHS[int(first[2]) - 1]} – {worded(end)}"
    return f"{worded(start)} – {worded(end)}"
