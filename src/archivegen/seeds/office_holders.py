"""The person a phrase begins with, with the office that stands before the name, or before a comma and the name."""

from __future__ import annotations

import re

from archivegen.seeds.cities import is_city_or_territory
from archivegen.seeds.institutions import INSTITUTION, is_name_of_institution
from archivegen.seeds.names import (
    WHOLE_NAME,
    NamedOffice,
    has_word_of_office,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.vocabulary import SMALL_WORDS, TITLE

# "the surveyor Tomas Brandt": an occupation in small letters is no office and no part of the name.
_OCCUPATION = re.compile(
    r"^(?:the|my|our|his|their)\s+(?:[^\W\d_a-z]\w+\s+)?(?:(?!(?:of|in|to|for|at|and|the)\s)[a-z-]+\s+){1,3}(?=[^\W\d_a-z])"
)
_ARTICLE = re.compile(r"^(?:the|our|my|their)\s+", re.IGNORECASE)
# The number of a note, glued to a name.
_GLUED_NOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}(?=[.,;:]?$)")
# "Mohan Vaidya of the Eastern Division"
_OF_A_BODY = re.compile(
    rf"^(?P<name>{WHOLE_NAME})\s+(?:of|from)\s+(?:the\s|(?:[^\W\d_a-z][\w-]*\s){{1,2}}(?:Embassy|Legation|Ministry|Department|Mission)\b)"
)
_OFFICE_BEHIND = re.compile(
    r"^(?P<name>[^,;]+),\s+(?:the\s+)?(?P<office>[^,;]{4,90}?)(?=\.?$|[,;]|\s+(?:at\s+(?:his|her|their|the)|in\s+the\s+presence|for\s+an?|to\s+discuss|who|and\s+[a-z]+ed|and\s+(?:had|spoke))\b)"
)
_WHERE = re.compile(r"\s(?:at|in|on|during|before|after)\s")
# "Sektionschef Dr Karl Wild": what stands before a form of address is an office, whether it is known as one or not.
_TITLED = re.compile(
    rf"^(?P<office>[^\W\d_a-z]\S*(?:\s\S+){{0,3}}?)\s(?:Dr|Mr|Herr|Prof|Professor|Ing)\.?\s(?P<name>{WHOLE_NAME})$"
)
_LONGEST_OFFICE = 90
_POST = re.compile(
    r"^(?:the\s+)?(?:[^\W\d_a-z][\w-]*\s+){0,3}(?:Embassy|Legation|Consulate(?:\s+General)?|Mission)\s+(?:in|at|to)\s"
)
_HOLDER_IN_BRACKETS = re.compile(
    r"^(?P<office>[^()]{4,120}?)\s*\((?P<name>(?:(?:de|la|van|von|du|di|del|der|den)\s)*(?:O[’']|D[’'])?[^\W\d_a-z][^\W\d_]+(?:[ .’'-]+[^\W\d_]+){0,3})\)$"
)


# "the Surveyor (Mr. E. Lind)": the article says that an office stands before the bracket, known as one or not.
OFFICE_WITH_HOLDER = re.compile(
    rf"\b[Tt]he\s+(?P<office>[A-Z][\w-]+(?:\s(?:of|for|to|the|[A-Z][\w-]+)){{0,6}})\s+\((?:(?:{TITLE}|Alderman|Councillor)\s+)?(?P<name>{WHOLE_NAME})\)"
)


def holder_named_in(phrase: str) -> NamedOffice | None:
    """Return the person a phrase begins with: an office and a name, or an office, a comma and the name of its holder."""
    if of_a_body := person_of_a_body(phrase):
        return of_a_body
    first, _, rest = phrase.partition(",")
    # "Minister Karl Wild at the Ministry": where they met is no part of the name.
    alone = _WHERE.split(first)[0]
    alone = "" if " and " in alone else alone
    for words in (first, alone):
        found = split_office_and_name(_leading_names(words))
        if found.name and is_whole_name(found.name):
            return found
    if titled := _TITLED.match(_leading_names(alone)):
        return NamedOffice(titled["name"], titled["office"])
    name = split_office_and_name(_leading_names(without_form_of_address(rest.strip())))
    office = _ARTICLE.sub("", first.strip())
    if name.name and is_whole_name(name.name) and len(office) < _LONGEST_OFFICE:
        return NamedOffice(name.name, office)
    return None


def person_of_a_body(phrase: str) -> NamedOffice | None:
    """Return the person whom a phrase names with the body he is "of": `Mohan Vaidya of the Eastern Division`."""
    match = _OF_A_BODY.match(without_form_of_address(phrase))
    return NamedOffice(match["name"], None) if match and is_whole_name(match["name"]) else None


def holder_with_office(phrase: str) -> NamedOffice | None:
    """Return the person a phrase begins with, and the office behind the name: `Y, head of the delegation, and talked with him`."""
    found = holder_named_in(phrase)
    behind = _OFFICE_BEHIND.match(phrase) if found and not found.office else None
    if found is None or behind is None:
        return found
    is_office = behind["name"].endswith(found.name or "") and has_word_of_office(behind["office"])
    return NamedOffice(found.name, behind["office"]) if is_office else found


def holder_in_brackets(phrase: str) -> NamedOffice | None:
    """Return the holder of an office whose name stands in round brackets behind it: `the Ambassador in Peru (Hollis)`."""
    match = _HOLDER_IN_BRACKETS.match(phrase.strip())
    if not match or is_whole_name(match["office"].partition(",")[0]):
        return None
    office, name = match["office"], match["name"]
    if not (has_word_of_office(office) or _heads_post(office, name) or _is_office(office, name)):
        return None
    return NamedOffice(without_form_of_address(name), office.removeprefix("the ").removeprefix("The "))


def _heads_post(words: str, name: str) -> bool:
    """Say whether words before a bracket are a post abroad, and the bracket has who heads it: `Sylvanian Embassy in Rio (Aas)`."""
    is_name = not (name.isupper() or is_city_or_territory(name) or INSTITUTION.search(name))
    return is_name and _POST.match(words) is not None


def _is_office(words: str, name: str) -> bool:
    """Say whether words before a bracket are an office, though none of them is known as one: with an article, and in the
    bracket neither a place nor what a body is called for short.
    """
    if words[:4].casefold() != "the " or name.isupper() or is_city_or_territory(name):
        return False
    return not is_name_of_institution(words) and INSTITUTION.search(name) is None


def _leading_names(text: str) -> str:
    """Return the words with capitals at the start of a text, with the small words between them."""
    words: list[str] = []
    for word in (_GLUED_NOTE.sub("", word) for word in _OCCUPATION.sub("", text).split()):
        if not (word[0].isupper() or word in SMALL_WORDS):
            break
        words.append(word)
        if word.endswith((",", ";", ":")) or (word.endswith(".") and len(word) > 3):
            break
    while words and words[-1] in SMALL_WORDS:
        words.pop()
    return " ".join(words)
