"""Persons named in the text, and other spellings of names, found by rules that would rather miss than invent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archivegen.records.agents import EAST_ASIAN_FAMILY_NAMES, name_key
from archivegen.records.body import Block, Inline, Mark, Text, plain
from archivegen.records.values import AgentValue, Certainty, NameVariant, Voice
from archivegen.seeds.blocks import line_at
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import WHOLE_NAME, WORD, is_whole_name
from archivegen.seeds.occurrences import Occurrences
from archivegen.seeds.respellings import words_respelt
from archivegen.seeds.vocabulary import COMPASS, FORMS_OF_ADDRESS, NOT_IN_NAMES, PLACE_WORDS, TITLE

_TITLED = re.compile(rf"(?<![\w-])(?P<title>{TITLE})\s+(?P<name>{WHOLE_NAME})")
_FAMILY_SUPPLIED = re.compile(
    rf"(?<![\w-])(?:{TITLE})\s+(?P<written>\[(?P<family>{WORD})\]\s+(?P<given>{WORD}))"
)
# Family names that begin English sentences as well.
_ALSO_WORDS = frozenset("An No So He Do In To We Oh Ha Sun Ban Pan Long Young Song U O".split())
_HYPHENATED = re.compile(
    rf"(?<![\w-])(?P<name>(?:{'|'.join(sorted(EAST_ASIAN_FAMILY_NAMES - _ALSO_WORDS))}) (?!Anti-|Non-|Pro-|Pre-|Post-|Sub-|Semi-)[A-Z][a-z]+-[a-z]+)(?![\w'’-])"
)
_PLACE_WORD_NEXT = re.compile(rf"^\s*(?:{'|'.join(PLACE_WORDS)})\b")
# How far before a bracket the name it respells may begin.
_NEAR = 120
_ROLES = ("creators", "recipients", "participants", "contributors")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A person found at a place of the text."""

    name: str
    block: Block
    offset: int
    rule: str
    as_written: str | None = None
    by: Voice = "source"
    certainty: Certainty = "certain"


def read_name_variants(draft: Draft) -> Iterator[Found]:
    """Yield each pair of spellings that the editors give, persons and places apart, once."""
    seen: set[tuple[str, str]] = set()
    for block in draft.blocks_of("paragraph", "address", "lines"):
        for offset, mark in _marks_at(block.content):
            variant = plain(mark.content)[1:-1]
            name = _respelt(block, offset, variant) if mark.kind == "other_spelling" else None
            if name is None or (name, variant) in seen:
                continue
            field = _field_of_variant(block.text, offset, mark, name, variant)
            if field:
                seen.add((name, variant))
                yield Found(
                    field,
                    NameVariant(
                        value=name,
                        variant=variant,
                        rule="other_spelling",
                        status="derived",
                        by="editor",
                        lines=(line_at(block, offset),),
                    ),
                )


def _respelt(block: Block, offset: int, variant: str) -> str | None:
    """Return the words before a bracket that it spells otherwise."""
    return words_respelt(block.text[max(0, offset - _NEAR) : offset], variant)


def _field_of_variant(text: str, offset: int, mark: Mark, name: str, variant: str) -> str | None:
    end = offset + len(plain(mark.content))
    after = text[end : end + _NEAR]
    before = text[max(0, offset - _NEAR) : offset].split()
    stands_after_compass = len(before) > 1 and before[-2] in COMPASS
    if _PLACE_WORD_NEXT.match(after) or stands_after_compass:
        return "place_name_variants"
    return "name_variants" if is_whole_name(name) and is_whole_name(variant) else None


def _marks_at(content: tuple[Inline, ...], offset: int = 0) -> Iterator[tuple[int, Mark]]:
    for part in content:
        if isinstance(part, Text):
            offset += len(part.text)
        else:
            yield offset, part
            yield from _marks_at(part.content, offset)
            offset += len(plain(part.content))


def read_people_mentioned(draft: Draft) -> Iterator[Found]:
    """Yield the persons named in the text who have no other role in the record, in the order of the text."""
    has_role = {
        name_key(agent.value)
        for field in _ROLES
        for agent in draft.values_of(field, AgentValue)
    }  # fmt: skip
    candidates = sorted(_candidates(draft), key=lambda found: (found.block.lines.first, found.offset))
    places: dict[str, list[_Candidate]] = {}
    for candidate in candidates:
        places.setdefault(name_key(candidate.name), []).append(candidate)
    occurrences = Occurrences(draft.blocks_of("paragraph"))
    for key, same in places.items():
        candidate = same[0]
        if key in has_role:
            continue
        yield Found(
            "people_mentioned",
            AgentValue(
                value=candidate.name,
                rule=candidate.rule,
                status="derived",
                by=candidate.by,
                certainty=min((one.certainty for one in same), key=("certain", "probable").index),
                as_written=candidate.as_written,
                lines=occurrences.lines_of(candidate.name, ((one.block, one.offset) for one in same)),
            ),
        )


def _candidates(draft: Draft) -> Iterator[_Candidate]:
    for block in draft.blocks_of("paragraph"):
        for match in _TITLED.finditer(block.text):
            person = _trimmed(match["name"])
            if person:
                # "General Electric" is no general: words that are more than forms of address leave a doubt.
                certainty: Certainty = "certain" if match["title"] in FORMS_OF_ADDRESS else "probable"
                yield _Candidate(person, block, match.start("name"), "titled_name", certainty=certainty)
        for match in _FAMILY_SUPPLIED.finditer(block.text) if draft.convention.identifies_persons else ():
            person = f"{match['family']} {match['given']}"
            yield _Candidate(person, block, match.start("written"), "titled_name", match["written"], "editor")
        for match in _HYPHENATED.finditer(block.text):
            yield _Candidate(match["name"], block, match.start(), "hyphenated_name")
        for offset, mark in _marks_at(block.content):
            person = plain(mark.content)[1:-1]
            if mark.kind == "identification" and is_whole_name(person):
                yield _Candidate(person, block, offset, "identified_in_brackets", by="editor")
            elif mark.kind == "other_spelling" and is_whole_name(person):
                name = _respelt(block, offset, person)
                if name and is_whole_name(name):
                    yield _Candidate(name, block, offset - len(name) - 1, "other_spelling")


def _trimmed(name: str) -> str | None:
    """Return a name without a possessive ending and without words behind it that belong to no name."""
    words = re.sub(r"['’]s?$", "", name).split()
    while words and words[-1] in NOT_IN_NAMES:
        words.pop()
    trimmed = " ".join(words)
    return trimmed if is_whole_name(trimmed) else None
