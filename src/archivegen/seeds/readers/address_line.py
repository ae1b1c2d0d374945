"""The lines that address a document: bodies by name, office-holders whom the editors' brackets name, persons greeted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.address_forms import (
    greets_nobody,
    is_courtesy_alone,
    is_opening_alone,
    salutation_of,
    salutation_run_in,
    without_opening,
)
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.head_addresses import address_lines
from archivegen.seeds.heading_lines import HeadLine, are_set_apart
from archivegen.seeds.honours import without_honours
from archivegen.seeds.listed_agents import ListedAgent
from archivegen.seeds.names import (
    WORD,
    has_word_of_office,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.respellings import without_respellings
from archivegen.seeds.same_person import is_same_person, surname_key
from archivegen.seeds.sent_by_title import PEER
from archivegen.seeds.vocabulary import NOBODY_BY_NAME

_FOR_INFORMATION = re.compile(r",\s*(?:and\s+)?(?:for\s+information|copy)\s*:?\s+(?:to\s+)?", re.IGNORECASE)
_ESQUIRE = re.compile(r",\s*Esq(?:\.|uire\b)")
# "Messrs. Lind & Brik,"
_FIRM = re.compile(
    r"^\s*Messrs\.?\s+(?P<name>[^\W\d_a-z][\w’-]+(?:(?:,\s|\s&\s|\s+and\s+)[^\W\d_a-z][\w’.& -]+?){0,4})[,.]?\s*$"
)
# "To His Excellency the Minister of the Interior and of Worship" is one.
_EXCELLENCY = re.compile(r"^(?:His|Her)\s+Excellency\s+the\s+(?=[^,;]*$)", re.IGNORECASE)
_DIVISION = re.compile(r",\s*(?:and\s+)?|;\s*|\s+and\s+(?=the\b)")
_OFFICE_HOLDER = re.compile(r"^(?P<office>[^\[]{1,120}?)\s*\[(?P<name>[^\]]+)\]$")
# "Vice Minister Zhou [Wenbin]": the editors supply the given name.
_GIVEN_NAME = re.compile(rf"\s*\[(?P<name>{WORD}(?:\s{WORD})?)\]$")


def read_address_line(draft: Draft) -> Iterator[Found]:
    """Yield the addressees of the document; those it greets only where nothing else names them."""
    known = [agent.value for agent in draft.values_of("recipients", AgentValue)]
    for lines, text in address_lines(draft):
        for value in _addressees(draft, text, lines):
            if not any(is_same_person(value.value, name) for name in known):
                known.append(value.value)
                yield Found("recipients", value)
    for value in _greeted_in_text(draft) if not known else ():
        known.append(value.value)
        yield Found("recipients", value)
    for line in draft.paper.head:
        greeted = salutation_of(line.text)
        if greeted and not known:
            for value in _person_greeted(greeted, LineRange(line.number, line.number)):
                known.append(value.value)
                yield Found("recipients", _named_in_full(draft, value, line.number))
        if not known and (greeted is not None or greets_nobody(line.text)):
            for value in _addressee_above(draft, line.number):
                known.append(value.value)
                yield Found("recipients", value)


def _greeted_in_text(draft: Draft) -> Iterator[AgentValue]:
    """Yield the person whom the first paragraph of the text greets before it goes on."""
    for block in draft.blocks_of("paragraph")[:1]:
        if greeted := salutation_run_in(block.text):
            name = greeted.title() if greeted.isupper() else greeted
            yield from _person_greeted(name, LineRange(block.lines.first, block.lines.first))


def _addressee_above(draft: Draft, number: int) -> Iterator[AgentValue]:
    """Yield whom the address above a greeting names that names nobody: a person with a form of address, or who stands
    below "To", with an office on the next line.
    """
    rows: list[HeadLine] = []
    widest = 2 if are_set_apart(draft.paper.head) else 1
    for line in reversed([line for line in draft.paper.head if line.number < number]):
        if rows and line.number < rows[0].number - widest:
            break
        rows.insert(0, line)
    if rows and (is_opening_alone(rows[0].text.rstrip(" ,")) or is_courtesy_alone(rows[0].text)):
        rows = rows[1:]
    elif not rows or not (_is_titled_name(rows[0].text) or _FIRM.match(rows[0].text)):
        return
    here = LineRange(rows[0].number, rows[0].number) if rows else LineRange(number, number)
    if rows and (firm := _FIRM.match(rows[0].text)):
        yield _recipient(ListedAgent(firm["name"], is_body=True), here)
        return
    for agent in read_agent_list(rows[0].text.strip(" ,.")) if rows else ():
        office = agent.office or _office_on(rows[1:2])
        yield _recipient(replace(agent, office=office), here)


def _is_titled_name(text: str) -> bool:
    words = text.strip()
    bare = without_form_of_address(words)
    name = bare.partition(",")[0].rstrip(" .")
    return bare != words and (is_whole_name(name) or is_whole_name(split_office_and_name(name).name or ""))


def _office_on(rows: Sequence[HeadLine]) -> str | None:
    """Return the office that the line below a name gives, if it does."""
    words = rows[0].text.strip(" ,.") if rows else ""
    return words if has_word_of_office(words) and not is_whole_name(words) else None


def _addressees(draft: Draft, text: str, lines: LineRange) -> Iterator[AgentValue]:
    text = _FOR_INFORMATION.sub(", ", text)
    words = without_respellings(_ESQUIRE.sub("", without_opening(text))).rstrip(": ,.")
    if peer := PEER.match(words):
        yield _recipient(ListedAgent(peer["name"]), lines)
        return
    if "[" not in words:
        # "To all diplomatic and consular missions"
        holder = _EXCELLENCY.match(words)
        is_one = words.startswith("all ") or holder is not None
        words = words[holder.end() :] if holder else words
        for agent in [ListedAgent(words, is_body=True)] if is_one else read_agent_list(words):
            yield _recipient(agent, lines)
        return
    for part in _DIVISION.split(words):
        addressee = re.sub(r"^(?:and\s+)?(?:the\s+)?", "", part.strip())
        holder = _OFFICE_HOLDER.match(addressee)
        if holder and is_whole_name(holder["name"]) and draft.convention.identifies_persons:
            yield AgentValue(
                value=holder["name"],
                office=holder["office"],
                in_brackets=True,
                by="editor",
                rule="identified_in_brackets",
                lines=(lines,),
            )
        elif addressee:
            given = _GIVEN_NAME.search(addressee)
            whole = f"{addressee[: given.start()]} {given['name']}" if given else addressee
            found = split_office_and_name(without_form_of_address(whole))
            agent = ListedAgent(addressee, is_body=True)
            if found.name and is_whole_name(found.name):
                agent = ListedAgent(found.name, found.office)
            yield _recipient(agent, lines)


def _recipient(agent: ListedAgent, lines: LineRange) -> AgentValue:
    return AgentValue(
        value=agent.name,
        office=agent.office,
        kind="body" if agent.is_body else "person",
        rule="address_line",
        lines=(lines,),
        certainty=agent.certainty,
    )


def _named_in_full(draft: Draft, greeted: AgentValue, number: int) -> AgentValue:
    """Return the person greeted by the whole name that the address above the greeting gives: `Professor Anna Lind`."""
    for line in draft.paper.head:
        words = without_form_of_address(line.text.strip(" ,."))
        found = split_office_and_name(without_honours(words))
        is_whole = line.number < number and found.name is not None and is_whole_name(found.name)
        if is_whole and found.name and surname_key(found.name) == surname_key(greeted.value):
            here = LineRange(line.number, line.number)
            below = _office_on([other for other in draft.paper.head if other.number == line.number + 1])
            return replace(
                greeted, value=found.name, as_written=None, office=found.office or greeted.office or below,
                rule="address_line", status="stated", certainty="certain", lines=(here, *greeted.lines),
            )  # fmt: skip
    return greeted


def _person_greeted(wording: str, lines: LineRange) -> Iterator[AgentValue]:
    """Yield the person of a salutation; `Dear Sir` and `Dear Mother` name nobody, a bare surname is only probable."""
    words = wording.split()
    while words and words[0].strip(",").capitalize() in NOBODY_BY_NAME:
        words.pop(0)  # "Friend Garrison" greets a Garrison
    bare = without_form_of_address(" ".join(words))
    if not bare or bare.isupper():
        return
    found = split_office_and_name(bare)
    if not found.name or found.name in NOBODY_BY_NAME or found.name not in (bare, bare.split()[-1]):
        return
    is_titled = bare != wording or found.office is not None or is_whole_name(found.name)
    yield AgentValue(
        value=found.name,
        as_written=wording if wording != found.name else None,
        office=found.office,
        rule="salutation",
        status="derived",
        lines=(lines,),
        certainty="certain" if is_titled else "probable",
    )
