"""Where running text speaks of those who were there, and of whom its author met: such persons are participants."""

from __future__ import annotations

import re
from itertools import chain

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


class Parties:
    """Who was there, by the words around their names. A passage is searched for what is asked of it, when it is first asked:
    of most nobody needs to know whom their author met.
    """

    def __init__(self) -> None:
        self._present: dict[int, Spans] = {}
        self._met: dict[int, Spans] = {}
        self._acting: dict[int, Spans] = {}

    def was_present(self, passage: Passage, offset: int) -> bool:
        """Say whether a passage calls the person named at a place of it present."""
        spans = self._present.get(id(passage))
        if spans is None:
            spans = self._present[id(passage)] = _of_presence(passage.text)
        return spans.hold(offset)

    def was_met(self, passage: Passage, offset: int) -> bool:
        """Say whether the author met the person named at a place."""
        spans = self._met.get(id(passage))
        if spans is None:
            spans = self._met[id(passage)] = _of_meeting(passage.text)
        return spans.hold(offset)

    def may_have_met_author(self, passage: Passage, offset: int) -> bool:
        """Say whether the author and the person named at a place may have met there: one of them did something to the other."""
        if self.was_met(passage, offset):
            return True
        spans = self._acting.get(id(passage))
        if spans is None:
            spans = self._acting[id(passage)] = _of_acts(passage.text)
        return spans.hold(offset)


def _of_presence(text: str) -> Spans:
    """Return the sentences of a text that say who was present."""
    if not has_any(_SIGNS_OF_PRESENCE, text):
        return NOWHERE
    return spans_of(
        (sentence.start, sentence.start + len(sentence.text))
        for sentence in sentences(text)
        # Whatever space is between its words.
        if has_any(_SIGNS_OF_PRESENCE, " ".join(sentence.text.split())) and _PRESENCE.search(sentence.text)
    )


def _of_meeting(text: str) -> Spans:
    """Return where a text says whom its author met."""
    if not has_any(_SIGNS_OF_MEETING, text):
        return NOWHERE
    return spans_of((match.end(), _end_of_meeting(text, match.end())) for match in _MET.finditer(text))


def _of_acts(text: str) -> Spans:
    """Return where a text says who did something to its author."""
    if not (" me" in text or " us" in text):
        return NOWHERE
    return spans_of(
        (max(text.rfind(". ", max(0, verb.start() - _FAR), verb.start()), 0), verb.start())
        for author in chain.from_iterable(words.finditer(text) for words in _AUTHORS)
        if (verb := _TO_AUTHOR.search(text, max(0, author.start() - _LONGEST_VERB), author.start()))
    )


def _end_of_meeting(text: str, start: int) -> int:
    end = _ENDS_MEETING.search(text, start, start + _FAR)
    return end.start() if end else min(start + _FAR, len(text))
