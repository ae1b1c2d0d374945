"""The sentences that say who met whom: `I visited …`, `… received us`, `… called on me`, `X received Y`."""

from __future__ import annotations

import re
from functools import lru_cache

from archivegen.seeds.signs import has_any

# Papers that record one meeting; a journal records one of each day.
RECORDS_OF_A_MEETING = ("memorandum_of_conversation", "minutes", "protocol")
RECORDS = (*RECORDS_OF_A_MEETING, "journal")
_MET = (
    r"(?:visited|received(?:\s+in\s+audience)?|met(?:\s+with)?|(?:dined|lunched)\s+with|called\s+(?:on|upon)|talked\s+(?:to|with)|had\s+a\s+(?:conversation|talk|meeting)\s+with|"
    r"was\s+received(?:,[^,;.]{3,40},)?\s+(?:(?:today|yesterday|this\s+\w+|on\s+\d{1,2}\s+\w+(?:\s+\d{4})?)\s+)?by|was\s+visited\s+by|paid\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:visit|call)\s+(?:to|on))"
)
# "On 18 September 1959": the month and the year are no part of the name behind them.
_ON_A_DAY = (
    r"On\s+(?:the\s+(?:morning|afternoon|evening)\s+of\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}\b)(?:,?\s+\d{4})?"
    r"(?:,?\s+at\s+[\d.:]+(?:\s+(?:hours|[ap]\.m\.))?)?,?\s+"
)
_WHEN = rf"(?:{_ON_A_DAY}|(?:Today|Yesterday|This\s+morning|On|At|In)\b[^.;]{{0,40}}?,?\s+)?"
I_MET = re.compile(rf"^{_WHEN}I\s+(?:also\s+)?{_MET}\s+(?P<who>.+)$", re.DOTALL)
WE_MET = re.compile(rf"^{_WHEN}We\s+(?:also\s+)?{_MET}\s+(?P<who>.+)$", re.DOTALL)
# The stops of initials are within a name.
_WHO = r"(?P<who>(?:[^.;:]|(?<=\b[A-Z])\.){3,140}?)"
THEY_MET = re.compile(rf"^{_WHEN}{_WHO}\s+{_MET}\s+(?P<whom>[^\W\d_a-z].+|the\s.+)$", re.DOTALL)
# "On 17 July 1965 Deputy Chairman X received Y": how a record begins that has no head; the day is whole.
ON_A_DAY_THEY_MET = re.compile(
    r"^On\s+(?:[A-Z]\w+day,?\s+)?(?:the\s+(?:morning|afternoon|evening)\s+of\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2}(?:st|nd|rd|th)?),?\s+(?:18|19|20)\d\d,?\s+"
    rf"(?:(?:at|in)\s+[^,;:]{{2,40}},\s+)?{_WHO}\s+{_MET}\s+(?P<whom>[^\W\d_a-z].+|the\s.+)$",
    re.DOTALL,
)
# "On 22 May 1961 a conversation took place between X and Y": the paper's own where its first sentence says so.
HELD_BETWEEN = re.compile(
    rf"^{_WHEN}(?:in\s+[^,;:]{{2,40}},?\s+)?(?:an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?:conversation|talk|meeting|interview)s?\s+(?:took\s+place|was\s+held|were\s+held)\s+"
    r"between\s+(?P<both>.+?\s+and\s+.+)$",
    re.DOTALL,
)
_ADDRESS_STOPS = re.compile(r"\b(Mr|Mrs|Ms|Dr|Cde|Com|Prof)\.(?=\s)")
# One of them stands in every sentence that the patterns find, the commonest first; many paragraphs have none.
_SIGNS_OF_MEETING = (
    "met", "call", "came", "asked", "meet", "visit", "talk", "receiv", "conversation", "invited", "session", "nterview",
    "negotiation", "summoned",
)  # fmt: skip
MET_US = re.compile(rf"\b(?:{_MET}\s+(?:us|me|him|them|her)\b|(?:we|he|she|they|I)\s+{_MET}\b)")
TOOK_PLACE = re.compile(
    r"\b(?:(?:came\s+to|called\s+at)\s+(?:the\s+(?:[Mm]inistry|[Ee]mbassy|[Cc]onsulate|[Mm]ission|[Dd]epartment)|see\s+me)\b|[Tt]he\s+(?:conversation|talk|meeting|session|negotiations?)s?\s+(?:took\s+place|was\s+held|were\s+held)\b)"
)
# "The second meeting with the delegation was held": the paper's own, where it is neither the last nor the next one.
MEETING_HELD = re.compile(
    r"\b[Tt]he\s+(?!(?:last|next|previous|preceding|former|earlier|other|coming|following|first)\b)(?:[\w-]+\s+){0,2}?(?:conversation|talk|meeting|session|sitting|negotiation)s?\b(?P<which>[^.;]{0,80}?)\s(?:took\s+place|(?:was|were)\s+(?:held|opened|called\s+to\s+order))\b|"
    r"^(?:The\s+)?(?:[\w-]+\s+){0,4}?(?:[Cc]ommittee|[Bb]oard|[Cc]ouncil|[Cc]ommission|[Bb]ureau|[Pp]residium|[Cc]ollegium|[Dd]irectors|[Mm]embers|[Dd]elegations|[Ss]ides)\s+(?:met|assembled|convened|was\s+convened|sat)\b"
)
_US = re.compile(r"\s(?:us|me)\b")
_RECEIVED_US = re.compile(
    rf"^{_WHEN}(?P<who>[^.;:]{{3,140}}?)\s+(?:(?:received|met(?:\s+with)?|talked\s+(?:to|with))\s+(?:us|me)\b|(?:asked|invited|summoned)\s+(?:us|me)\s+to\s+(?:come|call|see|(?:an?\s+)?(?:dinner|lunch|supper|breakfast|tea|reception))\b|(?:called\s+(?:on|upon)|came\s+to\s+see|visited)\s+(?:us|me)\b|paid\s+(?:us|me)\s+(?:an?|his|her|their|the)\s+(?:[\w-]+\s+){{0,2}}?(?:visit|call)\b)"
)

