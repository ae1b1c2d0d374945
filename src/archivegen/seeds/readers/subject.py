"""What a paper is about, by its subject line: behind a label of its head, or in capitals between the greeting and the text of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from archivegen.records.values import LineRange, Value
from archivegen.seeds.address_forms import greets_nobody, salutation_of
from archivegen.seeds.alphabet import is_in_capitals
from archivegen.seeds.draft import Draft, Found
from archivegen.seeds.markings import read_marks
from archivegen.seeds.ordinary_case import body_in_ordinary_case
from archivegen.seeds.readers.labelled_head import labelled_rows
from archivegen.seeds.vocabulary import SMALL_WORDS

# The stop of a sentence, and none of a shortened word.
_STOP_AT_END = re.compile(r"(?<=[^\W\d_A-Z]{4})\.$")
# "Betrifft: Ausbesserung der Mole. Erlaß vom 12. Februar": what the paper answers is not what it is about.
_ANSWERED = re.compile(
    r"(?<=[^\W\d_]{3})\.\s+(?:Erla(?:ß|ss)|Bezug|Vorgang|Vorg\.|Verfügung|(?:Ihr |Dortiges )?Schreiben|Réf\.|Votre lettre|Your letter)\s.*$"
)
_SHORTEST, _LONGEST = 8, 120


def read_subject(draft: Draft) -> Iterator[Found]:
    """Yield the subject line of a paper as its title."""
    row = next((row for row in labelled_rows(draft.paper.head) if row.label.field == "subject"), None)
    if row is None:
        yield from _below_greeting(draft)
        return
    number, wording = row.values[0]
    last = number
    for below, words in row.values[1:]:
        if below != last + 1 or not words[:1].islower():
            break
        wording, last = f"{wording} {words}", below
    subject = _STOP_AT_END.sub("", _ANSWERED.sub("", wording))
    breaks_off = wording.rpartition(" ")[2].casefold() in SMALL_WORDS
    value = Value(
        value=subject,
        as_written=wording if wording != subject else None,
        rule="subject_label",
        status="derived",
        lines=(LineRange(number, last),),
        certainty="probable" if breaks_off else "certain",
    )
    yield Found("title", value)


def _below_greeting(draft: Draft) -> Iterator[Found]:
    """Yield the line in capitals below the greeting of a letter, as offices set what it is about."""
    for above, line in pairwise(draft.paper.head):
        words = " ".join(line.text.split()).rstrip(".")
        is_greeting = salutation_of(above.text) is not None or greets_nobody(above.text)
        is_subject = (
            is_in_capitals(words, _SHORTEST) and len(words) <= _LONGEST and not read_marks(words).is_marked
        )
        if is_greeting and is_subject and " " in words:
            title = body_in_ordinary_case(words, draft.running_text)
            here = (LineRange(line.number, line.number),)
            yield Found("title", Value(value=title, as_written=words, rule="subject_below_greeting", status="derived", lines=here))  # fmt: skip
            return
