"""Who signs side by side on one line, with labels before the names or with the offices in the columns of the line below."""

from __future__ import annotations

import re

from archivegen.seeds.names import has_word_of_office, is_whole_name
from archivegen.seeds.signatories import MAKERS, Signatory
from archivegen.seeds.signed_rows import MARK_OF_SIGNATURE

# What stands side by side.
_COLUMNS = re.compile(r"\s{4,}|\t")
_LABELLED_NAME = re.compile(r"^(?P<label>[^\W\d_][^:]{2,30}):\s+(?P<name>[^:,;]{3,50})$")
# Who stands behind these made the copy, or was there or not: no label of a signature.
_NO_SIGNATURE = re.compile(rf"(?:{MAKERS}|typed|present|excused|absent)", re.IGNORECASE)


def columns_of(line: str) -> list[str]:
    """Return the parts of a line that wide space divides."""
    return _COLUMNS.split(line)


def names_one(column: str) -> bool:
    """Say whether a column has the name of one person, with the mark of a signature or without."""
    return is_whole_name(MARK_OF_SIGNATURE.sub("", column).strip())


def offices_below(rows: list[tuple[int, str]], position: int, count: int) -> list[str]:
    """Return the offices of those who sign side by side, from the columns of the line below; none where it has other columns."""
    below = rows[position + 1 : position + 2] if count > 1 else []
    offices = columns_of(below[0][1].strip()) if below else []
    return offices if len(offices) == count and any(map(has_word_of_office, offices)) else []


def labelled_signatories(columns: list[str], number: int) -> list[Signatory]:
    """Return who signs behind a label, alone or side by side: `Chairman: J. Lind      Minutes: L. Brik`. One of them has the label
    of an office.
    """
    matches = [match for column in columns if (match := _LABELLED_NAME.match(column.strip()))]
    is_each_signed = len(matches) == len(columns) and all(is_whole_name(match["name"]) for match in matches)
    offices = [match["label"] if has_word_of_office(match["label"]) else None for match in matches]
    if (
        not is_each_signed
        or not any(offices)
        or any(map(_NO_SIGNATURE.match, (match["label"] for match in matches)))
    ):
        return []
    return [
        Signatory(match["name"], match["name"], number, "signatures", office)
        for match, office in zip(matches, offices, strict=True)
    ]
