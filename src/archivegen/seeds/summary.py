"""What a cataloguer's summary sounds like: third person, present tense, whole sentences without numbering."""

from __future__ import annotations

import re

# A line at least this long was filled by a typist; a shorter one was broken by its writer.
PROSE_LINE = 60
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|me)\b")
_REPORTS = re.compile(
    r"\b(?:meets?|tells?|discuss(?:es)?|express(?:es)?|inform(?:s)?|reports?|describes?|notes?|says?|agrees?|requests?|"
    r"asks?|explains?|states?|reviews?|outlines?|gives?|speaks?|talks?|thanks?|urges?|criticizes?|complains?|argues?|"
    r"summarizes?|details?|proposes?|warns?|offers?|acknowledges?|instructs?|recommends?|presents?)\b"
)
_SHORTEST_WORDS = 7
_DEBRIS_AT_END = re.compile(r"\s*\(see also\)\s*$", re.IGNORECASE)


def is_summary(words: str) -> bool:
    """Say whether a paragraph speaks of a document as a cataloguer does."""
    text = _DEBRIS_AT_END.sub("", words).strip()
    if len(text.split()) < _SHORTEST_WORDS or text[:1] in '[(-"“' or text[:1].isdigit():
        return False
    return text[-1] in '.!?”")…' and bool(_REPORTS.search(text)) and not _FIRST_PERSON.search(text)
