"""Who put a paper into words by the mark at its foot: `NEA:GTI:RBAmundsen:dlk 10/6/58` has the offices, the drafter and the typist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.draft import Draft, Found

_MARK = re.compile(
    r"^\W*(?:Drafted(?:\sby)?:\s*)?(?:[A-Z][A-Z/&]{0,6}:){1,3}(?P<initials>[A-Z]{1,3}?)(?P<surname>[A-Z][a-z]{2,}(?:[A-Z][a-z]+)?)(?::\w{2,4})?(?:\s+\d{1,2}[/-]\d{1,2}[/-]\d{2,4})?\W*$"
)


def read_drafting_mark(draft: Draft) -> Iterator[Found]:
    """Yield whoever of those present a drafting mark means, where nobody else is known as the writer."""
    if draft.values_of("creators", AgentValue):
        return
    for number, line in draft.foot:
        match = _MARK.match(line)
        for person in draft.values_of("participants", AgentValue) if match else ():
            if match and _is_meant(person.value, match["initials"], match["surname"]):
                value = AgentValue(
                    value=person.value,
                    office=person.office,
                    as_written=f"{match['initials']}{match['surname']}",
                    rule="drafting_mark",
                    status="derived",
                    certainty="probable",
                    lines=(*person.lines, LineRange(number, number)),
                )
                yield Found("creators", value)
                return


def _is_meant(name: str, initials: str, surname: str) -> bool:
    """Say whether a name has the surname of a mark, and its given names begin with the initials."""
    *given, last = name.replace("-", " ").split()
    own = "".join(word[0] for word in given)
    return last == surname and bool(own) and own.startswith(initials[: len(own)])
