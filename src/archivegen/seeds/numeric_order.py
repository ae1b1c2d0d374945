"""Whether a paper writes the day or the month first in its numeric dates, where one of them decides it for all."""

from __future__ import annotations

import re

from archivegen.seeds.date_pieces import Order

# A figure stands first in the pattern and what may not stand before it second, so that all else is passed over quickly.
_NUMERIC = re.compile(
    r"(?P<first>\d(?<![\w./-]\d)\d?)(?:\s?\[\d{1,2}\?\])?(?P<gap>[./-])(?P<second>\d{1,2})(?:\s?\[\d{1,2}\?\])?"
    r"(?P=gap)(?:[12]\d{3}|(?<=[./])\d\d)(?![\w-]|[./]\d{1,2}(?![\d:]))"
)
# Such a date has the same sign twice, with a number between; few texts have that anywhere, and it is quickly looked for.
_GAPS = tuple(
    re.compile(rf"{gap}\d{{1,2}}(?:\s?\[\d{{1,2}}\?\])?{gap}")
    for gap in (re.escape("."), re.escape("/"), "-")
)
_NUMBERED = re.compile(r"(?:N[ºo°r]\.?|№|#)\s{0,3}\Z")
_NUMBER_WINDOW = 6
_LAST_MONTH, _LAST_DAY = 12, 31


def decided_order(text: str) -> Order | None:
    """Return the order that the numeric dates of a text decide: `11.29.1961` says that the month stands first.

    None where no date has a number over twelve, or where some have the day first and others the month.
    """
    if not any(gap.search(text) for gap in _GAPS):
        return None
    found: set[Order] = set()
    for match in _NUMERIC.finditer(text):
        if _NUMBERED.search(text, max(0, match.start() - _NUMBER_WINDOW), match.start()):
            continue
        first, second = int(match["first"]), int(match["second"])
        if 1 <= second <= _LAST_MONTH < first <= _LAST_DAY:
            found.add("day_first")
        elif 1 <= first <= _LAST_MONTH < second <= _LAST_DAY:
            found.add("month_first")
    return next(iter(found)) if len(found) == 1 else None
