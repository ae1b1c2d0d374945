"""Who was present at a meeting, from the sentences and lines that say so: attendees, interpreters, recorders."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.body import Block
from archivegen.records.values import AgentValue, Status
from archivegen.seeds.blocks import line_at
from archivegen.seeds.draft import Draft
from archivegen.seeds.names import WHOLE_NAME, is_whole_name, read_name_list, singular_office
from archivegen.seeds.sentences import Sentence, sentences
from archivegen.seeds.vocabulary import OFFICES, TITLE

INTERVIEWED = re.compile(
    rf"^\s*Interview(?:ed)?\s+(?:conducted\s+)?by\s+(?P<who>{WHOLE_NAME})(?P<rest>[^\n]{{0,120}})$"
)
_LABELLED = re.compile(
    r"^\s*(?P<label>Interpreters?|Interpreted by|Recorders?|Recorded by|Notes? taken by)\s*:?\s+(?P<who>[^\n]{3,120})$"
)
_PRESENT = re.compile(
    r"\b(?:was|were)\s+(?:also\s+)?present\b|\b[Pp]resent\s+(?:at\s+the\s+\w+\s+)?(?:was|were)\b|\balso\s+(?:went|came)\s+with\s+(?:us|me)\b|\b(?:attended|took\s+part\s+in)\s+the\s+(?:conversation|meeting|talks?|reception|dinner|lunch|session)\b|"
    r"\b(?:also\s+)?accompanied\s+(?:us|me|him)\b|\balso\s+attended\b|\battended\s+the\s+conversation\b|\bwas\s+accompanied\s+by\b"
)
_INTERPRETED = re.compile(
    r"\b[Tt]he\s+(?:interpreter|translator)s?\s+(?:was|were)\b|\binterpreted\b|\b\bas\s+(?:an?\s+|the\s+)?interpreters?\b"
)
# "Present were X and Y", "interpreted by Z": those named stand behind the verb.
_TURNED_ROUND = re.compile(
    r"[Pp]resent\s|was\s+accompanied\s+by\b|interpreted\s+by\b|[Tt]he\s+(?:interpreter|translator)"
)
_BY = re.compile(r"^\s*(?:by|also|:)\s+")
_OFFICE_WORDS = "|".join(sorted(map(re.escape, OFFICES), key=len, reverse=True))
_OFFICE = rf"(?P<office>(?:[A-Z][\w-]+\s+){{0,5}}(?:{_OFFICE_WORDS})(?:\s+(?:of|for|in|to)(?:\s+the)?(?:\s+[A-Z][\w’'-]*){{1,6}}){{0,3}})"
_HOLDER = re.compile(rf"{_OFFICE}\s*\[(?P<name>{WHOLE_NAME})\]")
_APPOSITION = re.compile(rf"(?:The\s+)?{_OFFICE},\s+(?:(?:{TITLE})\s+)?(?P<name>{WHOLE_NAME})\b")


def read_attendance(draft: Draft, block: Block) -> Iterator[AgentValue]:
    """Yield the persons whom a block of the text says were present, interpreted, took notes or asked the questions."""
    yield from _those_present(draft, block)
    yield from _labelled(block)
    yield from _interviewer(block)


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


def _interviewer(block: Block) -> Iterator[AgentValue]:
    """Read the line that says who asked the questions."""
    match = INTERVIEWED.match(block.text)
    if match:
        here = (line_at(block, match.start("who")),)
        yield AgentValue(
            value=match["who"], role="participant", rule="interview_line", status="derived", lines=here
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
