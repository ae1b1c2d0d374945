"""Lines that are a date, or a place and a date."""

from __future__ import annotations

import re

from archivegen.seeds.date_wordings import read_date

# "Westhaven, 4 March 1961"; but "Received, 4 March" and "Translated by …, 3 May" say what happened, not where.
_PLACED_DATE = re.compile(
    r"^\s*(?P<place>[^\W\d_a-z][^\W\d_A-Z]+(?<!ed)(?:[ ’'-][^\W\d_]+(?<!ed)){0,3}),\s+(?P<date>.+)$"
)
_LONGEST = 60
# Completes a day and month without a year, where only their form matters.
_ANY_YEAR = "2000"


def is_date_line(line: str) -> bool:
    """Say whether a line is a date, or a place and a date, and nothing else."""
    text = line.strip()
    if len(text) > _LONGEST or not any(
        character.isdigit() or character in "一二三四五六七八九十" for character in text
    ):
        return False
    placed = _PLACED_DATE.match(text)
    return read_date(text, _ANY_YEAR) is not None or bool(placed and read_date(placed["date"], _ANY_YEAR))


def read_placed_date(wording: str, year: str | None) -> tuple[str | None, str | None]:
    """Return the place and the EDTF of a date, or of a place and a date; None for what is not there."""
    edtf_text = read_date(wording, year)
    placed = None if edtf_text else _PLACED_DATE.match(wording)
    if placed is None:
        return None, edtf_text
    edtf_text = read_date(placed["date"], year)
    return (placed["place"], edtf_text) if edtf_text else (None, None)
