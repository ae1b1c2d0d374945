"""The parties of whom a title says the most: those with a surname alone, or those whom neither signature nor address names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.values import AgentValue, Value
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.meeting_titles import those_who_met
from archivegen.seeds.names import NamedOffice, is_whole_name, split_office_and_name, without_form_of_address
from archivegen.seeds.persons_listed import is_surname, persons_listed
from archivegen.seeds.readers.title_parties import (
    body_named,
    named_party,
    party_named,
    sides_of,
    titles_of,
    wording_of,
)
from archivegen.seeds.same_person import surname_key
from archivegen.seeds.sent_by_title import named_by_surname, sent_by_title
from archivegen.seeds.sent_one_way import heads_title, sent_one_way
from archivegen.seeds.title_wording import without_tails


def read_parties_by_surname(draft: Draft) -> Iterator[Found]:
    """Yield whom a title names by the surname alone, or alone, where neither signature nor address says more of them."""
    title = draft.first("title")
    if title is None or title.rule == "file_name_title":
        return
    wording = wording_of(title)
    is_of_meeting = bool(those_who_met(without_tails(wording)))
    one_way = None if is_of_meeting else sent_one_way(wording)
    head = heads_title(wording)
    letter = head or sent_by_title(wording) or one_way
    if letter is None:
        return
    if not draft.values_of("creators", AgentValue):
        writers = list(_sender_or_addressee(draft, "creators", letter.one, title, is_pair=bool(letter.other)))
        # A body "from" which a paper comes is read with its number and its office.
        yield from writers or (body_named("creators", letter.one, title) if head else ())
    if not draft.values_of("recipients", AgentValue):
        addressed = list(
            _sender_or_addressee(draft, "recipients", letter.other, title, is_pair=bool(letter.one))
        )
        yield from addressed or body_named("recipients", letter.other, title)


def _sender_or_addressee(
    draft: Draft, field: str, phrase: str, title: Value, *, is_pair: bool
) -> Iterator[Found]:
    """Yield the persons of a phrase; a word alone is a surname only where somebody wrote to somebody: papers come from places."""
    if named_by_surname(phrase):
        yield from named_party(draft, phrase, field, None, title)
        return
    surname, _, office = phrase.partition(", ")
    alone = [NamedOffice(surname, office or None)] if is_pair and is_surname(surname) else []
    for person in persons_listed(phrase, allows_surnames=True) or alone:
        yield Found(field, party_named(person, None, title, is_sure=False))


def read_participants_by_surname(draft: Draft) -> Iterator[Found]:
    """Yield whom a title names by office and surname as the party of a meeting, by the whole name where the text has one."""
    surnames = {surname_key(agent.value) for agent in draft.values_of("participants", AgentValue)}
    for title in titles_of(draft):
        for side in sides_of(wording_of(title)):
            listed = (persons_listed(phrase, allows_surnames=True) for phrase in side)
            for person in next(filter(None, listed), []):
                surname = surname_key(person.name or "")
                if " " not in (person.name or "") and surname not in surnames:
                    surnames.add(surname)
                    whole = NamedOffice(
                        _whole_name_in(draft.paper.running_text, person.name or ""), person.office
                    )
                    yield Found("participants", party_named(whole, "participant", title, is_sure=False))


def _whole_name_in(text: str, surname: str) -> str:
    """Return the one whole name of a text that ends in a surname, or the surname where there is none, or several."""
    if surname not in text:
        return surname
    found = re.findall(rf"(?:[^\W\d_a-z][\w.’'-]*[ \n]){{1,3}}{re.escape(surname)}(?![\w’'-])", text)
    names = {split_office_and_name(" ".join(words.split())).name or "" for words in found}
    whole = [name for name in map(without_form_of_address, names) if is_whole_name(name)]
    return whole[0] if len(whole) == 1 else surname
