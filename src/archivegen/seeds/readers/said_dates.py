"""The days that a paper without a dateline gives in other ways: `adopted on 8 April 1935` below its heading, and the entries of a
diary that begin with their day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.values import DateValue
from archivegen.seeds.date_reading import find_dates, read_day
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.readers.letterhead import dated

_ADOPTED = re.compile(
    r"^\W*(?P<what>adopted|passed|approved|issued|enacted|promulgated|recorded|interviewed|conducted|taped|filmed|held)\b[^.;]{0,80}?(?:\s(?:on|of)\s+|,\s+(?=\d{1,2}\s\w+\s\d{4}|\w+\s\d{1,2},\s\d{4}))(?:\w+day,?\s+)?(?:the\s+)?(?P<date>[^,;]*\d.*)$",
    re.IGNORECASE,
)
_OF_A_TALK = ("recorded", "interviewed", "conducted", "taped", "filmed", "held")
# An entry of a diary: “13 June. Quiet until noon”.
_ENTRY = re.compile(r"^\s*(?:[A-Z]\w+day,?\s+)?(?P<date>[^.:;,—–]{3,24}(?:,\s\d{4})?)(?:[.:;—–]|\s-\s)\s*\S")
# "Monday, October 11" on a line of its own.
_ENTRY_ABOVE = re.compile(
    r"^\s*(?:[A-Z]\w+day,?\s+)?(?:the\s+)?(?P<date>[^.:;—–]{3,24}?(?:,?\s\d{4})?)\.?\s*$"
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAY = len("1916-06-12")
_OF_THE_PAPER = ("created", "entry", "signed", "sent", "event", "letterhead", "period_covered")


def read_said_dates(draft: Draft) -> Iterator[Found]:
    """Yield the day on which a paper was made, or the days of a diary, where nothing else says when it was written."""
    if any(date.type in _OF_THE_PAPER for date in draft.values_of("dates", DateValue)):
        return
    for line in draft.paper.head:
        match = None if line.is_labelled else _ADOPTED.match(line.text)
        day = next(find_dates(match["date"]), None) if match else None
        if match and day and len(day.edtf) == _DAY:
            what = "event" if match["what"].casefold() in _OF_A_TALK else "created"
            yield Found("dates", dated(day.edtf, day.wording, what, "said_date", line.number))
            return
    if draft.form == "journal":
        yield from _period_of_entries(draft)


def _period_of_entries(draft: Draft) -> Iterator[Found]:
    """Yield the period from the first to the last of the days that the paragraphs of a diary begin with, or that stand above them;
    each has its year, or that of the one before, the first that of the heading.
    """
    entries: list[tuple[str, int, str]] = []
    for block in draft.body.blocks:
        wording = _day_of_entry(block.text)
        year = entries[-1][0][:4] if entries else _year_in_title(draft)
        if wording and (day := read_day(wording, year)) and len(day) == _DAY:
            entries.append((day, block.lines.first, wording))
    if len(entries) > 1 and all(one[0] <= other[0] for one, other in pairwise(entries)):
        (first, number, _), (last, *_) = entries[0], entries[-1]
        wording = f"{entries[0][2]} – {entries[-1][2]}"
        yield Found("dates", dated(f"{first}/{last}", wording, "period_covered", "diary_entries", number))


def _day_of_entry(text: str) -> str | None:
    """Return the day that a block begins with, or that is its first line."""
    match = _ENTRY.match(text) or _ENTRY_ABOVE.match(text.partition("\n")[0])
    return match["date"].strip() if match else None


def _year_in_title(draft: Draft) -> str | None:
    title = draft.first("title_in_document") or draft.first("title")
    years = _YEAR.findall(title.value) if title else []
    return years[0] if len(years) == 1 else None
