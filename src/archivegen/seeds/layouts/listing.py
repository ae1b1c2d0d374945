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
_HEAD_LINES = 12
# The rows of a list have summaries of a sentence or two; running text is longer.
_LONGEST_ROW = 500


def score(source: SourceText) -> float:
    """Return how sure it is: the page says that it lists results, and has rows that begin with dates."""
    filled = [line for line in source.lines if line.strip()]
    says_so = [line.strip().casefold() for line in filled[:_HEAD_LINES] if _SAYS_SO.match(line)]
    rows = sum(1 for line in filled if len(line) < 60 and read_date(_BULLET.sub("", line)))
    has_text = any(len(line) > _LONGEST_ROW for line in filled)
    fewest = 1 if "popular documents" in says_so else 2
    return min(1.0, 0.8 + rows / 10) if says_so and rows >= fewest and not has_text else 0.0


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
