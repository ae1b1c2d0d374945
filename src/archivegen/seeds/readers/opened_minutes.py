"""Minutes that open with a sentence on their meeting: `At a Special Meeting of the Council held in the Town Hall on 4 March 1935`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from archivegen.records.body import Block
from archivegen.records.values import DateValue, LineRange, Value
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.readers.letterhead import dated

RULE = "meeting_opening"

_OPENING = re.compile(
    r"^\s*(?P<meeting>(?:AT|MINUTES\s+OF)\s+(?:A|AN|THE)\s+(?:[\w-]+\s+){0,4}?(?:MEETING|SESSION|SITTING|ASSEMBLY|COURT)\b[^.;:]{0,120}?),?\s+HELD\b(?P<rest>[^;]{8,200})",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:at|minutes\s+of)\s+", re.IGNORECASE)
_FIRST_WORDS = ("at ", "minutes ")
_DAY = len("1935-03-04")
_FIRST_BLOCKS, _MOST_BELOW = 6, 3


def read_opened_minutes(draft: Draft) -> Iterator[Found]:
    """Yield the kind, the title and the day of minutes whose first words say which meeting was held, and when."""
    for block in islice(draft.body.blocks, _FIRST_BLOCKS):
        if not block.text.lstrip()[:8].casefold().startswith(_FIRST_WORDS):
            continue
        text = _with_lines_below(draft, block)
        match = _OPENING.match(text)
        if match is None:
            continue
        first = block.lines.first
        here = (LineRange(first, first + text.count("\n", 0, match.end("meeting"))),)
        if not draft.form:
            yield Found("form", Value(value="minutes", rule=RULE, status="derived", lines=here))
        if draft.first("title") is None:
            meeting = " ".join(_AT.sub("", match["meeting"]).split())
            meeting = body_in_ordinary_case(meeting, "") if meeting.isupper() else meeting
            title = f"Minutes of {meeting[:1].lower()}{meeting[1:]}"
            yield Found("title", Value(value=title, rule=RULE, status="derived", by="program", lines=here))
        day = next(find_dates(match["rest"], order=draft.paper.order), None)
        known = [date.type for date in draft.values_of("dates", DateValue)]
        if day and len(day.edtf) == _DAY and not {"event", "created"}.intersection(known):
            line = first + text.count("\n", 0, match.start("rest") + day.start)
            yield Found("dates", dated(day.edtf, day.wording, "event", RULE, line))
        return


def _with_lines_below(draft: Draft, block: Block) -> str:
    """Return the words of a block with the lines right below it, on which a heading goes on."""
    lines = draft.source.lines
    last = block.lines.last
    while last < len(lines) and lines[last].strip() and last - block.lines.last < _MOST_BELOW:
        last += 1
    return "\n".join([block.text, *lines[block.lines.last : last]])
