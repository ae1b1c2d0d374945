"""Where running text speaks of those who were there, and of whom its author met: such persons are participants."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from archivegen.seeds.passages import Passage
from archivegen.seeds.sentences import sentences
from archivegen.seeds.signs import has_any
from archivegen.seeds.spans import NOWHERE, Spans, spans_of

_PRESENCE = re.compile(
    r"\b(?:(?:was|were)\s+(?:also\s+)?present\b|[Pp]resent\s+(?:at\b|was\b|were\b)|interpreted\b|interpreters?\s+(?:was|were)\b|"
    r"(?:Interviewed|Translated|Obtained|Drafted|Typed|Recorded|Prepared|Compiled|Edited|Interpreted) by\b|"
    r"(?:attended|took\s+part\s+in|[Tt]aking\s+part\s+in)\s+the\s+(?:conversation|meeting|talks?|reception|session)\b|also\s+attended\b|"
    r"acted\s+as\s+interpreter|had\s+asked\s+for\s+(?:the|this|a)\s+(?:meeting|talk|conversation|appointment)\b|(?:was|were)\s+accompanied\s+by\b)|^(?:on|of)\s+an?\s+(?:talk|conversation|meeting)\s+with\b"
)
_MET = re.compile(
    r"\b(?:I|[Ww]e)\s+(?:also\s+)?(?:received|visited|met(?:\s+with)?|called\s+on|(?:talked|spoke)\s+(?:to|with)|had\s+an?\s+(?:meeting|talk|conversation)\s+with|(?:was|were)\s+received\s+by|"
    r"paid\s+an?\s+(?:[\w-]+\s+)?(?:visit|call)\s+(?:to|on))\s(?:(?!an?\s)|an?\s[^.;]{3,90}?\b(?:headed|led)\s+by\s)"
)
# Texts that have none of these need not be searched for more.
_SIGNS_OF_PRESENCE = (
    "present", "nterpret", "attended", "had asked for", " part in", "ed by", "talk with", "conversation with", "meeting with",
)  # fmt: skip
# Who does this to the author is there too, whether a party or not.
_TO_AUTHOR = re.compile(
    r"\b(?:asked|received|invited|told|informed|visited|called on|thanked|met|met with|approached|handed|showed|gave|greeted)\Z"
)
_AUTHORS = (re.compile(r" me\b"), re.compile(r" us\b"))
_LONGEST_VERB = 10
_SIGNS_OF_MEETING = (
    " received ",
    " visited ",
    " met ",
    "called on ",
    "received by ",
    "paid a",
    " talked ",
    " spoke ",
)
# As far as a sentence may reach.
_FAR = 400
_ENDS_MEETING = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s|;|\r|\bwho\b")


class Parties(NamedTuple):
    """Where in a passage whoever is named was present, was met by the author, or did something to the author."""

    present: Spans
    met: Spans
    acting: Spans

    def may_have_met_author(self, offset: int) -> bool:
        """Say whether the author and the person named at a place may have met there."""
        return self.met.hold(offset) or self.acting.hold(offset)


def find_parties(passages: Iterable[Passage]) -> dict[int, Parties]:
    """Return where passages speak of those who were there, by the identity of the passage."""
    found = {id(passage): passage.text for passage in passages}
    return {
        place: Parties(
            _of_presence(text) if has_any(_SIGNS_OF_PRESENCE, text) else NOWHERE,
            _of_meeting(text) if has_any(_SIGNS_OF_MEETING, text) else NOWHERE,
            _of_acts(text) if " me" in text or " us" in text else NOWHERE,
        )
        for place, text in found.items()
    }


def _of_presence(text: str) -> Spans:
    """Return the sentences of a text that say who was present."""
    return spans_of(
        (sentence.start, sentence.start + len(sentence.text))
        for sentence in sentences(text)
        # Whatever space is between its words.
        if has_any(_SIGNS_OF_PRESENCE, " ".join(sentence.text.split())) and _PRESENCE.search(sentence.text)
    )


def _of_meeting(text: str) -> Spans:
    """Return where a text says whom its author met."""
    return spans_of((match.end(), _end_of_meeting(text, match.end())) for match in _MET.finditer(text))


def _of_acts(text: str) -> Spans:
    """Return where a text says who did something to its author."""
    return spans_of(
        (max(text.rfind(". ", max(0, verb.start() - _FAR), verb.start()), 0), verb.start())
        for author in chain.from_iterable(words.finditer(text) for words in _AUTHORS)
        if (verb := _TO_AUTHOR.search(text, max(0, author.start() - _LONGEST_VERB), author.start()))
    )


def _end_of_meeting(text: str, start: int) -> int:
    end = _ENDS_MEETING.search(text, start, start + _FAR)
    return end.start() if end else min(start + _FAR, len(text))
