"""The lines above a telegram that say in words when it went off, from where, and when it came in under which number:
`Despatched from Lisbon, 3 May 1911, 11.20 at night`, `A. 7114, arrived 4 May 1911, 6.5 in the morning`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import LineRange, Registration, Value
from archivegen.seeds.dispatch_words import read_dispatch_line, read_sent_and_received
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.placed_dates import may_be_place
from archivegen.seeds.readers.letterhead import dated

# "185 – TUESDAY – 1830hs – I was called to the Ministry": the number of a telegram, its day of the week and its hour.
_NUMBERED_RUN_IN = re.compile(
    r"^\s*(?P<number>(?:No\.\s)?\d{1,4})\s[–—-]{1,2}\s(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\s[–—-]{1,2}\s\d{4}\s?h(?:rs|s|ours)?\b",
    re.IGNORECASE,
)

# "491. I saw the Minister this morning"
_COUNTED = re.compile(r"^\s*(?P<number>\d{2,4})\.\s(?=[^\W\d_a-z])")
_TELEGRAMS = ("telegram", "cable")


def read_dispatch_lines(draft: Draft) -> Iterator[Found]:
    """Yield the days of dispatch and arrival, the place of the one and the number of the other, and a number that runs into the
    text.
    """
    yield from _number_run_in(draft)
    for line in draft.paper.head:
        if both := read_sent_and_received(line.text):
            yield from _both_days(draft, both, line.number)
            continue
        match = None if line.is_labelled else read_dispatch_line(line.text)
        day = draft.date(match["date"].strip(" .")) if match else None
        if match is None or day is None:
            continue
        here = (LineRange(line.number, line.number),)
        what = "sent" if match["sent"] else "received"
        yield Found("dates", dated(day, match["date"], what, "dispatch_line", line.number))
        place = (match["place"] or match["where"] or "").strip()
        if place and match["sent"] and may_be_place(place):
            yield Found("place_of_creation", Value(value=place, rule="dispatch_line", lines=here))
        if match["number"]:
            kind = "outgoing" if match["sent"] else "incoming"
            number = Registration(
                value=match["number"], kind=kind, date=day, rule="dispatch_line", lines=here
            )
            yield Found("registrations", number)


def _number_run_in(draft: Draft) -> Iterator[Found]:
    """Yield the number with which the text of a telegram begins; numbers before other paragraphs count these."""
    paragraphs = draft.blocks_of("paragraph")
    for place, block in enumerate(paragraphs[:2]):
        match = _NUMBERED_RUN_IN.match(block.text)
        if (
            not place
            and draft.form in _TELEGRAMS
            and not any(_COUNTED.match(other.text) for other in paragraphs[1:])
        ):
            match = match or _COUNTED.match(block.text)
        if match:
            here = (LineRange(block.lines.first, block.lines.first),)
            number = Registration(
                value=match["number"],
                kind="letterhead",
                rule="dispatch_line",
                lines=here,
                certainty="probable",
            )
            yield Found("registrations", number)


def _both_days(draft: Draft, line: re.Match[str], number: int) -> Iterator[Found]:
    """Yield the days of dispatch and arrival that stand on one line, and the place of the first."""
    for what in ("sent", "received"):
        wording = line[what].strip(" .,;")
        if day := draft.date(wording):
            yield Found("dates", dated(day, wording, what, "dispatch_line", number))
    if line["place"] and may_be_place(line["place"]):
        here = (LineRange(number, number),)
        yield Found("place_of_creation", Value(value=line["place"], rule="dispatch_line", lines=here))
