"""The line that addresses a document: bodies by name, and office-holders whom the editors' brackets name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.agents import name_key
from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import is_whole_name, split_office_and_name, without_form_of_address
from archivegen.seeds.vocabulary import NOBODY_BY_NAME

_OPENING = re.compile(r"^\s*\[?To\]?:?\s+", re.IGNORECASE)
_SALUTATION = re.compile(r"^\s*(?:My\s+|Very\s+)?[Dd]ear\s+(?P<name>.+?)\s*[:,]\s*$")
_DIVISION = re.compile(r",\s*(?:and\s+)?|;\s*|\s+and\s+(?=the\b)")
_OFFICE_HOLDER = re.compile(r"^(?P<office>.+?)\s*\[(?P<name>[^\]]+)\]$")


def read_address_line(draft: Draft) -> Iterator[Found]:
    """Yield the addressees of the document; of a salutation only where nothing else names them."""
    known = {name_key(agent.value) for agent in draft.values_of("recipients", AgentValue)}
    for block in draft.blocks_of("address")[:1]:
        salutation = _SALUTATION.match(block.text)
        if salutation:
            if not known:
                yield from _person_saluted(salutation["name"], block.lines)
            return
        text = _OPENING.sub("", block.text.strip()).rstrip(": ")
        for part in _DIVISION.split(text):
            addressee = re.sub(r"^(?:and\s+)?(?:the\s+)?", "", part.strip())
            if addressee and name_key(addressee) not in known:
                yield Found("recipients", _addressee(draft, addressee, block.lines))


def _person_saluted(wording: str, lines: LineRange) -> Iterator[Found]:
    """Yield the person of a salutation; `Dear Sir` and `Dear Mother` name nobody, a bare surname is only probable."""
    words = wording.split()
    while words and words[0].strip(",") in NOBODY_BY_NAME:
        words.pop(0)  # "Friend Garrison" greets a Garrison
    bare = without_form_of_address(" ".join(words))
    if not bare:
        return
    found = split_office_and_name(bare)
    if not found.name or found.name in NOBODY_BY_NAME or found.name not in (bare, bare.split()[-1]):
        return
    is_titled = bare != " ".join(words) or found.office is not None or is_whole_name(found.name)
    yield Found(
        "recipients",
        AgentValue(
            value=found.name,
            as_written=wording if wording != found.name else None,
            office=found.office,
            rule="salutation",
            status="derived",
            lines=(lines,),
            certainty="certain" if is_titled else "probable",
        ),
    )


def _addressee(draft: Draft, text: str, lines: LineRange) -> AgentValue:
    here = (lines,)
    holder = _OFFICE_HOLDER.match(text)
    if holder and is_whole_name(holder["name"]) and draft.convention.identifies_persons:
        return AgentValue(
            value=holder["name"],
            office=holder["office"],
            in_brackets=True,
            by="editor",
            rule="identified_in_brackets",
            lines=here,
        )
    found = split_office_and_name(without_form_of_address(text))
    if found.name and is_whole_name(found.name):
        return AgentValue(value=found.name, office=found.office, rule="address_line", lines=here)
    return AgentValue(value=text, kind="body", rule="address_line", lines=here)
