"""The parties that a title names: of a conversation, or the sender and the addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from archivegen.records.agents import is_east_asian_name
from archivegen.records.values import AgentValue, Value
from archivegen.seeds.address_forms import salutation_of
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.meeting_titles import those_who_met, those_who_visited
from archivegen.seeds.names import (
    NamedOffice,
    is_occupation,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.office_holders import holder_in_brackets, person_of_a_body
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.persons_listed import persons_listed
from archivegen.seeds.readers.bodies_in_titles import body_named
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.sent_by_title import named_by_surname, sent_by_title
from archivegen.seeds.title_wording import SHORT_NAME, title_within, without_tails, wording_of
from archivegen.seeds.word_kinds import is_given_name
from archivegen.seeds.word_lists import words_of

# "the Bulgarian Delegation for Water Questions"
_OF_A_BODY = re.compile(
    r"^(?:the\s+)?(?:[\w-]+\s+){0,3}(?:delegation|committee|commission|mission|group|department|board)\s+(?:for|of|on)\s+[^,]*$",
    re.IGNORECASE,
)
_GROUPS = frozenset(
    """authorities delegates delegations leaders officials representatives parties members workers women youth students
    circles guests friends comrades businessmen newsmen dignitaries veterans partisans colleagues executives trainees""".split()
)


def read_parties(draft: Draft) -> Iterator[Found]:
    """Yield the persons a title names as the parties of a conversation, or as sender and addressee."""
    known = [agent.value for agent in draft.values_of("participants", AgentValue)]
    parties: list[Found] = []
    for title in titles_of(draft):
        wording = wording_of(title)
        sides = sides_of(wording)
        for side in sides:
            parties = _with_party(parties, list(_parties(draft, side, "participants", "participant", title)))
        letter = None if those_who_met(without_tails(wording)) else sent_by_title(wording)
        is_signed_later = letter is not None and _says_less_than_signature(letter.one)
        if letter and not is_signed_later and not draft.values_of("creators", AgentValue):
            yield from _parties(draft, (letter.one,), "creators", None, title)
        is_addressed_later = letter is not None and _is_by_surname_alone(letter.other)
        if letter and not is_addressed_later and not draft.values_of("recipients", AgentValue):
            addressees = list(_parties(draft, (letter.addressed, letter.other), "recipients", None, title))
            # The address itself says more: the office, and where it stands.
            has_address = title.by == "cataloguer" and any(
                line.kind == "address" for line in draft.paper.head
            )
            if not addressees and not has_address:
                addressees = list(body_named("recipients", letter.other, title))
            yield from (found for found in addressees if not _is_addressed(draft, found.value.value))
        if letter:
            break
    yield from (
        party for party in parties if not any(is_same_person(party.value.value, name) for name in known)
    )


def titles_of(draft: Draft) -> Iterator[Value]:
    """Yield the titles of a document: the one that it bears, and the catalogue's."""
    for title in (draft.first("title_in_document"), draft.first("title")):
        if title is not None and title.rule != "file_name_title":
            yield title


