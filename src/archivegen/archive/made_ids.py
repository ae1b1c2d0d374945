"""Ids that are made, by rule 1: from the principal date and the title.

The rule has a number because it may never change for documents that were published under it.
"""

from __future__ import annotations

import re

from archivegen.records.date_words import MONTHS
from archivegen.records.record import Record
from archivegen.storage.ids import LONGEST_ID, slug

_TITLE_WORDS = 6
_LEFT_OUT = frozenset(
    """a an the of to in on at by for from with between and or as into about against during through under over
    after before within without regarding concerning""".split()
)
_DATE_WORDS = frozenset(month.casefold() for month in MONTHS)


def made_id(record: Record) -> str:
    """Make an id by rule 1, from the principal date and the title, or the first title of a version that gives words."""
    principal = record.principal_date
    dates = re.findall(r"\d{4}(?:-\d\d)*", principal.value) if principal else []
    date = dates[0] if dates else "undated"
    date_words = _DATE_WORDS | set(date.split("-")) | {part.lstrip("0") for part in date.split("-")}
    # A title in another script gives no words; that of a translation may.
    titles = (record.text_of("title") or "", *(version.title for version in record.joined))
    found = (
        [
            word
            for word in slug(title).split("-")
            if len(word) >= 3 and word not in _LEFT_OUT and word not in date_words
        ]
        for title in titles
    )
    words = next((words for words in found if words), [])
    return "-".join([date, *words[:_TITLE_WORDS]])[:LONGEST_ID].strip("-")
