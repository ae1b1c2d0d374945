"""Lists of persons and bodies as heads of documents give them: names with offices, surnames before initials, by side.

`Coms. Petrescu, I.V., Ionescu, A.`, `Anna Lindqvist, Consul; Peter Okafor, Director, Harbour Board`,
`on the Korean side Kim Cheol and Pak Su; on the Polish side J. Nowak`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archivegen.records.languages import territory_names
from archivegen.records.values import Certainty
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.cities import is_city_or_territory, known_city
from archivegen.seeds.initials import INITIALS
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.list_parts import (
    ends_with_occupation,
    is_branch,
    is_seat,
    with_whole_bodies,
    without_absent,
    without_city,
    without_columns,
)
from archivegen.seeds.list_sentences import with_names_before_offices, without_sentences
from archivegen.seeds.names import (
    WORD,
    has_word_of_office,
    is_occupation,
    is_whole_name,
    split_office_and_name,
    without_form_of_address,
)
from archivegen.seeds.ordinary_case import body_in_ordinary_case, name_in_ordinary_case
from archivegen.seeds.particles import PARTICLE
from archivegen.seeds.vocabulary import PLACE_WORDS, SMALL_WORDS

_FOR_A_BODY = re.compile(r"^\s*(?:for|from|on behalf of)\s+the\s+[^:;,]{3,50}:\s*", re.IGNORECASE)
# Behind a name in brackets stands what the person did there.
_IN_PARENTHESES = re.compile(r"\s*\((?!(?:for|on|from|until|since)\s)(?P<what>[^()]{3,80})\)")
_REMARK = re.compile(r"\s*\([^()]*\)")
_NUMBERING = re.compile(r"^\d{1,2}[.)]\s+")
# "members of the bureau cdes. A. Lind, B. Brik"
_MEMBERS = re.compile(
    rf"^(?:(?:full|candidate|alternate)\s+)?members?\s+of\s+the\s+[^,;:.()]{{3,50}}?[,:]?\s+(?=(?:cdes?\.|coms?\.|comrades?)\s|{INITIALS}\s?{WORD})",
    re.IGNORECASE,
)
# "Mr. Lind—Director"; shorter dashes without a space join words.
_DASH = re.compile(r"\s*—\s*(?=[^\W\d_])|\s+[–-]\s+(?=[^\W\d_])")
# The number of a note behind a word: "Mr. Lind5, Director".
_GLUED_NOTE = re.compile(r"(?<=[^\W\d_A-Z])\d{1,2}(?=[,;]|$)")
_DIVISION = re.compile(r"(,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)")
# Father and son are two persons: "Karl Weiss, Jr."
_GENERATION = re.compile(r",?\s+(?P<which>Jr|Sr)(?!\w)\.?")
# "Comrades Halász, Berta and Vadas": each of them by the surname.
_SEVERAL_TITLED = re.compile(r"^\s*(?:Comrades|COMRADES|Coms\.|Cdes\.|Messrs\.?)\s")
_INITIALS_ALONE = re.compile(rf"^{INITIALS}$")
_SURNAME = re.compile(rf"^{PARTICLE}{WORD}$")
# "Dorin, Pavel, head of a section"
_SURNAME_FIRST = re.compile(rf"^(?P<surname>{WORD}),\s+(?P<given>{WORD})(?=,\s+(?:the\s+)?[^\W\d_A-Z])")
_LEADING_BRACKET = re.compile(r"^\[(?P<before>[^\[\]]+)\]\s+(?P<surname>\S+)$")
# The other spelling of a name stands in brackets behind it and is read apart.
_RESPELLING = re.compile(r"(?<=\w)\s*\[[^\]]*\]")
# "Szalai Béla elvtársnak", "Zhou Enlai tongzhi"
_COURTESY_BEHIND = re.compile(
    r"(?<=\w)\s+(?:elvtárs(?:nő)?(?:nek|nak)?|úr(?:nak)?|részére|tongzhi|dongji|tongmu|darga)(?!\w)",
    re.IGNORECASE,
)
# "Kuzmin A. I."
_INITIALS_BEHIND = re.compile(rf"^(?P<surname>{WORD})\s(?P<initials>(?:[^\W\d_a-z][a-z]?\.\s?){{1,2}})$")
_ABSENT = re.compile(r"(?:^|,\s)(?:absent|excused|ill|on leave)\b(?!\s+(?:of|for))")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
# "Governor of the Gold Coast Colony", "Antarctic Desk"
_PARTS_OF_STATES = frozenset(
    (*PLACE_WORDS, "Colony", "Protectorate", "Territory", "Territories", "Dominion", "Coast", "Desk")
)
_CALLED_SO = frozenset("Mali Chad Jordan Georgia Israel India Kenya Malta".split())
_NOT_AGENTS = re.compile(
    r"^(?:\W*|none|not stated|illegible|(?:full |family |last )?names?|surname|positions?|posts?|functions?|offices?|rank|"
    r"institution|organi[sz]ation|country|(?:for|from|on behalf of)\s+(?:the\s+)?[^\W\d_][\w ]{2,40}:?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ListedAgent:
    """A person, or a body, of a list: name, office, and how sure it is that the words are one."""

    name: str
    office: str | None = None
    is_body: bool = False
    certainty: Certainty = "certain"


def read_agent_list(value: str) -> Iterator[ListedAgent]:
    """Yield the persons and bodies of a value, in its order."""
    text = _NUMBERING.sub("", without_absent(_GLUED_NOTE.sub("", value.strip()))).strip()
    text = _COURTESY_BEHIND.sub("", _MEMBERS.sub("", text))
    text = without_columns(_RESPELLING.sub("", text) if "[" in text else text)
    text = with_names_before_offices(without_sentences(_FOR_A_BODY.sub("", text)))
    if "(" in text:
        text = _REMARK.sub("", _IN_PARENTHESES.sub(r", \g<what>", text))
    text = _GENERATION.sub(r" \g<which>.", text)
    text = _SURNAME_FIRST.sub(_name_in_order, _DASH.sub(", ", text).strip(" ;:–—"))
    items = [without_city(item.strip()) for item in text.split(";")]
    for item in items:
        for agent in _agents_of(item) if not _NOT_AGENTS.match(item) else ():
            if not _ABSENT.search(agent.office or ""):
                office = agent.office or ""
                is_place = is_city_or_territory(office)
                yield replace(agent, office=None) if is_place else agent


def _name_in_order(listed: re.Match[str]) -> str:
    """Return a name whose surname stands before a comma as it is spoken; an office behind a surname is none."""
    name = f"{listed['given']} {listed['surname']}"
    return name if is_whole_name(name) and not has_word_of_office(listed["given"]) else listed.group()


def _agents_of(item: str) -> Iterator[ListedAgent]:
    """Yield the agents of a list divided by commas: what follows a name and is none is its office."""
    all_are_titled = bool(_SEVERAL_TITLED.match(item))
    parts = _DIVISION.split(item)
    words, divisions = with_whole_bodies([part.strip() for part in parts[::2]], ["", *parts[1::2]])
    agent: ListedAgent | None = None
    office_before: str | None = None
    for place, part in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if agent and agent.is_body and is_seat(part, is_last=not after):
            continue
        found = _agent_of_generation(
            part,
            is_followed_by_initials=bool(_INITIALS_ALONE.match(after)),
            is_first=agent is None or all_are_titled,
        )
        if found and not found.office and agent and agent.office and is_branch(part):
            found = None  # "Director, Wagon Works"
        if agent and _INITIALS_ALONE.match(part) and " " not in agent.name and agent.office is None:
            agent = ListedAgent(f"{part} {agent.name}")
        elif found is not None:
            is_place = agent and agent.certainty == "probable" and is_whole_name(found.name) and place == 1
            if agent and not is_place:  # "Warsaw, V. Ponomar"
                yield agent
            agent = replace(found, office=office_before) if office_before and not found.office else found
            office_before = None
        elif agent and agent.office and known_city(part):
            continue  # "Harbour Master, Constanța"
        elif agent and not agent.is_body and part:
            agent = replace(agent, office=f"{agent.office}{divisions[place]}{part}" if agent.office else part)
        elif part and after and (has_word_of_office(part) or _is_titled(after)):
            office_before = f"{office_before}, {part}" if office_before else part
        elif part:
            if agent:
                yield agent
            agent = _body(part)
    if agent:
        yield agent


def _is_titled(words: str) -> bool:
    """Say whether words are a person's with a form of address, as behind the office that sent him."""
    bare = without_form_of_address(words)
    return bare != words and is_whole_name(bare)


