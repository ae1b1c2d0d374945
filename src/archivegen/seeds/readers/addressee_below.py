"""Whom a paper addresses below its signature, where a title names the addressee by the surname.

`Hon. Edwin Lessing, Secretary of State, Washington.`: the name in full, with the office beside it or on the next line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.list_parts import without_city
from archivegen.seeds.names import (
    NamedOffice,
    has_word_of_office,
    is_whole_name,
    without_form_of_address,
)
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.sent_by_title import bears_surname_of, named_by_surname, sent_by_title

_LONGEST = 90
_AROUND = " ,."


def read_addressee_below(draft: Draft) -> Iterator[Found]:
    """Yield the addressee whom a title names by the surname, by the whole name in the address below a signature, with the office
    that stands beside it or on the next line.
    """
    title = draft.first("title")
    sent = sent_by_title(title.value) if title and title.rule != "file_name_title" else None
    addressee = named_by_surname(sent.other) if sent else None
    if addressee is None or draft.values_of("recipients", AgentValue):
        return
    found = [value for value in _addressed(draft) if bears_surname_of(value.value, addressee)]
    if found and len({value.value for value in found}) == 1:
        yield Found("recipients", found[0])


def _addressed(draft: Draft) -> Iterator[AgentValue]:
    text = draft.paper.text
    numbers = range(text.first, len(draft.source.lines) + 1) if text else range(0)
    rows = [(number, draft.source.line(number).strip()) for number in numbers]
    for (number, line), (_, below) in pairwise([*rows, (0, "")]):
        named = _named(line) if len(line) <= _LONGEST else None
        if named and named.name:
            office, last = (named.office, number) if named.office else (_office_in(below), number + 1)
            yield AgentValue(
                value=named.name,
                as_written=named.name_as_written,
                office=office,
                rule="address_line",
                lines=(LineRange(number, last if office else number),),
                certainty="probable",
            )


def _named(line: str) -> NamedOffice | None:
    """Return the name and the office of a line that begins with a form of address and has nothing else."""
    words = without_form_of_address(line)
    wording, _, behind = words.partition(",")
    name = name_in_ordinary_case(wording.strip(_AROUND))
    office = _office_in(behind)
    is_else = bool(behind.strip(_AROUND)) and office is None
    if words == line or is_else or not is_whole_name(name):
        return None
    return NamedOffice(name, office, wording.strip(_AROUND) if wording.strip(_AROUND) != name else None)


def _office_in(words: str) -> str | None:
    office = without_city(words.strip(_AROUND))
    return (
        office
        if has_word_of_office(office) and not is_whole_name(office) and len(office) <= _LONGEST
        else None
    )
