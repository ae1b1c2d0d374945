"""An office whose name has no word that offices have: `ROYAL BOTANIC GARDEN`, above the number or the heading of its paper."""

from __future__ import annotations

from collections.abc import Iterator

from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.markings import read_marks
from archivegen.seeds.offices_after_all import is_office_after_all
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.polities import names_polity


def read_unknown_office(draft: Draft) -> Iterator[Found]:
    """Yield the first line of a letterhead as the issuing body, where no other line names one; it may be something else."""
    head = list(draft.paper.head)
    if draft.first("issuing_body") or len(head) < 2 or head[0].kind != "letterhead":
        return
    words = head[0].text.strip(" .,")
    is_name = " " in words and is_in_capitals(words, 3) and not any(map(str.isdigit, words))
    if not is_name or read_marks(words).is_marked or names_polity(words) or not is_office_after_all(head):
        return
    name = body_in_ordinary_case(words, draft.running_text)
    here = (LineRange(head[0].number, head[0].number),)
    yield Found(
        "issuing_body",
        AgentValue(
            value=name,
            as_written=words,
            kind="body",
            rule="letterhead_line",
            lines=here,
            certainty="probable",
        ),
    )
