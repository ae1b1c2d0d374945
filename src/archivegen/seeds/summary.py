"""Whose voice a paragraph is in: a cataloguer's, who speaks of the document in the third person and the present
tense, in whole sentences without numbering; or the document's own.
"""

from __future__ import annotations

import re
from enum import Enum

from archivegen.seeds.main_verb import Tense, main_verb_of
from archivegen.seeds.sentences import sentences
from archivegen.seeds.vocabulary import FORMS, alternatives

# A line at least this long was filled by a typist; a shorter one was broken by its writer.
PROSE_LINE = 60


class Voice(Enum):
    """Whose a paragraph is by its words alone; `EITHER` where only its place can decide."""

    CATALOGUER = "cataloguer"
    EITHER = "either"
    DOCUMENT = "document"


_SHORTEST_WORDS, _SHORTEST_ABOUT = 7, 5
_DEBRIS_AT_END = re.compile(r"\s?\(see also\)$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_SPEAKER = re.compile(
    r"\b(?:I|[Ww]e|[Oo]urs?|[Mm]y|(?:(?<=\bof )|(?<=\bis )|(?<=\bare )|(?<=\bwas )|(?<=\bwere ))mine|us|me|[Yy]ours?|[Yy]ou|[Mm]yself|[Oo]urselves|"
    r"[Ii]ch|mir|mich|[Ww]ir|[Uu]ns|[Uu]nsere?[mnrs]?|[Mm]eine?[mnrs]?|[Dd]eine?[mnrs]?|[Dd]ich|Dir(?!\.)|Euch|Ihnen|(?<=[a-zäöüß] )Sie|"
    r"je|nous|vous|[Nn]otre|[Vv]otre|nos|vos)\b"
)
_ENDS_SENTENCE = re.compile(r"[.!?…][”\"’')]*$")
# Numbers, bullets, brackets, postscripts, speakers and labels, and words that go on from a sentence before: what a
# summary does not begin with.
_BEGINS_AS_TEXT = re.compile(
    r"^(?:[^\w\s]|\d|P\.?\s?-?S\.|N\.?\s?B\b|[^.!?\n]{1,60}?[:—](?:\s|$)|(?:Dear|cc|Please|Let|He|She|They|It|Then|"
    r"Thus|Therefore|However|Moreover|Furthermore|Besides|Finally|Also|Meanwhile|Later|Afterwards|Nevertheless|Such|There)\b)"
)
# "A cable in which …", "Report on …": a summary may be no sentence at all.
_ABOUT_A_PAPER = re.compile(
    rf"^(?:(?:This|The|An?|Brief|Short|Long)\s+)?(?:[\w-]+\s+){{0,2}}?"
    rf"(?:{alternatives(FORMS)}|summary|account|description|overview|discussion|analysis|list|letters|reports)\s+"
    r"(?:in\s+which|on|about|of|concerning|regarding|by|from|between|describing|outlining|discussing|that|to)\b",
    re.IGNORECASE,
)


def voice_of(words: str) -> Voice:
    """Return whose voice a paragraph is in, as far as its words show it."""
    text = without_debris(words)
    about = _ABOUT_A_PAPER.match(text)
    shortest = _SHORTEST_ABOUT if about else _SHORTEST_WORDS
    if (
        len(text.split(maxsplit=shortest)) < shortest
        or _BEGINS_AS_TEXT.match(text)
        or "[" in text
        or text.isupper()
    ):
        return Voice.DOCUMENT
    if _SPEAKER.search(_QUOTED.sub("", text)):
        return Voice.DOCUMENT
    first, *others = [sentence.text for sentence in sentences(text)]
    verb = main_verb_of(first)
    is_about = bool(about) and (verb is None or verb.is_doubtful)
    if not is_about and (verb is None or verb.tense is not Tense.PRESENT):
        return Voice.EITHER
    is_whole = bool(_ENDS_SENTENCE.search(text)) and not any(map(_is_past, others))
    return Voice.CATALOGUER if is_whole else Voice.EITHER


def is_narrated(words: str) -> bool:
    """Say whether any sentence of a paragraph tells of the past, or it ends without a full stop."""
    text = without_debris(words)
    return not _ENDS_SENTENCE.search(text) or any(_is_past(sentence.text) for sentence in sentences(text))


def _is_past(sentence: str) -> bool:
    verb = main_verb_of(sentence)
    return verb is not None and verb.tense is Tense.PAST


def is_summary(words: str) -> bool:
    """Say whether a paragraph speaks of a document as a cataloguer does."""
    return voice_of(words) is Voice.CATALOGUER


def without_debris(words: str) -> str:
    """Return the words, their spaces made single, without what a page left behind them: `(see also)`."""
    text = " ".join(words.split())
    return _DEBRIS_AT_END.sub("", text) if text.endswith(")") else text
