"""Who met whom, and when, from the sentences that say so: the author, the person met, those present, interpreters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.agents import name_key
from archivegen.records.body import Block
from archivegen.records.values import AgentValue, DateValue, Status
from archivegen.seeds.blocks import line_at
from archivegen.seeds.date_reading import find_dates
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import (
    WHOLE_NAME,
    is_whole_name,
    read_name_list,
    singular_office,
    split_office_and_name,
)
from archivegen.seeds.readers.letterhead import dated
from archivegen.seeds.sentences import Sentence, sentences
from archivegen.seeds.vocabulary import OFFICES, SMALL_WORDS, TITLE

_MET = r"(?:visited|received|met(?:\s+with)?|called\s+on|talked\s+(?:to|with)|had\s+a\s+(?:conversation|talk|meeting)\s+with)"
_I_MET = re.compile(rf"^(?:(?:On|At)\s+[^.;]{{2,40}}?,?\s+)?I\s+(?:also\s+)?{_MET}\s+(?P<who>.+)$", re.DOTALL)
_LABELLED = re.compile(
    r"^\s*(?P<label>Interpreters?|Interpreted by|Recorders?|Recorded by|Notes? taken by)\s*:?\s+(?P<who>[^\n]{3,120})$"
)
_MET_US = re.compile(rf"\b{_MET}\s+(?:us|me|him|them|her)\b|\b(?:we|he|she|they|I)\s+{_MET}\b")
# "the surveyor Tomas Brandt": an occupation in small letters is no office and no part of the name.
_OCCUPATION = re.compile(r"^(?:the|my|our|his|their)\s+(?:[a-z-]+\s+){1,3}(?=[A-Z])")
_PRESENT = re.compile(
    r"\b(?:was|were)\s+(?:also\s+)?present\b|\b[Pp]resent\s+(?:at\s+the\s+\w+\s+)?(?:was|were)\b|\balso\s+(?:went|came)\s+with\s+(?:us|me)\b|\b(?:attended|took\s+part\s+in)\s+the\s+(?:conversation|meeting|talks?|reception|dinner|lunch|session)\b|"
    r"\b(?:also\s+)?accompanied\s+(?:us|me|him)\b"
)
_INTERPRETED = re.compile(r"\binterpreted\b|\b(?:served|acted)\s+as\s+interpreters?\b")
# "Present were X and Y", "interpreted by Z": those named stand behind the verb.
_TURNED_ROUND = re.compile(r"[Pp]resent\s|interpreted\s+by\b")
_BY = re.compile(r"^\s*(?:by|also|:)\s+")
_OFFICE_WORDS = "|".join(sorted(map(re.escape, OFFICES), key=len, reverse=True))
_OFFICE = rf"(?P<office>(?:[A-Z][\w-]+\s+){{0,5}}(?:{_OFFICE_WORDS})(?:\s+(?:of|for|in|to)(?:\s+the)?(?:\s+[A-Z][\w’'-]*){{1,6}}){{0,3}})"
_HOLDER = re.compile(rf"{_OFFICE}\s*\[(?P<name>{WHOLE_NAME})\]")
_APPOSITION = re.compile(rf"(?:The\s+)?{_OFFICE},\s+(?:(?:{TITLE})\s+)?(?P<name>{WHOLE_NAME})\b")


def read_meeting(draft: Draft) -> Iterator[Found]:
    """Yield the participants whom the text itself names, each once, in the order of the text."""
    seen = {name_key(agent.value) for agent in draft.values_of("participants", AgentValue)}
    for block in draft.blocks_of("paragraph", "lines"):
        for agent in (*_author_and_partner(draft, block), *_those_present(draft, block), *_labelled(block)):
            key = name_key(agent.value)
            if key not in seen:
                seen.add(key)
                yield Found("participants", agent)


def _author_and_partner(draft: Draft, block: Block) -> Iterator[AgentValue]:
    """Read a paragraph that opens with `I visited …`: the author was there, and so was the person named."""
    authors = draft.values_of("creators", AgentValue)
    first = next(sentences(block.text), None)
    match = _I_MET.match(first.text) if first else None
    if first is None or match is None:
        return
    here = (line_at(block, first.start),)
    if len(authors) == 1 and authors[0].kind == "person":
        yield AgentValue(
            value=authors[0].value,
            role="participant",
            rule="first_person_author",
            status="derived",
            lines=here,
        )
    found = split_office_and_name(_leading_names(match["who"]))
    holder = _APPOSITION.search(match["who"]) if found.office and not found.name else None
    name = holder["name"] if holder else found.name
    is_visit = first.text.startswith("I visited")
    if name and is_whole_name(name) and (found.office or not is_visit):
        yield AgentValue(
            value=name,
            office=singular_office(holder["office"]) if holder else found.office,
            role="participant",
            rule="meeting_sentence",
            status="derived",
            lines=here,
        )


def _leading_names(text: str) -> str:
    """Return the words with capitals at the start of a text, with the small words between them."""
    words: list[str] = []
    for word in _OCCUPATION.sub("", text).split():
        if not (word[0].isupper() or word in SMALL_WORDS):
            break
        words.append(word)
        if word.endswith((",", ";", ":")) or (word.endswith(".") and len(word) > 3):
            break
    while words and words[-1] in SMALL_WORDS:
        words.pop()
    return " ".join(words)


def _labelled(block: Block) -> Iterator[AgentValue]:
    """Read a block that is a label and its persons, such as `Interpreter: Comrade Li Sang-ok`."""
    match = _LABELLED.match(block.text)
    if match is None:
        return
    role = "interpreter" if match["label"].startswith("Interpret") else "recorder"
    for person in read_name_list(match["who"].rstrip(". ")):
        yield AgentValue(
            value=person.name or "",
            office=person.office,
            role=role,
            rule="head_label",
            lines=(line_at(block, match.start("who")),),
        )


def _those_present(draft: Draft, block: Block) -> Iterator[AgentValue]:
    for sentence in sentences(block.text):
        interpreted = bool(_INTERPRETED.search(sentence.text))
        if interpreted or _PRESENT.search(sentence.text):
            role = "interpreter" if interpreted else "attendee"
            yield from _named_in(draft, block, sentence, role)


def _named_in(draft: Draft, block: Block, sentence: Sentence, role: str) -> Iterator[AgentValue]:
    status: Status = "stated" if role == "interpreter" else "derived"
    found = False
    patterns = ((_HOLDER, True), (_APPOSITION, False))
    for pattern, in_brackets in patterns[0 if draft.convention.identifies_persons else 1 :]:
        for match in pattern.finditer(sentence.text):
            if not is_whole_name(match["name"]):
                continue
            found = True
            yield AgentValue(
                value=match["name"],
                office=singular_office(match["office"]),
                role=role,
                status=status,
                by="editor" if in_brackets else "source",
                in_brackets=in_brackets,
                rule="presence_sentence",
                lines=(line_at(block, sentence.start + match.start("name")),),
            )
    if found:
        return
    verb = _PRESENT.search(sentence.text) or _INTERPRETED.search(sentence.text)
    subject = sentence.text[: verb.start()] if verb else ""
    start = sentence.start
    people = list(read_name_list(subject))
    if verb and not people and _TURNED_ROUND.match(sentence.text, verb.start()):
        start += verb.end()
        people = list(read_name_list(_BY.sub("", sentence.text[verb.end() :]).rstrip(". ")))
    for person in people:
        wording = person.name_as_written
        yield AgentValue(
            value=person.name or "",
            office=person.office,
            role=role,
            status=status,
            as_written=wording if wording != person.name else None,
            rule="presence_sentence",
            lines=(line_at(block, start + person.start),),
        )


def read_meeting_date(draft: Draft) -> Iterator[Found]:
    """Yield the day on which the author, or a party named in the title, met somebody, where a sentence gives it."""
    parties = [
        agent.value for agent in draft.values_of("participants", AgentValue) if agent.rule == "title_parties"
    ]
    if draft.year is None or any(date.type == "entry" for date in draft.values_of("dates", DateValue)):
        return
    for block in draft.blocks_of("paragraph"):
        for sentence in sentences(block.text):
            speaks_of_party = _MET_US.search(sentence.text) and any(
                party in sentence.text for party in parties
            )
            if not speaks_of_party and not _I_MET.match(sentence.text):
                continue
            for found in find_dates(sentence.text, draft.year):
                line = line_at(block, sentence.start + found.start)
                yield Found(
                    "dates",
                    dated(found.edtf, found.wording, "event", "meeting_date", line.first, status="derived"),
                )
                return
