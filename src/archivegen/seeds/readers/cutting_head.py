"""What stands above a cutting: the newspaper that it is from, and the day of the issue below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.values import LineRange, Value
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.newspapers import heads_cutting, is_newspaper
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.readers.letterhead_bodies import is_name_of_body

RULE = "newspaper_line"

_SHORTEST, _LONGEST = 8, 120
_NOTICE = re.compile(r"^(?:PUBLIC |OFFICIAL |IMPORTANT )?NOTICES?$")


def read_cutting_head(draft: Draft) -> Iterator[Found]:
    """Yield the newspaper, and the day on which it was printed."""
    for line, below in pairwise(draft.paper.head):
        if not heads_cutting(line.text, below.text):
            continue
        words = line.text.strip().rstrip(".")
        name = body_in_ordinary_case(words, "") if words.isupper() else words
        here = (LineRange(line.number, line.number),)
        yield Found(
            "published_in",
            Value(value=name, as_written=words if words != name else None, rule=RULE, lines=here),
        )
        if day := next(find_dates(below.text, order=draft.paper.order), None):
            yield Found("dates", dated(day.edtf, day.wording, "published", RULE, below.number))
        return


def read_headline(draft: Draft) -> Iterator[Found]:
    """Yield the first headline of a cutting as its title, where nothing else gives one."""
    paper = draft.first("published_in")
    if paper is None or paper.rule != RULE or draft.first("title"):
        return
    for line in draft.paper.head:
        words = line.text.strip().rstrip(".")
        is_headline = is_in_capitals(words, _SHORTEST) and len(words) <= _LONGEST
        if is_headline and not (_NOTICE.match(words) or is_newspaper(words) or is_name_of_body(words)):
            title = body_in_ordinary_case(words, draft.running_text)
            here = (LineRange(line.number, line.number),)
            yield Found(
                "title", Value(value=title, as_written=words, rule="headline", status="derived", lines=here)
            )
            return
