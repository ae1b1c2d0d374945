"""Whom a sentence that says who was present names: before the verb or behind it, by office, by name, by surname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.body import Block
from archivegen.records.changed import changed
from archivegen.records.values import AgentValue, Lines
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.blocks import line_at
from archivegen.seeds.draft import Draft
from archivegen.seeds.list_sentences import offices_before_names
from archivegen.seeds.markings import in_blanks
from archivegen.seeds.name_lists import read_name_list
from archivegen.seeds.names import WHOLE_NAME, WORD, NamedOffice, is_whole_name, singular_office
from archivegen.seeds.office_holders import OFFICE_WITH_HOLDER, holder_named_in
from archivegen.seeds.presence_roles import role_in_sentence, without_roles
from archivegen.seeds.presence_sentences import DID_ELSE, TURNED_ROUND
from archivegen.seeds.sentences import Sentence
from archivegen.seeds.sides import with_sides_as
from archivegen.seeds.vocabulary import OFFICES, TITLE, alternatives

_BY = re.compile(r"^\s*(?:by|also|:)\s+")
# "on our side, by A. Lind, and, on the Danish side, by B. Aas"
_BY_OF_A_SIDE = re.compile(r"(?:,\s*)?(?:\band,?\s*)?;[,\s]*by\s+")
_AND_BY = re.compile(r",?\s+(?:and|as\s+well\s+as)\s+(?:also\s+)?by\s+")
_OFFICE_WORDS = alternatives(OFFICES)
_OFFICE = rf"(?P<office>\b(?!The\s)(?:[A-Z][\w-]{{1,30}}\s+){{0,5}}(?:{_OFFICE_WORDS})(?:\s+(?:of|for|in|to)(?:\s+the)?(?:(?:\s+[A-Z][\w’'-]*){{1,6}}|\s+(?:ministry|embassy|department|mission|board|committee|union|institute|delegation)\b)){{0,3}})"
_HOLDER = re.compile(rf"{_OFFICE}\s*\[(?P<name>{WHOLE_NAME})\]")
_APPOSITION = re.compile(rf"(?:The\s+)?{_OFFICE},\s+(?:(?:{TITLE})\s+)?(?P<name>{WHOLE_NAME})\b")
_BRACKETS = re.compile(
    rf"\b[Tt]he\s+(?P<office>[A-Z][\w-]+(?:\s(?:of|for|to|the|[A-Z][\w-]+)){{0,6}})\s+\((?:(?:{TITLE}|Alderman|Councillor)\s+)?(?P<name>{WHOLE_NAME})\)"
)
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_TITLED_SURNAME = re.compile(
    rf"^\s*(?:(?:Com|Cde|Mr|Mrs|Dr)\.|Comrade|Miss)\s(?P<name>{WORD})(?:,\s(?P<office>[^,;:]{{4,60}}),)?\s*$"
)


def stand_behind(sentence: Sentence, verb: re.Match[str]) -> bool:
    """Say whether those present stand behind the verb."""
    return bool(TURNED_ROUND.search(sentence.text[verb.start() : verb.end() + 3]))


def holders_in(
    draft: Draft, block: Block, sentence: Sentence, verb: re.Match[str], role: str
) -> Iterator[AgentValue]:
    """Yield the holders of offices whom brackets name, or a comma behind the office, on the verb's side that lists."""
    is_turned = stand_behind(sentence, verb)
    start = verb.end() if is_turned else 0
    patterns = ((_HOLDER, True), (_APPOSITION, False), (OFFICE_WITH_HOLDER, False))
    # In "X, Minister of Waters, Y, Minister of Ports" the offices stand behind the names.
    begins_with_name = is_whole_name(
        with_sides_as("", _BY.sub("", sentence.text[start:])).partition(",")[0].strip()
    )
    tried = patterns[0 if draft.convention.identifies_persons else 1 : 1 if begins_with_name else 3]
    for pattern, in_brackets in tried:
        for match in pattern.finditer(sentence.text, start):
            does_else = not is_turned and DID_ELSE.search(sentence.text, match.end(), verb.start())
            if is_whole_name(match["name"]) and not does_else:
                here = (line_at(block, sentence.start + match.start("name")),)
                value = _present(match["name"], singular_office(match["office"]), role, here)
                yield changed(value, by="editor", in_brackets=True) if in_brackets else value


def named_behind(block: Block, sentence: Sentence, start: int, role: str) -> Iterator[AgentValue]:
    """Yield the persons listed behind the verb: `Present were X and, on our side, Y, section head`."""
    here = (line_at(block, sentence.start + start),)
    listed = with_sides_as(";", _BY.sub("", without_roles(sentence.text[start:]))).rstrip(". ")
    listed = _BY_OF_A_SIDE.sub("; ", _AND_BY.sub("; ", listed))
    people = [agent for agent in read_agent_list(listed) if not agent.is_body]
    names = [agent.name for agent in people]
    for agent in people:
        own_role = role_in_sentence(sentence.text, agent.name, names, role)
        yield _present(agent.name, agent.office, own_role, here)


def named_before(block: Block, sentence: Sentence, end: int, role: str) -> Iterator[AgentValue]:
    """Yield the persons named before the verb."""
    words = with_sides_as(in_blanks, _BRACKETS.sub(in_blanks, sentence.text[:end]))
    people = list(read_name_list(words)) or [
        found for found in (holder_named_in(words.strip()) or _by_surname(words),) if found
    ]
    names = [person.name or "" for person in people]
    offices = offices_before_names(words) if "the " in words else {}
    for person in people:
        here = (line_at(block, sentence.start + person.start),)
        own_role = role_in_sentence(sentence.text, person.name or "", names, role)
        office = person.office or offices.get(person.name or "")
        wording = person.name_as_written if person.name_as_written != person.name else None
        yield changed(_present(person.name or "", office, own_role, here), as_written=wording)


def _by_surname(words: str) -> NamedOffice | None:
    """Return the one person whom words before a verb name by form of address and surname: `Cde. Brik, Second Secretary,`."""
    match = _TITLED_SURNAME.match(words)
    return NamedOffice(match["name"], match["office"], match["name"], match.start("name")) if match else None


def _present(name: str, office: str | None, role: str, lines: Lines) -> AgentValue:
    is_interpreter = role == "interpreter" or "nterpreter" in (office or "")
    return AgentValue(
        value=name,
        office=office,
        role="interpreter" if is_interpreter else role,
        status="stated" if role == "interpreter" else "derived",
        rule="presence_sentence",
        lines=lines,
    )