@lru_cache(maxsize=64)
def sides_of(wording: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a title that name those who met; who visited a town met nobody by that."""
    for words in (without_tails(wording), without_tails(title_within(wording))):
        if sides := those_who_met(words):
            return sides
    visit = those_who_visited(wording)
    return visit if all(_person_of(side[-1]) or persons_listed(side[0]) for side in visit) else ()


def _says_less_than_signature(phrase: str) -> bool:
    """Say whether the signatures may have more of the writers whom a phrase names: by the surname, or several."""
    return named_by_surname(phrase) is not None or len(persons_listed(phrase)) > 1


def _is_by_surname_alone(phrase: str) -> bool:
    """Say whether a phrase has a surname with little beside it: an address may have the whole name."""
    return holder_in_brackets(phrase) is None and named_by_surname(phrase) is not None


def _is_addressed(draft: Draft, name: str) -> bool:
    """Say whether a line above the text addresses somebody by the whole name."""
    return any(
        line.kind == "address"
        and name.casefold() in line.text.casefold()
        and salutation_of(line.text) is None
        for line in draft.paper.head
    )


def _with_party(parties: list[Found], found: list[Found]) -> list[Found]:
    """Return the parties with those found in another title, each by the fuller of his names."""
    for new in found:
        same = next((party for party in parties if is_same_person(party.value.value, new.value.value)), None)
        if same is None:
            parties = [*parties, new]
        elif len(new.value.value) > len(same.value.value):
            parties = [new if party is same else party for party in parties]
    return parties


def _parties(
    draft: Draft, phrases: tuple[str, ...], field: str, role: str | None, title: Value
) -> Iterator[Found]:
    """Yield the persons of the first of some phrases that lists nothing but persons, else the one whom the last names."""
    listed = next(filter(None, (persons_listed(phrase) for phrase in phrases)), [])
    is_plain = len(listed) < 2 and not (listed and listed[0].office)
    one = list(named_party(draft, phrases[-1], field, role, title)) if is_plain else []
    if one and (not listed or one[0].value.value == listed[0].name):
        yield from one
        return
    for person in listed:
        is_sure = _is_surely_a_person(person, person.name or "", draft)
        yield Found(field, party_named(person, role, title, is_sure=is_sure))


def named_party(draft: Draft, phrase: str, field: str, role: str | None, title: Value) -> Iterator[Found]:
    """Yield the one person whom a phrase of a title names."""
    if SHORT_NAME.search(phrase) and phrase.isupper():
        return  # "CPSU CC"
    by_surname = named_by_surname(phrase) if field != "participants" else None
    found = _person_of(phrase) or by_surname
    if found and found.name and (by_surname or not _is_group(found.name)):
        is_sure = _is_surely_a_person(found, phrase, draft)
        yield Found(field, party_named(found, role, title, is_sure=is_sure))


def party_named(found: NamedOffice, role: str | None, title: Value, *, is_sure: bool) -> AgentValue:
    """Return a person whom a title names, as the value of a field."""
    return AgentValue(
        value=found.name or "",
        office=found.office,
        role=role,
        rule="title_parties",
        status="derived",
        by=title.by,
        lines=title.lines,
        certainty="certain" if is_sure else "probable",
    )


def _is_surely_a_person(found: NamedOffice, phrase: str, draft: Draft) -> bool:
    """Say whether more than capitals, which all words of a title may have, says that a name is a person's: an office, a
    form of address, initials, a given name that is known, or the surname in the text.
    """
    words = (found.name or "").split()
    first, last = words[0], words[-1]
    is_titled = found.office is not None or without_form_of_address(phrase.strip()) != phrase.strip()
    is_known = first.endswith(".") or is_given_name(first) or is_east_asian_name(found.name or "")
    return (
        is_titled
        or is_known
        or any(last in block.text for block in draft.body.blocks if block.kind != "heading")
    )


def _is_group(words: str) -> bool:
    """Say whether the capitals of a title are a group's: `Cuban Sugar Experts`, `Factory Managers`."""
    first, last = words.split(maxsplit=1)[0], words.rsplit(maxsplit=1)[-1]
    if is_given_name(first):
        return False
    is_of_a_trade = last.endswith("s") and is_occupation(last[:-1].casefold())
    return first in words_of("peoples") or last.casefold() in _GROUPS or is_of_a_trade


def _person_of(phrase: str) -> NamedOffice | None:
    """Return the person of a title's phrase: office and name, or divided by a comma, in either order."""
    words = without_form_of_address(phrase.strip())
    if holder := holder_in_brackets(words):
        return holder
    if _OF_A_BODY.match(words):
        return None
    found = split_office_and_name(words)
    if found.name and is_whole_name(found.name):
        return found
    first, _, second = words.partition(",")
    for name, office in ((first, second), (second, first)):
        whole = name_in_ordinary_case(without_form_of_address(name.strip()))
        found = split_office_and_name(whole)
        if found.name and is_whole_name(found.name):
            behind = re.sub(r"^the\s+", "", office.strip(), flags=re.IGNORECASE)
            return NamedOffice(found.name, found.office or behind or None)
    return person_of_a_body(words)
