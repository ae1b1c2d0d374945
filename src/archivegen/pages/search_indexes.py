"""Into which index the text of a document goes: that of its language, in parts where the language has much text."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

# Letters that one index is made of at most: the indexer takes up to 70 bytes of memory for each.
LONGEST_INDEXED = 8_000_000


def index_of_each(letters: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], str]:
    """Return the name of the index for each text, which is given by the id of its document and its language, with its length.

    An index has the name of its language, its further parts are `en-2`, `en-3`. The id decides on the part, so that a new
    document moves no other.
    """
    found: dict[tuple[str, str], str] = {}
    for language in {language for _, language in letters}:
        texts = [text for text in letters if text[1] == language]
        parts = 1 + sum(letters[text] for text in texts) // LONGEST_INDEXED
        part_of = {text: _number(text[0]) % parts for text in texts}
        used = sorted(set(part_of.values()))
        for text, part in part_of.items():
            found[text] = language if part == used[0] else f"{language}-{used.index(part) + 1}"
    return found


def _number(document_id: str) -> int:
    return int(hashlib.sha256(document_id.encode()).hexdigest()[:12], 16)
