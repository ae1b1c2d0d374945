"""A printed line: words that stand beside each other, with the marks of notes behind them."""

from __future__ import annotations

from typing import NamedTuple

from archivegen.seeds.formats.pdf.raised import (
    is_lowered_number,
    is_mark,
    is_raised_number,
    lowered,
    raised,
    touch,
)
from archivegen.seeds.formats.pdf.text_layer import Word

# Words with this much room between them, in letters, do not follow each other in a sentence.
_APART = 2


class Row(NamedTuple):
    """A printed line: its words, where it begins and ends, its base line, and how wide its first word is.

    `marks` are the raised numbers of notes with their places in the words, `label` is one that stands before them all, as
    that of a note does, and `opening` the same as it would stand among the words.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    first_width: float
    marks: tuple[tuple[int, str], ...] = ()
    label: str = ""
    opening: str = ""

    def with_number(self) -> Row:
        """Return the line with the number that stands before it among its words."""
        marks = tuple((place + len(self.opening), mark) for place, mark in self.marks)
        return self._replace(text=self.opening + self.text, marks=marks, label="", opening="")

    @property
    def printed(self) -> str:
        """All that stands on the line."""
        text = self.text
        for place, mark in reversed(self.marks):
            text = text[:place] + raised(mark) + text[place:]
        return self.opening + text


def row_of(words: list[Word], letters: frozenset[str] = frozenset()) -> Row:
    """Return the words of a row as a printed line; a tab is where words are set apart from each other. `letters` are those
    that mark notes, as numbers do.
    """
    text, opening, label = "", "", ""
    marks: list[tuple[int, str]] = []
    base: Word | None = None
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        between = _between(words[place - 1], word) if place else ""
        is_beside_raised = base is not words[place - 1] or is_raised_number(word, base, letters)
        if place and is_beside_raised and touch(words[place - 1], word):
            between = ""
        if is_lowered_number(word, base):
            text += between + lowered(word.text)
        elif not is_raised_number(word, base or after, letters):
            text += between + word.text
            base = word
        elif base is None:
            label, opening = word.text, raised(word.text)
        elif is_mark(word, base, after, letters):
            marks.append((len(text), word.text))
        else:
            text += between + raised(word.text)
    if opening:
        space = text[: len(text) - len(text.lstrip())]
        opening, text = opening + space, text[len(space) :]
        marks = [(place - len(space), mark) for place, mark in marks]
    tallest = max(words, key=lambda word: (len(word.text), word.size))
    first = words[0]
    width = first.size if is_ideographic(first.text[0]) else first.right - first.left
    right = max(word.right for word in words)
    return Row(text, first.left, right, tallest.base, tallest.size, width, tuple(marks), label, opening)


def _between(before: Word, word: Word) -> str:
    """Return what stands between two words of a row."""
    gap = word.left - before.right
    is_one = word.is_glued and gap < 0.25 * word.size
    return "" if is_one else "\t" if gap > _APART * word.size else " "


def is_ideographic(letter: str) -> bool:
    """Say whether a letter is of a script that is written without spaces: Chinese, Japanese."""
    return "\u3040" <= letter <= "\u30ff" or "\u3400" <= letter <= "\u9fff" or letter in "。、「」（），："
