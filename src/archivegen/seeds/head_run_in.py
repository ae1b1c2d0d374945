"""A head that a saved page ran into the first line of the text: marks of the paper and labels with their values in a row.

`Confidential Time: 11 a.m., 12 April 1971 Interpreter: Jan Lind The consul thanked …`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.agents import is_east_asian_name
from archivegen.records.body import Block
from archivegen.seeds.head_labels import LabelledLine, read_label
from archivegen.seeds.heading_lines import FORM_START, HeadLine
from archivegen.seeds.institutions import is_name_of_institution
from archivegen.seeds.markings import NUMBER, read_marks
from archivegen.seeds.names import is_whole_name

# What speakers are called stands before a colon too; these introduce nobody's words.
_LABEL = re.compile(
    r"(?:^|(?<=[\w.,;)]\s))(?=(?:Time|Date|Place|Location|Participants|Present|Also present|Other attendees|Attendees|Visitor|Translator|Interpreter|Recorder|Note-taker|Notetaker|[A-Z][a-z]+\sside)s?:\s)"
)
MARKS_IN_A_ROW = re.compile(
    r"^\s*(?:(?:strictly|top|state)?\s*(?:secret|confidential)\b|restricted\b)", re.IGNORECASE
)
_NUMBERS = re.compile(rf"\bDocument\s+\d+|{NUMBER.pattern}", re.IGNORECASE)
_NUMBER_FIRST = re.compile(rf"^\s*{NUMBER.pattern}\s+(?=\S+\s)", re.IGNORECASE)
# "Foreign Ministry Document" is no office.
_KIND_OF_PAPER = re.compile(r"\b(?:Documents?|Files?|Papers?)$")
_VOWELS = re.compile(r"[aeiou]+")
_FARTHEST, _LONGEST_HEAD, _FEWEST_LABELS = 400, 1500, 2
_MOST_WORDS_OF_A_NAME = 4


def read_head_run_in(block: Block) -> tuple[HeadLine, ...]:
    """Return the head at the beginning of a paragraph as lines of a head, all with the paragraph's number; or none."""
    text = block.text[:_LONGEST_HEAD]
    starts = [match.start() for match in _LABEL.finditer(text)]
    if len(starts) < _FEWEST_LABELS or starts[0] > _FARTHEST:
        return ()
    return tuple(_lines(text, starts, block.lines.first))


def _lines(text: str, starts: list[int], number: int) -> Iterator[HeadLine]:
    # The number may stand before how secret it is.
    opening = _NUMBER_FIRST.sub("", text[: starts[0]])
    mark = MARKS_IN_A_ROW.match(opening)
    if mark:
        yield HeadLine(number, mark.group().strip(), "letterhead")
    if (marks := read_marks(text[: starts[0]][:100])).number:
        yield HeadLine(number, marks.number, "letterhead")
    between = opening[mark.end() if mark else 0 :]
    office = " ".join(_NUMBERS.sub(" ", between).split()).strip(" .,;")
    if FORM_START.match(office):
        yield HeadLine(number, office, "heading")
    elif is_name_of_institution(office) and not _KIND_OF_PAPER.search(office):
        yield HeadLine(number, office, "letterhead")
    for start, end in pairwise(starts):
        yield HeadLine(number, text[start:end].strip(), "lines", is_labelled=True)
    last = read_label(text[starts[-1] :])
    name = _name_at_start(last) if last else None
    if last and name:
        label = text[starts[-1] :].partition(":")[0]
        yield HeadLine(number, f"{label}: {name}", "lines", is_labelled=True)


def _name_at_start(label: LabelledLine) -> str | None:
    """Return the name that the value of the last label begins with: where it ends and the text begins no sign says."""
    if label.label.field != "participants":
        return None
    words = label.value.split()[:_MOST_WORDS_OF_A_NAME]
    names = [" ".join(words[:count]) for count in range(len(words), 1, -1)]
    if len(words) > 1 and is_east_asian_name(names[-1]) and len(_VOWELS.findall(words[1])) > 1:
        return names[-1]  # two syllables are a whole given name: the next word is who speaks
    return next((name for name in names if is_whole_name(name)), None)
