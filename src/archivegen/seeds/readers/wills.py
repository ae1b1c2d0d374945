"""Whose will a text is, and when it was made: `This is the last will and testament of me, ADA BRIK, made this third day of May 1931`.

Witnesses, executors and the court sign it or are named below, and are no authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from archivegen.records.values import AgentValue, DateValue, LineRange, Value
from archivegen.seeds.blocks import line_at
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import is_whole_name
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.signs import has_any

RULE = "testator"

_SIGNS = ("last will", "my will", "testament")
_HEADED = re.compile(
    r"^\W*(?:the\s+)?last\s+will(?:\s+and\s+testament)?\s+of\s+(?P<who>[^,;:\n]{4,50}?)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_OF_ME = re.compile(
    r"\blast\s+will(?:\s+and\s+testament)?(?:\s+and\s+codicil)?\s+of\s+me,?\s+(?P<who>[^,;:\n]{4,50}?)(?=,|\s+of\s|\s*\()",
    re.IGNORECASE,
)
_I_MAKE = re.compile(
    r"\bI,?\s+(?P<who>(?-i:[^\W\d_a-z])[^,;:\n]{3,50}?)(?:,|\s+of\s|\s*\().{0,300}?\b(?:make|declare|publish)\b.{0,80}?\bmy\s+(?:last\s+)?will\b",
    re.IGNORECASE | re.DOTALL,
)
_MADE = re.compile(r"\b(?:made|dated|executed|given)\s+(?:on\s+)?(?:this|the)\s+$", re.IGNORECASE)
_DAY = len("1931-02-03")
_FIRST_BLOCKS, _LONGEST = 4, 1200


def read_testator(draft: Draft) -> Iterator[Found]:
    """Yield the kind of a will, who made it, and on which day its first words say so."""
    for block in islice(draft.body.blocks, _FIRST_BLOCKS):
        text = block.text[:_LONGEST]
        if not has_any(_SIGNS, text.casefold()):
            continue
        match = _OF_ME.search(text) or _I_MAKE.search(text) or _HEADED.search(text)
        name = name_in_ordinary_case(match["who"].strip(" .")) if match else ""
        if match is None or not is_whole_name(name):
            continue
        here = (line_at(block, match.start("who")),)
        yield from _kind_and_title(draft, name, here[0])
        value = AgentValue(
            value=name,
            as_written=match["who"] if match["who"] != name else None,
            rule=RULE,
            lines=here,
        )
        if not draft.values_of("creators", AgentValue):
            yield Found("creators", value)
        days = (found for found in find_dates(text) if _MADE.search(text[: found.start]))
        day = next(days, None)
        if day and len(day.edtf) == _DAY and not draft.values_of("dates", DateValue):
            yield Found(
                "dates", dated(day.edtf, day.wording, "created", RULE, line_at(block, day.start).first)
            )
        return


def _kind_and_title(draft: Draft, name: str, here: LineRange) -> Iterator[Found]:
    if not draft.form:
        yield Found("form", Value(value="will", rule=RULE, status="derived", lines=(here,)))
    # “Last Will of Ada Brik” on the first line is the title as it stands.
    if draft.first("title") is None and not _HEADED.match(next(iter(draft.body.blocks)).text):
        title = f"Last Will and Testament of {name}"
        yield Found("title", Value(value=title, rule=RULE, status="derived", by="program", lines=(here,)))
