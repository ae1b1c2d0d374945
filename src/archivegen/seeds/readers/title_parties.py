"""The parties that a title names: of a conversation, or the sender and the addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.agents import is_east_asian_name
from archivegen.records.values import AgentValue, Value
from archivegen.seeds.address_forms import salutation_of
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import (
    NamedOffice,
    body_in_ordinary_case,
    is_occupation,
    is_whole_name,
    name_in_ordinary_case,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.office_holders import holder_in_brackets, person_of_a_body
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.sent_by_title import named_by_surname, sent_by_title
from archivegen.seeds.word_kinds import is_given_name
from archivegen.seeds.word_lists import words_of

_BETWEEN = re.compile(
    r"\b(?:conversations?|meetings?|talks?|discussions?|interviews?|exchanges?|correspondence)\s+(?:\w+\s+){0,3}?between\s+(?P<one>.+?)\s+and\s+(?P<other>.+?)(?=[,;]\s|(?<=\w{4})\.\s|[,.;(]$|\s+(?:on|in|at|about)\s+|\s*\(|$)",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:conversation|meeting|talk|interview|discussion)s?\s+with\s+(?P<one>[^,;(]+?(?:,\s+[^,;(]+?)?)(?=[,;(]\s|(?<=\w{4})\.\s|\s+(?:on|in|at|about|regarding)\s+|\s*\(|$)",
    re.IGNORECASE,
)
_OF_WITH = re.compile(
    r"\b(?i:conversation|talk|meeting)\s+(?:of|by)\s+(?P<one>[^\W\d_a-z].+?)\s+with\s+(?P<other>.+?)(?=[,;(]\s|(?<=\w{4})\.\s|\s+(?:on|in|at|about|regarding)\s+|\s*\(|$)"
)
# "Note on a Visit by the Consul, Ada Brik, to Minister Lind", "Record of the Reception of Ada Brik by Minister Lind"
_VISIT = re.compile(
    r"\b(?:(?:visit|call)\s+(?:of|by)\s+(?P<one>[^\W\d_].+?)\s+(?:to|on|with)|reception\s+of\s+(?P<received>[^\W\d_].+?)\s+by)\s+(?P<other>.+?)(?=[,;(]\s|(?<=\w{4})\.\s|\s+(?:on|in|at|about|regarding)\s+|\s*\(|$)",
    re.IGNORECASE,
)
_RECORD = re.compile(r"^\W*(?:note|notes|record|memorandum|minutes)\b", re.IGNORECASE)
# The other spelling of a name stands in brackets behind it and is read apart.
_RESPELLING = re.compile(r"\s*\[[^\]]*\]")
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
    for title in (draft.first("title_in_document"), draft.first("title")):
        if title is None or title.rule == "file_name_title":
            continue
        wording = _RESPELLING.sub("", title.value)
        meeting = (
            _BETWEEN.search(wording) or _OF_WITH.search(wording) or _WITH.search(wording) or _visit(wording)
        )
        for phrase in filter(None, meeting.groupdict().values()) if meeting else ():
            parties = _with_party(parties, list(_party(draft, phrase, "participants", "participant", title)))
        letter = None if meeting else sent_by_title(wording)
        is_signed_later = letter is not None and named_by_surname(letter.one) is not None
        if letter and not is_signed_later and not draft.values_of("creators", AgentValue):
            yield from _party(draft, letter.one, "creators", None, title)
        is_addressed_later = letter is not None and _is_by_surname_alone(letter.other)
        if letter and not is_addressed_later and not draft.values_of("recipients", AgentValue):
            addressee = _party(draft, letter.other, "recipients", None, title)
            # The address itself says more: the office, and where it stands.
            yield from (found for found in addressee if not _is_addressed(draft, found.value.value))
            bodies = _addressed_body(letter.other, title)
            yield from (found for found in bodies if not _is_addressed(draft, found.value.value))
        if letter:
            break
    yield from (
        party for party in parties if not any(is_same_person(party.value.value, name) for name in known)
    )


def read_parties_by_surname(draft: Draft) -> Iterator[Found]:
    """Yield whom a title names by the surname alone, where neither signature nor address says more of them."""
    title = draft.first("title")
    letter = sent_by_title(title.value) if title and title.rule != "file_name_title" else None
    for field, phrase in (("creators", letter.one), ("recipients", letter.other)) if letter else ():
        if title and named_by_surname(phrase) and not draft.values_of(field, AgentValue):
            yield from _party(draft, phrase, field, None, title)


def _is_by_surname_alone(phrase: str) -> bool:
    """Say whether a phrase has a surname with little beside it: an address may have the whole name."""
    return holder_in_brackets(phrase) is None and named_by_surname(phrase) is not None


def _visit(wording: str) -> re.Match[str] | None:
    """Return who visited whom by the title of the record of a visit; who visited a town met nobody by that."""
    visit = _VISIT.search(wording) if _RECORD.match(wording) else None
    return visit if visit and all(map(_person_of, filter(None, visit.groupdict().values()))) else None


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


def _addressed_body(phrase: str, title: Value) -> Iterator[Found]:
    """Yield the body to which a title says that the document was sent."""
    name = re.sub(r"^the\s+", "", phrase.strip(), flags=re.IGNORECASE)
    if INSTITUTION.search(name) and not is_whole_name(name) and not holder_in_brackets(name):
        name = body_in_ordinary_case(name, "") if is_in_capitals(name) else name
        body = AgentValue(
            value=name, kind="body", rule="title_parties", status="derived", by=title.by, lines=title.lines
        )
        yield Found("recipients", body)


def _party(draft: Draft, phrase: str, field: str, role: str | None, title: Value) -> Iterator[Found]:
    by_surname = named_by_surname(phrase) if field != "participants" else None
    found = _person_of(phrase) or by_surname
    if found and found.name and (by_surname or not _is_group(found.name)):
        value = AgentValue(
            value=found.name,
            office=found.office,
            role=role,
            rule="title_parties",
            status="derived",
            by=title.by,
            lines=title.lines,
            certainty="certain" if _is_surely_a_person(found, phrase, draft) else "probable",
        )
        yield Found(field, value)


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
