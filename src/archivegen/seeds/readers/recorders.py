"""Who kept the record of a meeting, who interpreted at it and who asked the questions, where a label or a line says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from archivegen.records.body import Block
from archivegen.records.values import AgentValue, LineRange
from archivegen.seeds.agent_lists import read_agent_list
from archivegen.seeds.blocks import line_at
from archivegen.seeds.draft import Draft
from archivegen.seeds.head_labels import LabelledLine, read_label
from archivegen.seeds.name_lists import read_name_list
from archivegen.seeds.names import WHOLE_NAME, NamedOffice, has_word_of_office, is_occupation, is_whole_name
from archivegen.seeds.presence_roles import clauses, role_of_office
from archivegen.seeds.sentences import sentences
from archivegen.seeds.signed_rows import MARK_OF_SIGNATURE
from archivegen.seeds.signs import has_any

# Stands in every paragraph that the patterns find something in; most have none.
_SIGNS_OF_NOTES = ("otes", "inutes", "ecord", "rotocol", "own by")
_SPEAKS_OF_NOTES = re.compile(r"\b[Nn]otes\b|\b[Mm]inutes\b|\b[Rr]ecord|\b[Pp]rotocol\b|\bdown\s+by\b")
# Lines inside the text that say who took part; `Chairman:` and `Host:` there introduce what somebody said.
_SPEAKERS = (
    "visitor",
    "visitors",
    "guest",
    "guests",
    "host",
    "hosts",
    "recipient",
    "chairman",
    "clerk",
    "record",
)
_LONGEST_LIST = 240
# Below the text they made the translation and were at no meeting.
_MAKERS = ("translator", "translators")
_KEPT_NOTES = re.compile(
    r"\b(?:took|made|kept|was\s+taking|wrote)\s+(?:the\s+|down\s+the\s+)?(?:notes|minutes|record)(?=\s*(?:[.,;)]|$|(?:of|at|during)\s+(?:the|this|our)\s+(?:conversation|talk|meeting)))|\brecorded\s+the\s+(?:conversation|talk|meeting)\b"
)
_KEPT_BY = re.compile(
    r"^(?:Recorded|Noted\s+down|Written\s+down|Taken\s+down)\s+by\s+|\b(?:[Nn]otes|[Mm]inutes|[Rr]ecord|[Pp]rotocol|conversation|talk|meeting)\s+(?:was|were)\s+(?:(?:taken|made|kept|recorded)(?:\s+down)?|interpreted\s+by\s+[^.;]{4,60}?,?\s+and\s+recorded)\s+by\s+"
)

_WHO = re.compile(r",?\s+who(?:\s+also)?\s*$|\s+also\s*$")
INTERVIEWED = re.compile(
    rf"^\s*(?:The\s+|This\s+)?[Ii]nterview(?:ed)?\s+(?:was\s+)?(?:(?:conducted|held|recorded|made|taken|given)\s+)?by\s+(?P<who>{WHOLE_NAME})(?P<rest>[^\n]{{0,120}})$",
    re.MULTILINE,
)


def may_have_labels(text: str) -> bool:
    """Say whether a block may have lines that are a label and its persons: it is no single long line."""
    return len(text) < _LONGEST_LIST or "\n" in text


def read_labelled_persons(block: Block) -> Iterator[AgentValue]:
    """Read the lines of a block that are a label and its persons, such as `Interpreter: Comrade Li Sang-ok`."""
    start = 0
    for line in block.text.split("\n"):
        label = read_label(line) if len(line) < _LONGEST_LIST else None
        if label and label.label.field == "participants" and label.words not in _SPEAKERS:
            yield from _persons(label, label.value.rstrip(". "), "head_label", line_at(block, start))
        start += len(line) + 1


def may_speak_of_notes(text: str) -> bool:
    """Say whether a text has any of the words without which no sentence says that somebody kept a record."""
    return has_any(_SIGNS_OF_NOTES, text) and bool(_SPEAKS_OF_NOTES.search(text))


def read_note_takers(block: Block) -> Iterator[AgentValue]:
    """Yield those of whom a sentence says that they kept the record: `X made the notes`, `notes were taken by X`."""
    for sentence in chain.from_iterable(map(clauses, sentences(block.text))):
        before, behind = _KEPT_NOTES.search(sentence.text), _KEPT_BY.search(sentence.text)
        named = _subjects(sentence.text[: before.start()]) if before else []
        if behind:
            named = list(read_name_list(sentence.text[behind.end() :].rstrip(". ")))
        for person in named:
            yield AgentValue(
                value=person.name or "",
                office=person.office,
                role="recorder",
                rule="presence_sentence",
                status="derived",
                lines=(line_at(block, sentence.start),),
            )


def _subjects(words: str) -> list[NamedOffice]:
    """Return who does what a verb behind some words says: the names right before it, of "X and Y, who" the last."""
    bare = _WHO.sub("", words)
    named = list(read_name_list(bare))
    end = len(bare.rstrip(" ,"))
    subjects: list[NamedOffice] = []
    for person in reversed(named):
        wording = person.name_as_written or ""
        between = bare[person.start + len(person.name or "") : end] if wording else ""
        is_office = (between.lstrip()[:1] == "," and has_word_of_office(between)) or is_occupation(
            between.strip(" ,")
        )
        if (between.strip(" ,") not in ("", "and") and not is_office) or (subjects and bare != words):
            break
        subjects.insert(0, person)
        end = person.start - max(0, len(wording) - len(person.name or ""))
    return subjects


def read_recorders(draft: Draft) -> Iterator[AgentValue]:
    """Yield those whom a label below the text calls the recorder or the interpreter."""
    above = ""
    for (number, line), (next_number, below) in pairwise([*draft.foot, (0, "")]):
        words = line.strip().strip("()")
        # An office without a colon may belong to the name above it.
        heads_a_name = not is_whole_name(above) and next_number == number + 1
        label = read_label(words) or (read_label(f"{words}:") if heads_a_name else None)
        above = words
        if label is None or label.label.what not in ("recorder", "interpreter") or label.words in _MAKERS:
            continue
        named = MARK_OF_SIGNATURE.sub("", label.value or below).strip(" ()/")
        yield from _persons(label, named, "foot_label", LineRange(number, number))


def _persons(label: LabelledLine, named: str, rule: str, line: LineRange) -> Iterator[AgentValue]:
    """Yield the persons of a list, each in the role that its label says."""
    for agent in read_agent_list(named):
        office, role = role_of_office(agent.office)
        if not agent.is_body:
            yield AgentValue(
                value=agent.name,
                office=office,
                role=role or label.label.what,
                rule=rule,
                lines=(line,),
                certainty=agent.certainty,
            )


def interviewer(block: Block, match: re.Match[str]) -> AgentValue:
    """Return whom the line names that says who asked the questions."""
    here = (line_at(block, match.start("who")),)
    return AgentValue(
        value=match["who"], role="participant", rule="interview_line", status="derived", lines=here
    )
