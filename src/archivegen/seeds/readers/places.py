"""Places named in the text, below the level of countries and regions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archivegen.records.body import Block
from archivegen.records.languages import territory_names
from archivegen.records.values import AgentValue, Certainty, Value
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.names import WORD
from archivegen.seeds.occurrences import Occurrences
from archivegen.seeds.vocabulary import COMPASS, NOT_PLACES, PLACE_WORDS

_COMPASS = rf"(?:(?:{'|'.join(COMPASS)})\s+)?"
_BEFORE = r"(?:(?:New|San|Santa|Saint|St\.|Port|Fort|Los|El|La|Rio|Ulan) )?"
_NAME = rf"{_COMPASS}{_BEFORE}{WORD}"
_WITH_PLACE_WORD = re.compile(
    rf"(?<![\w-])(?P<place>{_NAME})(?:\s+\[[^\]]+\])?\s+(?:{'|'.join(PLACE_WORDS)})(?![\w-])"
)
_LISTED = re.compile(
    rf"\b(?:provinces|cities|towns|districts|counties|ports)\s+of\s+(?P<list>{_NAME}(?:(?:,\s*(?:and\s+)?|\s+and\s+){_NAME})*)"
)
_OF_MOVEMENT = re.compile(
    r"\b(?:reached|visited|left\s+for|arriv\w+\s+(?:in|at)|(?:trips?|journeys?|visits?|travell?ed|went|came|returned|"
    r"flew|fly|go)\s+to|(?:(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)\s+(?:am|are|is|was|were|stay\w*|liv\w+)|here)\s+in|(?:city|town|port)\s+of)\s+"
    rf"(?P<place>{_NAME})(?![\w-])(?!\s+[A-Z])(?!['’]s)"
)


def read_places_mentioned(draft: Draft) -> Iterator[Found]:
    """Yield the places of the text in its order, each once, with every line it stands on."""
    personal = {
        word
        for _, value in draft.found
        if isinstance(value, AgentValue) and value.kind == "person"
        for word in value.value.split()
    }
    words = set(re.findall(r"\w+", draft.running_text))
    place_of: dict[str, tuple[Block, int]] = {}
    found: dict[str, tuple[int, str, Certainty]] = {}
    for name, position, rule, certainty, place in _candidates(draft):
        last_word = name.split()[-1]
        if name in territory_names():
            continue
        if last_word in NOT_PLACES or last_word in personal or last_word.lower() in words:
            continue
        if name not in found or (position, certainty) < (found[name][0], found[name][2]):
            found[name] = (position, rule, certainty)
            place_of[name] = place
    occurrences = Occurrences(draft.blocks_of("paragraph"))
    for name, (_, rule, certainty) in sorted(found.items(), key=lambda item: item[1][0]):
        lines = occurrences.lines_of(name, [place_of[name]])
        yield Found(
            "places_mentioned",
            Value(value=name, rule=rule, status="derived", certainty=certainty, lines=lines),
        )


def _candidates(draft: Draft) -> Iterator[tuple[str, int, str, Certainty, tuple[Block, int]]]:
    before = 0
    for block in draft.blocks_of("paragraph"):
        for match in _WITH_PLACE_WORD.finditer(block.text):
            # Mexico City is not Mexico: of this word the name is a part.
            name = match["place"] + (" City" if match.group().endswith("City") else "")
            yield _folded(name), before + match.start(), "place_word", "certain", (block, match.start())
        for match in _LISTED.finditer(block.text):
            for place in re.finditer(_NAME, match["list"]):
                start = match.start("list") + place.start()
                yield _folded(place.group()), before + start, "place_word", "certain", (block, start)
        for match in _OF_MOVEMENT.finditer(block.text):
            start = match.start("place")
            yield _folded(match["place"]), before + start, "place_of_movement", "probable", (block, start)
        before += len(block.text)


def _folded(name: str) -> str:
    return " ".join(name.split())
