"""The words in which telegraph offices say above a text when it went off and came in: `arrived 4 May 1911, at night`."""

from __future__ import annotations

import re

from archivegen.seeds.cities import known_city

_LINE = re.compile(
    r"^\s*(?:(?P<number>(?:[^\W\d_]{1,3}\.\s?)?(?:N[ro°º]\.?\s?)?\d[\w/.-]*),\s+)?"
    r"(?:(?P<where>(?-i:[^\W\d_a-z])[^,\d]{2,30}),\s+)?(?:(?P<sent>despatched|dispatched|sent|handed\s+in|telegraphed)|(?P<received>arrived|received|came\s+in))(?:\s+(?:from|at|in)\s+(?P<place>[^,\d]{2,40}))?,?\s+(?:(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?\s?m\.?|hours|h),\s+)?(?:on\s+)?(?P<date>\d.*|(?-i:[^\W\d_a-z])\w+\s\d.*)$",
    re.IGNORECASE,
)
_HOUR = re.compile(r"\d{4},\s+(?:at\s+)?\d|\d[.:]\d\d\s*(?:[ap]\.?\s?m\.?|hours|h),", re.IGNORECASE)
_DAY_ALONE = re.compile(
    r"\d{1,2}\.\s?\d{1,2}\.\s?(?:18|19)\d\d|\d{1,2} [^\W\d_]{3,9},? (?:18|19)\d\d|[^\W\d_]{3,9} \d{1,2}, (?:18|19)\d\d"
)
_LONGEST = 110
# "(No. 189.) Lisbon, D. 27 April 1908, R. 4 May 1908", as editions of diplomatic papers have it.
_SENT_AND_RECEIVED = re.compile(
    r"^\s*(?:\((?:No|Tel)\.?\s?\d[^()]{0,12}\)\s*)?(?:(?P<place>[^\W\d_a-z][^,\d]{2,40}),\s+)?D\.\s(?P<sent>[^.;]*?\d{4}(?:,\s\d[\d.:]*\s?[AaPp]\.?[Mm]\.?)?)[.,;]?\s+R\.\s(?P<received>.*?\d{4}.{0,20})$"
)


def read_dispatch_line(text: str) -> re.Match[str] | None:
    """Return the parts of a line that says when a paper went off or came in, or None: its groups are `sent` or `received`,
    `number`, `where` (before the word) or `place` (behind it), and `date`.
    """
    match = _LINE.match(text) if len(text) < _LONGEST else None
    if match and match["where"] and not known_city(match["where"]):
        return None  # "Flour, sent 3 May 1931"
    # "Received at the palace, 9 August" may be what befell another paper.
    is_of_telegraph = match is not None and bool(
        match["number"]
        or match["sent"]
        or _HOUR.search(text)
        or (_DAY_ALONE.fullmatch(match["date"]) and not match["place"])
        or not match["received"].startswith(("r", "R"))
    )
    return match if is_of_telegraph else None


def read_sent_and_received(text: str) -> re.Match[str] | None:
    """Return the parts of a line that has both days by their initials, or None: `sent` and `received`, and the `place` of the first
    where it stands before them.
    """
    return _SENT_AND_RECEIVED.match(text) if len(text) < _LONGEST and " R. " in text else None
