"""The persons whom running text names and who have no other role in the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from archivegen.records.agents import name_key
from archivegen.records.trials import may_be_certain
from archivegen.records.values import CERTAINTIES, AgentValue, Certainty, Voice
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import is_whole_name, without_form_of_address
from archivegen.seeds.occurrences import Occurrences
from archivegen.seeds.parties import Parties
from archivegen.seeds.passages import Passage, is_prose
from archivegen.seeds.persons_named import Person
from archivegen.seeds.same_person import is_same_person, surname_key

_FIELD = "people_mentioned"
_ROLES = ("creators", "recipients", "participants", "contributors")
_RECORDS = frozenset(("journal", "memorandum_of_conversation", "minutes"))


class _Mention(NamedTuple):
    """A person found at a place of the text."""

    name: str
    passage: Passage
    offset: int
    rule: str
    certainty: Certainty
    by: Voice = "source"
    as_written: str | None = None


def people_mentioned(
    draft: Draft,
    passages: list[Passage],
    persons: list[Person],
    listed: Iterable[str],
    occurrences: Occurrences,
) -> Iterator[Found]:
    """Yield the persons found in the text, and those whom the editors' brackets name, who have no other role in the
    record, in the order of the text, each once. `listed` are names in lists, addresses and signatures: those who bear
    them have a role, whether it was read or not.
    """
    same: dict[str, list[_Mention]] = {}
    for mention in sorted((*map(_mention, persons), *_identified(draft, passages)), key=_place):
        same.setdefault(name_key(mention.name), []).append(mention)
    roles: dict[str, list[str]] = {}
    for agent in (agent for field in _ROLES for agent in draft.values_of(field, AgentValue)):
        roles.setdefault(surname_key(agent.value), []).append(agent.value)
    keys = {name_key(name) for name in (*listed, *chain.from_iterable(roles.values()))}
    surnames = [surname_key(found[0].name) for found in same.values()]
    bearers = Counter(surname for key, surname in zip(same, surnames, strict=True) if key not in keys)
    parties = Parties()
    names_participants = draft.form in _RECORDS and draft.first("participants") is not None
    for (key, found), surname in zip(same.items(), surnames, strict=True):
        namesakes = roles.get(surname, ()) if bearers[surname] == 1 else ()
        has_role = key in keys or any(is_same_person(role, found[0].name) for role in namesakes)
        if not has_role and not _are_parties(found, parties, names_participants=names_participants):
            yield Found(_FIELD, _agent(found, parties, occurrences))


def _place(mention: _Mention) -> tuple[int, int]:
    return mention.passage.block.lines.first, mention.passage.in_block(mention.offset)


def _are_parties(found: list[_Mention], parties: Parties, *, names_participants: bool) -> bool:
    """Say whether somebody is called present, or was met by the author of a record that names its participants."""
    if any(parties.was_present(one.passage, one.offset) for one in found):
        return True
    return names_participants and any(parties.was_met(one.passage, one.offset) for one in found)


def _agent(found: list[_Mention], parties: Parties, occurrences: Occurrences) -> AgentValue:
    """Return the person whom mentions of one name speak of, as sure as the surest of them."""
    first = found[0]
    surest = min(found, key=lambda one: CERTAINTIES.index(one.certainty))
    certainty = surest.certainty
    # Few rules may be certain at all; only then does it matter whether the author met the person.
    if certainty == "certain" and (
        not may_be_certain(_FIELD, surest.rule)
        or any(parties.may_have_met_author(one.passage, one.offset) for one in found)
    ):
        certainty = "probable"
    places = ((one.passage, one.offset) for one in found)
    return AgentValue(
        value=first.name,
        rule=surest.rule,
        status="derived",
        by=first.by,
        certainty=certainty,
        as_written=first.as_written,
        lines=occurrences.lines_of(first.name, places),
    )


def _mention(person: Person) -> _Mention:
    passage, name = person.name.passage, person.name
    as_written = " ".join(passage.as_written(name.start, name.end).split()) if passage.is_edited else ""
    if "[" not in as_written:
        return _Mention(person.text, passage, name.start, person.rule, person.certainty)
    return _Mention(
        person.text, passage, name.start, person.rule, person.certainty, "editor", as_written or None
    )


def _identified(draft: Draft, passages: list[Passage]) -> Iterator[_Mention]:
    """Yield the holders of offices whom the editors' brackets name."""
    for passage in passages if draft.convention.identifies_persons else ():
        for insertion in passage.insertions if passage.insertions and is_prose(passage) else ():
            person = without_form_of_address(insertion.words)
            if insertion.kind == "identification" and is_whole_name(person):
                yield _Mention(
                    person, passage, insertion.offset, "identified_in_brackets", "certain", by="editor"
                )