def _body(words: str) -> ListedAgent:
    name = _ARTICLE.sub("", without_form_of_address(words))
    if is_in_capitals(name):
        name = body_in_ordinary_case(name, "")
    is_sure = INSTITUTION.search(name) or has_word_of_office(name)
    return ListedAgent(name, is_body=True, certainty="certain" if is_sure else "uncertain")


def _agent_of_generation(words: str, **place: bool) -> ListedAgent | None:
    generation = _GENERATION.search(words)
    found = _agent(words[: generation.start()] if generation else words, **place)
    return replace(found, name=f"{found.name}{generation.group()}") if found and generation else found


def _agent(words: str, *, is_followed_by_initials: bool, is_first: bool) -> ListedAgent | None:
    """Return the person a part of a list names, or a surname alone; None where it names none."""
    bracket = _LEADING_BRACKET.match(words)
    if bracket:
        words = f"{bracket['before']} {name_in_ordinary_case('X. ' + bracket['surname'])[3:]}"
    bare = _INITIALS_BEHIND.sub(r"\g<initials> \g<surname>", without_form_of_address(words))
    has_institution = INSTITUTION.search(bare) is not None
    if is_in_capitals(bare) and not has_institution and not has_word_of_office(bare):
        bare = " ".join(word.capitalize() if len(word) > 2 else word for word in bare.split())
    found = split_office_and_name(bare)
    before = bare[: found.start].strip(" ,")
    if found.name and is_whole_name(found.name) and is_occupation(before.split(" ")[-1]):
        return ListedAgent(found.name, found.office or before)
    if has_institution and not found.office:
        return None
    if not is_first and bare == words and not found.office and ends_with_occupation(bare):
        return None  # "Harbour Master" behind a name is the office of its bearer
    is_titled = bare != words
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
