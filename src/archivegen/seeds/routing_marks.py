"""The mark on Brazilian telegrams that says when they were sent and received: "ON/11/12/V/61"."""

from __future__ import annotations

import re
from typing import NamedTuple

from archivegen.records.dates import bounds
from archivegen.seeds.date_pieces import context_of, full_year
from archivegen.seeds.months import ROMAN_MONTHS

_MARK = re.compile(
    r"(?:[A-Z]{1,4}\s?/\s?)?(?P<sent>\d{1,2})\s?/\s?(?P<received>\d{1,2})\s?/\s?(?P<month>[IVX]{1,4})\s?/\s?"
    r"(?:(?P<year>[12]\d{3})|(?P<short_year>\d\d))\.?"
)


class RoutingMark(NamedTuple):
    """The days on which a telegram was sent and received, in EDTF."""

    sent: str
    received: str


def read_routing_mark(wording: str, year: str | None = None) -> RoutingMark | None:
    """Return the two days of a wording that is a routing mark and nothing else, or None.

    `year` is that of the document and decides the century. A telegram that came before it was sent crossed the end of
    a month, and nothing says which month the mark names.
    """
    match = _MARK.fullmatch(wording.strip())
    month = ROMAN_MONTHS.get(match["month"]) if match else None
    if match is None or month is None:
        return None
    near = context_of(year, None).year
    full = int(match["year"]) if match["year"] else full_year(int(match["short_year"]), near)
    if full is None or int(match["received"]) < int(match["sent"]):
        return None
    sent, received = (f"{full:04}-{month:02}-{int(match[day]):02}" for day in ("sent", "received"))
    return RoutingMark(sent, received) if bounds(sent) and bounds(received) else None
