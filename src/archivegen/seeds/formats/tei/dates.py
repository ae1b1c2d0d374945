"""The dates of TEI (att.datable): attributes in ISO 8601, in EDTF."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivegen.records.dates import bounds
from archivegen.records.values import Certainty
from archivegen.seeds.formats.xml_part import Element

_DAY = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?")


class Dated(NamedTuple):
    """A date in EDTF, and how sure it is."""

    edtf: str
    certainty: Certainty


def date_of(element: Element) -> Dated | None:
    """Return what the attributes of an element date: a day, a time that something lasted, or one within which it happened,
    which is only probable. None where they are missing or name no day.
    """
    if when := _day(element, "when"):
        return _dated(when)
    if first := _span(element, "from", "to"):
        return _dated(first)
    within = _span(element, "notBefore", "notAfter")
    return _dated(within, "probable") if within else None


def _dated(edtf: str, certainty: Certainty = "certain") -> Dated | None:
    return Dated(edtf, certainty) if bounds(edtf) else None


def _span(element: Element, first: str, last: str) -> str:
    start, end = _day(element, first), _day(element, last)
    if start and start == end:
        return start
    return f"{start or '..'}/{end or '..'}" if start or end else ""


def _day(element: Element, attribute: str) -> str:
    """Return an attribute, or its ISO twin, without the time of day."""
    written = str(element.get(attribute, "") or element.get(f"{attribute}-iso", ""))
    day = _DAY.match(written)
    return day.group() if day else ""
