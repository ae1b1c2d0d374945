"""The words of a text as the indexer is fed them: each sign that stands alone would count as a word, and divide a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from archivegen.archive.passages import Passage
from archivegen.pages.body import block_views

# Raised figures behind a word are a footnote's, but those behind a unit are its power.
_RAISED_MARK = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=[.,;:!?”’)\]]))<sup>(?:\d{1,3}|[*†‡§]{1,3})</sup>(?!\w)")
_BEHIND_OPENING, _BEFORE_CLOSING = (
    re.compile(r"(?<=[\[(])\s+(?=\w)"),
    re.compile(r"(?<=[\w.,;:!?’”])\s+(?=[\])])"),
)
# The indexer parts words at this apostrophe alone: “l’ambassade” is to be found as “ambassade”.
_APOSTROPHE, _PARTING = re.compile(r"(?<=\w)[’ʼ‘ʻ](?=\w)"), "'"
_MARK_ALONE = re.compile(r"(?<=\S)\s+(\[\d{1,3}\]|\*{1,3}|[†‡§]{1,3})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class IndexedText:
    """The words of a passage, and the anchor by which they are found on the page."""

    anchor: str
    words: str


def indexed_texts(passages: Iterable[Passage]) -> Iterator[IndexedText]:
    """Yield the words of the passages of a text, each row of a table for itself, without references to notes."""
    for block in block_views((each for each in passages if each.block), with_references=False):
        if block.rows:
            for row in block.rows:
                yield IndexedText(row.anchor, fed(Markup(" ").join(cell.html for cell in row.cells)))
        else:
            yield IndexedText(block.anchor, fed(block.html))


def fed(html: Markup) -> str:
    """Return the words of the HTML of a passage, signs that stand alone beside the words they belong to."""
    words = Markup(_RAISED_MARK.sub("", html)).striptags()  # noqa: S704 -- what is taken out leaves HTML
    for pattern in (_BEHIND_OPENING, _BEFORE_CLOSING):
        words = pattern.sub("", words)
    return parted(_MARK_ALONE.sub(r"\1", words))


def parted(words: str) -> str:
    """Return words whose apostrophes inside are those at which the indexer parts them."""
    return _APOSTROPHE.sub(_PARTING, words)
