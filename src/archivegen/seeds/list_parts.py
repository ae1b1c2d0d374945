"""What the parts of a list of persons are that name nobody: the branch of an office, the seat of a body, an occupation."""

from __future__ import annotations

import re

from archivegen.records.agents import is_east_asian_name
from archivegen.records.languages import territory_names
from archivegen.seeds.cities import known_city
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.names import (
    WORD,
    has_word_of_office,
    is_occupation,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.word_kinds import is_given_name, kind_of_word

# "Department of Medical and Sanitary Services"
_SERVICES = re.compile(
    rf"^{WORD} (?:Services|Affairs|Works|Relations|Resources|Fisheries|Mines|Industries|Forests)$"
)
_BEGIN_PLACES = frozenset("Lake Fort Port Mount New Saint St. San Santa São Bad Cape".split())
# “Absent with apology: K. Brik.” behind those who were there.
_ABSENT_BEHIND = re.compile(
    r"[.;]\s+(?:absent|excused|apologies|apologized|on leave)\b[^:.]{0,40}:.*$", re.IGNORECASE
)
_FEWEST_OF_PAIRS = 4
# What stands side by side is divided by wide space.
_COLUMNS = re.compile(r"(?<=\S)(?:\s{3,}|\s*\t\s*)(?=\S)")
_ONE_WORD, _TWO_WORDS = re.compile(rf"^{WORD}$"), re.compile(rf"^{WORD}(?: {WORD})?$")


def is_branch(words: str) -> bool:
    """Say whether words behind an office that may be a name say what the office is for: one of them is none in names."""
    first, *others = words.split()
    is_person = is_given_name(first) or is_east_asian_name(words) or without_form_of_address(words) != words
    return not is_person and any(kind_of_word(word) == "other" for word in (first, *others))


def with_whole_bodies(words: list[str], divisions: list[str]) -> tuple[list[str], list[str]]:
    """Join what an "and" inside the name of a body has divided: `Ministry of Commerce and Shipping`."""
    joined, between = words[:1], divisions[:1]
    for word, division in zip(words[1:], divisions[1:], strict=True):
        is_of_the_body = (
            division.strip() == "and"
            and INSTITUTION.search(joined[-1])
            and (_ONE_WORD.match(word) or _SERVICES.match(word))
            and " of " in joined[-1]
        )
        if is_of_the_body or (len(joined) > 1 and division.strip() == "and" and _ends_body(joined[-1], word)):
            joined[-1] += f"{division}{word}"
        else:
            joined.append(word)
            between.append(division)
    return joined, between


def _ends_body(words: str, behind: str) -> bool:
    """Say whether a body, and no person, ends behind an "and": `Sylvanian Sugar` and `Fibre Board`."""
    is_body = INSTITUTION.search(behind) is not None and " of " not in behind and _TWO_WORDS.match(behind)
    is_person = without_form_of_address(words) != words or is_given_name(words.partition(" ")[0])
    return bool(is_body) and not is_person and _TWO_WORDS.match(words) is not None


def surnames_before_given_names(item: str) -> list[str]:
    """Return the names of a list that has each surname before a comma and the given name behind it: `Coms. Lind, Anna, Brik, Jan`;
    none where not most of the second words are given names.
    """
    words = without_form_of_address(item).split(", ")
    if len(words) % 2 or len(words) < _FEWEST_OF_PAIRS or not all(map(_ONE_WORD.match, words)):
        return []
    is_given = [is_given_name(word) for word in words]
    if sum(is_given[1::2]) * 2 < len(is_given[1::2]) or sum(is_given[::2]) >= sum(is_given[1::2]):
        return []
    return [f"{given} {surname}" for surname, given in zip(words[::2], words[1::2], strict=True)]


def without_absent(text: str) -> str:
    """Return a list without those of whom it says behind the others that they were not there."""
    return _ABSENT_BEHIND.sub("", text)


def without_city(words: str) -> str:
    """Return an office without the city behind it: `Secretary of State, WASHINGTON`; other words as they are."""
    office, comma, city = words.rpartition(", ")
    # Hardly anybody who held an office was called Washington.
    is_city = known_city(city) is not None or city in ("Washington", "WASHINGTON")
    return office if comma and is_city and "," not in office and has_word_of_office(office) else words


def is_seat(words: str, *, is_last: bool) -> bool:
    """Say whether words behind a body say where it is: `Ministry of Foreign Trade, Budapest`."""
    return (
        known_city(words) is not None
        or words in territory_names()
        or (is_last and words.partition(" ")[0] in _BEGIN_PLACES)
        or (is_last and bool(_ONE_WORD.match(words)))
    )


def ends_with_occupation(words: str) -> bool:
    """Say whether words end with an occupation, and are no name that does: `Harbour Master`."""
    first, _, last = words.rpartition(" ")
    return is_occupation(last.casefold()) and not is_given_name(first) and not first.endswith(".")


def without_columns(text: str) -> str:
    """Return a row with signs for its columns: in the next one stands the office of a person, or another person."""
    first, *others = _COLUMNS.split(text)
    for other in others:
        found = split_office_and_name(other)
        is_office = has_word_of_office(other) and not (found.name and is_whole_name(found.name))
        first += f", {other}" if is_office else f"; {other}"
    return first
