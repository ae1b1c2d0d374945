"""The words of a title that name its parties, without what stands behind them: a day, a subject in quotation marks, a remark."""

from __future__ import annotations

import re
from functools import lru_cache

from archivegen.records.date_words import MONTHS
from archivegen.records.values import Value
from archivegen.seeds.names import has_word_of_office, is_whole_name

_MONTH = "|".join(sorted((month for month in MONTHS if len(month) > 2), key=len, reverse=True))
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TAILS = (
    # A subject in quotation marks, to the end or to a short remark behind it.
    re.compile(
        r"[,:]?\s+[‘'“\"„«](?=[^\W\d_])(?![^’'”\"»]*[’'”\"»],?\s+(?:and|to|with|between)\s)(?=.{12,}[’'”\"»]).*$"
    ),
    # Remarks of whoever catalogued it: a number, how much is there, since when it may be read.
    re.compile(
        r"\s*[(\[](?:\d+|[^()\[\]]*\s\d{4}|[^()\[\]]*\b(?i:excerpts?|extracts?|fragments?|draft|copy|undated|approved|unsigned)\b[^()\[\]]*)[)\]]\s*$"
    ),
    # What the paper is about, in the many ways in which a title goes on to it.
    re.compile(r",?\s+(?:-|–|—)\s.*$"),
    re.compile(r",\s+(?i:re:|regarding|concerning|about|marked|on\s+the)(?:\s.*)?$"),
    re.compile(
        r",?\s+(?i:containing|reviewing|describing|reporting|requesting|proposing|informing|summarizing|outlining|discussing|transmitting|conveying|forwarding|announcing|explaining)\s.*$"
    ),
    # The day, with the weekday before it, or as a row of figures: `of 26-27.III.1957`.
    re.compile(r"\s+(?:of|on|for)\s+\d[\d.-]*\.[\dIVXivx].*$"),
    re.compile(
        r"\s+(?i:with\s+(?:an?\s+|the\s+)?(?:enclosed|enclosures?|attached|attachments?|cover(?:ing)?|accompanying))\b.*$"
    ),
    re.compile(r"\s+[(\[]?(?i:via|through)\s+[^\W\d_a-z].*$"),
    re.compile(r"\s+(?i:ahead\s+of|prior\s+to|in\s+preparation\s+for)\s.*$"),
    re.compile(r"\s+and\s+(?i:others)$"),
    re.compile(r",\s+\d{1,2}[:.]\d\d\b.*$"),
    re.compile(rf",?\s+(?:(?:on|of|for|dated)\s+)?{_WEEKDAY}\b.*$"),
    re.compile(
        rf",?\s+(?:(?:on|of|for|at|dated)\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTH})\b|(?:{_MONTH})\.?\s+\d).*$"
    ),
)
# Bodies by their short names, in which no word says that they are bodies.
SHORT_NAME = re.compile(r"\b(?:CC|KGB|CIA|NKVD)\b")
_QUOTED = re.compile(r"[,:]?\s+[‘'“\"„«](?P<subject>[^\W\d_].{12,})[’'”\"»][^’'”\"»]*$")
_OF_MEETING = re.compile(
    r"^.{0,45}\b(?:conversation|talk|meeting|discussion|interview|reception)", re.IGNORECASE
)
# The other spelling of a name stands in brackets behind it and is read apart; the holder of an office belongs to the title, and
# so do small words that the editors supply: `Conversation [between] X and Y`.
_IN_BRACKETS = re.compile(r"(?P<before>(?P<word>[\w’'-]*)\s*)\[(?P<inside>[^\]]*)\]")
# "between Ada Brik – Jan Novak", "Minutes of Ada Brik – Jan Novak Meeting"
_PARTY = r"[^\W\d_a-z](?:(?!\sand\s)[^,:;()–—]){1,80}?"
_DASHED = re.compile(rf"(?P<between>\bbetween\s+{_PARTY})\s+[-–—]\s+(?=[^\W\d_a-z])")
_DASHED_MEETING = re.compile(
    rf"\bof\s+(?P<one>{_PARTY})\s+[-–—]\s+(?P<other>{_PARTY})\s+(?P<meeting>(?i:meeting|conversation|talk|discussion)s?)\b"
)
# "Brik and Novak Conversation"
_NAMES = r"[^\W\d_a-z][\w.’-]+(?:\s[^\W\d_a-z][\w.’-]+){0,2}?"
_AND_MEETING = re.compile(
    rf"^(?P<one>{_NAMES})\s+and\s+(?P<other>{_NAMES})\s+(?P<meeting>(?i:meeting|conversation|talk|discussion)s?)\b"
)
# "Cable on 1 November 1962 conversation between"
_DAY_BEFORE_TALK = re.compile(
    rf"\s+(?:on|of)\s+\d{{1,2}}\s+(?:{_MONTH})\s+\d{{4}}(?=\s+(?i:conversation|talk|meeting)s?\s)"
)


def wording_of(title: Value) -> str:
    """Return the words of a title in which persons may be named as its parties, a dash between two of them as "and"."""
    words = _IN_BRACKETS.sub(_without_brackets, title.value)
    words = _DAY_BEFORE_TALK.sub(" on", words)
    words = _DASHED_MEETING.sub(r"\g<meeting> between \g<one> and \g<other>", words)
    words = _AND_MEETING.sub(r"\g<meeting> between \g<one> and \g<other>", words)
    return _DASHED.sub(r"\g<between> and ", words)


def _without_brackets(found: re.Match[str]) -> str:
    """Return the words before and in a bracket as they are read: `the Secretary [Ada Brik]` has the holder of an office."""
    if found["inside"].islower() and found["inside"].isalpha():
        return found["before"] + found["inside"]
    is_holder = has_word_of_office(found["word"]) and is_whole_name(found["inside"])
    return f"{found['before']}({found['inside']})" if is_holder else found["word"]


def title_within(title: str) -> str:
    """Return the title in quotation marks of the record of a meeting, which stands inside another title; or nothing."""
    found = _QUOTED.search(title)
    return found["subject"].rstrip(",.") if found and _OF_MEETING.match(found["subject"]) else ""


@lru_cache(maxsize=64)
def without_tails(title: str) -> str:
    """Return a title up to where its subject, its day or a remark begins; nothing is cut that stands at its beginning."""
    for tail in _TAILS:
        found = tail.search(title)
        if found and found.start() > 0:
            title = title[: found.start()]
    return title.rstrip(" ,;:")
