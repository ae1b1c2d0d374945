"""Pages that list documents and are none: search results, pages of persons and topics. They are refused.

Their rows are perfectly formed dates, titles and summaries, so that a lenient reader makes one wrong record of them.
"""

from __future__ import annotations

import re

from archivegen.problems import Problem, Refusal
from archivegen.seeds.date_wordings import read_date
from archivegen.seeds.draft import Sheet
from archivegen.seeds.source_text import SourceText
from archivegen.seeds.summary import is_summary

NAME = "listing"

_SAYS_SO = re.compile(
    r"^\s*(?:Results:?|SEARCH RESULTS|Popular Documents|\d+\s*-\s*\d+ of \d+)\s*$", re.IGNORECASE
)
_OF_A_DOCUMENT = re.compile(r"^\s*(?:Document Information|VIEW DOCUMENT IN)\s*$", re.IGNORECASE)
_CHROME = re.compile(r"^\s*(?:Skip to (?:main )?content|Search in)\s*$", re.IGNORECASE)
_BULLET = re.compile(r"^\s*[•*-]\s*")
_HEAD_LINES = 12
# The rows of a list have summaries of a sentence or two; running text is longer.
_LONGEST_ROW, _LONGEST_TITLE, _LONGEST_DATE = 500, 200, 60
_FEWEST_ROWS = 3


def score(source: SourceText) -> float:
    """Return how sure it is: the page says that it lists results and has dates, or is rows of date, title, summary."""
    says_so = {line.strip().casefold() for line in source.lines[: 2 * _HEAD_LINES] if _SAYS_SO.match(line)}
    has_chrome = any(_CHROME.match(line) for line in source.lines[:3])
    if not (says_so or has_chrome):
        return 0.0
    filled = [line for line in source.lines if line.strip()]
    if any(len(line) > _LONGEST_ROW or _OF_A_DOCUMENT.match(line) for line in filled):
        return 0.0
    dates = [at for at, line in enumerate(filled) if _is_date(line)]
    if says_so and len(dates) >= (1 if "popular documents" in says_so else 2):
        return 1.0
    rows = sum(1 for at in dates if _is_row(filled[at + 1 : at + 3]))
    return 1.0 if rows >= _FEWEST_ROWS else 0.0


def read(source: SourceText) -> Sheet:
    """Refuse the page.

    Raises:
        Refusal: always; a list is no document.

    """
    line = next((number for number, text in enumerate(source.lines, 1) if _SAYS_SO.match(text)), 1)
    raise Refusal(
        Problem(
            path=source.path,
            line=line,
            code="a-listing",
            message="this page lists documents and is none itself",
            fix="save the pages it leads to, and remove this one",
        )
    )


def _is_date(line: str) -> bool:
    return len(line) < _LONGEST_DATE and read_date(_BULLET.sub("", line)) is not None


def _is_row(below: list[str]) -> bool:
    """Say whether a title and a cataloguer's summary stand below a date."""
    return len(below) > 1 and len(below[0]) < _LONGEST_TITLE and is_summary(below[1])
