"""Pages that list documents and are none: search results, pages of persons and topics. They are refused.

Their rows are perfectly formed dates, titles and summaries, so that a lenient reader makes one wrong record of them.
"""

from __future__ import annotations

import re

from archivegen.problems import Problem, Refusal
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.decode import SourceText
from archivegen.seeds.draft import Sheet

NAME = "listing"

_SAYS_SO = re.compile(
    r"^\s*(?:Results:?|SEARCH RESULTS|Popular Documents|\d+\s*-\s*\d+ of \d+)\s*$", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*[•*-]\s*")
_SEARCHED_LINES = 60


def score(source: SourceText) -> float:
    """Return how sure it is: the page says that it lists results, and has rows that begin with dates."""
    says_so = any(_SAYS_SO.match(line) for line in source.lines[:_SEARCHED_LINES])
    rows = sum(1 for line in source.lines if len(line) < 60 and read_date(_BULLET.sub("", line)))
    return min(1.0, 0.8 + rows / 10) if says_so and rows else 0.0


def read(source: SourceText) -> Sheet:
    """Refuse the page.

    Raises:
        Refusal: always; a list is no document.

    """
    line = next(number for number, text in enumerate(source.lines, 1) if _SAYS_SO.match(text))
    raise Refusal(
        Problem(
            path=source.path,
            line=line,
            code="a-listing",
            message="this page lists documents and is none itself",
            fix="save the pages it leads to, and remove this one",
        )
    )
