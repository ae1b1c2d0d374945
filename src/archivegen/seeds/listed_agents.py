"""One part of a list of persons and bodies: the person whom it names, with the office beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from archivegen.records.languages import territory_names
from archivegen.records.values import Certainty
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.list_parts import ends_with_occupation
from archivegen.seeds.names import (
    WORD,
    has_word_of_office,
    is_occupation,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.ordinary_case import name_in_ordinary_case
from archivegen.seeds.particles import PARTICLE
from archivegen.seeds.vocabulary import PLACE_WORDS, SMALL_WORDS

# Father and son are two persons: "Karl Weiss, Jr."
GENERATION = re.compile(r",?\s+(?P<which>Jr|Sr)(?!\w)\.?")
# "Kuzmin A. I."
_INITIALS_BEHIND = re.compile(rf"^(?P<surname>{WORD})\s(?P<initials>(?:[^\W\d_a-z][a-z]?\.\s?){{1,2}})$")
_LEADING_BRACKET = re.compile(r"^\[(?P<before>[^\[\]]+)\]\s+(?P<surname>\S+)$")
# "Governor of the Gold Coast Colony", "Antarctic Desk"
_PARTS_OF_STATES = frozenset(
    (*PLACE_WORDS, "Colony", "Protectorate", "Territory", "Territories", "Dominion", "Coast", "Desk")
)
_CALLED_SO = frozenset("Mali Chad Jordan Georgia Israel India Kenya Malta".split())
_SURNAME = re.compile(rf"^{PARTICLE}{WORD}$")


@dataclass(frozen=True, slots=True)
class ListedAgent:
    """A person, or a body, of a list: name, office, and how sure it is that the words are one."""

    name: str
    office: str | None = None
    is_body: bool = False
    certainty: Certainty = "certain"


def person_of_part(words: str, **place: bool) -> ListedAgent | None:
    """Return the person whom a part of a list names, father and son by what stands behind the name; None where it names none. `place`
    says whether initials follow, and whether it is the first.
    """
    generation = GENERATION.search(words)
    found = _agent(words[: generation.start()] if generation else words, **place)
    return replace(found, name=f"{found.name}{generation.group()}") if found and generation else found


def _agent(words: str, *, is_followed_by_initials: bool, is_first: bool) -> ListedAgent | None:
    """Return the person a part of a list names, or a surname alone; None where it names none."""
    bracket = _LEADING_BRACKET.match(words)
    if bracket:
        words = f"{bracket['before']} {name_in_ordinary_case('X. ' + bracket['surname'])[3:]}"
    bare = _INITIALS_BEHIND.sub(r"\g<initials> \g<surname>", without_form_of_address(words))
    is_titled = bare != words
    has_institution = INSTITUTION.search(bare) is not None
    if is_in_capitals(bare) and not has_institution and not has_word_of_office(bare):
        bare = " ".join(word.title() if len(word) > 2 else word for word in bare.split())
    found = split_office_and_name(bare)
    before = bare[: found.start].strip(" ,")
    if found.name and is_whole_name(found.name) and is_occupation(before.split(" ")[-1]):
        return ListedAgent(found.name, found.office or before)
    if has_institution and not found.office:
        return None
    if not is_first and not is_titled and not found.office and ends_with_occupation(bare):
        return None  # "Harbour Master" behind a name is the office of its bearer
    office_is_whole = not found.office or found.office.split()[-1].casefold() not in SMALL_WORDS
    # "Indonesia Desk", but Mali Phongphan and Jordan Reed are persons.
    first_word = bare.partition(" ")[0]
    is_of_a_country = first_word in territory_names() and first_word not in _CALLED_SO
    if (
        found.name
        and is_whole_name(found.name)
        and office_is_whole
        and not is_of_a_country
        and found.name.rpartition(" ")[2] not in _PARTS_OF_STATES
        and not INSTITUTION.search(found.name)
    ):
        return ListedAgent(found.name, found.office or (before if before[:1].islower() else None) or None)
    if has_institution or (has_word_of_office(first_word) and not (found.office and found.name)):
        return None
    if _SURNAME.match(bare) and (is_first or is_titled or is_followed_by_initials):
        return ListedAgent(bare, certainty="certain" if is_titled or is_followed_by_initials else "probable")
    if is_first and found.name and found.office and office_is_whole and _SURNAME.match(found.name):
        return ListedAgent(found.name, found.office)
    return None
