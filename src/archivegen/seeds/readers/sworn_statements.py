"""Who swore to a statement, and when: `Affidavit of Ada Brik`, `I, Ada Brik, of Seal Harbour, do solemnly declare upon oath that …`.

The officer before whom it was sworn signs below, and is no author of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from archivegen.records.values import AgentValue, DateValue, LineRange
from archivegen.seeds.blocks import line_at
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import is_whole_name
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.signs import has_any

RULE = "deponent"

_OATH = re.compile(
    r"\b(?:before me|(?:duly|first) sworn|sworn to|made? oath|(?:up)?on (?:his |her |my )?oath|under oath|subscribed and sworn)\b",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\b(?:affidavit|deposition|statements?|declaration|testimony)\s+of\s+(?P<who>(?-i:[^\W\d_a-z])[^,;:\n]{3,50}?)(?=[,;:\n]|\.?$)",
    re.IGNORECASE,
)
_OF_ONESELF = re.compile(
    r"^I,\s+(?P<who>[^\W\d_a-z][^,;\n]{3,50}),.{0,200}?\b(?:declare|swear|depose|make oath|say|certify)\b",
    re.DOTALL,
)
# "personally appeared Ada Brik, master of the bark Thorne, who, being duly sworn, deposes and says"
_APPEARED = re.compile(
    r"\bappeared\s+(?:before me,?\s+)?(?:(?:on\s+)?this\s[^;:\n]{3,80}?,\s+)?(?:one\s+)?(?P<who>(?-i:[^\W\d_a-z])[^,;:\n]{3,50}),.{0,200}?\b(?:sworn|oath|deposes?|declares?|says?|said)\b",
    re.IGNORECASE | re.DOTALL,
)
_SIGNS = ("affidavit", "deposition", "statement", "declaration", "testimony", "i, ", "appeared")
# "On this 6th day of February, before me", "sworn to before me this 6th day of February"
_ON_THIS_DAY = re.compile(
    r"(?:^\W*On\s+(?:this|the)|before me.{0,60}?\s(?:this|on(?:\s+the)?))\s+$", re.IGNORECASE | re.DOTALL
)
_DAY = len("1878-02-06")
_FIRST_BLOCKS, _LONGEST_HEADING = 5, 240


def read_deponent(draft: Draft) -> Iterator[Found]:
    """Yield the person whose sworn statement a text is."""
    blocks = draft.body.blocks
    for block in islice(blocks, _FIRST_BLOCKS):
        beginning = block.text[:_LONGEST_HEADING]
        if not has_any(_SIGNS, beginning.casefold()):
            continue
        match = _HEADED.search(beginning) or _OF_ONESELF.match(block.text) or _APPEARED.search(block.text)
        if match is None:
            continue
        wording = match["who"].strip(" .")
        name = name_in_ordinary_case(wording)
        others = [other.text for other in blocks if other is not block]
        is_sworn = any(_OATH.search(text) for text in (block.text, *others))
        if is_sworn and is_whole_name(name) and _stands_again(name, others):
            line = block.lines.first + block.text.count("\n", 0, match.start("who"))
            yield Found(
                "creators",
                AgentValue(
                    value=name,
                    as_written=wording if wording != name else None,
                    rule=RULE,
                    status="derived",
                    certainty="probable",
                    lines=(LineRange(line, line),),
                ),
            )
            return


def read_sworn_date(draft: Draft) -> Iterator[Found]:
    """Yield the day on which a statement was sworn to, where nothing else on the paper says when it was written."""
    is_sworn = any(agent.rule == RULE for agent in draft.values_of("creators", AgentValue))
    if not is_sworn or draft.values_of("dates", DateValue):
        return
    for block in draft.body.blocks:
        for found in find_dates(block.text) if _OATH.search(block.text) else ():
            if len(found.edtf) == _DAY and _ON_THIS_DAY.search(block.text[: found.start]):
                line = line_at(block, found.start).first
                yield Found(
                    "dates",
                    dated(
                        found.edtf,
                        found.wording,
                        "created",
                        "sworn_date",
                        line,
                        status="derived",
                        certainty="probable",
                    ),
                )
                return


def _stands_again(name: str, texts: list[str]) -> bool:
    """Say whether a surname stands in other parts of a text, as below it, where whoever swore to it signed."""
    surname = name.rpartition(" ")[2]
    return any(surname in text or surname.upper() in text for text in texts)
