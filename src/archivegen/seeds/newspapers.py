"""The names of newspapers, as they stand above cuttings: `The Westhaven Courier`, `NORTHERN ADVERTISER`."""

from __future__ import annotations

import re

_NAME = re.compile(
    r"\b(?:Courier|Times|Gazette|Herald|News|Chronicle|Tribune|Observer|Echo|Advertiser|Mercury|Argus|Telegraph|Examiner|Guardian|Zeitung|Tageblatt|Anzeiger)\.?$|"
    r"^The\s(?:\S+\s)+(?:Post|Star|Standard|Mail|Journal|Dispatch|Sun|World|Press)\.?$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"^\W*(?:\w+day\b|\d{1,2}(?:st|nd|rd|th)?\s+\w+,?\s+\d{4}|\w+\s+\d{1,2},\s+\d{4})",
    re.IGNORECASE,
)


_LAST_WORDS = frozenset(
    """courier times gazette herald news chronicle tribune observer echo advertiser mercury argus telegraph examiner guardian zeitung
    tageblatt anzeiger post star standard mail journal dispatch sun world press""".split()
)


def is_newspaper(name: str) -> bool:
    """Say whether some words are the name of a newspaper."""
    return name.rstrip(" .").rpartition(" ")[2].casefold() in _LAST_WORDS and _NAME.search(name) is not None


def heads_cutting(line: str, after: str) -> bool:
    """Say whether a line is the name of a newspaper above its day."""
    return is_newspaper(line.strip()) and _DAY.match(after) is not None
