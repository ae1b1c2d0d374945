"""The words in which telegraph offices say above a text when it went off and came in: `arrived 4 May 1911, at night`."""

from __future__ import annotations

import re

_LINE = re.compile(
    r"^\s*(?:(?P<number>(?:[^\W\d_]{1,3}\.\s?)?(?:N[ro°º]\.?\s?)?\d[\w/.-]*),\s+)?"
    r"(?:(?P<sent>despatched|dispatched|sent|handed\s+in|telegraphed)|(?P<received>arrived|received|came\s+in))(?:\s+(?:from|at|in)\s+(?P<place>[^,\d]{2,40}))?,?\s+(?:on\s+)?(?P<date>\d.*|(?-i:[^\W\d_a-z])\w+\s\d.*)$",
    re.IGNORECASE,
)
_HOUR_BEHIND = re.compile(r"\d{4},\s+(?:at\s+)?\d")
_LONGEST = 110


def read_dispatch_line(text: str) -> re.Match[str] | None:
    """Return the parts of a line that says when a paper went off or came in, or None: its groups are `sent` or `received`,
    `number`, `place` and `date`.
    """
    match = _LINE.match(text) if len(text) < _LONGEST else None
    # "Received at the palace, 9 August" may be what befell another paper.
    is_of_telegraph = match is not None and bool(
        match["number"]
        or match["sent"]
        or _HOUR_BEHIND.search(text)
        or not match["received"].startswith(("r", "R"))
    )
    return match if is_of_telegraph else None