# What is received and visited is not always a person: `I received your letter`, `I met with refusal`.
_THING = re.compile(
    r"^(?:(?:an?|the|your|his|her|their|its|no|another|some|several|two)\s+)?(?:[\w-]+\s+){0,2}?(?:letters?|telegrams?|cables?|notes?|reports?|reply|replies|news|"
    r"messages?|cop(?:y|ies)|invitations?|refusal|answers?|permission|instructions?|orders?|information|parcels?|books?|money)\b"
)
_OF_SOMEBODY = re.compile(r"^(?:[^\W\d_a-z]\S*\s+){0,4}\S+(?:['’]s|s['’])\s")


@lru_cache(maxsize=128)
def may_speak_of_meeting(text: str) -> bool:
    """Say whether a text has any of the words without which no sentence says that people met. Whose day it was is asked of
    the same paragraphs as who met.
    """
    return has_any(_SIGNS_OF_MEETING, text)


def without_stops_of_address(sentence: str) -> str:
    """Return a sentence without the stop of `Mr.` and the like, which ends none."""
    return _ADDRESS_STOPS.sub(r"\1", sentence) if "." in sentence[:-1] else sentence


def with_stops_of_address_blank(sentence: str) -> str:
    """Return a sentence with blanks for the stops behind forms of address, so that all other signs keep their places."""
    return _ADDRESS_STOPS.sub(r"\1 ", sentence) if "." in sentence[:-1] else sentence


def received_us(sentence: str) -> re.Match[str] | None:
    """Return how a sentence says that somebody, its group `who`, received or visited the writers, or None."""
    return _RECEIVED_US.match(sentence) if _US.search(sentence) else None


def is_thing(words: str) -> bool:
    """Say whether the words behind `received` or `met` name a thing: a letter, refusal, somebody's report."""
    return bool(_THING.match(words) or _OF_SOMEBODY.match(words))
