"""Sentences in a list of persons and behind it: whose side is named now, and what the text goes on with."""

from __future__ import annotations

import re

from archivegen.seeds.names import WHOLE_NAME
from archivegen.seeds.vocabulary import TITLE

# "on the Korean side", "On the part of the DPRK:".
_PART = r"on\s+the\s+(?:part|side)\s+of\s+[^,;:()]{2,40}?"
_SIDE = re.compile(
    rf"(?:^|(?<=[;.]))\s*(?:(?:on|from|for)\s+(?:the\s+[^,;:()]{{3,40}}?|our|their)\s+side\s*[,:]?\s+(?:were\s+)?|{_PART}\s*[,:]\s+(?:were\s+)?|"
    r"\([^,;:()]{3,40}?\s+side\)\s*:?\s*|(?:present\s+)?(?:on\s+the\s+)?[^\s,;:()]{2,30}\s+side\s*:\s*)",
    re.IGNORECASE,
)
_OF_A_SIDE = re.compile(
    rf"\.\s+(?=(?:On|From|For)\s+(?:the\s+[^,;:()]{{3,40}}?|our|their)\s+side\b|(?i:{_PART})\s*[,:])"
)
# What the text goes on with behind a list that ends with a full stop.
_BEHIND = re.compile(
    r"(?<=[^\W\d_A-Z]{3})\.\s+(?:The|It|They|We|I|He|She|This|At|In|After|Before|Both|There|Mr|On)\s+[a-z].*$",
    re.DOTALL,
)
_ONE = rf"(?:(?:{TITLE})\s+)?{WHOLE_NAME}"
# "At the end of the talk also Kim Il Sung, Pak Chang Ok"
_MORE_NAMES = re.compile(
    rf"(?:\b(?:also|joined\s+by|present)(?:\s+(?:present|were|was))*|:)\s+(?P<names>{_ONE}(?:(?:,|,?\s+and)\s+{_ONE})*)\s*\.?\s*$"
)


def without_sentences(text: str) -> str:
    """Return a list with its sides divided and without the words for them, and without the sentences behind it; of those
    that only name more persons the names stay.
    """
    text = _BEHIND.sub(_names_behind, _OF_A_SIDE.sub("; ", text))
    is_of_sides = "side" in text.casefold() or "part of" in text.casefold()
    return _SIDE.sub(" ", text) if is_of_sides else text


def _names_behind(sentences: re.Match[str]) -> str:
    found = _MORE_NAMES.search(sentences.group())
    return f"; {found['names']}" if found else ""
