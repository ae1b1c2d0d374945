"""Who does something in a sentence, and by which whole name the text calls him elsewhere."""

from __future__ import annotations

from archivegen.seeds.names import (
    NamedOffice,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.office_holders import holder_named_in

_LONGEST_NAME = 60


def fuller_name(surname: str, text: str) -> str:
    """Return a surname with the names that stand before it somewhere in the text."""
    place = text.find(surname) if surname else -1
    while place >= 0:
        before = text[max(0, place - _LONGEST_NAME) : place].split()[-2:]
        for words in (before, before[1:]):
            whole = without_form_of_address(" ".join([*words, surname]))
            if words and whole != surname and is_whole_name(whole):
                return whole
        place = text.find(surname, place + 1)
    return surname


def subject_of(wording: str) -> NamedOffice:
    """Return who does something in a sentence: an office and a name, or a name and the office behind a comma."""
    name, _, office = without_form_of_address(wording.strip()).partition(",")
    if is_whole_name(name):
        return NamedOffice(name, office.strip(" ,") or None)
    before_comma = split_office_and_name(without_form_of_address(name))
    if before_comma.name and is_whole_name(before_comma.name):
        return before_comma
    holder = holder_named_in(wording.strip())
    if holder:
        return holder
    return split_office_and_name(without_form_of_address(wording.strip(" ,")))
