"""Lists of persons and bodies as heads of documents give them: names with offices, surnames before initials, by side.

`Coms. Petrescu, I.V., Ionescu, A.`, `Anna Lindqvist, Consul; Peter Okafor, Director, Harbour Board`,
`on the Korean side Kim Cheol and Pak Su; on the Polish side J. Nowak`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.cities import is_city_or_territory, known_city
from archivegen.seeds.honours import without_honours_inside
from archivegen.seeds.initials import INITIALS
from archivegen.seeds.institutions import INSTITUTION
from archivegen.seeds.list_parts import (
    is_branch,
    is_seat,
    surnames_before_given_names,
    with_whole_bodies,
    without_absent,
    without_city,
    without_columns,
)
from archivegen.seeds.list_sentences import with_names_before_offices, without_sentences
from archivegen.seeds.listed_agents import GENERATION, ListedAgent, person_of_part
from archivegen.seeds.names import (
    WORD,
    has_word_of_office,
    is_whole_name,
    singular_office,
    without_form_of_address,
)
from archivegen.seeds.office_holders import OFFICE_WITH_HOLDER
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.vocabulary import OFFICES, alternatives

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
# "Councillors R. Lind, A. Brik and T. Aas" are all of them that.
_SHARED_OFFICE = re.compile(
    rf"^(?P<office>{alternatives(word for word, office in OFFICES.items() if word != office and word.endswith(('s', 'men')))})\s+(?=\S+\s)"
)
_BETWEEN_HOLDERS = re.compile(r";(?:\s*(?:;|,|and\b|&))+")
_DIVISION = re.compile(r"(,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)")
# "Comrades Halász, Berta and Vadas": each of them by the surname.
_SEVERAL_TITLED = re.compile(r"^\s*(?:Comrades|COMRADES|Coms\.|Cdes\.|Messrs\.?)\s")
_INITIALS_ALONE = re.compile(rf"^{INITIALS}$")
# "Dorin, Pavel, head of a section"
_SURNAME_FIRST = re.compile(rf"^(?P<surname>{WORD}),\s+(?P<given>{WORD})(?=,\s+(?:the\s+)?[^\W\d_A-Z])")
# The other spelling of a name stands in brackets behind it and is read apart.
_RESPELLING = re.compile(r"(?<=\w)\s*\[[^\]]*\]")
# "Szalai Béla elvtársnak", "Zhou Enlai tongzhi"
_COURTESY_BEHIND = re.compile(
    r"(?<=\w)\s+(?:elvtárs(?:nő)?(?:nek|nak)?|úr(?:nak)?|részére|tongzhi|dongji|tongmu|darga)(?!\w)",
    re.IGNORECASE,
)
_ABSENT = re.compile(r"(?:^|,\s)(?:absent|excused|ill|on leave)\b(?!\s+(?:of|for))")
_MAIL = re.compile(r"\s*<[^<>\s@]+@[^<>\s]+>")
_STOP = re.compile(r"(?<=[a-zà-ÿ]{4})\.$")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_NOT_AGENTS = re.compile(
    r"^(?:\W*|none|not stated|illegible|(?:full |family |last )?names?|surname|positions?|posts?|functions?|offices?|rank|"
    r"institution|organi[sz]ation|country|(?:for|from|on behalf of)\s+(?:the\s+)?[^\W\d_][\w ]{2,40}:?)$",
    re.IGNORECASE,
)


def read_agent_list(value: str) -> Iterator[ListedAgent]:
    """Yield the persons and bodies of a value, in its order."""
    value = _MAIL.sub("", value) if "@" in value else value
    text = _NUMBERING.sub("", without_absent(_GLUED_NOTE.sub("", value.strip()))).strip()
    text = without_honours_inside(_COURTESY_BEHIND.sub("", _MEMBERS.sub("", text)))
    text = without_columns(_RESPELLING.sub("", text) if "[" in text else text)
    text = with_names_before_offices(without_sentences(_FOR_A_BODY.sub("", text)))
    if "(" in text:
        text = OFFICE_WITH_HOLDER.sub(r"; \g<name>, \g<office>;", text)
        text = _BETWEEN_HOLDERS.sub(";", text).strip("; ")
        text = _REMARK.sub("", _IN_PARENTHESES.sub(r", \g<what>", text))
    text = GENERATION.sub(r" \g<which>.", text)
    text = _SURNAME_FIRST.sub(_name_in_order, _DASH.sub(", ", text).strip(" ;:–—"))
    items = [without_city(item.strip()) for item in text.split(";")]
    for item in items:
        pairs = surnames_before_given_names(item)
        shared = _SHARED_OFFICE.match(item)
        for agent in (
            map(ListedAgent, pairs) if pairs else _agents_of(item) if not _NOT_AGENTS.match(item) else ()
        ):
            if not _ABSENT.search(agent.office or ""):
                yield _with_office(agent, shared["office"] if shared else None)


def _with_office(agent: ListedAgent, shared: str | None) -> ListedAgent:
    """Return a person with the office that all of a list share; a place behind a name is none."""
    if is_city_or_territory(agent.office or ""):
        return replace(agent, office=None)
    is_shared = shared and not agent.office and not agent.is_body
    return replace(agent, office=singular_office(shared)) if shared and is_shared else agent


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
        found = person_of_part(
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
        elif agent and not agent.is_body and part and not _is_body_apart(part, divisions[place]):
            agent = replace(agent, office=f"{agent.office}{divisions[place]}{part}" if agent.office else part)
        elif part and after and (has_word_of_office(part) or _is_titled(after)):
            office_before = f"{office_before}, {part}" if office_before else part
        elif part:
            if agent:
                yield agent
            agent = _body(f"{office_before}, {part}" if office_before and not after else part)
    if agent:
        yield agent


def _is_body_apart(words: str, division: str) -> bool:
    """Say whether a part of a list is a body beside the person before it: `Ambassador Lind and the Ministry of Ports`."""
    return division.strip() == "and" and words.startswith("the ") and INSTITUTION.search(words) is not None


def _is_titled(words: str) -> bool:
    """Say whether words are a person's with a form of address, as behind the office that sent him."""
    bare = without_form_of_address(words)
    return bare != words and is_whole_name(bare)


def _body(words: str) -> ListedAgent:
    name = _STOP.sub("", _ARTICLE.sub("", without_form_of_address(words)))
    if is_in_capitals(name):
        name = body_in_ordinary_case(name, "")
    is_sure = INSTITUTION.search(name) or has_word_of_office(name)
    return ListedAgent(name, is_body=True, certainty="certain" if is_sure else "uncertain")
