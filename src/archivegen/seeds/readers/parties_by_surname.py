"""The parties of whom a title says the most: those with a surname alone, or those whom neither signature nor address names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, Value
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.meeting_titles import those_who_met
from archivegen.seeds.names import NamedOffice, is_whole_name, split_office_and_name, without_form_of_address
from archivegen.seeds.office_holders import person_of_a_body
from archivegen.seeds.persons_listed import persons_listed
from archivegen.seeds.readers.bodies_in_titles import body_named
from archivegen.seeds.readers.title_parties import (
    named_party,
    party_named,
    sides_of,
    titles_of,
)
from archivegen.seeds.same_person import is_same_person
from archivegen.seeds.sent_by_title import named_by_surname, sent_by_title
from archivegen.seeds.sent_one_way import heads_title, is_in_own_name, sent_one_way
from archivegen.seeds.title_wording import without_tails, wording_of


def read_parties_by_surname(draft: Draft) -> Iterator[Found]:
    """Yield whom a title names by the surname alone, or alone, where neither signature nor address says more of them."""
    title = draft.first("title")
    if title is None or title.rule == "file_name_title":
        return
    wording = wording_of(title)
    is_of_meeting = bool(those_who_met(without_tails(wording)))
    one_way = sent_one_way(wording)
    # "Record of the conversation" is nobody's; "Report to the Board on the conversation" is to the board.
    if is_of_meeting and one_way and one_way.one and not is_whole_name(one_way.one):
        one_way = None
    head = heads_title(wording)
    letter = head or sent_by_title(wording) or one_way
    if letter is None:
        return
    if not draft.values_of("creators", AgentValue):
        may_be_alone = bool(letter.other) or is_in_own_name(wording)
        writers = list(_named(draft, "creators", letter.one, title, may_be_alone=may_be_alone))
        # A body "from" which a paper comes is read with its number and its office.
        yield from writers or (body_named("creators", letter.one, title) if head or " by " in wording else ())
    if not draft.values_of("recipients", AgentValue):
        several = " and " in letter.addressed and len(persons_listed(letter.addressed, "surname")) > 1
        phrase = letter.addressed if several else letter.other
        addressees = list(_named(draft, "recipients", phrase, title, may_be_alone=bool(letter.one)))
        yield from addressees or body_named("recipients", letter.other, title)


def _named(draft: Draft, field: str, phrase: str, title: Value, *, may_be_alone: bool) -> Iterator[Found]:
    """Yield the persons of a phrase. Papers come from places: a word alone is a surname only where somebody wrote to somebody, or
    where the words are said to be his own.
    """
    if named_by_surname(phrase):
        yield from named_party(draft, phrase, field, None, title)
        return
    listed = persons_listed(phrase, "surname" if may_be_alone else "titled_surname")
    for person in listed or filter(None, [person_of_a_body(phrase)]):
        yield Found(field, party_named(person, None, title, is_sure=False))


def read_participants_by_surname(draft: Draft) -> Iterator[Found]:
    """Yield whom a title names by office and surname as the party of a meeting, by the whole name where the text has one; and
    others named in one breath with them.
    """
    known = [agent.value for agent in draft.values_of("participants", AgentValue)]
    for title in titles_of(draft):
        for side in sides_of(wording_of(title)):
            for person in _in_one_breath(side, draft.paper.running_text):
                name = person.name or ""
                if any(is_same_person(name, other) for other in known):
                    continue
                known.append(name)
                whole = name if " " in name else _whole_name_in(draft.paper.running_text, name)
                named = NamedOffice(whole, person.office)
                yield Found("participants", party_named(named, "participant", title, is_sure=False))


def _in_one_breath(side: tuple[str, ...], text: str) -> list[NamedOffice]:
    """Return the persons of one side; surnames alone only among others who have more, or where the text goes on to speak of them."""
    for phrase in side:
        if titled := persons_listed(phrase, "titled_surname"):
            return titled
        listed = persons_listed(phrase, "surname")
        if any(person.office or " " in (person.name or "") for person in listed):
            return listed
        if listed and all(_is_spoken_of(person.name or "", text) for person in listed):
            return listed
    return []


def _is_spoken_of(surname: str, text: str) -> bool:
    """Say whether a text names somebody more than once; what has an article is no person."""
    return (
        text.count(surname) > 1 and re.search(rf"\bthe {re.escape(surname)}\b", text, re.IGNORECASE) is None
    )


def _whole_name_in(text: str, surname: str) -> str:
    """Return the one whole name of a text that ends in a surname, or the surname where there is none, or several."""
    if surname not in text:
        return surname
    found = re.findall(rf"(?:[^\W\d_a-z][\w.’'-]*[ \n]){{1,3}}{re.escape(surname)}(?![\w’'-])", text)
    names = {split_office_and_name(" ".join(words.split())).name or "" for words in found}
    whole = [name for name in map(without_form_of_address, names) if is_whole_name(name)]
    return whole[0] if len(whole) == 1 else surname
