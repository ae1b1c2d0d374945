"""Sentences in a list of persons and behind it: whose side is named now, and what the text goes on with."""

from __future__ import annotations

import re

from archivegen.seeds.names import WHOLE_NAME, has_word_of_office, is_occupation, is_whole_name
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

# "the director of the works, Anna Lind, and"
_HOLDER = re.compile(
    rf"(?P<before>^|[;,:]\s*(?:and\s+)?|\sand\s+)(?:and\s+)?[Tt]he\s+(?P<office>[^,;:]{{4,80}}?),\s+(?:(?:{TITLE})\s+)?(?P<name>{WHOLE_NAME})(?=\s*(?:[,;.]|and\b|$))"
)
_WITHIN_OFFICE = re.compile(r"\s(?:of|for|in|at|to)\s")


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


def with_names_before_offices(text: str) -> str:
    """Return a list in which whoever an office with its article introduces stands before it, as others do: `the director
    of the works, Anna Lind, and Bo Ek` is `Anna Lind, director of the works; and Bo Ek`.
    """
    words = text.strip()
    if "the " not in words.casefold() or is_whole_name(words.partition(",")[0].strip()):
        return text
    return _HOLDER.sub(_name_first, text)


def offices_before_names(text: str) -> dict[str, str]:
    """Return the office of each person of a text whom an office with its article introduces."""
    return {found["name"]: found["office"] for found in _HOLDER.finditer(text) if _is_holder(found)}


def _name_first(holder: re.Match[str]) -> str:
    return f"; {holder['name']}, {holder['office']};" if _is_holder(holder) else holder.group()


def _is_holder(found: re.Match[str]) -> bool:
    office = found["office"]
    is_office = has_word_of_office(office) or is_occupation(_WITHIN_OFFICE.split(office)[0])
    return is_office and is_whole_name(found["name"])
